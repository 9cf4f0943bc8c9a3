"""The plain words of a piece of tree."""

from __future__ import annotations

from typing import assert_never

from pipeline.diagnostics import Source
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
from pipeline.document.walk import iter_inlines


def plain_text(inlines: tuple[Inline, ...]) -> str:
    """Return the words of a run; a line break becomes a newline, notes and their calls are left out."""
    return "".join(_words(inline) for inline in inlines)


def _words(inline: Inline) -> str:
    match inline:
        case Text() | CrossReference():
            return inline.text
        case LineBreak():
            return "\n"
        case Strong() | Emphasis() | Language() | Link():
            return plain_text(inline.children)
        case Footnote():
            return ""
        case _:
            assert_never(inline)


def first_source(inlines: tuple[Inline, ...]) -> Source | None:
    """Return the source of the first words that came from YAML, or ``None`` when all are the template's."""
    for inline in iter_inlines(inlines):
        if isinstance(inline, Text | CrossReference | Footnote) and inline.source:
            return inline.source
    return None
