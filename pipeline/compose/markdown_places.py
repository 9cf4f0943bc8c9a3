"""Where the words of a Markdown block stand in the text that the writer typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.token import Token

LINES = "lines"
"""Key in a token's ``meta``: for each line of its content, where that line begins."""

SHIFTS = "shifts"
"""Key in a token's ``meta``: positions in its content before which one typed character is missing."""

SPANS = "spans"
"""Key in the ``meta`` of a table row: where the words of each of its cells begin and end."""

LABEL_ID = "id"
"""Key in the ``meta`` of a heading or caption: the id that was written at its end, ``{#id}``."""

CAPTION = "caption"
"""Key in the ``meta`` of a paragraph: it is the caption of the table after it."""

_CAPTION_WORD = re.compile(r"Tabel:[ \t]*")
_LABEL_ID = re.compile(r"(?:^|[ \t])\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}$")
_HEADING_MARK = re.compile(r".*?#{1,6}[ \t]+")


@dataclass(frozen=True, slots=True)
class Lines:
    """The typed lines of a field."""

    lines: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """Split as markdown-it does."""
        return cls(tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))


def place_inline(token: Token, parent: Token, lines: Lines, row: int, cell: int) -> None:
    """Write into an inline token where each line of it begins, and give it back the typed characters."""
    first = (token.map or [0, 0])[0]
    if parent.type in {"th_open", "td_open"}:
        _place_cell(token, lines.lines[row], row, cell)
        return
    starts: list[tuple[int, int]] = []
    contents: list[str] = []
    for number, content in enumerate(token.content.split("\n"), start=first):
        typed = lines.lines[number] if number < len(lines.lines) else ""
        if parent.type == "heading_open":
            mark = _HEADING_MARK.match(typed)
            column = max(typed.find(content, mark.end() if mark else 0), 0)
        else:
            column = max(len(typed.rstrip()) - len(content.rstrip()), 0)
        starts.append((number, column))
        same = typed[column : column + len(content.rstrip())]
        contents.append(same + content[len(same) :] if len(same) == len(content.rstrip()) else content)
    token.content = "\n".join(contents)
    token.meta[LINES] = starts


def take_label(token: Token, parent: Token, before_table: bool) -> None:
    """Take ``Tabel:`` and ``{#id}`` out of the words of a caption, and ``{#id}`` out of a heading."""
    word = _CAPTION_WORD.match(token.content) if before_table and parent.type == "paragraph_open" else None
    if word:
        line, column = token.meta[LINES][0]
        token.meta[LINES][0] = (line, column + word.end())
        token.content = token.content[word.end() :]
        parent.meta[CAPTION] = True
    if word or parent.type == "heading_open":
        identity = _LABEL_ID.search(token.content)
        if identity:
            token.content = token.content[: identity.start()].rstrip(" \t")
            parent.meta[LABEL_ID] = identity[1]


def place_of(token: Token, position: int) -> tuple[int, int]:
    """Return line and column in the field, from 0, of a position in the content of an inline token."""
    starts: list[tuple[int, int]] = token.meta.get(LINES, [(0, 0)])
    before = token.content[:position]
    index = min(before.count("\n"), len(starts) - 1)
    line, column = starts[index]
    inside = position - (before.rfind("\n") + 1)
    shifts: list[int] = token.meta.get(SHIFTS, [])
    return line, column + inside + sum(shift <= position for shift in shifts)


def cell_spans(line: str) -> list[tuple[int, int]]:
    """Return where the words of each cell of a table row begin and end, as GFM splits them."""
    start = len(line) - len(line.lstrip(" \t>"))
    cuts = [
        index for index in range(start, len(line)) if line[index] == "|" and line[index - 1 : index] != "\\"
    ]
    edges = [start - 1, *cuts, len(line)]
    spans: list[tuple[int, int]] = []
    for left, right in pairwise(edges):
        raw = line[left + 1 : right]
        begin = left + 1 + len(raw) - len(raw.lstrip())
        spans.append((begin, begin + len(raw.strip())))
    if spans and spans[0][0] >= spans[0][1]:
        spans.pop(0)
    if spans and spans[-1][0] >= spans[-1][1]:
        spans.pop()
    return spans


def _place_cell(token: Token, line: str, row: int, cell: int) -> None:
    spans = cell_spans(line)
    begin, end = spans[cell] if cell < len(spans) else (len(line), len(line))
    token.meta[LINES] = [(row, begin)]
    typed = line[begin:end]
    token.meta[SHIFTS] = [match.start() - number for number, match in enumerate(re.finditer(r"\\\|", typed))]
