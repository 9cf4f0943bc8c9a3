"""Tables as HTML."""

from __future__ import annotations

from collections.abc import Callable

from weasyprint.document import Document as Layout
from weasyprint.formatting_structure import boxes

from pipeline.document.nodes import Block, Cell, HeaderScope, Row, Table
from pipeline.render.pdf.figures import caption
from pipeline.render.pdf.layout_boxes import attribute, descendants
from pipeline.render.pdf.markup import element, void
from pipeline.render.pdf.writing import Writing

WriteBlocks = Callable[[Writing, tuple[Block, ...]], str]
"""The writer of blocks, handed over because cells hold blocks and blocks hold tables."""

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


def _row(writing: Writing, row: Row, write_blocks: WriteBlocks) -> str:
    name = writing.name_row()
    kind = "splittable" if name in writing.splittable else ""
    cells = "".join(_cell(writing, cell, write_blocks) for cell in row.cells)
    return element("tr", cells, class_=kind, data_row=name)


def _cell(writing: Writing, cell: Cell, write_blocks: WriteBlocks) -> str:
    return element(
        "td" if cell.header == "none" else "th",
        write_blocks(writing, cell.blocks),
        class_=cell.align,
        scope=_SCOPES[cell.header],
        colspan=str(cell.colspan) if cell.colspan > 1 else "",
        rowspan=str(cell.rowspan) if cell.rowspan > 1 else "",
    )
