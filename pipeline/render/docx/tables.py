"""Tables of data: head rows that repeat, sums at the end, cells over several columns and rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from pipeline.document.nodes import Block, Cell, Heading, Paragraph, Row, Table
from pipeline.document.text import plain_text
from pipeline.document.walk import iter_blocks
from pipeline.render.docx.captions import caption
from pipeline.render.docx.elements import Element
from pipeline.render.docx.measure import line_count
from pipeline.render.docx.oxml import (
    hex_color,
    mm_twips,
    paragraph,
    paragraph_property,
    pt_mm,
    pt_twips,
    set_paragraph_property,
    w,
)
from pipeline.render.docx.place import Place, WriteBlocks
from pipeline.render.docx.story import Story


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the rows of a group look, whether they repeat and whether they keep with what follows."""

    style: str
    fill: str = ""
    repeats: bool = False
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class _Slot:
    """A cell at its place in the grid; ``first`` is false for the lower parts of a cell over several rows."""

    cell: Cell
    column: int
    first: bool
    merged: bool

    @property
    def end(self) -> int:
        return self.column + self.cell.colspan


def table(block: Table, story: Story, place: Place, write: WriteBlocks) -> list[Element]:
    """Return the caption and the table, as wide as its place allows."""
    colors = story.style.colors
    head = _Kind("Tabelkop", colors.header_fill, repeats=True, keep_next=True)
    foot = _Kind("Tabelsom", colors.sum_fill)
    body, last = _Kind("Tabeltekst"), _Kind("Tabeltekst", keep_next=bool(block.foot))
    grid = _Grid(_column_edges(block.widths, place.width - place.left - place.right), story, write)
    made = w("tbl", _properties(block, place, grid), grid.columns())
    made.extend(grid.rows(block.head, [head] * len(block.head)))
    made.extend(grid.rows(block.body, [*[body] * (len(block.body) - 1), last][: len(block.body)]))
    made.extend(grid.rows(block.foot, [foot] * len(block.foot)))
    if block.caption is None:
        return [made]
    return [caption("Tabel", block.caption, block.id, story, place), made]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Writes rows on a grid of columns. ``edges`` are the twips at which columns begin and end."""

    edges: tuple[int, ...]
    story: Story
    write: WriteBlocks

    @property
    def width(self) -> int:
        return self.edges[-1]

    def columns(self) -> Element:
        return w("tblGrid", *(w("gridCol", w=right - left) for left, right in pairwise(self.edges)))

    def rows(self, rows: tuple[Row, ...], kinds: list[_Kind]) -> Iterator[Element]:
        """Yield the rows of a group; cells may span rows of their own group."""
        for slots, kind in zip(_occupied(rows, len(self.edges) - 1), kinds, strict=True):
            whole = kind.repeats or self._fits_page(slots)
            properties = [w("cantSplit")] if whole else []
            properties += [w("tblHeader")] if kind.repeats else []
            cells = (self._cell(slot, kind) for slot in slots)
            yield w("tr", w("trPr", *properties) if properties else None, *cells)

    def _cell(self, slot: _Slot, kind: _Kind) -> Element:
        cell = slot.cell
        properties = w("tcPr", w("tcW", w=self.edges[slot.end] - self.edges[slot.column], type="dxa"))
        if cell.colspan > 1:
            properties.append(w("gridSpan", val=cell.colspan))
        if slot.merged:
            properties.append(w("vMerge", val="restart") if slot.first else w("vMerge"))
        if kind.fill:
            properties.append(w("shd", val="clear", color="auto", fill=hex_color(kind.fill)))
        return w("tc", properties, *self._content(slot, kind))

    def _content(self, slot: _Slot, kind: _Kind) -> list[Element]:
        """Return the blocks of a cell; Word wants every cell to end in a paragraph."""
        place = Place(
            width=self._inner_width(slot),
            style=kind.style,
            align=slot.cell.align,
            in_table=True,
            keep_next=kind.keep_next,
        )
        content = self.write(slot.cell.blocks, self.story, place) if slot.first else []
        half = pt_twips(self.story.style.styles.table.leading / 2)
        for below in content[1:]:
            if below.is_paragraph and paragraph_property(below, "numPr") is None:
                set_paragraph_property(below, "spacing", before=half)
        if content and content[-1].is_paragraph:
            return content
        return [*content, paragraph(kind.style)]

    def _inner_width(self, slot: _Slot) -> float:
        width = (self.edges[slot.end] - self.edges[slot.column]) / mm_twips(1)
        return width - 2 * self.story.style.table.padding_x

    def _fits_page(self, slots: list[_Slot]) -> bool:
        """Whether a row is surely lower than half a page: such a row stays whole, a longer one may break."""
        text = self.story.style.styles.table
        most = self.story.area.height / 2 / pt_mm(text.leading)
        return all(self._lines_at_most(slot, most) for slot in slots)

    def _lines_at_most(self, slot: _Slot, most: float) -> bool:
        texts = _texts(slot.cell.blocks)
        # Every line holds a word at least, and counting words is quick.
        if sum(map(_word_count, texts)) <= most:
            return True
        style = self.story.style
        size, width = style.styles.table.size, self._inner_width(slot)
        return sum(line_count(each, size, width, style) for each in texts) <= most


def _properties(block: Table, place: Place, grid: _Grid) -> Element:
    """Write ``tblPr`` in the order of the schema; caption and description are Word's text alternative."""
    first_column = [slots[0].cell for slots in _occupied(block.body, len(block.widths)) if slots]
    row_headers = bool(first_column) and all(cell.header == "row" for cell in first_column)
    look = w(
        "tblLook",
        firstRow=int(bool(block.head)),
        lastRow=int(bool(block.foot)),
        firstColumn=int(row_headers),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )
    title = plain_text(block.caption.children) if block.caption else ""
    return w(
        "tblPr",
        w("tblStyle", val="TabelHuisstijl"),
        w("tblW", w=grid.width, type="dxa"),
        w("tblInd", w=mm_twips(place.left), type="dxa"),
        w("tblLayout", type="fixed"),
        look,
        w("tblCaption", val=title) if title else None,
        w("tblDescription", val=block.summary) if block.summary else None,
    )


def _column_edges(widths: tuple[float, ...], total: float) -> tuple[int, ...]:
    """Return where columns begin, so that rounding never makes the table wider or narrower than asked."""
    return tuple(mm_twips(total * share) for share in accumulate(widths, initial=0.0))


def _occupied(rows: tuple[Row, ...], columns: int) -> Iterator[list[_Slot]]:
    """Yield for each row the cells that stand in it, those that reach down from earlier rows included.

    Rows that are too short are filled up with empty cells; a cell that is too wide stops at the last column.
    """
    reaching: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        waiting = list(row.cells)
        slots: list[_Slot] = []
        column = 0
        while column < columns:
            above = reaching.pop(column, None)
            cell, left = above or _next_cell(waiting, columns - column, reaching, column)
            slots.append(_Slot(cell, column, first=above is None, merged=cell.rowspan > 1))
            if left > 1:
                reaching[column] = (cell, left - 1)
            column += cell.colspan
        yield slots


def _next_cell(
    waiting: list[Cell], room: int, reaching: dict[int, tuple[Cell, int]], column: int
) -> tuple[Cell, int]:
    cell = waiting.pop(0) if waiting else Cell(())
    taken = min((other - column for other in reaching if other > column), default=room)
    colspan, rowspan = max(1, min(cell.colspan, room, taken)), max(1, cell.rowspan)
    if (colspan, rowspan) != (cell.colspan, cell.rowspan):
        cell = replace(cell, colspan=colspan, rowspan=rowspan)
    return cell, rowspan


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    return [
        plain_text(block.children) for block in iter_blocks(blocks) if isinstance(block, Paragraph | Heading)
    ]


def _word_count(text: str) -> int:
    return text.count(" ") + text.count("\n") + 1
