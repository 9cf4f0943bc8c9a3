"""The words that a tree prints, each with the letters, colour and place that the house style gives them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple, assert_never

from pipeline.diagnostics import Source
from pipeline.document.nodes import (
    CrossReference,
    Emphasis,
    Footnote,
    Inline,
    Language,
    LineBreak,
    Link,
    Strong,
    Text,
)
from pipeline.house_style.tokens import TextStyle

Role = Literal[
    "place",
    "title",
    "text",
    "heading",
    "label",
    "term",
    "cell",
    "caption",
    "entry",
    "capacity",
    "name",
    "note",
]
"""What words are: ``place`` has a place of its own on the page, ``label`` stands before an item of a list,
``capacity`` and ``name`` are of a signature."""

_HYPHENS = {0x2010: "-", 0x2011: "-", 0x00AD: None}


class Piece(NamedTuple):
    """Characters in one face and colour. ``raised`` is the call of a note."""

    characters: str = ""
    bold: bool = False
    italic: bool = False
    color: str = ""
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, heading, cell or other run of lines in one text style.

    ``name`` says in Dutch what it is ("een kop van niveau 2"). ``characters`` are those of the pieces,
    without white space. Lines begin at ``left`` mm and end before ``right``, ``None`` where the house style
    does not say; the first ``lead`` characters (the number of a heading) begin at ``lead_left``.
    ``repeats``: the head of a table, which returns on every page. ``to_page``: dots and the number of a page
    follow, which are no words. ``below_picture``: the first text after a picture. ``row`` counts rows of
    signatures from 0, ``number`` is that of a note. ``said`` is what a person reads.
    """

    name: str
    role: Role
    text: TextStyle
    pieces: tuple[Piece, ...]
    characters: str
    left: float | None = None
    right: float | None = None
    lead: int = 0
    lead_left: float = 0.0
    repeats: bool = False
    to_page: bool = False
    below_picture: bool = False
    row: int = -1
    number: int = 0
    said: str = ""
    source: Source | None = None

    def pieces_between(self, start: int, end: int) -> Sequence[Piece]:
        """Return the pieces that have characters from ``start`` up to ``end``."""
        if len(self.pieces) == 1 and start < len(self.characters) and end > 0:
            return self.pieces
        found: list[Piece] = []
        at = 0
        for piece in self.pieces:
            if at < end and at + len(piece.characters) > start:
                found.append(piece)
            at += len(piece.characters)
        return found


@lru_cache(maxsize=1 << 15)
def compact(text: str) -> str:
    """Return words in a form that does not depend on how a file spells spaces, hyphens and ligatures.

    Nor on where it cuts them into pieces: each character is taken apart by itself. A font that has no letter
    with its accent shows them as two pieces.
    """
    if not text.isascii():
        text = "".join(map(_taken_apart, text))
    return "".join(text.split())


@lru_cache(maxsize=1 << 12)
def _taken_apart(character: str) -> str:
    return unicodedata.normalize("NFKD", character).translate(_HYPHENS)


def pieces_of(inlines: tuple[Inline, ...], plain: Piece, *, link: str, call: str) -> Iterator[Piece]:
    """Yield the characters of inline nodes that look like ``plain`` where nothing else is said.

    ``link`` is the colour of links to web addresses, ``call`` that of the calls of notes.
    """
    for inline in inlines:
        match inline:
            case Text() | CrossReference():
                if characters := compact(inline.text):
                    yield Piece(characters, plain.bold, plain.italic, plain.color, plain.raised)
            case LineBreak():
                pass
            case Strong():
                yield from pieces_of(inline.children, plain._replace(bold=True), link=link, call=call)
            case Emphasis():
                yield from pieces_of(inline.children, plain._replace(italic=True), link=link, call=call)
            case Language():
                yield from pieces_of(inline.children, plain, link=link, call=call)
            case Link():
                yield from pieces_of(inline.children, plain._replace(color=link), link=link, call=call)
            case Footnote():
                yield Piece(str(inline.number), color=call, raised=True)
            case _:
                assert_never(inline)
