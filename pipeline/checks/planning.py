"""The milestones of an agenda can be reached in the order that they ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.checks.wording import quoted, quoted_list
from pipeline.content.models.agenda import Agenda, Mijlpaal
from pipeline.content.project import Project
from pipeline.diagnostics import Code, Diagnostic, Related


def check_planning(project: Project) -> Iterator[Diagnostic]:
    """Yield milestones that wait for each other, that are too early for what they wait for, or long past."""
    for dossier in project.regios.values():
        if dossier.agenda:
            yield from _order(dossier.agenda)
            yield from _past(dossier.agenda)


def _order(agenda: Agenda) -> Iterator[Diagnostic]:
    milestones = {str(milestone.id): milestone for milestone in agenda.mijlpalen}
    reachable = {identity: _before(identity, milestones) for identity in milestones}
    told = set[str]()
    for identity, milestone in milestones.items():
        if identity not in reachable[identity]:
            yield from _too_early(milestone, milestones)
        elif identity not in told:
            loop = [other for other in milestones if _mutual(identity, other, reachable)]
            told.update(loop)
            yield _loop([milestones[other] for other in loop])


def _before(identity: str, milestones: Mapping[str, Mijlpaal]) -> set[str]:
    """Return every milestone that must be ready first, directly or through another."""
    found = set[str]()
    waiting = [str(earlier) for earlier in milestones[identity].na]
    while waiting:
        earlier = waiting.pop()
        if earlier in milestones and earlier not in found:
            found.add(earlier)
            waiting += [str(other) for other in milestones[earlier].na]
    return found


def _mutual(one: str, other: str, reachable: Mapping[str, set[str]]) -> bool:
    return other in reachable[one] and one in reachable[other]


def _loop(milestones: list[Mijlpaal]) -> Diagnostic:
    first, *others = milestones
    titles = quoted_list(milestone.titel for milestone in milestones)
    message = (
        f"De mijlpalen {titles} wachten op elkaar." if others else f"De mijlpaal {titles} wacht op zichzelf."
    )
    related = tuple(Related("Hoort bij dezelfde kring.", other.source.child("na")) for other in others)
    hint = "Haal bij “na” de verwijzing weg die niet klopt."
    return Diagnostic(Code.MILESTONE_LOOP, message, first.source.child("na"), hint, related)


def _too_early(milestone: Mijlpaal, milestones: Mapping[str, Mijlpaal]) -> Iterator[Diagnostic]:
    for index, reference in enumerate(milestone.na):
        earlier = milestones.get(str(reference))
        if earlier and milestone.moment.last < earlier.moment.first:
            yield Diagnostic(
                Code.DATE_ORDER,
                f"De mijlpaal {quoted(milestone.titel)} ({milestone.moment}) komt na "
                f"{quoted(earlier.titel)}, maar die is pas klaar in {earlier.moment}.",
                milestone.source.child("na", index),
                "Verander een van beide momenten, of haal de verwijzing bij “na” weg.",
                (Related("Het moment van de andere mijlpaal.", earlier.source.child("moment")),),
            )


def _past(agenda: Agenda) -> Iterator[Diagnostic]:
    """Yield milestones before the year of the agenda; what was reached earlier that year may be shown."""
    year = agenda.datum.value.year
    for milestone in agenda.mijlpalen:
        if milestone.moment.last.year < year:
            yield Diagnostic(
                Code.DATE_ORDER,
                f"De mijlpaal {quoted(milestone.titel)} ({milestone.moment}) ligt vóór {year}, "
                "het jaar van deze agenda.",
                milestone.source.child("moment"),
                "Controleer het jaartal; een mijlpaal die al lang voorbij is, hoort niet in de planning.",
                (Related("De datum van de agenda.", agenda.source.child("datum")),),
            )
