"""Sentences and paragraphs of a text: their places, their length, and how easily they read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pyphen

from pipeline.diagnostics import Code, Diagnostic
from pipeline.language.prose import BLANK, Prose

LONG = 25
"""Words from which on a sentence is long for most readers (house style 7: B1)."""
TOO_LONG = 40
"""Words from which on hardly anybody reads a sentence at once."""
LONG_PARAGRAPH = 130
"""Words in a paragraph of about ten lines of a letter."""

_NOTE = re.compile(r"\^\[[^\[\]]*\]")
_ITEM = re.compile(r"^ *(?:[-*+]|\d+[.)]|[a-z][.)]) +", re.MULTILINE)
_NO_TEXT = re.compile(r"^ *(?:#{1,6} .*|\|.*|Tabel: .*)$", re.MULTILINE)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_END = re.compile(rf"(?<=[.!?])[”’)*_{BLANK}]*\s+(?=[“‘'*_(]*[A-ZÀ-Þ])")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or paragraph: where it begins and ends in its text, and its words."""

    start: int
    end: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readability:
    """How easily a text reads, by the formula of Flesch as Douma adapted it to Dutch; 100 is very easy."""

    sentences: int
    words: int
    score: float


def sentences(prose: Prose) -> Iterator[Diagnostic]:
    """Yield sentences and paragraphs that are long; headings, tables and notes are left alone."""
    for paragraph in paragraphs(prose):
        if len(paragraph.words) > LONG_PARAGRAPH:
            message = f"Deze alinea telt {len(paragraph.words)} woorden."
            hint = "Begin een nieuwe alinea waar een nieuw onderwerp begint."
            yield prose.finding(Code.LONG_PARAGRAPH, *_first_line(prose, paragraph), message, hint)
        for sentence in _sentences(prose, paragraph):
            count = len(sentence.words)
            if count > LONG:
                much = "veel te lang" if count > TOO_LONG else "lang"
                message = f"Deze zin is {much}: {count} woorden."
                hint = f"Maak er twee zinnen van, of een opsomming; tot {LONG} woorden leest een zin goed."
                yield prose.finding(Code.LONG_SENTENCE, *_first_line(prose, sentence), message, hint)


def readability(prose: Prose) -> Readability | None:
    """Return the figure of a text; ``None`` for one without a sentence."""
    found = [each for paragraph in paragraphs(prose) for each in _sentences(prose, paragraph)]
    words = [word for sentence in found for word in sentence.words]
    if not words:
        return None
    syllables = sum(_syllables(word.lower()) for word in words)
    score = 206.84 - 0.93 * len(words) / len(found) - 77 * syllables / len(words)
    return Readability(len(found), len(words), score)


def paragraphs(prose: Prose) -> Iterator[Passage]:
    """Yield the paragraphs and the items of lists, in order."""
    text = _NOTE.sub(_blanked, prose.words)
    text = _NO_TEXT.sub(lambda line: "\n" * len(line[0]), text)
    # An item begins a passage of its own: an empty line before it, of the same length.
    text = _ITEM.sub(lambda mark: "\n" * len(mark[0]), text)
    for found in _PARAGRAPH.finditer(text):
        words = tuple(_WORD.findall(found[0]))
        if words:
            yield Passage(found.start(), found.end(), words)


def _sentences(prose: Prose, paragraph: Passage) -> Iterator[Passage]:
    text = _NOTE.sub(_blanked, prose.words)[paragraph.start : paragraph.end]
    start = 0
    for end in (*(found.end() for found in _END.finditer(text)), len(text)):
        words = tuple(_WORD.findall(text[start:end]))
        if words:
            yield Passage(paragraph.start + start, paragraph.start + end, words)
        start = end


def _first_line(prose: Prose, passage: Passage) -> tuple[int, int]:
    """Return the part of a passage that stands on its first line: below that a caret can be shown."""
    first = re.compile(r"\S").search(prose.typed, passage.start, passage.end)
    start = first.start() if first else passage.start
    end = prose.typed.find("\n", start, passage.end)
    return start, start + len(prose.typed[start : end if end >= 0 else passage.end].rstrip())


def _blanked(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", BLANK, found[0])


@cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=1, right=1)


@cache
def _syllables(word: str) -> int:
    """Count syllables by the places where a word may be hyphenated: never too many, seldom one too few."""
    return len(_hyphenation().positions(word)) + 1
