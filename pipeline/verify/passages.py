"""The form in which a tree and a file are compared: passages of words in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal[
    "heading1",
    "heading2",
    "heading3",
    "heading4",
    "text",
    "label",
    "header",
    "cell",
    "caption",
    "entry",
    "note",
]
"""What a passage is.

``label`` stands before other words: a bullet or number of a list, a term, "Datum". ``header`` and ``cell``
are text in a header cell and in a data cell. ``entry`` is a line of the contents list without its number
and page.
"""

LINE_END = "\N{LINE SEPARATOR}"
"""In words read from a PDF: a line ended here.

Our own files hold a space before it where the words are two, or where the line end was forced, and none where
a word or a compound was broken. Files of other programs need not say whether a space stood here.
"""


class Passage(NamedTuple):
    """Words that belong together: a paragraph, a heading, the text of a cell. Never empty.

    ``words`` has calls of notes as ``call()`` writes them and forced line ends as newlines. ``column`` is the
    column of the grid that a cell begins in, counted from 0; -1 outside tables.
    """

    kind: Kind
    words: str
    column: int = -1


@dataclass(frozen=True, slots=True)
class Marked:
    """Words with something that is not words: the address of a link, the tag of another language."""

    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a document says, in reading order, as the tree or a finished file tells it.

    ``notes`` are the footnotes by number, from 1. ``links`` are links to web addresses. Text inside pictures
    and furniture of the page is left out: headers, footers, watermark, page numbers, and the column of the
    pages after a letter's first.
    """

    passages: tuple[Passage, ...]
    notes: tuple[Passage, ...] = ()
    links: tuple[Marked, ...] = ()
    languages: tuple[Marked, ...] = ()


_CALL = re.compile("⟦(\\d+)⟧")


def call(number: int) -> str:
    """Return how the call of a note is written among words."""
    return f"⟦{number}⟧"


def without_calls(words: str, instead: str = "") -> str:
    r"""Return words without the calls of notes; in ``instead`` stands ``\1`` for the number of the note."""
    return _CALL.sub(instead, words)
