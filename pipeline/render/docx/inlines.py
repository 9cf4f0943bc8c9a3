"""Runs of text: words with their look and language, links, notes and cross references."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import assert_never

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap

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
from pipeline.render.docx.elements import Element
from pipeline.render.docx.oxml import run, text_element, w
from pipeline.render.docx.story import Story

_SPECIAL = re.compile("([\u2011\u00ad\t])")
_SPECIAL_ELEMENTS = {"\u2011": "noBreakHyphen", "\u00ad": "softHyphen", "\t": "tab"}
_REGIONS = {"fy": "fy-NL", "en": "en-GB", "de": "de-DE", "fr": "fr-FR", "nl": "nl-NL"}
"""Word finds its spelling check by language and country; the tree may name the language only."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the nodes around a piece of text ask of its run."""

    strong: bool = False
    emphasis: bool = False
    link: bool = False
    lang: str = ""

    def properties(self) -> list[Element]:
        """Return the children of ``rPr`` in the order of the schema (ISO/IEC 29500-1 17.3.2.28)."""
        found: list[Element] = []
        if self.link:
            found.append(w("rStyle", val="Hyperlink"))
        if self.strong:
            found += [w("b"), w("bCs")]
        if self.emphasis:
            found += [w("i"), w("iCs")]
        if self.lang:
            found.append(w("lang", val=self.lang))
        return found


_PLAIN = Look()


def inline_runs(inlines: tuple[Inline, ...], story: Story, look: Look = _PLAIN) -> list[Element]:
    """Return the runs and hyperlinks of a row of inline nodes."""
    return [element for inline in inlines for element in _inline(inline, story, look)]


def text_run(words: str, look: Look = _PLAIN) -> Element:
    """Return a run of words; the characters for which Word has elements become those."""
    if not _SPECIAL.search(words):
        return run(look.properties(), *((text_element(words),) if words else ()))
    pieces = (piece for piece in _SPECIAL.split(words) if piece)
    content = (
        w(_SPECIAL_ELEMENTS[piece]) if piece in _SPECIAL_ELEMENTS else text_element(piece) for piece in pieces
    )
    return run(look.properties(), *content)


def internal_link(name: str, content: list[Element]) -> Element:
    """Return a link to a bookmark of this document."""
    return w("hyperlink", *content, anchor=name, history=1)


def _inline(inline: Inline, story: Story, look: Look) -> list[Element]:
    match inline:
        case Text():
            return [text_run(inline.text, look)] if inline.text else []
        case LineBreak():
            return [run((), w("br"))]
        case Strong():
            return inline_runs(inline.children, story, replace(look, strong=True))
        case Emphasis():
            return inline_runs(inline.children, story, replace(look, emphasis=True))
        case Language():
            lang = _REGIONS.get(inline.lang.lower(), inline.lang)
            return inline_runs(inline.children, story, replace(look, lang=lang))
        case Link():
            return [_link(inline, story, look)]
        case Footnote():
            content = inline_runs(inline.children, story.in_part(story.footnotes.part))
            return [story.footnotes.add(inline.number, content)]
        case CrossReference():
            return [internal_link(story.bookmarks.name(inline.target), [text_run(inline.text, look)])]
        case _:
            assert_never(inline)


def _link(link: Link, story: Story, look: Look) -> Element:
    relation = story.part.relate_to(link.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    made = w("hyperlink", *inline_runs(link.children, story, replace(look, link=True)), history=1)
    if story.part is story.footnotes.part:
        made.attributes = {"xmlns:ns0": nsmap["r"], **made.attributes, "ns0:id": relation}
    else:
        made.attributes["r:id"] = relation
    return made
