"""The text of a Word file from begin to end: which passages a reader meets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from pipeline.verify.docx.markup import Element, name, value
from pipeline.verify.docx.numbering import Counter
from pipeline.verify.docx.package import Relationship
from pipeline.verify.docx.styles import Shape, Styles
from pipeline.verify.docx.tables import TableCell, rows
from pipeline.verify.docx.words import TAB, Piece, WordReader
from pipeline.verify.passages import Kind, Marked, Passage, Reading

_HEADINGS: tuple[Kind, ...] = ("heading1", "heading2", "heading3", "heading4")
_CONTENTS_STYLE = re.compile("toc [1-9]")
_CAPTION_STYLES = {"caption", "bijschrift"}
_TERM_STYLE = "begrip"
_CELLS = ("header", "cell")
_EDGES = " \n"
_SILENT = re.compile(r"\s+|⟦\d+⟧")
"""Words of a piece that are in no language: white space, the call of a note."""
_PARAGRAPH, _TABLE = name("w:p"), name("w:tbl")
_WRAPPERS = {name(f"w:{each}") for each in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}


def read_story(
    body: Element,
    body_relationships: Mapping[str, Relationship],
    footnotes: Element | None,
    note_relationships: Mapping[str, Relationship],
    styles: Styles,
) -> Reading:
    """Return what a document says: the text, then its notes in the order of their calls."""
    calls: list[str] = []
    story = _Story(styles, WordReader(styles, body_relationships, calls), Counter(styles.lists))
    story.read(body)
    below = _Story(styles, WordReader(styles, note_relationships, calls), story.counter)
    notes = {} if footnotes is None else {value(each, "w:id"): each for each in footnotes}
    words = [below.note(notes[identity]) for identity in calls if identity in notes]
    return Reading(
        passages=tuple(story.passages),
        notes=tuple(Passage("note", each) for each in words if each),
        links=(*story.links, *below.links),
        languages=(*story.languages, *below.languages),
    )


@dataclass(slots=True)
class _Story:
    """Reads one part. Words outside tables have no cell."""

    styles: Styles
    words: WordReader
    counter: Counter
    passages: list[Passage] = field(default_factory=list[Passage])
    links: list[Marked] = field(default_factory=list[Marked])
    languages: list[Marked] = field(default_factory=list[Marked])

    def read(self, around: Element, cell: TableCell | None = None) -> None:
        """Read the paragraphs and tables in an element, in their order."""
        for each in around:
            if each.tag == _PARAGRAPH:
                self._paragraph(each, cell)
            elif each.tag == _TABLE:
                self._table(each)
            elif each.tag in _WRAPPERS:
                self.read(each, cell)

    def note(self, footnote: Element) -> str:
        """Return the words of a note; its paragraphs stand on lines of their own."""
        lines: list[str] = []
        for paragraph in footnote.iter(_PARAGRAPH):
            pieces = self.words.pieces(paragraph)
            self._mark(pieces)
            lines.append(_joined(pieces).strip(_EDGES))
        return "\n".join(line for line in lines if line)

    def _paragraph(self, paragraph: Element, cell: TableCell | None) -> None:
        shape = self.styles.shape(paragraph)
        pieces = self.words.pieces(paragraph)
        self._mark(pieces)
        label = self.counter.label(*shape.numbering) if shape.numbering else ""
        for kind, words in _parts(shape, label, pieces, cell):
            stripped = words.strip(_EDGES)
            if stripped:
                column = cell.column if cell and kind in _CELLS else -1
                self.passages.append(Passage(kind, stripped, column))

    def _table(self, table: Element) -> None:
        for row in rows(table):
            for cell in row.cells:
                if not cell.continues:
                    self.read(cell.element, cell)

    def _mark(self, pieces: list[Piece]) -> None:
        for link, group in groupby(pieces, key=lambda piece: piece.link):
            if link is not None:
                self.links.append(Marked(link.address, _joined(group).strip(_EDGES)))
        for language, words in _spoken(pieces):
            if language and language != self.styles.language and words.strip(_EDGES):
                self.languages.append(Marked(language, words.strip(_EDGES)))


def _spoken(pieces: list[Piece]) -> Iterator[tuple[str, str]]:
    """Yield languages and what is said in them; a new line or the call of a note does not end a stretch."""
    language = words = silent = ""
    for piece in pieces:
        if _SILENT.fullmatch(piece.words):
            silent += piece.words
            continue
        if piece.language == language:
            words += silent + piece.words
        else:
            if words:
                yield language, words
            language, words = piece.language, piece.words
        silent = ""
    if words:
        yield language, words


def _parts(
    shape: Shape, label: str, pieces: list[Piece], cell: TableCell | None
) -> Iterator[tuple[Kind, str]]:
    """Yield the passages of one paragraph: what stands before its words, and the words."""
    style = shape.style_name.lower()
    if _CONTENTS_STYLE.fullmatch(style):
        yield "entry", _entry(pieces)
    elif style in _CAPTION_STYLES:
        yield "caption", _joined(pieces)
    elif shape.outline is not None and shape.outline < len(_HEADINGS):
        yield _HEADINGS[shape.outline], f"{label} {_joined(pieces)}"
    else:
        yield "label", label
        before, tab, after = _split(pieces)
        words: Kind = "text" if cell is None else "header" if cell.header else "cell"
        if tab or style == _TERM_STYLE:
            yield "label", before
            yield words, after
        else:
            yield words, before


def _split(pieces: list[Piece]) -> tuple[str, bool, str]:
    """Return the words before the first tab, whether there is a tab, and the words after it."""
    texts = [piece.words for piece in pieces]
    if TAB not in texts:
        return "".join(texts), False, ""
    at = texts.index(TAB)
    return "".join(texts[:at]), True, _joined(pieces[at + 1 :])


def _entry(pieces: list[Piece]) -> str:
    """Return a line of the contents list without the number before and the page after its words."""
    columns = "".join(piece.words for piece in pieces).split(TAB)
    return " ".join(columns[1:-1] or columns[:1])


def _joined(pieces: Iterable[Piece]) -> str:
    return "".join(" " if piece.words == TAB else piece.words for piece in pieces)
