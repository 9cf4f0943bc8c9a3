"""Markdown of text fields, written as the vocabulary that templates write.

Findings never raise: they are kept in the scope's recorder, each at its line and column in the field.
"""

from __future__ import annotations

from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

from pipeline.compose.inclusions import included
from pipeline.compose.lettered_lists import LETTER_MARKUP
from pipeline.compose.markdown_field import (
    MarkdownField,
    Place,
    block_place,
    inline_place,
    is_blank,
    parse_field,
)
from pipeline.compose.markdown_figure import write_figure
from pipeline.compose.markdown_inline import write_inline, write_one_paragraph
from pipeline.compose.markdown_places import CAPTION, LABEL_ID
from pipeline.compose.markdown_table import write_table
from pipeline.compose.printing import printed
from pipeline.compose.rendering import Rendering
from pipeline.content.values import MarkdownText, SourcedText
from pipeline.diagnostics import Code

DEEPEST_HEADING = 4
DEEPEST_LIST = 4

_REFUSED = {
    "hr": (
        "Een lijn (--- of ***) kan niet in een document.",
        "Haal de regel weg. Voor een kop zet u # voor de titel.",
    ),
    "fence": ("Een blok code (```) kan niet in een document.", "Haal de regels met ``` weg."),
    "code_block": (
        "Deze regel begint met vier of meer spaties en zou als code worden gelezen.",
        "Haal de spaties aan het begin weg.",
    ),
}


def blocks(text: SourcedText, rendering: Rendering, base_level: int, numbering: str) -> Markup:
    """Return a field as blocks; ``#`` becomes a heading of ``base_level``."""
    field = MarkdownField(rendering, text.source)
    return _BlockWriter(field, base_level, numbering).field(text)


def inline(text: SourcedText, rendering: Rendering) -> Markup:
    """Return a field that must be one paragraph as inline vocabulary, for a cell or a line."""
    return write_one_paragraph(text, MarkdownField(rendering, text.source))


class _BlockWriter:
    """Writes the blocks of one field and of the passages that it takes in."""

    def __init__(self, field: MarkdownField, base_level: int, numbering: str) -> None:
        self._field = field
        self._base = base_level
        self._numbering = numbering
        self._last_level = base_level - 1
        self._in_quote = False

    def field(self, text: str) -> Markup:
        return self._sequence(parse_field(text, self._field), nested=False, depth=0)

    def _sequence(self, nodes: list[SyntaxTreeNode], *, nested: bool, depth: int) -> Markup:
        parts: list[Markup] = []
        caption: SyntaxTreeNode | None = None
        for node in nodes:
            if node.type == "paragraph" and node.meta.get(CAPTION):
                caption = node
            elif node.type == "table":
                parts.append(write_table(node, caption, self._field))
                caption = None
            else:
                parts.append(self._block(node, nested=nested, depth=depth))
        return Markup("\n").join(parts)

    def _block(self, node: SyntaxTreeNode, *, nested: bool, depth: int) -> Markup:
        match node.type:
            case "paragraph":
                return self._paragraph(node)
            case "heading":
                return self._heading(node, nested=nested)
            case "bullet_list" | "ordered_list":
                return self._list(node, depth + 1)
            case "blockquote":
                return self._quote(node, depth)
            case "html_block":
                message = "Hier staat HTML; dat kan niet in een tekstveld."
                hint = "Gebruik Markdown: **vet**, *cursief*, # kop, - lijst."
                self._field.report(Code.HTML_IN_TEXT, message, block_place(node), hint)
                return Markup("<p>{}</p>").format(self._field.mark(node.content.strip(), block_place(node)))
            case _:
                return self._refused(node)

    def _refused(self, node: SyntaxTreeNode) -> Markup:
        message, hint = _REFUSED[node.type]
        self._field.report(Code.MARKDOWN_NOT_ALLOWED, message, block_place(node), hint)
        words = self._field.mark(node.content.strip(), block_place(node))
        return Markup("<p>{}</p>").format(words) if words else Markup()

    def _paragraph(self, node: SyntaxTreeNode) -> Markup:
        content = node.children[0]
        alone = content.children[0] if len(content.children) == 1 else None
        if alone is not None and alone.type == "image":
            return write_figure(alone, self._field, inline_place(content, alone))
        if alone is not None and alone.type == "inclusion":
            return self._inclusion(alone, inline_place(content, alone))
        words = write_inline(content, self._field)
        return Markup("<p{}>{}</p>").format(self._field.origin(block_place(node)), words)

    def _inclusion(self, node: SyntaxTreeNode, place: Place) -> Markup:
        name = node.content.strip()
        found = included(name, self._field, place)
        if found is None:
            return Markup()
        if not isinstance(found, MarkdownText):
            return Markup("<p>{}</p>").format(printed(found, self._field.rendering.origins))
        outer = self._field
        self._field = replace(outer, source=found.source, opened=(*outer.opened, name))
        inside = self.field(found)
        self._field = outer
        return inside

    def _heading(self, node: SyntaxTreeNode, *, nested: bool) -> Markup:
        place = block_place(node)
        level = self._base + int(node.tag[1]) - 1
        if nested:
            message = "Een kop kan niet in een lijst of citaat staan."
            self._field.report(Code.MARKDOWN_NOT_ALLOWED, message, place, "Zet de kop zonder inspringen.")
        elif level > DEEPEST_HEADING:
            message = f"Deze kop is te diep: hier kan hoogstens {'#' * (DEEPEST_HEADING - self._base + 1)}."
            self._field.report(Code.HEADING_LEVEL, message, place, "Gebruik minder #-tekens.")
        elif level > self._last_level + 1:
            marks = "#" * (self._last_level + 2 - self._base)
            message = f"Deze kop slaat een niveau over: hier hoort {marks}."
            self._field.report(
                Code.HEADING_LEVEL, message, place, f"Schrijf: {marks} {node.children[0].content}"
            )
        self._last_level = level
        shown = min(level, DEEPEST_HEADING)
        words = write_inline(node.children[0], self._field)
        if is_blank(words):
            self._field.report(Code.MARKDOWN_NOT_ALLOWED, "Deze kop is leeg.", place, "Haal de #-tekens weg.")
            return Markup()
        identity = node.meta.get(LABEL_ID, "")
        opening = Markup('<h{} id="{}" numbering="{}">').format(shown, identity, self._numbering)
        return opening + words + Markup("</h{}>").format(shown)

    def _quote(self, node: SyntaxTreeNode, depth: int) -> Markup:
        place = block_place(node)
        if self._in_quote:
            message = "Een citaat kan niet in een ander citaat staan."
            self._field.report(Code.MARKDOWN_NOT_ALLOWED, message, place, "Gebruik één > per regel.")
        outer, self._in_quote = self._in_quote, True
        inside = self._sequence(node.children, nested=True, depth=depth)
        self._in_quote = outer
        return Markup("<blockquote{}>{}</blockquote>").format(self._field.origin(place), inside)

    def _list(self, node: SyntaxTreeNode, depth: int) -> Markup:
        place = block_place(node)
        if depth > DEEPEST_LIST:
            message = f"Deze lijst is dieper dan {DEEPEST_LIST} niveaus."
            self._field.report(Code.MARKDOWN_NOT_ALLOWED, message, place, "Maak er een hoger niveau van.")
        items = Markup().join(self._item(item, depth) for item in node.children)
        origin = self._field.origin(place)
        if node.type == "bullet_list":
            return Markup("<ul{}>{}</ul>").format(origin, items)
        kind = "letter" if node.markup == LETTER_MARKUP else "decimal"
        start = int(node.attrs.get("start", 1))
        if start < 1:
            message = "Een lijst kan niet bij 0 beginnen."
            self._field.report(Code.MARKDOWN_NOT_ALLOWED, message, place, "Begin met 1.")
        return Markup('<ol kind="{}" start="{}"{}>{}</ol>').format(kind, max(start, 1), origin, items)

    def _item(self, node: SyntaxTreeNode, depth: int) -> Markup:
        if not node.children:
            place = ((node.map or (0, 0))[0], 0)
            message = "Dit onderdeel van de lijst is leeg."
            self._field.report(
                Code.MARKDOWN_NOT_ALLOWED, message, place, "Vul het in, of haal het streepje weg."
            )
        inside = self._sequence(node.children, nested=True, depth=depth)
        return Markup("<li>{}</li>").format(inside)
