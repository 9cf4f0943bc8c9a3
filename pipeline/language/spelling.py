"""Spelling: words that the Dutch word list, the project's own list and its registers do not know."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from hunspell import Hunspell

from pipeline.content.project import WOORDENLIJST, Project
from pipeline.content.values import NotationText, PlainText
from pipeline.content.walk import models_below, shared_models, values_of
from pipeline.diagnostics import Code, Diagnostic
from pipeline.language.prose import Prose, begins_sentence

_DICTIONARY = Path(__file__).parent / "dictionary"
_WORD = re.compile(r"(?<![\w@#/.-])[^\W\d_]+(?:[’'-][^\W\d_]+)*(?![\w@/])")
_APART = re.compile(
    r"\b(?:(?P<whole>[a-zà-ÿ]{4,} (?:overstijgende?|doorsnijdende?))"
    r"|(?P<term>(?:lange|korte|middellange) termijn ?(?:visies?|agenda|aanpak|plan(?:nen)?|doel(?:en)?|beleid"
    r"|opgaven?))(?<!termijn))\b"
)
_OWN_NAME = "kamerwerk"
_UNSEEN = {"Cc", "Cf", "Cn", "Co"}
"""Categories of characters that are reported by themselves; what they cut in two is no word to judge."""
_REMEMBERED = 50_000
"""Words of which is remembered whether they are Dutch: texts use the same ones over and over."""
_MOST = 15
"""Words for which a proposal is sought in one run: each takes a quarter of a second."""


class Speller:
    """Judges the spelling of texts of one project."""

    def __init__(self, own: Iterable[str]) -> None:
        """Take the words that are right beside those of the Dutch list."""
        self._own = frozenset((_OWN_NAME, *(word.lower() for word in own)))

    @property
    def vouched(self) -> str:
        """Return the words that are right beside those of the Dutch list, as one text."""
        return " ".join(sorted(self._own))

    def __call__(self, prose: Prose) -> Iterator[Diagnostic]:
        """Yield words that are unknown, each once, and compounds that were written apart."""
        yield from _written_apart(prose)
        told = set[str]()
        found = list(_WORD.finditer(prose.words))
        for index, match in enumerate(found):
            word = match[0]
            if word in told or not self._is_wrong(prose, match):
                continue
            told.add(word)
            following = found[index + 1] if index + 1 < len(found) else None
            joined = f"{word}{following[0]}" if following else ""
            if following and prose.words[match.end() : following.start()] == " " and is_dutch(joined):
                yield _apart(prose, match.start(), following.end(), joined)
            else:
                yield _unknown(prose, match)

    def _is_wrong(self, prose: Prose, match: re.Match[str]) -> bool:
        word = match[0]
        if is_dutch(word.replace("’", "'")):
            # Nearly all words are.
            return False
        around = (
            f"{prose.words[match.start() - 1 : match.start()]}{prose.words[match.end() : match.end() + 1]}"
        )
        if any(unicodedata.category(each) in _UNSEEN for each in around.replace("\n", "")):
            return False
        if sum(letter.isupper() for letter in word) > 1 or len(word) == 1:
            # Abbreviations and names like IJsselmeer or IenW.
            return False
        if word[0].isupper() and not begins_sentence(prose, match.start()):
            # A name: no list has them all.
            return False
        dotted = prose.words[match.end() : match.end() + 1] == "." and is_dutch(f"{word}.")
        return not (dotted or self._is_known(word))

    def _is_known(self, word: str) -> bool:
        plain = word.replace("’", "'")
        if plain.lower() in self._own or is_dutch(plain):
            return True
        # A capital at the beginning of a sentence may hide the accent of the word: Eén.
        if plain[0].isupper() and is_dutch(f"é{plain[1:]}" if plain.startswith("Eé") else plain.lower()):
            return True
        parts = [part for part in plain.split("-") if part]
        return len(parts) > 1 and all(part.lower() in self._own or is_dutch(part) for part in parts)


def proposing(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield findings; those of unknown words, as far as there is time for it, with what may be meant."""
    asked = set[str]()
    for finding in findings:
        if finding.code is Code.MISSPELT and (finding.words in asked or len(asked) < _MOST):
            asked.add(finding.words)
            meant = _suggestion(finding.words)
            yield replace(finding, hint=f"Bedoelde u “{meant}”? {finding.hint}") if meant else finding
        else:
            yield finding


def words_of(project: Project) -> Iterator[str]:
    """Yield the words that a project itself vouches for: its word list, and the names in its registers."""
    yield from (str(entry.kort) for entry in project.gedeeld.afkortingen)
    for line in vouched_for(project):
        # What stands as it is elsewhere is right; of other lines only the names are.
        right = not isinstance(line, PlainText) or isinstance(line, NotationText)
        yield from (found[0] for found in _WORD.finditer(line) if right or not found[0].islower())


def vouched_for(project: Project) -> Iterator[str]:
    """Yield the word list, and every line of the registers and of what is fixed about a region."""
    yield from project.woorden
    for model in (*shared_models(project), *(each.regio for each in project.regios.values() if each.regio)):
        for part in models_below(model):
            for value in values_of(part):
                found = value if isinstance(value, tuple) else (value,)
                yield from (line for line in found if isinstance(line, PlainText))


@lru_cache(maxsize=_REMEMBERED)
def is_dutch(word: str) -> bool:
    """Whether the Dutch list knows a word, or knows it as a compound."""
    return bool(_dutch().spell(word))


def _unknown(prose: Prose, match: re.Match[str]) -> Diagnostic:
    hint = f"Is het woord goed, zet het dan in {WOORDENLIJST}."
    return prose.finding(Code.MISSPELT, *match.span(), f"Het woord “{match[0]}” is onbekend.", hint)


def _written_apart(prose: Prose) -> Iterator[Diagnostic]:
    for found in _APART.finditer(prose.words):
        yield _apart(prose, *found.span(), found[0].replace(" ", ""))


def _apart(prose: Prose, start: int, end: int, joined: str) -> Diagnostic:
    typed = prose.typed[start:end]
    message = f"“{typed}” is één woord: “{joined}”."
    return prose.finding(Code.WRITTEN_APART, start, end, message, f"Schrijf: {joined}")


@cache
def _suggestion(word: str) -> str:
    return next(iter(_dutch().suggest(word)), "")


@cache
def _dutch() -> Any:
    return Hunspell("nl", hunspell_data_dir=str(_DICTIONARY))
