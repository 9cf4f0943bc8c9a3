"""Texts as the rules of language see them: what was typed, with everything that is no prose blanked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.content.project import Project
from pipeline.content.values import MarkdownText, PlainText
from pipeline.content.walk import all_models, lines_below, texts_below
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

_BEGIN = re.compile(r"(?:^|[.!?:]\s|\n)[\s*_#>|“‘(-]*(?:\d+\.\s+)?[*_“‘(]*$")
_LONG_ENOUGH = 60
"""Characters before a word in which the beginning of its sentence is looked for."""


@dataclass(frozen=True, slots=True)
class Prose:
    """One text: ``typed`` as in YAML, and ``words``, of the same length, to search in."""

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


def prose_of(text: MarkdownText | PlainText) -> Prose:
    """Return what rules look at in a text."""
    words = _NO_PROSE.sub(lambda found: re.sub(r"[^\n]", BLANK, found[0]), text)
    return Prose(str(text), words, text.source or Source(""))


def texts_of(project: Project) -> Iterator[Prose]:
    """Yield every Markdown text of a project, in the order of its files."""
    return (prose_of(text) for model in all_models(project) for text in texts_below(model))


def lines_of(project: Project) -> Iterator[Prose]:
    """Yield every title and other line of a project that is language, in the order of its files."""
    return (prose_of(line) for model in all_models(project) for line in lines_below(model))


def begins_sentence(prose: Prose, start: int) -> bool:
    """Whether the word at ``start`` is the first of a sentence, a list item or a text."""
    return _BEGIN.search(prose.words[max(0, start - _LONG_ENOUGH) : start]) is not None
