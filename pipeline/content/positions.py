"""Where every key and value of one YAML file stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from pipeline.content.extents import extent
from pipeline.content.scalar_lines import Anchor, Place, block_anchors, find_typed, flow_anchors
from pipeline.diagnostics import KeyPath, Location


class Style(Enum):
    """How a value was typed; the value of each member is its mark in YAML."""

    PLAIN = ""
    SINGLE_QUOTED = "'"
    DOUBLE_QUOTED = '"'
    LITERAL = "|"
    FOLDED = ">"
    GROUP = "group"


class Span(NamedTuple):
    """Where a value and its key stand; lines and columns from 0, ``end`` is just after the value."""

    start: Place
    end: Place
    key: Place | None
    key_end: Place | None
    style: Style
    indent: int
    """Column at which the lines of a block scalar begin; 0 for other values."""


@dataclass(frozen=True, slots=True)
class Positions:
    """The places of all keys and values in one file.

    It keeps the text, and works out a place inside a value only when it is asked for one: findings are few.
    """

    file: str
    text: str
    spans: Mapping[KeyPath, Span]

    def lookup(self, path: KeyPath, line: int = 0, column: int = 0) -> Location:
        """Return where a value stands, or a place inside its text.

        ``line`` and ``column`` count from 0 inside the text of the value. The nearest parent answers for a
        value that was not written.
        """
        known, span = self._nearest(path)
        if span is None:
            return Location(self.file)
        if known != path or span.style is Style.GROUP:
            return self._location(span.start)
        if line or column or span.style in (Style.LITERAL, Style.FOLDED):
            return self._location_inside(span, Place(line, column))
        return self._location(span.start, span.end)

    def key_location(self, path: KeyPath) -> Location:
        """Return where the key of a value stands; a list entry, which has no key, answers with its value."""
        known, span = self._nearest(path)
        if span is None:
            return Location(self.file)
        if known != path or span.key is None:
            return self._location(span.start)
        return self._location(span.key, span.key_end)

    def _nearest(self, path: KeyPath) -> tuple[KeyPath, Span | None]:
        for length in range(len(path), -1, -1):
            span = self.spans.get(path[:length])
            if span is not None:
                return path[:length], span
        return (), None

    def _location(self, start: Place, end: Place | None = None) -> Location:
        length = end.column - start.column if end and end.line == start.line else 0
        return Location(self.file, start.line + 1, start.column + 1, length)

    def _location_inside(self, span: Span, place: Place) -> Location:
        lines = self.text.split("\n")
        at = self._inside(lines, span, place)
        length = extent(lines[at.line], at.column)
        return Location(self.file, at.line + 1, at.column + 1, length)

    def _inside(self, lines: list[str], span: Span, place: Place) -> Place:
        if span.style in (Style.LITERAL, Style.FOLDED):
            first = span.start.line + 1
            typed = lines[first : span.end.line + 1 if span.end.column else span.end.line]
            folded = span.style is Style.FOLDED
            found = find_typed(block_anchors(typed, span.indent, folded=folded), place)
            return _within(lines, Place(first + found.line, found.column))
        found = find_typed(self._flow_anchors(lines, span), place)
        return _within(lines, found)

    @staticmethod
    def _flow_anchors(lines: list[str], span: Span) -> list[Anchor]:
        """Return the anchors of a plain or quoted scalar, in lines and columns of the file."""
        quote = span.style.value
        start, end = span.start, span.end
        typed = lines[start.line : end.line + 1]
        typed[-1] = typed[-1][: end.column - len(quote)]
        first_column = start.column + len(quote)
        typed[0] = typed[0][first_column:]
        return [
            Anchor(
                value,
                Place(start.line + at.line, at.column + (first_column if at.line == 0 else 0)),
            )
            for value, at in flow_anchors(typed, quote)
        ]


def _within(lines: list[str], place: Place) -> Place:
    """Keep a place on its line: a value may be asked for a place just after its last character."""
    if place.line >= len(lines):
        return Place(len(lines) - 1, len(lines[-1]))
    return Place(place.line, min(place.column, len(lines[place.line])))
