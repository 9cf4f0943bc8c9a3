"""Runs of text as HTML."""

from __future__ import annotations

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
from pipeline.render.pdf.footnotes import footnote
from pipeline.render.pdf.markup import element, text, void


def inlines(children: tuple[Inline, ...]) -> str:
    """Return a run of text as HTML, notes included where their call stands."""
    return "".join(_inline(child) for child in children)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return text(inline.text)
        case LineBreak():
            return void("br")
        case Strong():
            return element("strong", inlines(inline.children))
        case Emphasis():
            return element("em", inlines(inline.children))
        case Language():
            return element("span", inlines(inline.children), lang=inline.lang)
        case Link():
            return element("a", inlines(inline.children), href=inline.href)
        case CrossReference():
            return element("a", text(inline.text), class_="cross-reference", href=f"#{inline.target}")
        case Footnote():
            return footnote(inline.number, inlines(inline.children))
        case _:
            assert_never(inline)
