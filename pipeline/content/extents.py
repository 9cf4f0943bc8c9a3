"""How many characters are meant at a place where only the beginning is known: a mark, a heading, a word."""

from __future__ import annotations

import re

_HEADING_MARK = re.compile(r"\s*#{1,6} +")
_MEANT = re.compile(
    r"!?\[[^\[\]]*\](?:\([^()]*\))?(?:\{[^{}]*\})?"  # a source, a reference, a link, a picture
    r"|\^\[[^\[\]]*\]"  # a note
    r"|<[^<>]*>|\{\{.*?\}\}|\{%.*?%\}"  # HTML, template code
    r"|https?://[^\s)\]]+"
    r"|[@#=][\w-]+"  # a name inside brackets
    r"|\|.*\|"  # a row of a table
    r"|[^\W_]+(?:[-_’'.][^\W_]+)*"  # a word, a key, an id
    r"|\S"
)


def extent(line: str, column: int) -> int:
    """Return how many characters from ``column`` (from 0) on belong together; 0 at the end of a line."""
    heading = _HEADING_MARK.match(line)
    if heading and heading.end() == column:
        return len(line.rstrip()) - column
    found = _MEANT.match(line, column)
    return len(found[0]) if found else 0
