"""The text of a document as words in the letters and at the left edges that the house style asks for.

House style 1.0 for letters, 2.2 for reports and annexes, 3 for colours. What stands in the letterhead and in
the margins of a page is in ``blocks``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, assert_never

from pipeline.diagnostics import Source
from pipeline.document.labels import list_label
from pipeline.document.nodes import (
    Block,
    Caption,
    ContentsEntry,
    Cover,
    DefinitionList,
    Document,
    Figure,
    Footnote,
    Heading,
    Inline,
    Letterhead,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Signatures,
    Strong,
    Table,
    TableOfContents,
    Text,
)
from pipeline.document.text import first_source, plain_text
from pipeline.document.walk import document_inlines
from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import LetterLayout, ReportLayout, TextStyle
from pipeline.verify.geometry.words import Piece, Role, Words, compact, pieces_of
from pipeline.verify.grid import placed

_NARROW = 2
"""Characters of a list label that fit in the indent of the house style; wider ones make their own."""
_SIGNATURE_COLUMNS = 2


class _Look(NamedTuple):
    """How words look where they stand; ``link`` is the colour of links."""

    name: str
    role: Role
    text: TextStyle
    left: float | None
    color: str
    link: str
    bold: bool = False
    italic: bool = False
    repeats: bool = False
    right: float | None = None


def document_words(document: Document, style: HouseStyle) -> tuple[Words, ...]:
    """Return the words of a document in reading order: titles, text, and the notes at the end."""
    made = list(_Flow(document, style).words())
    return tuple(_after_pictures(made))


def _after_pictures(words: list[Words | None]) -> Iterator[Words]:
    """Mark the words that follow a picture, for which ``None`` stands in the list."""
    below = False
    for each in words:
        if each is None:
            below = True
        else:
            yield replace(each, below_picture=True) if below else each
            below = False


class _Flow:
    """Walks a tree. ``None`` among the words is a picture."""

    def __init__(self, document: Document, style: HouseStyle) -> None:
        self.document = document
        self.style = style
        self.is_letter = isinstance(document.front, Letterhead)
        self.layout: LetterLayout | ReportLayout = style.letter if self.is_letter else style.report
        # A letter is black, its links too (house style 3).
        link = style.colors.text if self.is_letter else style.colors.link
        self.plain = _Look(
            "de tekst", "text", style.styles.body, self.layout.margins.left, style.colors.text, link
        )
        self.row = -1

    def words(self) -> Iterator[Words | None]:
        yield from self._titles()
        yield from self._blocks(self.document.body, self.plain)
        notes = (inline for inline in document_inlines(self.document) if isinstance(inline, Footnote))
        for note in sorted(notes, key=lambda each: each.number):
            yield from self._note(note)

    def _titles(self) -> Iterator[Words]:
        front, styles = self.document.front, self.style.styles
        if isinstance(front, Letterhead):
            return
        is_cover = isinstance(front, Cover)
        title = self.plain._replace(
            name="de titel",
            role="title",
            text=styles.cover_title if is_cover else styles.heading1,
            color=self.style.colors.lintblauw,
            bold=True,
        )
        yield from self._line(front.title, title)
        subtitle = self.plain._replace(name="de ondertitel", role="title", text=styles.cover_subtitle)
        yield from self._line(front.subtitle, subtitle)
        line = self.plain._replace(name="een regel onder de titel", role="title", text=styles.cover_line)
        for each in front.lines:
            yield from self._line(each, line)

    def _blocks(self, blocks: tuple[Block, ...], look: _Look) -> Iterator[Words | None]:
        for block in blocks:
            yield from self._block(block, look)

    def _block(self, block: Block, look: _Look) -> Iterator[Words | None]:
        match block:
            case Heading():
                yield from self._heading(block, look)
            case Paragraph():
                small = block.role == "note"
                note = look._replace(name="een toelichting", text=self.style.styles.small)
                yield from self._line(block.children, note if small else look, block.source)
            case List():
                yield from self._list(block, look)
            case DefinitionList():
                term = _named(look, "een begrip", "term")._replace(bold=True)
                for item in block.items:
                    yield from self._line(item.term, term, block.source)
                    yield from self._blocks(item.blocks, _indented(look, self.layout.term_width))
            case Quote():
                yield from self._blocks(block.blocks, _indented(look, self.layout.list_indent))
            case Table():
                yield from self._table(block, look)
            case Figure():
                yield None
                yield from self._caption("Figuur", block.caption, look, block.source)
            case Signatures():
                yield from self._signatures(block, look)
            case TableOfContents():
                yield from self._contents(block, look)
            case PageBreak():
                pass
            case _:
                assert_never(block)

    def _heading(self, heading: Heading, look: _Look) -> Iterator[Words]:
        own = self._heading_look(heading.level, look)
        if not heading.number:
            yield from self._line(heading.children, own, heading.source)
            return
        numbered = (Text(f"{heading.number} "), *heading.children)
        for words in self._line(numbered, own, heading.source):
            # A number of words ("Bijlage 1") stands in the line; 1.1 has a column of its own in a report.
            in_line = self.is_letter or not heading.number[:1].isdigit() or own.left is None
            yield words if in_line else _with_number(words, heading.number, self.style.report.number_indent)

    def _heading_look(self, level: int, look: _Look) -> _Look:
        styles, blue = self.style.styles, self.style.colors.lintblauw
        own = look._replace(name=f"een kop van niveau {level}", role="heading")
        if self.is_letter:
            return own._replace(text=styles.letter_heading, bold=level == 1, italic=level > 1)
        text = (styles.heading1, styles.heading2, styles.heading3, styles.heading4)[level - 1]
        color = blue if level <= 2 else look.color
        return own._replace(text=text, color=color, bold=level in (2, 3), italic=level == 4)

    def _list(self, block: List, look: _Look) -> Iterator[Words | None]:
        labels = [list_label(block.kind, number) for number, _ in enumerate(block.items, block.start)]
        wide = len(labels[-1]) > _NARROW if labels else False
        label_look = _named(look, "het teken voor een onderdeel van een lijst", "label")
        inner = look._replace(left=None) if wide else _indented(look, self.layout.list_indent)
        for label, item in zip(labels, block.items, strict=True):
            yield from self._line((Text(label),), label_look, block.source)
            yield from self._blocks(item.blocks, inner)

    def _table(self, table: Table, look: _Look) -> Iterator[Words | None]:
        colors = self.style.colors
        yield from self._caption("Tabel", table.caption, look, table.source)
        plain = look._replace(name="de tekst van een tabel", role="cell", text=self.style.styles.table)
        parts = (
            (table.head, plain._replace(color=colors.lintblauw, bold=True, repeats=True)),
            (table.body, plain),
            (table.foot, plain._replace(bold=True)),
        )
        edge = None if look.left is None else look.left + self.style.table.padding_x
        end = self.style.page.width - self.layout.margins.right
        for rows, own in parts:
            for cell, column in placed(rows, len(table.widths)):
                left = edge if column == 0 and cell.align == "left" else None
                right = None
                if look.left is not None:
                    right = look.left + (end - look.left) * sum(table.widths[: column + cell.colspan])
                yield from self._blocks(cell.blocks, own._replace(left=left, right=right))

    def _caption(
        self, kind: str, caption: Caption | None, look: _Look, nearby: Source | None
    ) -> Iterator[Words]:
        if caption is None:
            return
        own = look._replace(name="een bijschrift", role="caption", text=self.style.styles.caption)
        number = Strong((Text(f"{kind} {caption.number} "),))
        children = (number, *caption.children) if caption.number else caption.children
        yield from self._line(children, own, caption.source or nearby)

    def _signatures(self, block: Signatures, look: _Look) -> Iterator[Words]:
        for index, item in enumerate(block.items):
            column = index % _SIGNATURE_COLUMNS
            self.row += column == 0
            left = None if look.left is None else look.left + column * self.layout.signature_column
            own = look._replace(name="de ondertekening", left=left)
            source = item.source or block.source
            for role, inlines in (("capacity", item.capacity), ("name", item.name)):
                for words in self._line(inlines, own._replace(role=role), source):
                    yield replace(words, row=self.row)

    def _contents(self, block: TableOfContents, look: _Look) -> Iterator[Words]:
        yield from self._line(block.title, self._heading_look(1, look))
        for entry in block.entries:
            yield from self._entry(entry, look)

    def _entry(self, entry: ContentsEntry, look: _Look) -> Iterator[Words]:
        """Yield a line of the contents list without dots and page, after a number in a column of its own."""
        styles, first = self.style.styles, entry.level == 1
        in_line = f"{entry.number} " if entry.number and not entry.number[:1].isdigit() else ""
        in_column = (bool(entry.number) and not in_line) or not first
        own = look._replace(
            name="een regel van de inhoudsopgave",
            role="entry",
            text=styles.contents1 if first else styles.contents2,
            bold=first,
            left=look.left + self.style.report.number_indent if in_column and look.left else look.left,
        )
        if entry.number and not in_line:
            yield from self._line((Text(entry.number),), own._replace(left=look.left))
        for words in self._line((Text(in_line + entry.text),), own):
            yield replace(words, to_page=True)

    def _note(self, note: Footnote) -> Iterator[Words]:
        look = self.plain._replace(name="een noot", role="note", text=self.style.styles.footnote)
        children = (Text(f"{note.number} "), *note.children)
        for words in self._line(children, look, note.source):
            yield replace(words, number=note.number)

    def _line(
        self, inlines: tuple[Inline, ...], look: _Look, nearby: Source | None = None
    ) -> Iterator[Words]:
        plain = Piece(bold=look.bold, italic=look.italic, color=look.color)
        pieces = tuple(pieces_of(inlines, plain, link=look.link, call=self.style.colors.text))
        if pieces:
            yield Words(
                look.name,
                look.role,
                look.text,
                pieces,
                "".join(piece.characters for piece in pieces),
                left=look.left,
                right=look.right,
                repeats=look.repeats,
                source=first_source(inlines) or nearby,
                said=" ".join(plain_text(inlines).split()),
            )


def _named(look: _Look, name: str, role: Role) -> _Look:
    """Return a look for words beside others; in a cell they have the white of the cell around them too."""
    return look._replace(name=name, role="cell" if look.role == "cell" else role)


def _indented(look: _Look, by: float) -> _Look:
    return look._replace(left=None if look.left is None or look.role == "cell" else look.left + by)


def _with_number(words: Words, number: str, indent: float) -> Words:
    assert words.left is not None, "asked for headings at an edge only"
    return replace(words, lead=len(compact(number)), lead_left=words.left, left=words.left + indent)
