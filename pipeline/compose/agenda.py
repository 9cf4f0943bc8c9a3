"""What the agenda's template needs: numbered kansen, sums, names instead of ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.compose.letter import ministry_at
from pipeline.compose.money import MoneyTable, money_table
from pipeline.compose.numbered import NumberedKans, number_kansen
from pipeline.content.models.agenda import Agenda, Besluit, Deelnemer, Mijlpaal
from pipeline.content.models.gedeeld import Partij, Traject
from pipeline.content.models.programma import NaamMinisterie, Programma, Uitgangspunt
from pipeline.content.models.regio import LopendTraject, Regio
from pipeline.content.project import Gedeeld, Project, by_id
from pipeline.content.values import IdText, Markdown, PlainText, sort_key


@dataclass(frozen=True, slots=True)
class Principle:
    """One of the four principles with how this agenda meets it."""

    uitgangspunt: Uitgangspunt
    invulling: Markdown


@dataclass(frozen=True, slots=True)
class Participant:
    """A regional party with its role and decisions."""

    partij: Partij
    deelnemer: Deelnemer

    @property
    def besluiten(self) -> tuple[Besluit, ...]:
        """What the party decided."""
        return self.deelnemer.besluiten


@dataclass(frozen=True, slots=True)
class Programme:
    """A running programme and what it means for the agenda."""

    traject: Traject
    relatie: LopendTraject


@dataclass(frozen=True, slots=True)
class Milestone:
    """A milestone with its number in the figure and the numbers of what must come first."""

    number: int
    mijlpaal: Mijlpaal
    kans: NumberedKans | None
    after: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AgendaView:
    """Everything that the template of an agenda prints."""

    regio: Regio
    agenda: Agenda
    programma: Programma
    ministry: NaamMinisterie
    municipalities: tuple[PlainText, ...]
    principles: tuple[Principle, ...]
    initiators: tuple[Participant, ...]
    parties: tuple[Participant, ...]
    programmes: tuple[Programme, ...]
    kansen: tuple[NumberedKans, ...]
    milestones: tuple[Milestone, ...]
    money: MoneyTable | None

    @property
    def has_afspraken(self) -> bool:
        """Whether region and Rijk agreed on anything yet."""
        return bool(self.agenda.afspraken)

    @property
    def decisions(self) -> tuple[Participant, ...]:
        """The parties that decided something about the agenda."""
        return tuple(each for each in (*self.initiators, *self.parties) if each.besluiten)


def agenda_view(project: Project, programma: Programma, regio: Regio, agenda: Agenda) -> AgendaView:
    """Gather what an agenda prints."""
    gedeeld = project.gedeeld
    kansen = number_kansen(agenda, gedeeld)
    has_money = agenda.middelen is not None and bool(agenda.middelen.regels)
    return AgendaView(
        regio=regio,
        agenda=agenda,
        programma=programma,
        ministry=ministry_at(programma, agenda.datum.value),
        municipalities=tuple(sorted(regio.gemeenten, key=sort_key)),
        principles=_principles(programma, agenda),
        initiators=_participants(agenda.initiatiefnemers, gedeeld),
        parties=_participants(agenda.partijen, gedeeld),
        programmes=_programmes(regio, gedeeld),
        kansen=kansen,
        milestones=_milestones(agenda, kansen),
        money=money_table(agenda.middelen) if agenda.middelen and has_money else None,
    )


def _principles(programma: Programma, agenda: Agenda) -> tuple[Principle, ...]:
    answers = {answer.uitgangspunt: answer.invulling for answer in agenda.uitgangspunten}
    return tuple(
        Principle(principle, answers[principle.id])
        for principle in programma.uitgangspunten
        if principle.id in answers
    )


def _participants(members: Iterable[Deelnemer], gedeeld: Gedeeld) -> tuple[Participant, ...]:
    found = ((by_id(gedeeld.partijen, member.partij), member) for member in members)
    return tuple(Participant(partij, member) for partij, member in found if partij)


def _programmes(regio: Regio, gedeeld: Gedeeld) -> tuple[Programme, ...]:
    found = ((by_id(gedeeld.trajecten, running.traject), running) for running in regio.trajecten)
    return tuple(Programme(traject, running) for traject, running in found if traject)


def _milestones(agenda: Agenda, kansen: tuple[NumberedKans, ...]) -> tuple[Milestone, ...]:
    """Return the milestones in order of time, numbered."""
    ordered = sorted(agenda.mijlpalen, key=lambda milestone: (milestone.moment.last, milestone.moment.first))
    numbers = {milestone.id: number for number, milestone in enumerate(ordered, 1)}
    by_kans: dict[IdText, NumberedKans] = {each.kans.id: each for each in kansen}
    return tuple(
        Milestone(
            number=numbers[milestone.id],
            mijlpaal=milestone,
            kans=by_kans.get(milestone.kans) if milestone.kans else None,
            after=tuple(sorted(numbers[before] for before in milestone.na if before in numbers)),
        )
        for milestone in ordered
    )
