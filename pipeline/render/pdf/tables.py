"""Tables as HTML."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.document.nodes import Block, Cell, HeaderScope, Row, Table
from pipeline.render.pdf.figures import caption_words
from pipeline.render.pdf.markup import element, void
from pipeline.render.pdf.writing import Writing

WriteBlocks = Callable[[Writing, tuple[Block, ...]], str]
"""The writer of blocks, handed over because cells hold blocks and blocks hold tables."""

_SCOPES: dict[HeaderScope, str] = {"none": "", "column": "col", "row": "row"}


def table(writing: Writing, block: Table, write_blocks: WriteBlocks) -> str:
    """Return a table with its caption above. The head repeats on every page; the sums stand at the end."""

    def rows(part: tuple[Row, ...]) -> str:
        return "".join(
            element("tr", "".join(_cell(writing, cell, write_blocks) for cell in row.cells)) for row in part
        )

    parts = [element("caption", caption_words("Tabel", block.caption))] if block.caption else []
    columns = "".join(void("col", style=f"width: {width * 100:g}%") for width in block.widths)
    parts.append(element("colgroup", columns))
    if block.head:
        parts.append(element("thead", rows(block.head)))
    parts.append(element("tbody", rows(block.body)))
    if block.foot:
        # The engine repeats a tfoot on every page, where a reader would take the sums for sums of that page.
        parts.append(element("tbody", rows(block.foot), class_="sums"))
    return element("table", "".join(parts), id=block.id, data_summary=block.summary)


def _cell(writing: Writing, cell: Cell, write_blocks: WriteBlocks) -> str:
    return element(
        "td" if cell.header == "none" else "th",
        write_blocks(writing, cell.blocks),
        class_=cell.align,
        scope=_SCOPES[cell.header],
        colspan=str(cell.colspan) if cell.colspan > 1 else "",
        rowspan=str(cell.rowspan) if cell.rowspan > 1 else "",
    )
