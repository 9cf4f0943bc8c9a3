"""A text field that is being written out as vocabulary: its places and its findings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

from pipeline.compose.markdown_limits import excess_in
from pipeline.compose.markdown_places import place_of
from pipeline.compose.markdown_syntax import POSITION, parse
from pipeline.compose.origins import without_marks
from pipeline.compose.rendering import Rendering
from pipeline.compose.template_errors import template_location
from pipeline.content.values.text_marks import template_code
from pipeline.diagnostics import Code, Diagnostic, Location, Source

Place = tuple[int, int]
"""Line and column in the text of the field, from 0."""


@dataclass(frozen=True, slots=True)
class MarkdownField:
    """One field. ``opened`` names the passages that led here, outermost first."""

    rendering: Rendering
    source: Source | None
    opened: tuple[str, ...] = ()
    in_note: bool = False

    def where(self, place: Place) -> Source | Location:
        """Return a place in the field; the template when the text came from there."""
        return self.source.inside(*place) if self.source else template_location(self.rendering.name)

    def report(self, code: Code, message: str, place: Place, hint: str = "", words: str = "") -> None:
        """Keep a finding; ``words`` are the exact characters meant, where they are known."""
        self.rendering.scope.record.report(Diagnostic(code, message, self.where(place), hint, words=words))

    def mark(self, text: str, place: Place) -> Markup:
        """Return words with their origin."""
        return self.rendering.origins.mark(text, self.source.inside(*place) if self.source else None)

    def origin(self, place: Place) -> Markup:
        """Return the attribute that tells where an element was written; "" without a source."""
        if self.source is None:
            return Markup()
        return Markup(' _src="{}"').format(self.rendering.origins.number(self.source.inside(*place)))


def parse_field(text: str, field: MarkdownField) -> list[SyntaxTreeNode]:
    """Return the blocks of a text; template code in it is reported, and is never run: it is only text."""
    for code in template_code(text):
        field.report(code.code, code.message, (code.line, code.column), code.hint)
    tokens = parse(text)
    if excess := excess_in(tokens):
        line, message, hint = excess
        field.report(Code.TEXT_LIMIT, message, (line, 0), hint)
        return []
    return SyntaxTreeNode(tokens).children


def is_blank(written: Markup) -> bool:
    """Return whether vocabulary holds no words and nothing that will become words."""
    if "<cross-reference" in written:
        return False
    return not visible_words(written).strip()


def visible_words(written: Markup) -> str:
    """Return the words of a piece of vocabulary, without its elements and marks."""
    return unescape(without_marks(re.sub(r"<[^>]*>", "", written)))


def block_place(node: SyntaxTreeNode) -> Place:
    """Return where a block begins: its first line, at the column of its first words when it has words."""
    for inner in node.walk():
        if inner.type == "inline" and inner.token:
            return place_of(inner.token, 0)
    return (node.map[0] if node.map else 0), 0


def inline_place(inline: SyntaxTreeNode, node: SyntaxTreeNode, offset: int = 0) -> Place:
    """Return where a part of a paragraph begins, or the character ``offset`` after its beginning."""
    assert inline.token, "an inline node holds the token of its block"
    return place_of(inline.token, int(node.meta.get(POSITION, 0)) + offset)
