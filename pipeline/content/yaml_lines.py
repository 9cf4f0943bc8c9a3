"""What a line of YAML is, typed well or not: a key, a list entry, or lines that belong to another."""

from __future__ import annotations

import re

NO_SPACE = re.compile(r"^\s*(?:- +)*(?P<key>[\w-]+):(?=[^\s:/])")
"""A key without the space after its colon."""

NO_SPACE_ITEM = re.compile(r"^\s*-[^\s-]")
"""A list entry without the space after its dash."""

KEY_LINE = re.compile(r"^\s*(?:- +)*[^\s#'\"\[{][^:]*:(?:\s|$)")
"""A key with its colon."""

STRUCTURE = re.compile(r"^\s*(?:-(?:\s|$)|[^\s#'\"\[{][^:]*:(?:\s|$))")
"""A key or a list entry, well typed."""


def without_faulty_part(text: str, line: int) -> str:
    """Empty a faulty line and the lines that belong to it, so that the rest can be read; no line moves."""
    lines = text.split("\n")
    if line >= len(lines):
        return text
    first = lines[line]
    lines[line] = ""
    if is_tabbed(first):
        while (line := line + 1) < len(lines) and (is_tabbed(lines[line]) or not lines[line].strip()):
            lines[line] = ""
        return "\n".join(lines)
    indent = indent_of(first)
    is_item = first.lstrip().startswith("-")
    for number in range(line + 1, len(lines)):
        content = lines[number]
        if says_something(content) and indent_of(content) <= indent:
            own_item = indent_of(content) == indent and content.lstrip().startswith("- ") and not is_item
            loose = indent_of(content) == indent and not _begins_something(content)
            if not own_item and not loose:
                break
        lines[number] = ""
    return "\n".join(lines)


def is_hard_spaced(line: str) -> bool:
    """Whether a line is indented with spaces that YAML does not count: hard ones, pasted from Word."""
    return bool(line[: indent_of(line)].strip(" \t"))


def says_something(line: str) -> bool:
    """Whether a line is neither empty nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _begins_something(line: str) -> bool:
    """Whether a line begins a key or a list entry, well typed or not."""
    return bool(STRUCTURE.match(line) or NO_SPACE.match(line) or NO_SPACE_ITEM.match(line))


def is_tabbed(line: str) -> bool:
    """Whether a tab stands in the indentation of a line."""
    return "\t" in line[: indent_of(line)]


def indent_of(line: str) -> int:
    """Return how many blank characters a line begins with."""
    return len(line) - len(line.lstrip())
