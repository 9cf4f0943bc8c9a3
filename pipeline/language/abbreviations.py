"""Abbreviations in a document: explained where they are used first (house style 7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pipeline.content.models.gedeeld import Afkorting
from pipeline.diagnostics import Code, Diagnostic, KeyPath, Source
from pipeline.document.nodes import Document, Text
from pipeline.document.walk import document_inlines
from pipeline.language.prose import Prose

Texts = Mapping[tuple[str, KeyPath], Prose]
"""The Markdown texts of a project by the file and key of their value."""


def abbreviations(document: Document, register: Iterable[Afkorting], texts: Texts) -> Iterator[Diagnostic]:
    """Yield abbreviations of the register that a writer uses before the document has explained them.

    What a template writes by itself counts as read, but is no writer's to mend.
    """
    read = [node for node in document_inlines(document) if isinstance(node, Text)]
    for entry in register:
        word = _word(entry)
        for node in read:
            used = word.search(node.text)
            if used and node.text[: used.start()].endswith("("):
                break
            prose = _typed(node.source, texts) if used else None
            typed = word.search(prose.words) if prose else None
            if prose and typed:
                yield _unexplained(prose, typed, entry)
                break


def _word(entry: Afkorting) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(entry.kort)}(?!\w)")


def _typed(source: Source | None, texts: Texts) -> Prose | None:
    return texts.get((source.file, source.path)) if source else None


def _unexplained(prose: Prose, typed: re.Match[str], entry: Afkorting) -> Diagnostic:
    message = f"De afkorting “{entry.kort}” wordt hier gebruikt voordat zij is uitgelegd."
    hint = f"Schrijf de eerste keer in het document: {entry.voluit} ({entry.kort})."
    return prose.finding(Code.ABBREVIATION, *typed.span(), message, hint)
