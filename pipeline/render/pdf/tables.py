"""Tables as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf
from typing import Any

from weasyprint.document import Document as Layout
from weasyprint.formatting_structure import boxes

from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.document.nodes import Block, Cell, HeaderScope, Row, Table
from pipeline.document.text import first_source
from pipeline.document.walk import block_inlines, iter_blocks
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
        return "".join(_row(writing, row, block, write_blocks) for row in part)

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
    return frozenset(name for table in _headed_tables(layout) for name in _rows_without_head(table))


def find_headless(layout: Layout, writing: Writing) -> tuple[Diagnostic, ...]:
    """Return an error for every table that begins without its head, though its first row may split.

    The engine fills the page with a long cell before it knows the notes of the cells after that, and then
    takes the head away to make room.
    """
    if not writing.splittable:
        return ()
    beginnings = {id(table.element): table for table in reversed(tuple(_headed_tables(layout)))}
    names = {name for table in beginnings.values() for name in _rows_without_head(table)}
    return tuple(
        Diagnostic(
            Code.OVERFLOW,
            "Deze rij past met haar noten niet op een bladzijde onder de kop van haar tabel.",
            writing.rows[name],
            "Verdeel de rij in kortere rijen, of zet haar noten in de tekst zelf.",
        )
        for name in sorted(names, key=int)
    )


def _headed_tables(layout: Layout) -> Iterator[Any]:
    """Yield every table that was written with a head, once for each page that it stands on."""
    for page in layout.pages:
        for box in descendants(page._page_box):
            is_table = isinstance(box, boxes.TableBox) and box.element_tag == "table"
            if is_table and box.element.find("thead") is not None:
                yield box


def _rows_without_head(table: Any) -> Iterator[str]:
    """Yield the names of the first rows of a table on a page, when its head is not there."""
    if not any(group.element_tag == "thead" for group in table.children):
        yield from (attribute(row, "data-row") for group in table.children for row in group.children[:1])


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


def _row(writing: Writing, row: Row, table: Table, write_blocks: WriteBlocks) -> str:
    name = writing.name_row(_first_source(row) or table.source or Location(writing.document_id))
    kind = "splittable" if name in writing.splittable else ""
    room = writing.raised.get(name, 0.0)
    cells = "".join(_cell(writing, cell, write_blocks, room) for cell in row.cells)
    return element("tr", cells, class_=kind, data_row=name)


def _first_source(row: Row) -> Source | None:
    """Return where the first words of a row were written, ``None`` when all are the template's."""
    blocks = (block for cell in row.cells for block in iter_blocks(cell.blocks))
    runs = (run for block in blocks for run in block_inlines(block))
    return next(filter(None, map(first_source, runs)), None)


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
