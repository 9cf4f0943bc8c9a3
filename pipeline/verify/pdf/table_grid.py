"""The columns in which the cells of a table of the structure tree begin."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.verify.pdf.structure import Element

ROW_GROUPS = frozenset({"THead", "TBody", "TFoot"})
CELLS = frozenset({"TH", "TD"})


def rows(table: Element) -> Iterator[tuple[Element, ...]]:
    """Return the rows of a table, each group of them apart."""
    own = tuple(kid for kid in table.elements if kid.tag == "TR")
    if own:
        yield own
    for group in table.elements:
        if group.tag in ROW_GROUPS:
            yield tuple(kid for kid in group.elements if kid.tag == "TR")


def columns(group: tuple[Element, ...]) -> Iterator[tuple[Element, tuple[tuple[Element, int], ...]]]:
    """Return each row of a group with its cells and the column, from 0, in which each begins.

    A cell that spans rows keeps its columns free of cells of the rows below it (ISO 32000-1 14.8.5.7).
    """
    taken: dict[int, int] = {}
    for row in group:
        at, placed = 0, list[tuple[Element, int]]()
        below = {column: rows - 1 for column, rows in taken.items() if rows > 1}
        for cell in (kid for kid in row.elements if kid.tag in CELLS):
            while at in taken:
                at += 1
            placed.append((cell, at))
            if cell.rowspan > 1:
                below |= dict.fromkeys(range(at, at + cell.colspan), cell.rowspan - 1)
            at += cell.colspan
        yield row, tuple(placed)
        taken = below
