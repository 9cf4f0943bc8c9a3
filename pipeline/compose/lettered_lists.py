"""Lists with letters: ``a.``, ``b.``, which CommonMark does not know.

The lines get numbers of the same width before they are parsed, so that every column stays the same: ``a. ``
becomes ``1) ``, and a numbered list that was typed with ``)`` is written with ``.``; a list with ``)`` is
therefore always one of letters. Only ``a``, then ``b``, and so on counts, so that "p. 4" at the start of a
line stays words.
"""

from __future__ import annotations

import re

_LETTER = re.compile(r"([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)([a-z])[.)]([ \t]+\S)")
_NUMBER = re.compile(r"([ \t>]*\d{1,9})\)(?=[ \t])")
LETTER_MARKUP = ")"
"""The delimiter by which the parser's lists of letters are told from those of numbers."""


def as_numbers(text: str) -> str:
    """Return the text with letters of lists as numbers; no line changes its length."""
    last: dict[int, str] = {}
    lines: list[str] = []
    for line in text.split("\n"):
        match = _LETTER.match(line)
        if match and _follows(match[2], last.get(len(match[1]))):
            last[len(match[1])] = match[2]
            digit = (ord(match[2]) - ord("a") + 1) % 10
            line = f"{match[1]}{digit}{LETTER_MARKUP}{line[match.end(2) + 1 :]}"
        else:
            line = _NUMBER.sub(r"\1.", line, count=1)
        lines.append(line)
    return "\n".join(lines)


def _follows(letter: str, last: str | None) -> bool:
    return letter == "a" or (last is not None and ord(letter) == ord(last) + 1)
