"""Lists with letters: ``a.``, ``b.``, which CommonMark does not know.

The lines get numbers of the same width before they are parsed, so that every column stays the same: ``a. ``
becomes ``1) ``, and a numbered list that was typed with ``)`` is written with ``.``; a list with ``)`` is
therefore always one of letters. Only ``a``, then ``b``, and so on counts, so that "p. 4" at the start of a
line stays words.
"""

from __future__ import annotations

import re

_MARKS = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*")
"""What stands before the words of a line: quotes and the marks of lists in lists."""
_LETTER = re.compile(r"([a-z])[.)](?=[ \t]+\S)")
LETTER_MARKUP = ")"
"""The delimiter by which the parser's lists of letters are told from those of numbers."""


def as_numbers(text: str) -> str:
    """Return the text with letters of lists as numbers; no line changes its length."""
    last: dict[int, str] = {}
    lines: list[str] = []
    for line in text.split("\n"):
        typed = _MARKS.match(line)
        assert typed, "it matches nothing at all too"
        column = typed.end()
        marks = line[:column].replace(LETTER_MARKUP, ".")
        letter = _LETTER.match(line, column)
        if letter and _follows(letter[1], last.get(column)):
            last[column] = letter[1]
            # There is room for one figure, so "j" cannot keep its number here.
            marks += f"{_place(letter[1]) % 10}{LETTER_MARKUP}"
        lines.append(marks + line[len(marks) :])
    return "\n".join(lines)


def first_number(line: str) -> int:
    """Return the number of the letter with which a typed line begins: 10 for ``j.``, after marks of lists."""
    typed = _MARKS.match(line)
    letter = _LETTER.match(line, typed.end() if typed else 0)
    assert letter, "asked for the first line of a list of letters only"
    return _place(letter[1])


def _place(letter: str) -> int:
    """Return the place of a small letter in the alphabet, from 1."""
    return ord(letter) - ord("a") + 1


def _follows(letter: str, last: str | None) -> bool:
    return letter == "a" or (last is not None and ord(letter) == ord(last) + 1)
