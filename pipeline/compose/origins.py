"""How text keeps its place of origin on its way through a template.

A template writes characters, and characters know nothing of YAML. So everything that a template prints is
put between marks: an opening mark that names an entry in a register of sources, and a closing mark. Marks
are characters that no writer can type (they are removed from content that has them nonetheless), so they
survive in text and in the values of attributes. The reader of the vocabulary turns them back into sources.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from pipeline.diagnostics import Source

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that XML cannot hold; the check of characters reports it."""

_OPEN, _CLOSE, _END = "\U0010ff00", "\U0010ff01", "\U0010ff02"
_DIGIT_ZERO = 0x10FF10
_MARK = re.compile(f"{_OPEN}([\U0010ff10-\U0010ff19]+){_END}|{_CLOSE}")
_TO_DIGITS = {ord("0") + digit: _DIGIT_ZERO + digit for digit in range(10)}
_FROM_DIGITS = {mark: digit for digit, mark in _TO_DIGITS.items()}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010feff\U0010ff20-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one origin; ``source`` is where the first was typed, ``None`` for the template's own."""

    text: str
    source: Source | None


@dataclass(slots=True)
class Origins:
    """The register of the sources that one rendering has printed."""

    _sources: list[Source] = field(default_factory=list[Source])
    _numbers: dict[Source, int] = field(default_factory=dict[Source, int])

    def number(self, source: Source) -> int:
        """Return the entry of a source, made when it has none."""
        found = self._numbers.get(source)
        if found is None:
            found = self._numbers[source] = len(self._sources)
            self._sources.append(source)
        return found

    def source(self, number: str) -> Source | None:
        """Return the source of an entry written in digits, ``None`` when there is no such entry."""
        index = int(number) if number.isascii() and number.isdigit() else -1
        return self._sources[index] if 0 <= index < len(self._sources) else None

    def mark(self, text: str, source: Source | None) -> Markup:
        """Return text that is safe in XML and carries its source."""
        safe = escape(xml_text(text))
        if source is None:
            return safe
        digits = str(self.number(source)).translate(_TO_DIGITS)
        return Markup(f"{_OPEN}{digits}{_END}{safe}{_CLOSE}")  # noqa: S704 - the text was escaped above

    def split(self, text: str) -> tuple[Piece, ...]:
        """Return text with marks as pieces with sources; a piece inside another belongs to the inner mark."""
        pieces: list[Piece] = []
        stack: list[Source | None] = []
        columns: list[int] = []
        position = 0

        def take(words: str) -> None:
            if not words:
                return
            source = stack[-1] if stack else None
            if source is not None:
                source = source.inside(0, columns[-1])
                columns[-1] += len(words)
            pieces.append(Piece(words, source))

        for mark in _MARK.finditer(text):
            take(text[position : mark.start()])
            position = mark.end()
            if mark[1]:
                stack.append(self.source(mark[1].translate(_FROM_DIGITS)))
                columns.append(0)
            elif stack:
                stack.pop()
                columns.pop()
        take(text[position:])
        return tuple(pieces)


def xml_text(text: str) -> str:
    """Return text without characters that XML 1.0 refuses or that look like our marks."""
    return _NOT_XML.sub(REPLACEMENT, text)


def without_marks(text: str) -> str:
    """Return text as people see it."""
    return _MARK.sub("", text)


def first_visible(text: str) -> int:
    """Return the index of the first character that is not part of a mark; the length when there is none."""
    index = 0
    while mark := _MARK.match(text, index):
        index = mark.end()
    return index
