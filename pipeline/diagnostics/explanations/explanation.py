"""What an explanation of a code holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.diagnostics.source import KeyPath

_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad]")


@dataclass(frozen=True, slots=True)
class InFile:
    """A piece of a file with the mistake, and the same piece without it.

    A test plants both in the small valid project: ``wrong`` must give exactly this code, ``right`` no finding
    at all. The pieces start in the first column; planted, they stand where the key that they replace stood.
    """

    file: str
    """Path from the project's root."""
    at: KeyPath
    """The key that the piece replaces, with everything below it; ``()`` is the whole file."""
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Situation:
    """Something that no piece of one file can show, told in a sentence: a file is absent, a page is full."""

    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a code is reported, in one or two plain Dutch sentences, and how it goes wrong and right."""

    cause: str
    example: InFile | Situation


def visible(piece: str) -> str:
    """Return a piece of a file with a mark for every character that nobody would see."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", piece)
