"""What has a place of its own on a page: the parts of a letterhead, the sender, page numbers, running titles.

House style 1.0 (letters) and 2.2 (reports). The words come from the tree, the places from the tokens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.document.nodes import Cover, Document, HeadField, Inline, Letterhead, ReferenceGroup, Text
from pipeline.document.text import first_source, plain_text
from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import Box, TextStyle
from pipeline.verify.geometry.measure import MM_PER_PT
from pipeline.verify.geometry.words import Piece, Words, pieces_of

BESIDE = -1.0
"""In place of white space: these words stand beside the ones before them, on the same line."""


HEAD_FIELDS = "het vak met datum en betreft"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together at a place. ``name`` is Dutch with its article: "de adressering".

    The first line has its top at ``top`` mm; ``gaps`` is the white space in mm above each run of words,
    ``BESIDE`` for words on the line of those before. Words begin at their ``left``; a block on the ``right``
    side ends there. ``whole`` is false when more words may follow (a number of pages that is not known).
    ``width`` and ``height`` are of the box around them where the house style gives one, else 0; only a Word
    file has such boxes.
    """

    name: str
    top: float
    words: tuple[Words, ...]
    gaps: tuple[float, ...]
    side: Literal["left", "right"] = "left"
    whole: bool = True
    width: float = 0.0
    height: float = 0.0

    @property
    def characters(self) -> str:
        """Return all characters, without white space."""
        return "".join(each.characters for each in self.words)


def blocks_on(document: Document, style: HouseStyle, page: int, pages: int = 0) -> tuple[Block, ...]:
    """Return what has a place on a page, counted from 1; ``pages`` is their number, 0 when not known."""
    front = document.front
    if isinstance(front, Letterhead):
        made = _Letter(document, front, style).blocks(page, pages)
    else:
        made = _Report(document, style).blocks(page, pages)
    return tuple(block for block in made if block.words)


@dataclass(frozen=True, slots=True)
class _Furniture:
    """What letters and reports have in common."""

    document: Document
    style: HouseStyle

    def words(
        self,
        name: str,
        inlines: tuple[Inline, ...],
        text: TextStyle,
        left: float,
        plain: Piece | None = None,
    ) -> tuple[Words, ...]:
        """Return words, or nothing when there are none."""
        colors = self.style.colors
        look = plain or Piece(color=colors.text)
        # What has its own place is black, links too, where it is not furniture in another colour.
        pieces = tuple(pieces_of(inlines, look, link=look.color, call=colors.text))
        characters = "".join(piece.characters for piece in pieces)
        made = Words(name, "place", text, pieces, characters, left=left, source=first_source(inlines))
        return (made,) if characters else ()

    def one(self, name: str, said: str, text: TextStyle, left: float, top: float, plain: Piece) -> Block:
        """Return a block of one line."""
        return Block(name, top, self.words(name, (Text(said),), text, left, plain), (0.0,))

    def notice(self, left: float, top: float) -> Block:
        text, color = self.style.styles.notice, self.style.colors.notice
        return self.one("de aanduiding", self.document.notice, text, left, top, Piece(color=color))

    def paging(self, page: int, pages: int, edge: float, top: float) -> Block:
        said = f"Pagina {page} van {pages or ''}"
        plain = Piece(color=self.style.colors.text)
        made = self.one("het paginanummer", said, self.style.styles.paging, edge, top, plain)
        return replace(made, whole=pages > 0)

    def wordmark(self, lines: Iterable[str], left: float, top: float) -> Block:
        text = self.style.styles.wordmark
        words = [self.words("het woordmerk", (Text(line),), text, left) for line in lines]
        return stacked("het woordmerk", top, words)


def stacked(name: str, top: float, lines: Iterable[tuple[Words, ...]]) -> Block:
    """Return a block of lines without white space between them."""
    words = tuple(each for line in lines for each in line)
    return Block(name, top, words, (0.0,) * len(words))


def _boxed(block: Block, box: Box) -> Block:
    return replace(block, width=box.width, height=box.height)


class _Letter:
    def __init__(self, document: Document, front: Letterhead, style: HouseStyle) -> None:
        self.front, self.style = front, style
        self.furniture = _Furniture(document, style)
        self.layout = style.letter
        self.bold = Piece(bold=True, color=style.colors.text)

    def blocks(self, page: int, pages: int) -> Iterator[Block]:
        layout = self.layout
        if page == 1:
            yield from self._head()
        else:
            yield self._reference("de kolom van een vervolgblad", self.front.follow_up)
        yield self._classification("de rubricering boven aan de bladzijde", layout.classification)
        yield self._classification("de rubricering onder aan de bladzijde", layout.classification_bottom)
        paging = self.furniture.paging(page, pages, layout.paging.x, layout.paging.y)
        yield _boxed(paging, layout.paging)
        yield self.furniture.notice(layout.notice.x, layout.notice.y)

    def _head(self) -> Iterator[Block]:
        layout, styles, front = self.layout, self.style.styles, self.front
        lines = len(front.wordmark)
        top = layout.wordmark_middle - lines * styles.wordmark.leading * MM_PER_PT / 2
        yield self.furniture.wordmark(front.wordmark, layout.wordmark_left, top)
        name, box = "het retouradres", layout.return_address
        line = self.furniture.words(name, front.return_address, styles.return_address, box.x)
        yield _boxed(stacked(name, box.y, (line,)), box)
        yield self._addressee()
        yield self._reference("de referentiekolom", front.reference)
        yield self._fields()

    def _classification(self, name: str, box: Box) -> Block:
        # House style 1.1 prints a classification in capitals.
        said, text = self.front.classification.upper(), self.style.styles.classification
        return _boxed(self.furniture.one(name, said, text, box.x, box.y, self.bold), box)

    def _addressee(self) -> Block:
        box, text, name = self.layout.addressee, self.style.styles.body, "de adressering"
        # Below a classification there is room one line lower (house style 1.0).
        lower = text.leading * MM_PER_PT if self.front.classification else 0.0
        lines = (self.furniture.words(name, line, text, box.x) for line in self.front.addressee)
        return _boxed(stacked(name, box.y + lower, lines), box)

    def _reference(self, name: str, groups: tuple[ReferenceGroup, ...]) -> Block:
        box, text = self.layout.reference, self.style.styles.reference
        plain = self.bold
        words: list[Words] = []
        gaps: list[float] = []
        for group in groups:
            gap = self.layout.reference_gap if words else 0.0
            look = plain._replace(bold=group.emphasis == "bold", italic=group.emphasis == "italic")
            lines = [self.furniture.words(name, (Text(group.label),), text, box.x, plain)]
            lines += [self.furniture.words(name, line, text, box.x, look) for line in group.lines]
            for each in (each for line in lines for each in line):
                words.append(each)
                gaps.append(gap)
                gap = 0.0
        # The column is as high as its groups need.
        return Block(name, box.y, tuple(words), tuple(gaps), width=box.width)

    def _fields(self) -> Block:
        box = self.layout.head_fields
        words = [each for field in self.front.fields for each in self._field(field)]
        gaps = [0.0 if each.left == box.x else BESIDE for each in words]
        made = Block(HEAD_FIELDS, box.y, tuple(words), tuple(gaps), width=box.width)
        # The box reaches to the text, which it pushes down when it grows.
        return replace(made, height=self.layout.body_top_first - box.y)

    def _field(self, field: HeadField) -> tuple[Words, ...]:
        layout, text = self.layout, self.style.styles.body
        label = self.furniture.words(
            f"het opschrift “{field.label}”", (Text(field.label),), text, layout.head_fields.x
        )
        name = f"de tekst achter “{field.label}”"
        return (*label, *self.furniture.words(name, field.value, text, layout.head_value_left))


class _Report:
    def __init__(self, document: Document, style: HouseStyle) -> None:
        self.document, self.style = document, style
        self.furniture = _Furniture(document, style)
        self.layout = style.report

    def blocks(self, page: int, pages: int) -> Iterator[Block]:
        layout, front = self.layout, self.document.front
        left = layout.margins.left
        if page == 1 and isinstance(front, Cover):
            # The coloured block fills the foot of the cover, so the notice stands at its head.
            yield self.furniture.notice(left, layout.header_top)
            yield self.furniture.wordmark(front.wordmark, layout.wordmark.x, layout.wordmark.y)
            return
        if page > 1:
            yield self._running_title(left)
        yield self.furniture.notice(left, layout.footer_top)
        right = self.style.page.width - layout.margins.right
        number = self.furniture.paging(page, pages, right, layout.footer_top)
        yield replace(number, side="right")

    def _running_title(self, left: float) -> Block:
        front = self.document.front
        assert not isinstance(front, Letterhead), "letters have no running title"
        plain = Piece(color=self.style.colors.text)
        words = plain_text(front.title)
        return self.furniture.one(
            "de lopende titel", words, self.style.styles.paging, left, self.layout.header_top, plain
        )
