"""What the data of a region or letter say in figures, so that a text can be held against them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.content.models.agenda import Agenda, Indicator
from pipeline.content.models.brief import Brief
from pipeline.content.models.gedeeld import Partij
from pipeline.content.models.regio import Regio
from pipeline.content.project import Project, RegioDossier, by_id
from pipeline.content.values import sum_amounts
from pipeline.content.values.amounts import format_range
from pipeline.diagnostics import Source

_GOVERNMENTS = {"gemeente", "provincie", "waterschap"}
_AIM = re.compile(r"(?P<number>\d{1,3}(?:\.\d{3}){1,4}|\d{1,15})(?: in (?P<year>20\d\d))?")
_FIGURE = re.compile(r"\d{1,3}(?:\.\d{3}){1,4}|\d{1,15}")
_HEAD = re.compile(
    r"(?P<noun>[^\W\d_]{4,}(?:[’'-][^\W\d_]+)*)(?= (?:die|dat|met|in|van|op|voor|waar\w*)\b|,|$)"
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something there are. ``noun`` is a pattern for what they are called in a text."""

    noun: str
    numbers: frozenset[int]
    shown: str
    """The fact as part of a sentence: "de agenda heeft er 4"."""
    source: Source
    owner: str = ""
    """A pattern for who has them, where a text may speak of those of others; "" where it cannot."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What an indicator of a kans must reach, to be held against the text of its ``resultaat``."""

    noun: str
    number: int
    year: str
    result: Source
    source: Source


@dataclass(frozen=True, slots=True)
class Size:
    """A key figure of a region: ``owner`` is a pattern for the names of the region in a sentence."""

    noun: str
    number: int
    owner: str
    shown: str
    source: Source


@dataclass(frozen=True, slots=True)
class Money:
    """An amount: ``before`` is a pattern for the words before it that make a text speak of this one."""

    before: str
    amounts: frozenset[tuple[int, int]]
    """What it may be in euros, lowest and highest: the whole, and the parts that have a total too."""
    shown: str
    source: Source


Fact = Count | Aim | Size | Money


def facts_of(project: Project) -> dict[str, tuple[Fact, ...]]:
    """Return for each file of a region or letter the facts that its texts must agree with."""
    found = dict[str, tuple[Fact, ...]]()
    grants = tuple(_grants(project))
    for dossier in project.regios.values():
        facts = (*_of_region(project, dossier), *grants)
        found.update(dict.fromkeys(dossier.files, facts))
    for letter in project.brieven.values():
        if letter.brief:
            found[letter.file] = (*_regions(letter.brief), *grants)
    return found


def _of_region(project: Project, dossier: RegioDossier) -> Iterator[Fact]:
    if dossier.regio:
        yield from _region_counts(dossier.regio)
        yield from _sizes(dossier.regio)
    if dossier.agenda:
        yield from _agenda_counts(project, dossier.agenda)
        yield from _total(dossier.agenda)
        for kans in dossier.agenda.kansen:
            if kans.resultaat and kans.resultaat.source:
                yield from _aims(kans.indicatoren, kans.resultaat.source)


def _agenda_counts(project: Project, agenda: Agenda) -> Iterator[Count]:
    chosen, considered = len(agenda.kansen), len(agenda.overwogen_kansen)
    numbers = frozenset({chosen, considered, chosen + considered} - {0})
    shown = f"de agenda heeft er {chosen or considered}"
    place = agenda.source.child("kansen" if chosen else "overwogen_kansen")
    yield Count("kansen", numbers, shown, place)
    parts = (("afspraken", agenda.afspraken), ("mijlpalen", agenda.mijlpalen))
    for name, entries in parts:
        shown = f"de agenda heeft er {len(entries)}"
        yield Count(name, _all(entries), shown, agenda.source.child(name))
    governments = _governments(project, agenda)
    shown = f"bij de agenda horen er {len(governments)}"
    place = agenda.source.child("initiatiefnemers")
    yield Count("overheden", _all(governments), shown, place, "de agenda")


def _governments(project: Project, agenda: Agenda) -> tuple[Partij, ...]:
    taking_part = dict.fromkeys(entry.partij for entry in (*agenda.initiatiefnemers, *agenda.partijen))
    parties = (by_id(project.gedeeld.partijen, identity) for identity in taking_part)
    return tuple(party for party in parties if party and party.soort in _GOVERNMENTS)


def _region_counts(regio: Regio) -> Iterator[Count]:
    parts = (("gemeenten", "gemeenten", regio.gemeenten), ("trajecten", "lopende trajecten", regio.trajecten))
    for key, noun, entries in parts:
        shown = f"de regio heeft er {len(entries)}"
        yield Count(noun, _all(entries), shown, regio.source.child(key), _names(regio))


def _regions(brief: Brief) -> Iterator[Count]:
    shown = f"de brief gaat over {len(brief.regios)}"
    yield Count("regio[’']s", _all(brief.regios), shown, brief.source.child("regios"), "de brief|deze brief")


def _all(entries: Sequence[object]) -> frozenset[int]:
    """Return their number as the only right one; nothing is right or wrong where there are none."""
    return frozenset({len(entries)} - {0})


def _total(agenda: Agenda) -> Iterator[Money]:
    """Yield what the agenda costs in all; sums per source, year and way of funding are totals as well."""
    if agenda.middelen and agenda.middelen.regels:
        lines = agenda.middelen.regels
        years = {year for line in lines for year in line.bedragen}
        groups = (
            *([line] for line in lines),
            *([other for other in lines if other.dekking == line.dekking] for line in lines),
        )
        whole = sum_amounts(amount for line in lines for amount in line.bedragen.values())
        sums = (
            whole,
            *(sum_amounts(line.bedragen[year] for line in lines if year in line.bedragen) for year in years),
            *(sum_amounts(each for line in group for each in line.bedragen.values()) for group in groups),
        )
        amounts = frozenset((each.low, each.high) for each in sums)
        shown = f"de regels zijn samen {format_range(whole.low, whole.high)}"
        yield Money(r"in totaal|een totaal van", amounts, shown, agenda.middelen.source.child("regels"))


def _grants(project: Project) -> Iterator[Money]:
    for traject in project.gedeeld.trajecten:
        amount = traject.rijksbijdrage
        if amount and amount.low is not None and amount.high is not None:
            where = traject.source.child("rijksbijdrage")
            said = rf"{_pattern(traject.naam)}[^.€]{{0,60}} Rijksbijdrage van"
            shown = f"in het register is zij {amount}"
            yield Money(said, frozenset({(amount.low, amount.high)}), shown, where)


def _aims(indicators: Sequence[Indicator], result: Source) -> Iterator[Aim]:
    for indicator in indicators:
        head = _HEAD.search(indicator.naam)
        aim = _AIM.fullmatch(indicator.doel) if indicator.doel else None
        if head and aim:
            number = int(aim["number"].replace(".", ""))
            noun = _pattern(head["noun"].lower())
            yield Aim(noun, number, aim["year"] or "", result, indicator.source.child("doel"))


def _sizes(regio: Regio) -> Iterator[Size]:
    names = _names(regio)
    for figure in regio.kerncijfers:
        if figure.waarde and _FIGURE.fullmatch(figure.waarde):
            number = int(figure.waarde.replace(".", ""))
            noun = _pattern(figure.naam.lower())
            shown = f"het kerncijfer is {figure.waarde}"
            yield Size(noun, number, names, shown, figure.source.child("waarde"))


def _names(regio: Regio) -> str:
    """Return a pattern for what a sentence can call the region; the longest name first."""
    names = {regio.namen.lopend, regio.namen.officieel, regio.namen.met_lidwoord, "de regio", "de provincie"}
    return "|".join(_pattern(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def _pattern(words: str) -> str:
    """Return a pattern for these words, with its spaces as they are: a search may widen them."""
    return re.escape(words).replace(r"\ ", " ")
