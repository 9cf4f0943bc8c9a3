"""One name spelled in two ways, over all texts: Zeeuws Vlaanderen, Zeeuws-Vlaanderen; Fryslan, Fryslân."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from pipeline.content.project import WOORDENLIJST
from pipeline.content.values import PlainText
from pipeline.diagnostics import Code, Diagnostic, Related, Source
from pipeline.language.prose import Prose, begins_sentence, prose_of
from pipeline.language.spelling import is_dutch

_WORD = r"[^\W\d_]+(?:[’'][^\W\d_]+)*"
_CAPITAL = rf"(?=[^\W\d_]*[A-ZÀ-Þ]){_WORD}"
_SMALL = "aan de|aan den|op den|de|den|der|het|op|van|van de|van der"
_NAME = re.compile(rf"(?<![\w@#/.-]){_CAPITAL}(?:(?:-| )(?:(?:{_SMALL})(?:-| ))?{_CAPITAL})*(?![\w@/])")
_NEXT = re.compile(rf"[\s-]+(?={_CAPITAL})")
_BETWEEN = re.compile(r"[\s-]+")
_ENDINGS = ("s", "e", "er", "se", "ers", "en", "aan", "’s")
_ALIKE = 0.88
"""How alike two names of one word must be, 0 to 1: one letter wrong in eight."""
_SHORTEST = 6
"""Names with fewer letters look too much like others to be judged by a letter."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A name in a text: as it was typed, and where."""

    name: str
    prose: Prose
    start: int


def names(texts: Sequence[Prose], certain: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield each use of a name that is spelled otherwise than the ``certain`` names, or than most uses."""
    lines = tuple(certain)
    known = frozenset(part for line in lines for part in _parts(line))
    registered = (prose_of(line) for line in lines if isinstance(line, PlainText))
    uses = [use for prose in dict.fromkeys((*texts, *registered)) for use in _uses(prose)]
    by_letters = dict[str, list[_Use]]()
    for use in uses:
        by_letters.setdefault(_letters(use.name), []).append(use)
    for alike in by_letters.values():
        yield from _differing(alike, known)
    yield from _mistyped(uses, known)


def _differing(alike: Sequence[_Use], known: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield the uses with the same letters whose spaces, hyphens, accents or capitals differ."""
    counts = Counter(use.name for use in alike)
    if len(counts) < 2:
        return
    right = max(counts, key=lambda name: (name in known, counts[name], -list(counts).index(name)))
    example = next(use for use in alike if use.name == right)
    for use in alike:
        if use.name != right and use.name not in known and not _may_differ(use.name, right):
            yield _finding(use, example)


def _may_differ(name: str, right: str) -> bool:
    """Whether it is an ordinary word, or only capitals differ in ordinary words: Regio Deal, Regio deal."""
    if _is_ordinary(name):
        return True
    pairs = zip(_BETWEEN.split(name), _BETWEEN.split(right), strict=False)
    return name.lower() == right.lower() and all(
        one == other or is_dutch(one.lower()) for one, other in pairs
    )


def _is_ordinary(word: str) -> bool:
    """Whether a word has its capital from the sentence alone; "Eén" loses an accent by it."""
    return is_dutch(word.lower()) or is_dutch(f"é{word[1:]}")


def _mistyped(uses: Iterable[_Use], known: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield words in names that no list knows and that are nearly one that is surer."""
    by_letters = dict[str, list[_Use]]()
    for use in uses:
        for word in _words(use):
            by_letters.setdefault(_letters(word.name), []).append(word)
    for letters, words in by_letters.items():
        name = words[0].name
        if name in known or is_dutch(name) or len(letters) < _SHORTEST:
            continue
        for other, examples in by_letters.items():
            surer = examples[0].name in known or len(examples) > len(words)
            if surer and _are_alike(letters, other):
                yield from (_finding(word, examples[0]) for word in words)
                break


def _words(use: _Use) -> Iterator[_Use]:
    """Yield the words of a name that have a capital, each as a name by itself."""
    for found in re.finditer(_CAPITAL, use.name):
        yield _Use(found[0], use.prose, use.start + found.start())


def _are_alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if shorter == longer or any(longer == shorter + ending for ending in _ENDINGS):
        return False
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _finding(use: _Use, example: _Use) -> Diagnostic:
    message = f"Deze naam staat elders als “{example.name}”."
    hint = f"Schrijf: {example.name}. Zijn het twee namen, zet ze dan allebei in {WOORDENLIJST}."
    finding = use.prose.finding(Code.NAME_DIFFERS, use.start, use.start + len(use.name), message, hint)
    return replace(finding, related=(Related("De andere spelling.", _place(example)),))


def _place(use: _Use) -> Source:
    where = use.prose.finding(Code.NAME_DIFFERS, use.start, use.start, "").where
    return where if isinstance(where, Source) else use.prose.source


def _uses(prose: Prose) -> Iterator[_Use]:
    for found in _NAME.finditer(prose.words):
        name = _without_first(found[0]) if begins_sentence(prose, found.start()) else found[0]
        if name:
            yield _Use(name, prose, found.end() - len(name))


def _parts(name: str) -> Iterator[str]:
    """Yield the names inside a line of a register: all of it, each part with capitals, and each word."""
    yield name
    yield from re.findall(_CAPITAL, name)
    for found in _NAME.finditer(name):
        yield from (found[0], _without_first(found[0]))


def _without_first(name: str) -> str:
    """Return a name without a first word that has its capital from the sentence: "De Lelylijn"."""
    if not _is_ordinary(_BETWEEN.split(name)[0]):
        return name
    rest = _NEXT.search(name)
    return name[rest.end() :] if rest else ""


def _letters(name: str) -> str:
    """Return the bare letters of a name: the same for all ways to spell it."""
    plain = unicodedata.normalize("NFD", name.replace("’", "").replace("'", ""))
    return "".join(each for each in plain if each.isalpha()).casefold()
