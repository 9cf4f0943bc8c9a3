"""Figures in a text that differ from the data: how many, how much, what is aimed at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.content.project import Project
from pipeline.content.values.amounts import parse_amount
from pipeline.diagnostics import Code, Diagnostic, Related
from pipeline.language.facts import Aim, Count, Fact, Money, Size, facts_of
from pipeline.language.numerals import NUMERAL, number_of
from pipeline.language.prose import Prose

_KINDS = "(?:(?:lopende|regionale|gemeenschappelijke|gezamenlijke|deelnemende|mogelijke) )?"
"""Words that leave a number of things what it is; others may pick some of them."""
_ALL = "de|onze|hun|haar"
_ALL_HERE = f"{_ALL}|deze|die|alle"
"""Words that speak of all there are; those of the second may point back to some that were named before."""
_LISTS = "telt|tellen|bevat|bevatten|omvat|kent|kiest|kiezen|koos|kozen|ziet|zien|noemt|beschrijft"
_SOME = re.compile(
    r"\W{0,2}\s(?:in|op|uit|van|met|over|rond|langs|bij|aan|zonder|voor|tussen|tot|die|dat|waar\w*)\b"
)
_ABOUT = re.compile(r"\b(?:ruim|bijna|ongeveer|circa|ca\.|zo[’']n|meer dan|minder dan|rond)\s*(?:de )?$")
_AMOUNT = r"(?:\d{1,3}(?:\.\d{3})+|\d+(?:,\d{1,3})?)"
_EUROS = rf"€ ?{_AMOUNT}(?:(?: (?:miljoen|miljard))? tot {_AMOUNT})?(?: (?:miljoen|miljard))?"
_YEARS = 1000
"""From here on a number before a word may be a year: "in juni 2025 afspraken gemaakt"."""
_NEAR = 0.05
"""How far a rounded figure may be from the exact one, as a part of it."""
_SENTENCE = re.compile(r"[^.!?]*(?:\.(?=\d)[^.!?]*)*(?:[.!?]|$)")


class Figures:
    """Holds the texts of one project against its data."""

    def __init__(self, project: Project) -> None:
        """Gather the facts of each file once."""
        self._facts: Mapping[str, tuple[Fact, ...]] = facts_of(project)

    def known(self, file: str) -> str:
        """Return all that is known about what the texts of a file must agree with, as one text."""
        return repr(self._facts.get(file, ()))

    def __call__(self, prose: Prose) -> Iterator[Diagnostic]:
        """Yield figures that differ from the data; a number that may be about a part is left alone."""
        for fact in self._facts.get(prose.source.file, ()):
            match fact:
                case Count():
                    yield from _counts(prose, fact)
                case Size():
                    yield from _sizes(prose, fact)
                case Money():
                    yield from _money(prose, fact)
                case Aim():
                    yield from _aims(prose, fact)


def _counts(prose: Prose, fact: Count) -> Iterator[Diagnostic]:
    """Look at numbers that speak of all there are: "de vier kansen", "telt vier kansen".

    A number that is larger than there are is wrong wherever nobody else's can be meant.
    """
    if not fact.numbers or not re.search(fact.noun, prose.words, re.IGNORECASE):
        return
    every = _ALL if _is_inside_entry(prose) else _ALL_HERE
    lists = f"(?:{fact.owner}) (?:{_LISTS})" if fact.owner else _LISTS
    before = f"(?:(?P<all>{every})|(?P<lists>{lists}))"
    pattern = rf"(?<!\w)(?:{before} )?(?P<number>{NUMERAL})(?: de)? {_KINDS}{fact.noun}(?!\w)"
    parts = set[int]()
    for found in _matches(pattern, prose.words):
        number = number_of(found["number"])
        narrowed = _SOME.match(prose.words, found.end()) is not None
        too_many = not fact.owner and max(fact.numbers) < number < _YEARS
        if narrowed and not found["lists"]:
            parts.add(number)
        elif number not in fact.numbers | parts and (found["all"] or found["lists"] or too_many):
            yield _differs(prose, found, fact.shown, fact)


def _is_inside_entry(prose: Prose) -> bool:
    """Whether a text is about one kans or afspraak: there "alle drie gemeenten" may be those of this one."""
    return len(prose.source.path) > 1 and isinstance(prose.source.path[1], int)


def _aims(prose: Prose, fact: Aim) -> Iterator[Diagnostic]:
    """Look at the year of the aim: "In 2030 zijn er 600 leerwerkplekken bijgekomen"."""
    if (prose.source.file, prose.source.path) != (fact.result.file, fact.result.path):
        return
    pattern = rf"(?<![\w.,])(?P<number>{NUMERAL}) (?:[^\W\d_]+ )?{fact.noun}(?!\w)"
    for sentence in _SENTENCE.finditer(prose.words):
        for found in _matches(pattern, sentence[0]) if fact.year in sentence[0] else ():
            if number_of(found["number"]) != fact.number:
                yield _differs(prose, found, f"het doel is {fact.number}", fact, sentence.start())


def _sizes(prose: Prose, fact: Size) -> Iterator[Diagnostic]:
    """Look at sentences about the region as a whole: "Zeeland telt 391.657 inwoners"."""
    has = r"(?:telt|heeft|telde|had)(?P<about>[^.\d]{0,20}?)"
    pattern = rf"(?<!\w)(?:{fact.owner}) {has} (?P<number>{NUMERAL}) {fact.noun}(?!\w)"
    for found in _matches(pattern, prose.words):
        number = number_of(found["number"])
        rounded = bool(_ABOUT.search(found["about"])) or number % 1000 == 0
        if number != fact.number and not (rounded and _is_near(number, fact.number)):
            yield _differs(prose, found, fact.shown, fact)


def _money(prose: Prose, fact: Money) -> Iterator[Diagnostic]:
    """Look at amounts behind words like "in totaal"."""
    if "€" not in prose.words:
        return
    pattern = rf"(?<!\w)(?:{fact.before})(?P<about>[^\d€.]{{0,20}}?) (?P<number>{_EUROS})"
    for found in _matches(pattern, prose.words):
        euros = _euros(found["number"])
        rounded = bool(_ABOUT.search(found["about"]))
        near = any(all(map(_is_near, euros, each)) for each in fact.amounts)
        if euros and euros not in fact.amounts and not (rounded and near):
            yield _differs(prose, found, fact.shown, fact)


def _euros(typed: str) -> tuple[int, int] | tuple[()]:
    """Return the lowest and highest amount; nothing for one that no field of the data could hold."""
    try:
        amount = parse_amount(re.sub(r"[€.]", "", " ".join(typed.split())).strip())
    except ValueError:
        return ()
    return amount.low or 0, amount.high or 0


def _is_near(rounded: int, exact: int) -> bool:
    return abs(rounded - exact) <= _NEAR * exact


def _matches(pattern: str, words: str) -> Iterator[re.Match[str]]:
    """Search words; a space of the pattern may be the end of a line too."""
    return re.finditer(pattern.replace(" ", r"\s+"), words, re.IGNORECASE)


def _differs(prose: Prose, found: re.Match[str], shown: str, fact: Fact, offset: int = 0) -> Diagnostic:
    start, end = (offset + each for each in found.span("number"))
    typed = " ".join(prose.typed[start : offset + found.end()].split())
    message = f"De tekst zegt “{typed}”, maar {shown}."
    finding = prose.finding(Code.FIGURE_DIFFERS, start, end, message, "Verbeter de tekst of de gegevens.")
    return replace(finding, related=(Related("De gegevens.", fact.source),))
