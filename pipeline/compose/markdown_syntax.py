"""The Markdown of text fields: CommonMark and tables by markdown-it-py, with our own constructs added.

What the pipeline does not support (HTML, code, rules, strikethrough) is parsed all the same, to be refused
with its place. Each inline token knows where it begins in the text of its block.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from pipeline.compose.lettered_lists import LETTER_MARKUP, as_numbers, first_number
from pipeline.compose.markdown_places import SPANS, Lines, cell_spans, place_inline, take_label

POSITION = "position"
"""Key in a token's ``meta``: index of its first character in the text of its block."""

ATTRIBUTES = "attributes"
"""Key in the ``meta`` of an image or a passage in another language: what stands in the braces after it."""

_BLOCK_RULES = ["blockquote", "code", "fence", "heading", "hr", "html_block", "list", "paragraph", "table"]
_INLINE_RULES = [
    *("text", "newline", "escape", "backticks", "strikethrough", "emphasis", "link", "image", "autolink"),
    *("html_inline", "entity"),
]
_AFTER_RULES = ["balance_pairs", "strikethrough", "emphasis"]

_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("citation", re.compile(r"\[(@[^\[\]]*)\]")),
    ("cross_reference", re.compile(r"\[#([^\[\]]*)\]")),
    ("inclusion", re.compile(r"\[=([^\[\]]*)\]")),
    ("mede_namens", re.compile(r"\[(mede-namens)\](?!\()")),
)
_BRACES = re.compile(r"\{([^{}\n]*)\}")


def parse(text: str) -> list[Token]:
    """Parse a field; a token's ``map`` gives the lines of a block, ``position`` the place in a block."""
    lines = Lines.of(text)
    environment: EnvType = {"lines": lines}
    return _parser().parse(as_numbers(text), environment)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": True, "maxNesting": 40})
    parser.inline = _Inline()
    parser.enable(_BLOCK_RULES)
    parser.inline.ruler.enableOnly(_INLINE_RULES)
    parser.inline.ruler2.enableOnly(_AFTER_RULES)
    parser.inline.ruler.before("link", "note", _note)
    parser.inline.ruler.before("link", "marker", _marker)
    parser.inline.ruler.before("link", "language", _language)
    parser.inline.ruler.before("html_inline", "attributes", _attributes)
    parser.core.ruler.after("block", "places", _place_blocks)
    parser.core.ruler.enableOnly(["normalize", "block", "places", "inline"])
    # Addresses are judged where they are printed, so that a finding can name what was typed.
    parser.validateLink = _any_link  # type: ignore[method-assign]  # documented way to replace it
    parser.normalizeLink = _same_link  # type: ignore[method-assign]  # likewise
    return parser


def _any_link(_url: str) -> bool:
    return True


def _same_link(url: str) -> str:
    return url


def _place_blocks(state: StateCore) -> None:
    lines = state.env["lines"]
    row, cell = -1, 0
    for index, token in enumerate(state.tokens):
        if token.type == "ordered_list_open" and token.markup == LETTER_MARKUP:
            token.attrSet("start", first_number(lines.lines[(token.map or [0, 0])[0]]))
        if token.type == "tr_open":
            row, cell = (token.map or [0, 0])[0], 0
            token.meta[SPANS] = cell_spans(lines.lines[row])
        if token.type == "inline":
            parent = state.tokens[index - 1]
            before_table = state.tokens[index + 2 : index + 3]
            place_inline(token, parent, lines, row, cell)
            take_label(token, parent, bool(before_table) and before_table[0].type == "table_open")
            cell += 1


class _State(StateInline):
    """Remembers for every token where it begins."""

    _pending_start = 0

    def append_pending(self, text: str) -> None:
        if not self._pending and not self._pending_buffer:
            self._pending_start = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - overrides markdown-it's name
        token = super().pushPending()
        token.meta[POSITION] = self._pending_start
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta[POSITION] = self.pos
        return token


class _Inline(ParserInline):
    """markdown-it's inline parser over our own state."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _note(state: StateInline, silent: bool) -> bool:
    """``^[words]``: a footnote."""
    if not state.src.startswith("^[", state.pos):
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    if not silent:
        _nested(state, "footnote", state.pos + 2, end)
    state.pos = end + 1
    return True


def _marker(state: StateInline, silent: bool) -> bool:
    """``[@…]``, ``[#…]``, ``[=…]`` and ``[mede-namens]``."""
    if state.src[state.pos] != "[":
        return False
    for kind, pattern in _MARKERS:
        match = pattern.match(state.src, state.pos, state.posMax)
        if match:
            if not silent:
                state.push(kind, "", 0).content = match[1]
            state.pos = match.end()
            return True
    return False


def _language(state: StateInline, silent: bool) -> bool:
    """``[words]{lang=fy}``: a passage in another language; what is between the braces is judged later."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    braces = _BRACES.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if braces is None:
        return False
    if not silent:
        _nested(state, "language", state.pos + 1, end).meta[ATTRIBUTES] = braces[1]
    state.pos = braces.end()
    return True


def _attributes(state: StateInline, silent: bool) -> bool:
    """``{#id breedte=120}`` directly after an image."""
    if silent or state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    braces = _BRACES.match(state.src, state.pos, state.posMax)
    if braces is None or state.tokens[-1].type != "image":
        return False
    state.tokens[-1].meta[ATTRIBUTES] = braces[1]
    state.pos = braces.end()
    return True


def _nested(state: StateInline, kind: str, start: int, end: int) -> Token:
    """Push an element whose inside is Markdown from ``start`` to ``end``; return its opening token."""
    limit = state.posMax
    opening = state.push(f"{kind}_open", "", 1)
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.push(f"{kind}_close", "", -1)
    state.posMax = limit
    return opening
