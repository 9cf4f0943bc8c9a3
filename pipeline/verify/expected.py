"""What a finished file must say: the tree as passages, each character with the place where it was written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, assert_never

from pipeline.diagnostics import Source
from pipeline.document.labels import list_label
from pipeline.document.nodes import (
    Block,
    Caption,
    ContentsEntry,
    Cover,
    CrossReference,
    DefinitionList,
    Document,
    Emphasis,
    Figure,
    Footnote,
    Front,
    Heading,
    Inline,
    Language,
    Letterhead,
    LineBreak,
    Link,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Signatures,
    Strong,
    Table,
    TableOfContents,
    Text,
    TitleBlock,
)
from pipeline.document.text import first_source, plain_text
from pipeline.document.walk import block_inlines, iter_blocks
from pipeline.verify.grid import placed
from pipeline.verify.passages import Kind, Marked, Passage, Reading, call

Construct = Literal["plain", "term", "contents title", "signature", "table edge"]
"""What the tree has, where a format may show it as another kind of passage than the tree's.

``table edge``: a cell that is a header where its row or column has none, or the other way round.
"""

_HEADINGS: tuple[Kind, ...] = ("heading1", "heading2", "heading3", "heading4")


class Stretch(NamedTuple):
    """From character ``start`` words come from ``source``; ``None`` when the template wrote them.

    ``typed`` is false for words that the program made of what was typed: the call of a note, "tabel 4".
    """

    start: int
    source: Source | None
    typed: bool = True


class ExpectedPassage(NamedTuple):
    """A passage of the tree. ``nearby`` is the source of what it belongs to, when it has none of its own."""

    passage: Passage
    stretches: tuple[Stretch, ...]
    construct: Construct = "plain"
    nearby: Source | None = None

    def source_at(self, offset: int) -> Source | None:
        """Return where the character at ``offset`` was written; for words of a template, what is near it."""
        index = max(0, bisect_right(self.stretches, offset, key=lambda each: each.start) - 1)
        at = self.stretches[index] if self.stretches else Stretch(0, None)
        if at.source:
            return at.source.inside(0, offset - at.start) if at.typed else at.source
        around = (*self.stretches[index + 1 :], *reversed(self.stretches[:index]))
        return next((each.source for each in around if each.source), self.nearby)


@dataclass(frozen=True, slots=True)
class ExpectedMark:
    """A link or a passage in another language, and where its first words were written.

    ``note`` is the number of the note that it stands in, 0 outside notes.
    """

    marked: Marked
    source: Source | None
    note: int = 0


@dataclass(frozen=True, slots=True)
class Expected:
    """All that a document says. ``language`` is that of the document; links and languages in tree order."""

    document_id: str
    language: str
    passages: tuple[ExpectedPassage, ...]
    notes: tuple[ExpectedPassage, ...]
    links: tuple[ExpectedMark, ...]
    languages: tuple[ExpectedMark, ...]

    @property
    def reading(self) -> Reading:
        """Return the same as a file would tell it."""
        return Reading(
            passages=tuple(each.passage for each in self.passages),
            notes=tuple(each.passage for each in self.notes),
            links=tuple(each.marked for each in self.links),
            languages=tuple(each.marked for each in self.languages),
        )


def expected(document: Document) -> Expected:
    """Return what both files of a numbered document must say: front matter in reading order, then the body.

    Furniture of the page (wordmark, notice, watermark, the column of the follow-up pages) and the text inside
    pictures are left out.
    """
    teller = _Teller(document.metadata.language, {})
    teller.titles.update(
        (block.id, block) for block in iter_blocks(document.body) if isinstance(block, Heading) and block.id
    )
    teller.front(document.front)
    teller.blocks(document.body, _TEXT)
    return Expected(
        document_id=document.id,
        language=document.metadata.language,
        passages=tuple(teller.passages),
        notes=tuple(teller.notes[number] for number in sorted(teller.notes)),
        links=tuple(teller.links),
        languages=tuple(teller.languages),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """What running text is here, and the column of its cell."""

    kind: Literal["text", "header", "cell"]
    column: int = -1
    construct: Construct = "plain"


_TEXT = _Place("text")


@dataclass
class _Run:
    """Words in the making. ``note`` is the number of the note that they stand in."""

    note: int = 0
    words: str = ""
    stretches: list[Stretch] = field(default_factory=list[Stretch])
    tongues: list[tuple[str, int, int, Source | None]] = field(
        default_factory=list[tuple[str, int, int, "Source | None"]]
    )
    """Tag, first character, end and source of words in another language."""

    def add(self, words: str, source: Source | None, lang: str, *, typed: bool = True) -> None:
        start = len(self.words)
        self.stretches.append(Stretch(start, source, typed))
        self.words += words
        last = self.tongues[-1] if self.tongues else None
        if last and last[0] == lang and last[2] == start:
            self.tongues[-1] = (lang, last[1], len(self.words), last[3] or source)
        else:
            self.tongues.append((lang, start, len(self.words), source))


@dataclass
class _Teller:
    """Walks the tree in reading order and gathers what it says. ``titles`` are the headings by id."""

    language: str
    titles: dict[str, Heading]
    passages: list[ExpectedPassage] = field(default_factory=list[ExpectedPassage])
    notes: dict[int, ExpectedPassage] = field(default_factory=dict[int, ExpectedPassage])
    links: list[ExpectedMark] = field(default_factory=list[ExpectedMark])
    languages: list[ExpectedMark] = field(default_factory=list[ExpectedMark])

    def front(self, front: Front) -> None:
        match front:
            case Letterhead():
                self._letterhead(front)
            case Cover() | TitleBlock():
                for line in (front.title, front.subtitle, *front.lines):
                    self._passage("text", line)
            case _:
                assert_never(front)

    def blocks(self, blocks: tuple[Block, ...], place: _Place) -> None:
        for block in blocks:
            self._block(block, place)

    def _letterhead(self, head: Letterhead) -> None:
        self._passage("text", head.return_address)
        # House style 1.1 prints a classification in capitals.
        self._passage("text", (Text(head.classification.upper()),))
        for line in head.addressee:
            self._passage("text", line)
        for group in head.reference:
            around = next((source for line in group.lines if (source := first_source(line))), None)
            self._passage("text", (Text(group.label),), nearby=around)
            for line in group.lines:
                self._passage("text", line)
        for each in head.fields:
            around = first_source(each.value)
            self._passage("label", (Text(each.label),), construct="term", nearby=around)
            self._passage("text", each.value)

    def _block(self, block: Block, place: _Place) -> None:
        match block:
            case Heading():
                number = (Text(f"{block.number} "),) if block.number else ()
                self._passage(
                    _HEADINGS[block.level - 1], (*number, *block.children), place, nearby=block.source
                )
            case Paragraph():
                self._passage(
                    place.kind, block.children, place, construct=place.construct, nearby=block.source
                )
            case List():
                for number, item in enumerate(block.items, block.start):
                    label = (Text(list_label(block.kind, number)),)
                    self._passage("label", label, nearby=_first_source(item.blocks) or block.source)
                    self.blocks(item.blocks, place)
            case DefinitionList():
                for item in block.items:
                    nearby = _first_source(item.blocks) or block.source
                    self._passage("label", item.term, construct="term", nearby=nearby)
                    self.blocks(item.blocks, place)
            case Quote():
                self.blocks(block.blocks, place)
            case Table():
                self._table(block)
            case Figure():
                self._caption("Figuur", block.caption, block.source)
            case Signatures():
                for item in block.items:
                    nearby = item.source or block.source
                    self._passage("text", item.capacity, construct="signature", nearby=nearby)
                    self._passage("text", item.name, construct="signature", nearby=nearby)
            case TableOfContents():
                self._passage("heading1", block.title, construct="contents title")
                for entry in block.entries:
                    self._entry(entry)
            case PageBreak():
                pass
            case _:
                assert_never(block)

    def _table(self, table: Table) -> None:
        self._caption("Tabel", table.caption, table.source)
        headed = bool(table.body) and all(
            cell.header != "none" for cell, column in placed(table.body, len(table.widths)) if column == 0
        )
        for rows in (table.head, table.body, table.foot):
            for cell, column in placed(rows, len(table.widths)):
                usual = rows is table.head or (headed and column == 0)
                header = cell.header != "none"
                edge: Construct = "plain" if header == usual else "table edge"
                self.blocks(cell.blocks, _Place("header" if header else "cell", column, edge))

    def _caption(self, kind: str, caption: Caption | None, nearby: Source | None) -> None:
        if caption is None:
            return
        number = (Text(f"{kind}\N{NO-BREAK SPACE}{caption.number} "),) if caption.number else ()
        self._passage("caption", (*number, *caption.children), nearby=caption.source or nearby)

    def _entry(self, entry: ContentsEntry) -> None:
        """Add a line of the contents list: a number of words ("Bijlage 1") is among them, 1.1 is not."""
        number = f"{entry.number} " if entry.number and not entry.number[:1].isdigit() else ""
        heading = self.titles.get(entry.target)
        words: tuple[Inline, ...] = tuple(_flat(heading.children)) if heading else ()
        if plain_text(words) != entry.text:
            words = (Text(entry.text),)
        self._passage("entry", (Text(number), *words), nearby=heading.source if heading else None)

    def _passage(
        self,
        kind: Kind,
        inlines: tuple[Inline, ...],
        place: _Place = _TEXT,
        *,
        construct: Construct = "plain",
        nearby: Source | None = None,
    ) -> None:
        made = self._made(kind, inlines, _Run(), place.column if kind == place.kind else -1)
        if made:
            words, stretches = made
            self.passages.append(ExpectedPassage(words, stretches, construct, nearby))

    def _made(
        self, kind: Kind, inlines: tuple[Inline, ...], run: _Run, column: int
    ) -> tuple[Passage, tuple[Stretch, ...]] | None:
        """Return a passage without white space at its edges, which no file shows; ``None`` without words."""
        self._inlines(inlines, run, "")
        for lang, start, end, source in run.tongues:
            if lang and run.words[start:end].strip():
                mark = Marked(lang, run.words[start:end].strip())
                self.languages.append(ExpectedMark(mark, source, run.note))
        words = run.words.strip(" \n")
        if not words:
            return None
        lead = run.words.index(words)
        stretches = run.stretches
        if lead:
            stretches = [each._replace(start=each.start - lead) for each in stretches]
        return Passage(kind, words, column), tuple(stretches)

    def _inlines(self, inlines: tuple[Inline, ...], run: _Run, lang: str) -> None:
        for inline in inlines:
            self._inline(inline, run, lang)

    def _inline(self, inline: Inline, run: _Run, lang: str) -> None:
        match inline:
            case Text():
                run.add(inline.text, inline.source, lang)
            case LineBreak():
                run.add("\n", None, lang)
            case CrossReference():
                run.add(inline.text, inline.source, lang, typed=False)
            case Strong() | Emphasis():
                self._inlines(inline.children, run, lang)
            case Language():
                own = "" if primary(inline.lang) == primary(self.language) else inline.lang
                self._inlines(inline.children, run, own)
            case Link():
                start = len(run.words)
                self._inlines(inline.children, run, lang)
                words = run.words[start:].strip()
                if words:
                    mark = Marked(inline.href, words)
                    self.links.append(ExpectedMark(mark, first_source(inline.children), run.note))
            case Footnote():
                run.add(call(inline.number), inline.source, lang, typed=False)
                self._note(inline)
            case _:
                assert_never(inline)

    def _note(self, note: Footnote) -> None:
        made = self._made("note", note.children, _Run(note.number), -1)
        if made:
            words, stretches = made
            self.notes[note.number] = ExpectedPassage(words, stretches, nearby=note.source)


def primary(tag: str) -> str:
    """Return the language of a BCP 47 tag, without script and country."""
    return tag.partition("-")[0].lower()


def _flat(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield the plain words of a heading as a list of headings has them: on one line, without notes."""
    for inline in inlines:
        match inline:
            case Text() | CrossReference():
                yield inline
            case LineBreak():
                yield Text(" ")
            case Strong() | Emphasis() | Language() | Link():
                yield from _flat(inline.children)
            case Footnote():
                pass
            case _:
                assert_never(inline)


def _first_source(blocks: tuple[Block, ...]) -> Source | None:
    return next((source for run in _runs(blocks) if (source := first_source(run))), None)


def _runs(blocks: tuple[Block, ...]) -> Iterator[tuple[Inline, ...]]:
    for block in iter_blocks(blocks):
        yield from block_inlines(block)
