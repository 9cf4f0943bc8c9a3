"""Read the inside of a paragraph: words, emphasis, links, notes, cross references."""

from __future__ import annotations

import re

from pipeline.compose.accessibility import LINK_TEXT_HINT, vague_link
from pipeline.compose.origins import Piece
from pipeline.compose.typography import typeset
from pipeline.compose.vocabulary_elements import INLINE_ELEMENTS, Element
from pipeline.diagnostics import Code
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
from pipeline.document.text import first_source, plain_text

LANGUAGES = ("de", "en", "es", "fr", "fy", "it", "la", "li", "nds", "nl", "pap")
"""Languages of a passage (BCP 47): those of the Kingdom, its neighbours and the EU's working languages."""

LINK = re.compile(r"https?://[^\s/@]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+\.[^\s@]+")
"""An absolute web address or an e-mail address."""

INVALID_LINK_HINT = "Een link begint met https:// (of http:// of mailto:) en heeft geen spaties."


def read_inlines(element: Element) -> tuple[Inline, ...]:
    """Return the run of an element that holds only words: white space collapsed, typography applied."""
    return typeset(raw_inlines(list(element.content()), element))


def raw_inlines(items: list[tuple[Piece, ...] | Element], parent: Element) -> tuple[Inline, ...]:
    """Return nodes for a part of an element's content, before white space and typography."""
    nodes: list[Inline] = []
    for item in items:
        if not isinstance(item, Element):
            nodes += [Text(piece.text, piece.source) for piece in item]
        elif item.tag in INLINE_ELEMENTS:
            nodes += _read_inline(item)
        else:
            item.refuse_here(parent, tuple(sorted(INLINE_ELEMENTS)))
    return tuple(nodes)


def _read_inline(element: Element) -> list[Inline]:
    element.check_attributes()
    if element.tag == "br":
        element.children()
        return [LineBreak()]
    if element.tag == "cross-reference":
        element.children()
        target = element.attribute("to")
        if not target:
            element.reading.refuse(element, 'Een kruisverwijzing heeft een doel nodig: to="id".')
        return [CrossReference(target, source=element.own_source())]
    if element.tag == "footnote":
        return _read_footnote(element)
    children = raw_inlines(list(element.content()), element)
    match element.tag:
        case "strong":
            return [Strong(children)]
        case "em":
            return [Emphasis(children)]
        case "span":
            return [Language(_language(element), children)]
        case _:
            return _read_link(element, children)


def _read_footnote(element: Element) -> list[Inline]:
    outside = element.node.getparent()
    while outside is not None:
        if outside.tag == "footnote":
            element.reading.refuse(element, "Een voetnoot kan niet in een andere voetnoot staan.")
            return []
        outside = outside.getparent()
    children = read_inlines(element)
    if not children:
        element.reading.refuse(element, "Deze voetnoot is leeg.")
        return []
    return [Footnote(children, source=element.own_source() or first_source(children))]


def _read_link(element: Element, children: tuple[Inline, ...]) -> list[Inline]:
    href = element.attribute("href")
    if not children:
        element.reading.refuse(element, "Deze link heeft geen tekst.")
    if not LINK.fullmatch(href):
        message = f"“{href}” is geen volledig webadres."
        element.reading.report(Code.INVALID_LINK, message, element.place(), INVALID_LINK_HINT)
    # A link in Markdown was looked at where it was typed.
    if first_source(children) is None and (vague := vague_link(plain_text(children))):
        element.reading.report(Code.LINK_TEXT, vague, element.place(), LINK_TEXT_HINT)
    return [Link(href, children)]


def _language(element: Element) -> str:
    lang = element.attribute("lang")
    if lang not in LANGUAGES:
        message = f"“{lang}” is geen taalcode die hier kan."
        hint = f"Het kan zijn: {', '.join(LANGUAGES)}."
        element.reading.report(Code.INVALID_LANGUAGE, message, element.place(), hint)
    return lang
