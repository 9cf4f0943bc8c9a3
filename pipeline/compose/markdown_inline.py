"""Markdown within a paragraph, written as inline vocabulary."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

from pipeline.compose.accessibility import LINK_TEXT_HINT, vague_link
from pipeline.compose.citations import write_citations
from pipeline.compose.inclusions import included
from pipeline.compose.markdown_field import (
    MarkdownField,
    Place,
    block_place,
    inline_place,
    is_blank,
    parse_field,
    visible_words,
)
from pipeline.compose.markdown_places import SHIFTS
from pipeline.compose.markdown_slips import tell_slips
from pipeline.compose.markdown_syntax import ATTRIBUTES, POSITION
from pipeline.compose.origins import xml_text
from pipeline.compose.printing import UNKNOWN, enumerated, printed
from pipeline.compose.vocabulary_inline import INVALID_LINK_HINT, LANGUAGES, LINK
from pipeline.content.values import MarkdownText
from pipeline.diagnostics import Code

_LANGUAGE = re.compile(r"\s*lang=([A-Za-z0-9-]+)\s*")
_TARGET = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REFUSED = {
    "code_inline": ("Code (tussen `…`) kan niet in een document.", "Haal de accenten weg."),
    "s": ("Doorhalen (~~…~~) kan niet in een document.", "Haal de woorden en de tildes weg."),
    "image": (
        "Een afbeelding kan niet midden in een zin staan.",
        "Zet de afbeelding in een eigen alinea, met een lege regel ervoor en erna.",
    ),
}


def write_one_paragraph(text: str, field: MarkdownField) -> Markup:
    """Return the inside of a field that must be one paragraph; other blocks are refused at their place."""
    paragraphs = parse_field(text, field)
    for block in paragraphs:
        if block.type != "paragraph":
            message = "Hier kan alleen gewone tekst staan, geen lijst, kop, tabel of citaat."
            field.report(
                Code.MARKDOWN_NOT_ALLOWED, message, block_place(block), "Schrijf het als één alinea."
            )
            return Markup()
    if len(paragraphs) > 1:
        message = "Hier past maar één alinea."
        hint = "Haal de lege regel weg; een nieuwe regel krijgt u met een \\ aan het einde van de regel."
        field.report(Code.MARKDOWN_NOT_ALLOWED, message, block_place(paragraphs[1]), hint)
    return Markup(" ").join(write_inline(block.children[0], field) for block in paragraphs)


def write_inline(inline: SyntaxTreeNode, field: MarkdownField) -> Markup:
    """Return the inside of a paragraph, heading or cell."""
    tell_slips(inline, field)
    return _InlineWriter(inline, field).children(inline)


class _InlineWriter:
    def __init__(self, inline: SyntaxTreeNode, field: MarkdownField) -> None:
        self._inline = inline
        self._field = field

    def children(self, node: SyntaxTreeNode) -> Markup:
        return Markup().join(self._write(child) for child in node.children)

    def _write(self, node: SyntaxTreeNode) -> Markup:
        place = inline_place(self._inline, node)
        match node.type:
            case "text":
                return self._words(node, place)
            case "text_special":
                return self._special(node, place)
            case "softbreak":
                return self._field.mark("\n", place)
            case "hardbreak":
                return Markup("<br/>")
            case "strong" | "em":
                return Markup("<{0}>{1}</{0}>").format(node.type, self.children(node))
            case "link":
                return self._link(node, place)
            case "footnote":
                return self._footnote(node, place)
            case "language":
                return self._language(node, place)
            case "citation":
                return self._citation(node, place)
            case "cross_reference":
                return self._cross_reference(node, place)
            case "inclusion":
                return self._inclusion(node, place)
            case "mede_namens":
                return self._mede_namens(place)
            case "html_inline":
                return self._html(node, place)
            case _:
                return self._refused(node, place)

    def _words(self, node: SyntaxTreeNode, place: Place) -> Markup:
        """Write words, in stretches: in a cell an escaped bar is one sign that was typed as two."""
        start = int(node.meta.get(POSITION, 0))
        token = self._inline.token
        shifts: list[int] = token.meta.get(SHIFTS, []) if token else []
        cuts = [shift - start for shift in shifts if start < shift < start + len(node.content)]
        parts = [
            self._field.mark(
                node.content[begin:end], inline_place(self._inline, node, begin) if begin else place
            )
            for begin, end in pairwise([0, *cuts, len(node.content)])
        ]
        return Markup().join(parts)

    def _special(self, node: SyntaxTreeNode, place: Place) -> Markup:
        if node.info == "entity":
            message = f"“{node.markup}” is HTML; dat kan niet in een tekstveld."
            self._field.report(Code.HTML_IN_TEXT, message, place, _instead(node.content))
        line, column = place
        return self._field.mark(node.content, (line, column + len(node.markup) - len(node.content)))

    def _html(self, node: SyntaxTreeNode, place: Place) -> Markup:
        # The end of an element is not told once more: it goes away with its beginning.
        if not (node.content.startswith("</") and _has_opened(node)):
            message = f"Hier staat HTML ({node.content}); dat kan niet in een tekstveld."
            hint = "Vet is **vet**, cursief is *cursief*; een losse < schrijft u als \\<."
            self._field.report(Code.HTML_IN_TEXT, message, place, hint, node.content)
        return self._field.mark(node.content, place)

    def _refused(self, node: SyntaxTreeNode, place: Place) -> Markup:
        message, hint = _REFUSED[node.type]
        self._field.report(Code.MARKDOWN_NOT_ALLOWED, message, place, hint)
        if node.type == "s":
            return self.children(node)
        line, column = place
        return self._field.mark(node.content, (line, column + len(node.markup)))

    def _link(self, node: SyntaxTreeNode, place: Place) -> Markup:
        inside = self.children(node)
        href = str(node.attrs.get("href", ""))
        if node.markup == "autolink":
            message = f"Een adres tussen < en > kan niet: <{href}>."
            self._field.report(Code.MARKDOWN_NOT_ALLOWED, message, place, f"Schrijf: [tekst]({href})")
            return inside
        # The token of a link begins after its bracket; a finding points at the bracket.
        place = place[0], place[1] - 1
        if not LINK.fullmatch(href):
            message = f"“{href}” is geen volledig webadres."
            self._field.report(Code.INVALID_LINK, message, place, INVALID_LINK_HINT)
            return inside
        if node.attrs.get("title"):
            message = "Een link heeft hier geen titel tussen aanhalingstekens."
            self._field.report(Code.MARKDOWN_NOT_ALLOWED, message, place, f"Schrijf: [tekst]({href})")
        if is_blank(inside):
            message = "Deze link heeft geen tekst."
            self._field.report(Code.INVALID_LINK, message, place, f"Schrijf: [tekst]({href})")
            return inside
        if vague := vague_link(visible_words(inside)):
            self._field.report(Code.LINK_TEXT, vague, place, LINK_TEXT_HINT)
        return Markup('<a href="{}">{}</a>').format(xml_text(href), inside)

    def _footnote(self, node: SyntaxTreeNode, place: Place) -> Markup:
        inner = _InlineWriter(self._inline, replace(self._field, in_note=True))
        inside = inner.children(node)
        if is_blank(inside):
            self._field.report(Code.MARKDOWN_NOT_ALLOWED, "Deze noot is leeg.", place, "Schrijf: ^[tekst]")
            return Markup()
        return self._note(inside, place)

    def _citation(self, node: SyntaxTreeNode, place: Place) -> Markup:
        # The citations begin after their bracket.
        inside = write_citations(
            node.content, self._field, lambda offset: inline_place(self._inline, node, offset + 1)
        )
        return self._note(inside, place) if inside else inside

    def _note(self, inside: Markup, place: Place) -> Markup:
        if self._field.in_note:
            message = "Een noot kan niet in een andere noot staan."
            self._field.report(Code.MARKDOWN_NOT_ALLOWED, message, place, "Zet de tweede noot erna.")
            return inside
        return Markup("<footnote{}>{}</footnote>").format(self._field.origin(place), inside)

    def _language(self, node: SyntaxTreeNode, place: Place) -> Markup:
        inside = self.children(node)
        braces = str(node.meta.get(ATTRIBUTES, ""))
        match = _LANGUAGE.fullmatch(braces)
        if match and match[1] in LANGUAGES:
            return Markup('<span lang="{}">{}</span>').format(match[1], inside)
        if match:
            message = f"“{match[1]}” is geen taalcode die hier kan."
            hint = f"Het kan zijn: {', '.join(LANGUAGES)}."
            self._field.report(Code.INVALID_LANGUAGE, message, place, hint)
        else:
            message = f"“{{{braces}}}” kan niet na een stuk tekst."
            hint = "Een andere taal schrijft u als [tekst]{lang=fy}."
            self._field.report(Code.MARKDOWN_NOT_ALLOWED, message, place, hint)
        return inside

    def _cross_reference(self, node: SyntaxTreeNode, place: Place) -> Markup:
        target = node.content.strip()
        if not _TARGET.fullmatch(target):
            message = f"“[#{node.content}]” is geen kruisverwijzing."
            hint = "Schrijf de id van een kop, tabel of figuur: [#middelen-per-jaar]."
            self._field.report(Code.UNKNOWN_TARGET, message, place, hint)
            return Markup()
        return Markup('<cross-reference to="{}"{}/>').format(target, self._field.origin(place))

    def _inclusion(self, node: SyntaxTreeNode, place: Place) -> Markup:
        name = node.content.strip()
        found = included(name, self._field, place)
        if isinstance(found, MarkdownText):
            inner = replace(self._field, source=found.source, opened=(*self._field.opened, name))
            return write_one_paragraph(found, inner)
        return printed(found, self._field.rendering.origins) if found is not None else Markup()

    def _mede_namens(self, place: Place) -> Markup:
        scope = self._field.rendering.scope
        if not scope.mede_namens and scope.unread.mede_namens:
            return self._field.mark(UNKNOWN, place)
        if not scope.mede_namens:
            message = "Hier staat [mede-namens], maar onder mede_namens staat niemand."
            hint = "Vul mede_namens in, of haal [mede-namens] weg."
            self._field.report(Code.MEDE_NAMENS, message, place, hint)
            return Markup()
        origins = self._field.rendering.origins
        names = [Markup("de ") + printed(function, origins) for function in scope.mede_namens]
        return self._field.mark("mede namens ", place) + enumerated(names)


def _instead(meant: str) -> str:
    """Say what to type in the place of an entity; nobody can type what nobody sees."""
    if meant.isspace():
        return "Typ een gewone spatie; vaste spaties komen er vanzelf."
    return f"Typ het teken zelf: {meant}" if meant.isprintable() else "Haal het weg."


def _has_opened(end_tag: SyntaxTreeNode) -> bool:
    """Return whether the element that ends here began earlier in the same words."""
    beginning = "<" + end_tag.content[2:-1].strip()
    before = end_tag.previous_sibling
    while before and not (before.type == "html_inline" and before.content.startswith(beginning)):
        before = before.previous_sibling
    return before is not None
