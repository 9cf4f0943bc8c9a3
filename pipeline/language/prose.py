"""A text as the rules of language see it: what was typed, with everything that is no prose blanked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.content.models.base import Model
from pipeline.content.project import Project
from pipeline.content.values import MarkdownText
from pipeline.content.walk import all_models, texts_below
from pipeline.diagnostics import Code, Diagnostic, Source

BLANK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for each character that is no prose, so that places stay what they are."""

_NO_PROSE = re.compile(
    r"\[[@=#][^\[\]]*\]"  # a source, a passage or value, a reference
    r"|\[mede-namens\]"
    r"|\]\([^()\s]*(?:\s+\"[^\"]*\")?\)(?:\{[^{}\n]*\})?"  # the address of a link or picture
    r"|\[[^\[\]]*\]\{lang=[^{}]*\}"  # a passage in another language
    r"|\{#[^{}\n]*\}"
    r"|https?://[^\s)\]]+"
    r"|^ *\|[ :|-]+\| *$",  # the line below the heads of a table
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Prose:
    """One Markdown text: ``typed`` as in YAML, and ``words``, of the same length, to search in."""

    typed: str
    words: str
    source: Source

    def finding(
        self, code: Code, start: int, end: int, message: str, hint: str = "", fix: str | None = None
    ) -> Diagnostic:
        """Return a finding about the characters from ``start`` to ``end``."""
        before = self.typed[:start]
        where = self.source.inside(before.count("\n"), start - before.rfind("\n") - 1)
        return Diagnostic(code, message, where, hint, words=self.typed[start:end], fix=fix)


def prose_of(text: MarkdownText) -> Prose:
    """Return what rules look at in a text."""
    words = _NO_PROSE.sub(lambda found: re.sub(r"[^\n]", BLANK, found[0]), text)
    return Prose(str(text), words, text.source or Source(""))


def all_prose(project: Project) -> Iterator[Prose]:
    """Yield every Markdown text of a project, in the order of its files."""
    for model in all_models(project):
        yield from prose_below(model)


def prose_below(model: Model) -> Iterator[Prose]:
    """Yield the Markdown texts inside a model."""
    return (prose_of(text) for text in texts_below(model))
