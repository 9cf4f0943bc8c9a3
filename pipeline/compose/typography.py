"""The typography of the house style: quotes, dashes, white space, and spaces at which no line may break.

A rule is a change of some characters in the plain words of a whole paragraph, so it sees across emphasis
and links; the changes are then carried out in the nodes. A node is split where words become shorter, so
that every node still knows the column of its first character. Rules: house style 7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from pipeline.document.nodes import (
    CrossReference,
    Emphasis,
    Footnote,
    Inline,
    Language,
    LineBreak,
    Link,
    Strong,
    Text,
)

NO_BREAK_SPACE = "\u00a0"
_REFERENCE, _BREAK, _NOTE = "\ufffc", "\u2028", "\u200b"
"""Stand in the plain words for a cross reference (its text is not known yet), a line break, a note's call."""

_SPACES = " \t\r\n"
_WHITE = re.compile(rf"[{_SPACES}]+")
_ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)[^\s<>\"“”‘’]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DASH = re.compile(r"(?<=[^\s]) (--?) (?=[^\s])")
_ELLIPSIS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_ELIDED = re.compile(r"['‘`](?=(?:s|t|n|k|m|r|ns|er|ie)(?![\w'’])|\d\d(?!\d))", re.IGNORECASE)
_OPENING_BEFORE = frozenset("([{–—-/«‘“„\u00a0\u2028" + _SPACES)

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_TITLES = "mr|dr|drs|ir|ing|prof|ds|mw|dhr|bc|lic"
_BOUND_SPACES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\w)(?:nrs?|pp?|artt?|blz|par|hfst)\. (?=[\w])",
        rf"(?<!\d)[0-3]?\d (?=(?:{_MONTHS})\b)",
        r"€ (?=\d)",
        r"\d (?=(?:miljoen|miljard)\b)",
        r"(?<!\d)[1-9]\d{3} (?=[A-Z]{2}(?= [A-Z'’]|$|\u2028))",
        r"(?<!\w)(?:Stb|Stcrt|Trb)\. (?=\d)",
        r"(?<!\w)(?:Kamerstuk(?:ken)?|Handelingen) (?=I{1,2}\b)",
        rf"(?<!\w)(?:{_TITLES})\. (?=\w)",
        r"(?<![\w.])(?:[A-Z]\.)+ (?=(?:[Vv]an|[Dd]en?|[Dd]er|[Tt]e[nr]?|'t|’t|[A-Z])(?:[ \w]))",
    )
)
"""Each match ends with a space that may not break."""


@dataclass(frozen=True, slots=True)
class Change:
    """Characters ``start`` to ``end`` of the plain words become ``text``."""

    start: int
    end: int
    text: str


def typeset(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the run of one paragraph as it is printed: trimmed, with the typography of the house style."""
    spaced = _apply(inlines, _white_space(_plain(inlines)))
    return _tidy(_apply(spaced, _signs(_plain(spaced))))


def typeset_words(text: str) -> str:
    """Return words that stand on their own, such as a label, as they are printed."""
    return "".join(node.text for node in typeset((Text(text),)) if isinstance(node, Text))


def _plain(inlines: tuple[Inline, ...]) -> str:
    return "".join(_plain_node(node) for node in inlines)


def _plain_node(node: Inline) -> str:
    match node:
        case Text():
            return node.text
        case LineBreak():
            return _BREAK
        case CrossReference():
            return _REFERENCE
        case Strong() | Emphasis() | Language() | Link():
            return _plain(node.children)
        case Footnote():
            return _NOTE
        case _:
            assert_never(node)


def _white_space(words: str) -> list[Change]:
    """Collapse white space as HTML does, and drop it at the edges of lines."""
    changes: list[Change] = []
    for match in _WHITE.finditer(words):
        before, after = words[max(match.start() - 1, 0) : match.start()], words[match.end() : match.end() + 1]
        made = "" if before in {"", _BREAK} or after in {"", _BREAK} else " "
        if made != match[0]:
            changes.append(Change(match.start(), match.end(), made))
    return changes


def _signs(words: str) -> list[Change]:
    protected = [match.span() for match in _ADDRESS.finditer(words)]

    def free(change: Change) -> bool:
        return not any(start < change.end and change.start < end for start, end in protected)

    found = [*_dashes(words), *_quotes(words), *_bound_spaces(words)]
    found += [Change(match.start(), match.end(), "…") for match in _ELLIPSIS.finditer(words)]
    return sorted({change.start: change for change in found if free(change)}.values(), key=lambda c: c.start)


def _dashes(words: str) -> Iterator[Change]:
    for match in _DASH.finditer(words):
        yield Change(match.start(1), match.end(1), "–")


def _bound_spaces(words: str) -> Iterator[Change]:
    for pattern in _BOUND_SPACES:
        for match in pattern.finditer(words):
            yield Change(match.end() - 1, match.end(), NO_BREAK_SPACE)


def _quotes(words: str) -> Iterator[Change]:
    open_single = False
    elided = {match.start() for match in _ELIDED.finditer(words) if _at_word_start(words, match.start())}
    for index, char in enumerate(words):
        if index in elided:
            yield Change(index, index + 1, "’")
        elif char == '"':
            yield Change(index, index + 1, "“" if _opens(words, index) else "”")
        elif char == "'":
            opens = not open_single and _opens(words, index)
            inside_word = _is_word(words, index - 1) and _is_word(words, index + 1)
            if not inside_word:
                open_single = opens
            yield Change(index, index + 1, "‘" if opens else "’")


def _opens(words: str, index: int) -> bool:
    before = words[index - 1] if index else " "
    after = words[index + 1] if index + 1 < len(words) else " "
    return (before in _OPENING_BEFORE or before in "\"'") and after not in _SPACES


def _at_word_start(words: str, index: int) -> bool:
    return not _is_word(words, index - 1)


def _is_word(words: str, index: int) -> bool:
    return 0 <= index < len(words) and (words[index].isalnum() or words[index] == _REFERENCE)


def _apply(inlines: tuple[Inline, ...], changes: list[Change]) -> tuple[Inline, ...]:
    return _apply_from(inlines, changes, 0)[0]


def _apply_from(
    inlines: tuple[Inline, ...], changes: list[Change], offset: int
) -> tuple[tuple[Inline, ...], int]:
    """Carry out changes in nodes whose plain words begin at ``offset``; return them and where they end."""
    made: list[Inline] = []
    for node in inlines:
        length = len(_plain_node(node))
        match node:
            case Text():
                made += _apply_text(
                    node, [c for c in changes if c.start < offset + length and c.end > offset], offset
                )
            case Strong() | Emphasis() | Language() | Link():
                made.append(replace(node, children=_apply_from(node.children, changes, offset)[0]))
            case LineBreak() | CrossReference() | Footnote():
                made.append(node)
            case _:
                assert_never(node)
        offset += length
    return tuple(made), offset


def _apply_text(node: Text, changes: list[Change], offset: int) -> Iterator[Text]:
    """Yield the changed text, in pieces that are each one stretch of the original."""
    words, start, position = "", 0, 0
    for change in changes:
        first, last = max(change.start - offset, 0), min(change.end - offset, len(node.text))
        words += node.text[position:first] + (change.text if change.start >= offset else "")
        position = last
        if last - first != len(change.text) or change.start < offset:
            yield _piece(node, words, start)
            words, start = "", position
    yield _piece(node, words + node.text[position:], start)


def _piece(node: Text, words: str, column: int) -> Text:
    return Text(words, node.source.inside(0, column) if node.source else None)


def _tidy(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Drop nodes without words, and join what is one stretch of one origin."""
    kept: list[Inline] = []
    for node in inlines:
        match node:
            case Text():
                last = kept[-1] if kept else None
                if isinstance(last, Text) and _continues(last, node):
                    kept[-1] = replace(last, text=last.text + node.text)
                elif node.text:
                    kept.append(node)
            case Strong() | Emphasis() | Language() | Link():
                children = _tidy(node.children)
                if children:
                    kept.append(replace(node, children=children))
            case LineBreak() | CrossReference() | Footnote():
                kept.append(node)
            case _:
                assert_never(node)
    return tuple(kept)


def _continues(last: Text, node: Text) -> bool:
    if last.source is None or node.source is None:
        return last.source is node.source
    return last.source.inside(0, len(last.text)) == node.source
