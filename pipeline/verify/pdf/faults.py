"""What keeps people from reading a PDF, and where its words were written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.diagnostics import Source
from pipeline.document.nodes import Document
from pipeline.verify.difference import letters
from pipeline.verify.expected import Expected, ExpectedPassage, expected


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, as a sentence, and where its words were written when that is known."""

    message: str
    source: Source | None = None


class Sources:
    """Looks up where words of a file were written; it reads the tree only when it is asked something."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def of(self, words: str) -> Source | None:
        """Return the source of the first text that has these words, ``None`` when there is none."""
        wanted = letters(words)
        for passage in (*self._expected.passages, *self._expected.notes):
            if wanted and wanted in letters(passage.passage.words):
                return passage.source_at(_place(passage, words))
        return None

    def of_note(self, number: int) -> Source | None:
        """Return the source of a note, ``None`` when the tree does not have it."""
        notes = self._expected.notes
        return notes[number - 1].source_at(0) if 0 < number <= len(notes) else None

    @cached_property
    def _expected(self) -> Expected:
        return expected(self._document)


def _place(passage: ExpectedPassage, words: str) -> int:
    """Return the character at which words begin; 0 when white space makes them look otherwise."""
    return max(0, passage.passage.words.find(words))
