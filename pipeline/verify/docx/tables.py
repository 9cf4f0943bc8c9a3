"""The rows and cells of a table, each cell at its place in the grid (ISO/IEC 29500-1 17.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.verify.docx.markup import Element, child, is_on, is_true, name, number, value

_WRAPPERS = {name(f"w:{each}") for each in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_ROW, _CELL = name("w:tr"), name("w:tc")


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell and the columns of the grid that it takes: from ``column``, counted from 0, ``span`` wide.

    ``continues`` is true for the lower parts of a cell over several rows; they are no cells of their own.
    """

    element: Element
    column: int
    span: int
    continues: bool
    header: bool


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row; ``repeats`` is true for a header row, which comes back on every page."""

    repeats: bool
    cells: tuple[TableCell, ...]


def rows(table: Element) -> Iterator[TableRow]:
    """Yield the rows of a table; those of tables inside it are not its own."""
    look = child(child(table, "w:tblPr"), "w:tblLook")
    row_headers = is_true(value(look, "w:firstColumn", absent="0"))
    for row in _inside(table, _ROW):
        properties = child(row, "w:trPr")
        repeats = is_on(child(properties, "w:tblHeader"))
        column = _count(child(properties, "w:gridBefore"), absent=0)
        cells: list[TableCell] = []
        for cell in _inside(row, _CELL):
            shape = child(cell, "w:tcPr")
            span = max(1, _count(child(shape, "w:gridSpan"), absent=1))
            header = repeats or (row_headers and column == 0)
            cells.append(TableCell(cell, column, span, _continues(shape), header))
            column += span
        yield TableRow(repeats, tuple(cells))


def _inside(around: Element, tag: str) -> Iterator[Element]:
    for each in around:
        if each.tag == tag:
            yield each
        elif each.tag in _WRAPPERS:
            yield from _inside(each, tag)


def _continues(shape: Element | None) -> bool:
    merge = child(shape, "w:vMerge")
    return merge is not None and value(merge, absent="continue") == "continue"


def _count(element: Element | None, *, absent: int) -> int:
    said = number(value(element))
    return absent if said is None else said
