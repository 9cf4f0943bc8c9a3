"""From a place inside a value's text back to the place in the file where those characters were typed.

YAML joins lines, strips indentation and reads escapes; each function here walks the typed characters in the
way of YAML 1.2 (chapters 7 and 8) and notes where the text of the value jumps. An ``Anchor`` says: from this
line and column of the value on, characters run along from there in the file. All numbers count from 0.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_HEX_ESCAPES = {"x": 2, "u": 4, "U": 8}
_BREAK_ESCAPES = {"n", "N", "L", "P"}


class Place(NamedTuple):
    """A line and a column, both from 0."""

    line: int
    column: int


class Anchor(NamedTuple):
    """From ``value`` on, the text of the value runs along with the text of the file from ``typed`` on."""

    value: Place
    typed: Place


@dataclass(slots=True)
class _Trace:
    """Follows the value's text while the typed text is walked."""

    anchors: list[Anchor]
    line: int = 0
    column: int = 0

    def at(self, line: int, column: int) -> None:
        self.anchors.append(Anchor(Place(self.line, self.column), Place(line, column)))

    def characters(self, count: int) -> None:
        self.column += count

    def newlines(self, count: int) -> None:
        if count:
            self.line += count
            self.column = 0


def find_typed(anchors: Sequence[Anchor], place: Place) -> Place:
    """Return where in the file a place in the value was typed; ``anchors`` are in order and not empty."""
    best = anchors[0]
    for anchor in anchors:
        if anchor.value > place:
            break
        best = anchor
    if best.value.line != place.line:
        return best.typed
    return Place(best.typed.line, best.typed.column + place.column - best.value.column)


def block_anchors(lines: Sequence[str], indent: int, *, folded: bool) -> list[Anchor]:
    """Follow a block scalar. ``lines`` are its typed lines below the header, ``indent`` its own indentation.

    The anchors count lines from the first line below the header.
    """
    trace = _Trace([])
    breaks, previous_keeps = 0, True
    for number, line in enumerate(lines):
        content = line[indent:]
        if not content.strip(" ") and len(line) <= indent:
            breaks += 1
            if not folded:
                trace.at(number, indent)
                trace.newlines(1)
                breaks = 0
            continue
        keeps = content[0] in " \t"
        if folded and number:
            _fold(trace, breaks, joins=not (keeps or previous_keeps), first=not trace.anchors)
        trace.at(number, indent)
        trace.characters(len(content))
        breaks, previous_keeps = 0, keeps
        if not folded:
            trace.newlines(1)
    return trace.anchors or [Anchor(Place(0, 0), Place(0, indent))]


def _fold(trace: _Trace, blank_lines: int, *, joins: bool, first: bool) -> None:
    """Add what a line break, followed by blank lines, becomes in folded text."""
    if first:
        trace.newlines(blank_lines)
    elif not joins:
        trace.newlines(blank_lines + 1)
    elif blank_lines:
        trace.newlines(blank_lines)
    else:
        trace.characters(1)


def flow_anchors(lines: Sequence[str], quote: str) -> list[Anchor]:
    """Follow a plain or quoted scalar. ``lines`` are its typed characters, without the quotes themselves.

    ``quote`` is ``'``, ``"`` or nothing. The anchors count from the first of these characters; columns of
    later lines are those of the file.
    """
    trace = _Trace([])
    breaks, escaped_break = -1, False
    last = len(lines) - 1
    for number, line in enumerate(lines):
        content = line if number == 0 else line.lstrip(" \t")
        if number < last:
            content = _strip_end(content, quote)
        if number and not content and number < last:
            breaks += 1
            continue
        if number:
            _join(trace, breaks, escaped_break)
        escaped_break = quote == '"' and number < last and _ends_in_escape(content)
        if escaped_break:
            content = content[:-1]
        _follow(trace, content, number, len(line) - len(line.lstrip(" \t")) if number else 0, quote)
        breaks = 0
    return trace.anchors


def _join(trace: _Trace, blank_lines: int, escaped_break: bool) -> None:
    if blank_lines > 0:
        trace.newlines(blank_lines)
    elif not escaped_break:
        trace.characters(1)


def _strip_end(content: str, quote: str) -> str:
    stripped = content.rstrip(" \t")
    if quote == '"' and _ends_in_escape(stripped) and stripped != content:
        return content[: len(stripped) + 1]
    return stripped


def _ends_in_escape(content: str) -> bool:
    return (len(content) - len(content.rstrip("\\"))) % 2 == 1


def _follow(trace: _Trace, content: str, line: int, column: int, quote: str) -> None:
    """Follow the characters of one line; an escape is several typed characters and one of the value."""
    trace.at(line, column)
    position = 0
    for found in _escapes(content, quote):
        trace.characters(found.start() - position)
        if quote == '"' and found.group()[1] in _BREAK_ESCAPES:
            trace.newlines(1)
        else:
            trace.characters(1)
        position = found.end()
        trace.at(line, column + position)
    trace.characters(len(content) - position)


def _escapes(content: str, quote: str) -> list[re.Match[str]]:
    if quote == "'":
        return list(re.finditer("''", content))
    if quote == '"':
        sized = "|".join(f"{letter}[0-9a-fA-F]{{{size}}}" for letter, size in _HEX_ESCAPES.items())
        return list(re.finditer(rf"\\(?:{sized}|.)", content))
    return []
