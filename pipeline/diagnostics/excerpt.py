"""The lines of a file around a finding, with a caret below the place."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from pipeline.diagnostics.plain import seen
from pipeline.diagnostics.source import Location

_AROUND = 1
_WIDTH = 96
"""Characters of a line that are shown, whatever the terminal; a longer line is cut around the place."""
_LEAD = 60
"""Characters of a long line that are shown before the place."""


def excerpt(lines: Sequence[str], at: Location) -> list[str]:
    """Return the line of a finding with a caret, and its neighbours; nothing when there is no such line."""
    if not 1 <= at.line <= len(lines):
        return []
    first, last = max(1, at.line - _AROUND), min(len(lines), at.line + _AROUND)
    gutter = len(str(last))
    start = max(0, at.column - 1 - _LEAD) if len(lines[at.line - 1]) > _WIDTH else 0
    shown: list[str] = []
    for number in range(first, last + 1):
        shown.append(f"{number:>{gutter}} | {_cut(lines[number - 1], start)}".rstrip())
        if number == at.line:
            shown.append(f"{'':>{gutter}} | {_caret(lines[number - 1], start, at)}")
    return shown


def _cut(line: str, start: int) -> str:
    return _visible(line)[start : start + _WIDTH]


def _visible(line: str) -> str:
    """Return a line in which each character has a place: tabs are spaces, stray controls are shown."""
    return seen(line.replace("\t", " "))


def _caret(line: str, start: int, at: Location) -> str:
    """Return carets below the characters that are meant, never past the end of the line."""
    before = line[start : at.column - 1]
    meant = line[at.column - 1 : min(at.column - 1 + max(at.length, 1), start + _WIDTH)]
    return " " * _cells(before) + "^" * max(1, _cells(meant))


def _cells(text: str) -> int:
    """Return how many columns of a terminal a text takes: marks that combine take none, wide ones two."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)
