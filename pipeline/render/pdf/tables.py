"""Tables as HTML."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import Any

from weasyprint.document import Document as Layout
from weasyprint.formatting_structure import boxes

from pipeline.document.nodes import Block, Cell, HeaderScope, Row, Table
from pipeline.render.pdf.figures import caption
from pipeline.render.pdf.layout_boxes import MM_PER_PX, attribute, descendants
from pipeline.render.pdf.markup import element, void
from pipeline.render.pdf.page_geometry import mm
from pipeline.render.pdf.writing import Writing

WriteBlocks = Callable[[Writing, tuple[Block, ...]], str]
"""The writer of blocks, handed over because cells hold blocks and blocks hold tables."""

_TOLERANCE = 0.05
"""mm; below what a printer shows, above what rounding makes."""

_SCOPES: dict[HeaderScope, str] = {"none": "", "column": "col", "row": "row"}


def table(writing: Writing, block: Table, write_blocks: WriteBlocks) -> str:
    """Return a table with its caption above. The head repeats on every page; the sums stand at the end."""

    def rows(part: tuple[Row, ...]) -> str:
        return "".join(_row(writing, row, write_blocks) for row in part)

    parts = [caption(writing, "caption", "Tabel", block.caption)]
    columns = "".join(void("col", style=f"width: {width * 100:g}%") for width in block.widths)
    parts.append(element("colgroup", columns))
    if block.head:
        parts.append(element("thead", rows(block.head)))
    parts.append(element("tbody", rows(block.body)))
    if block.foot:
        # The engine repeats a tfoot on every page, where a reader would take the sums for sums of that page.
        parts.append(element("tbody", rows(block.foot), class_="sums"))
    return element("table", "".join(parts), id=block.id, data_summary=block.summary)


def rows_to_split(layout: Layout) -> frozenset[str]:
    """Return the names of rows that are too long for a page with the head of their table above them.

    The engine prints such a row without the head; when the row may split, head and row stand together.
    """
    found: set[str] = set()
    for page in layout.pages:
        for box in descendants(page._page_box):
            if not isinstance(box, boxes.TableBox) or box.element_tag != "table":
                continue
            groups = [group.element_tag for group in box.children]
            if box.element.find("thead") is not None and "thead" not in groups:
                found.update(
                    attribute(row, "data-row") for group in box.children for row in group.children[:1]
                )
    return frozenset(found)


def rows_over_notes(layout: Layout) -> dict[str, float]:
    """Return how far rows reach over the notes of their page, mm, by their names.

    The engine lays out the cells of a row one after the other: the notes of a later cell take room in which
    an earlier one stands already.
    """
    found: dict[str, float] = {}
    for page in layout.pages:
        top = min(map(_top, filter(_holds_notes, page._page_box.children)), default=inf)
        for row in descendants(page._page_box) if top < inf else ():
            if isinstance(row, boxes.TableRowBox) and (name := attribute(row, "data-row")):
                over = (_lowest_line(row) - top) * MM_PER_PX
                if over > _TOLERANCE:
                    found[name] = max(over, found.get(name, 0.0))
    return found


def _holds_notes(box: Any) -> bool:
    return isinstance(box, boxes.FootnoteAreaBox) and bool(box.children)


def _top(area: Any) -> float:
    """Return where the notes of a page begin, with the line above them, px."""
    top: float = area.position_y + area.margin_top
    return top


def _lowest_line(row: Any) -> float:
    lines = (box for box in descendants(row) if isinstance(box, boxes.LineBox))
    return max(map(_bottom, lines), default=-inf)


def _bottom(line: Any) -> float:
    bottom: float = line.position_y + line.height
    return bottom


def _row(writing: Writing, row: Row, write_blocks: WriteBlocks) -> str:
    name = writing.name_row()
    kind = "splittable" if name in writing.splittable else ""
    room = writing.raised.get(name, 0.0)
    cells = "".join(_cell(writing, cell, write_blocks, room) for cell in row.cells)
    return element("tr", cells, class_=kind, data_row=name)


def _cell(writing: Writing, cell: Cell, write_blocks: WriteBlocks, room: float) -> str:
    """Return a cell; ``room`` is left below its text on every page that it runs over, mm."""
    padding = mm(writing.style.table.padding_y + room)
    return element(
        "td" if cell.header == "none" else "th",
        write_blocks(writing, cell.blocks),
        class_=cell.align,
        style=f"padding-bottom: {padding}; box-decoration-break: clone" if room else "",
        scope=_SCOPES[cell.header],
        colspan=str(cell.colspan) if cell.colspan > 1 else "",
        rowspan=str(cell.rowspan) if cell.rowspan > 1 else "",
    )
