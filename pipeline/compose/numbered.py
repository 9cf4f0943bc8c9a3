"""The kansen and afspraken of an agenda with the numbers that readers see: Kans 2, A2.3.

Numbers are computed from the order in which writers put things; ids never change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.content.models.agenda import Afspraak, Agenda, Kans
from pipeline.content.models.gedeeld import Departement, Partij, Traject
from pipeline.content.project import Gedeeld, by_id
from pipeline.content.values import IdText, PlainText

NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class NumberedAfspraak:
    """An afspraak with its number and with names in place of ids."""

    number: str
    afspraak: Afspraak
    trekker: PlainText
    departementen: tuple[Departement, ...]
    trajecten: tuple[Traject, ...]


@dataclass(frozen=True, slots=True)
class NumberedKans:
    """A kans with its number, with names in place of ids, and with its afspraken."""

    number: int
    kans: Kans
    eigenaar: Partij | None
    departementen: tuple[Departement, ...]
    trajecten: tuple[Traject, ...]
    afspraken: tuple[NumberedAfspraak, ...]

    @property
    def label(self) -> str:
        """How texts and cross references name it."""
        return f"kans{NBSP}{self.number}"


def number_kansen(agenda: Agenda, gedeeld: Gedeeld) -> tuple[NumberedKans, ...]:
    """Return the kansen in their order, each with its afspraken in theirs."""
    return tuple(_kans(index, kans, agenda, gedeeld) for index, kans in enumerate(agenda.kansen, 1))


def _kans(number: int, kans: Kans, agenda: Agenda, gedeeld: Gedeeld) -> NumberedKans:
    own = (afspraak for afspraak in agenda.afspraken if afspraak.kans == kans.id)
    return NumberedKans(
        number=number,
        kans=kans,
        eigenaar=by_id(gedeeld.partijen, kans.eigenaar),
        departementen=departments(gedeeld, kans.departementen),
        trajecten=_programmes(gedeeld, kans.trajecten),
        afspraken=tuple(_afspraak(f"A{number}.{n}", each, gedeeld) for n, each in enumerate(own, 1)),
    )


def _afspraak(number: str, afspraak: Afspraak, gedeeld: Gedeeld) -> NumberedAfspraak:
    return NumberedAfspraak(
        number=number,
        afspraak=afspraak,
        trekker=party_name(gedeeld, afspraak.trekker),
        departementen=departments(gedeeld, afspraak.departementen),
        trajecten=_programmes(gedeeld, afspraak.trajecten),
    )


def party_name(gedeeld: Gedeeld, reference: IdText) -> PlainText:
    """Return the name of a regional party, or of a ministry with its kind before it."""
    if partij := by_id(gedeeld.partijen, reference):
        return partij.naam
    if departement := by_id(gedeeld.departementen, reference):
        return PlainText(f"Ministerie van {departement.kort}", departement.kort.source)
    return PlainText(reference, reference.source)


def departments(gedeeld: Gedeeld, references: Iterable[IdText]) -> tuple[Departement, ...]:
    """Return the ministries behind references; what does not exist was reported before and is left out."""
    found = (by_id(gedeeld.departementen, reference) for reference in references)
    return tuple(departement for departement in found if departement)


def _programmes(gedeeld: Gedeeld, references: Iterable[IdText]) -> tuple[Traject, ...]:
    found = (by_id(gedeeld.trajecten, reference) for reference in references)
    return tuple(traject for traject in found if traject)
