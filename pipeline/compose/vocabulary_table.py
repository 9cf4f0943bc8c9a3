"""Read a table: its rows and spans, its caption, the widths of its columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from pipeline.compose.accessibility import HEADER_HINT, missing_header
from pipeline.compose.vocabulary_elements import ORIGIN, Element
from pipeline.compose.vocabulary_inline import read_inlines
from pipeline.diagnostics import Code, Source
from pipeline.document.nodes import (
    Alignment,
    Block,
    Caption,
    Cell,
    HeaderScope,
    PageBreak,
    Row,
    Table,
    TableOfContents,
)
from pipeline.document.text import first_source, plain_text
from pipeline.document.walk import block_inlines, iter_blocks

Flow = Callable[[Element], tuple[Block, ...]]
"""Reads the blocks of a cell."""

_ALIGNMENTS: tuple[Alignment, ...] = ("left", "right", "center")
_LONGEST, _SHORTEST = 40, 4
"""Bounds, in characters, of what a column's words count for when its width is not given."""


@dataclass(slots=True)
class _Grid:
    """Which columns of the row being read are taken by cells of earlier rows."""

    columns: int = 0
    spans: dict[int, int] = field(default_factory=dict[int, int])

    def add_row(self, cells: tuple[Cell, ...]) -> int:
        """Place a row and return how many columns it covers."""
        column = 0
        following = {at: left - 1 for at, left in self.spans.items() if left > 1}
        taken = set(self.spans)
        covered = len(taken)
        for cell in cells:
            while column in taken:
                column += 1
            for at in range(column, column + cell.colspan):
                if cell.rowspan > 1:
                    following[at] = cell.rowspan - 1
            column += cell.colspan
            covered += cell.colspan
        self.spans = following
        self.columns = self.columns or covered
        return covered


def read_table(element: Element, flow: Flow) -> tuple[Table, ...]:
    """Return the table, or nothing when it has no rows."""
    grid = _Grid()
    already = len(element.reading.diagnostics)
    caption: Caption | None = None
    parts: dict[str, tuple[Row, ...]] = {"thead": (), "tbody": (), "tfoot": ()}
    order = ("caption", "thead", "tbody", "tfoot")
    seen = -1
    for child in element.children(*order):
        child.check_attributes()
        if order.index(child.tag) <= seen:
            hint = f"De volgorde is: {', '.join(f'<{name}>' for name in order)}."
            element.reading.refuse(child, f"<{child.tag}> staat hier te laat, of twee keer.", hint)
            continue
        seen = order.index(child.tag)
        if child.tag == "caption":
            caption = read_caption(child)
        else:
            parts[child.tag] = _read_rows(child, grid, flow)
    rows = (*parts["thead"], *parts["tbody"], *parts["tfoot"])
    if not rows:
        element.reading.refuse(element, "Deze tabel heeft geen rijen.")
        return ()
    table = Table(
        widths=_widths(element, grid.columns, rows),
        head=parts["thead"],
        body=parts["tbody"],
        foot=parts["tfoot"],
        caption=caption,
        id=element.attribute("id"),
        summary=element.words("summary"),
        source=element.own_source() or _first_cell_source(rows),
    )
    # A table in Markdown was looked at where it was typed; a broken one has enough said of it.
    fresh = ORIGIN not in element.node.attrib and len(element.reading.diagnostics) == already
    if fresh and (wrong := _wrong_header(table)):
        element.reading.report(Code.TABLE_NO_HEADER, wrong, element.place(), HEADER_HINT)
    return (table,)


def _wrong_header(table: Table) -> str:
    cells = [cell for row in (*table.head, *table.body) for cell in row.cells]
    if not any(cell.header != "none" and _words(cell) for cell in cells):
        return missing_header([])
    # In a head of several rows a cell may be empty above or below the words.
    return missing_header([_words(cell) for cell in table.head[0].cells]) if len(table.head) == 1 else ""


def _words(cell: Cell) -> str:
    runs = (run for block in iter_blocks(cell.blocks) for run in block_inlines(block))
    return " ".join(plain_text(run) for run in runs).strip()


def read_caption(element: Element) -> Caption | None:
    """Return a caption, ``None`` when it is empty."""
    element.check_attributes()
    children = read_inlines(element)
    return Caption(children, source=first_source(children)) if children else None


def _read_rows(part: Element, grid: _Grid, flow: Flow) -> tuple[Row, ...]:
    rows: list[Row] = []
    for child in part.children("tr"):
        child.check_attributes()
        row = Row(tuple(_read_cell(cell, part.tag, flow) for cell in child.children("th", "td")))
        covered = grid.add_row(row.cells)
        if covered != grid.columns:
            message = f"Deze rij heeft {covered} kolommen; de eerste rij heeft er {grid.columns}."
            part.reading.refuse(child, message)
        rows.append(row)
    if grid.spans:
        part.reading.refuse(part, f"Een cel loopt met rowspan door tot buiten <{part.tag}>.")
        grid.spans = {}
    return tuple(rows)


def _read_cell(element: Element, part: str, flow: Flow) -> Cell:
    element.check_attributes()
    header: HeaderScope = "none"
    if element.tag == "th":
        default = ("column", "row") if part == "thead" else ("row", "column")
        header = cast(HeaderScope, element.choice("scope", default))  # choice() returns one of these two
    blocks = flow(element)
    _refuse_tables(element, blocks)
    sources = (block.source for block in blocks if not isinstance(block, PageBreak | TableOfContents))
    return Cell(
        blocks=blocks,
        header=header,
        colspan=element.number("colspan", 1),
        rowspan=element.number("rowspan", 1),
        align=cast(Alignment, element.choice("align", _ALIGNMENTS)),  # choice() returns one of _ALIGNMENTS
        source=element.own_source() or next((source for source in sources if source), None),
    )


def _refuse_tables(element: Element, blocks: tuple[Block, ...]) -> None:
    """Refuse tables in a cell: there is no room for them, and who listens cannot follow them."""
    for block in iter_blocks(blocks):
        if isinstance(block, Table):
            message = "Een tabel kan niet in een cel van een andere tabel staan."
            hint = "Maak er een lijst van, of zet de tabel in een tekst die niet in een tabel komt."
            where = block.source or element.place()
            element.reading.report(Code.MARKDOWN_NOT_ALLOWED, message, where, hint)


def _first_cell_source(rows: tuple[Row, ...]) -> Source | None:
    cells = (cell for row in rows for cell in row.cells)
    return next((cell.source for cell in cells if cell.source), None)


def _widths(element: Element, columns: int, rows: tuple[Row, ...]) -> tuple[float, ...]:
    """Return fractions of the width: those given in parts, or shares by the words in each column."""
    given = element.attribute("widths").split()
    if given:
        parts = [float(part) if part.isdigit() and int(part) else 0.0 for part in given]
        if all(parts) and len(parts) == columns:
            return tuple(part / sum(parts) for part in parts)
        message = f"widths is “{' '.join(given)}”, maar de tabel heeft {columns} kolommen."
        element.reading.refuse(element, message, 'Noem voor elke kolom een heel getal: widths="50 25 25".')
    weights = [float(_SHORTEST)] * columns
    for row in rows:
        if len(row.cells) == columns:
            for at, cell in enumerate(row.cells):
                weights[at] = max(weights[at], min(_longest_line(cell), _LONGEST))
    return tuple(weight / sum(weights) for weight in weights)


def _longest_line(cell: Cell) -> int:
    runs = (run for block in iter_blocks(cell.blocks) for run in block_inlines(block))
    return max((len(plain_text(run)) for run in runs), default=0)
