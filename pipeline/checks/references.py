"""Whatever points at something by its id, points at something that exists."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.scopes import Names, Scope, project_scope
from pipeline.checks.targets import NAMED_ONCE, TARGETS, Target
from pipeline.checks.wording import did_you_mean, quoted
from pipeline.content.models.agenda import Agenda
from pipeline.content.models.base import Model
from pipeline.content.project import Project, RegioDossier
from pipeline.content.walk import models_below
from pipeline.diagnostics import Code, Diagnostic, Related, Source


def check_references(project: Project) -> Iterator[Diagnostic]:
    """Yield references to what does not exist, and things that are named twice in one list.

    A reference into a file that itself has errors gives no finding.
    """
    scope = project_scope(project)
    if project.programma:
        yield from _references(project.programma, scope)
    for entry in (*project.gedeeld.ondertekenaars, *project.gedeeld.trajecten, *project.gedeeld.toezeggingen):
        yield from _references(entry, scope)
    for dossier in project.regios.values():
        yield from _region(dossier, scope.with_agenda(dossier.agenda))
    for letter in project.brieven.values():
        if letter.brief:
            yield from _references(letter.brief, scope)


def _region(dossier: RegioDossier, scope: Scope) -> Iterator[Diagnostic]:
    if dossier.regio:
        yield from _references(dossier.regio, scope)
    if dossier.agenda:
        yield from _references(dossier.agenda, scope)
        yield from _listed_in_both(dossier.agenda)
    for moment, progress in dossier.voortgang.items():
        if progress.id == moment:
            yield from _missing(moment, Target.RAPPORTAGEMOMENT, progress.source.child("id"), scope)
        yield from _references(progress, scope)


def _references(model: Model, scope: Scope) -> Iterator[Diagnostic]:
    for part in models_below(model):
        for field, target in TARGETS.get(type(part), {}).items():
            value, place = getattr(part, field), part.source.child(field)
            if isinstance(value, tuple):
                places = [(str(item), place.child(index)) for index, item in enumerate(value)]
                yield from _listed_twice(places, target)
                for identity, item_place in places:
                    yield from _missing(identity, target, item_place, scope)
            elif value is not None:
                yield from _missing(str(value), target, place, scope)
        yield from _groups_listed_twice(part)


def _missing(identity: str, target: Target, place: Source, scope: Scope) -> Iterator[Diagnostic]:
    names = scope.names(target)
    if names is None or identity in names:
        return
    if target is Target.EIGENAAR and scope.holds(Target.DEPARTEMENT, identity):
        return  # the check of principles says why a ministry cannot own a kans
    message = f"{target.title} {quoted(identity)} {target.absent}."
    yield Diagnostic(Code.DANGLING_REFERENCE, message, place, _hint(identity, target, names, scope))


def _hint(identity: str, target: Target, names: Names, scope: Scope) -> str:
    for other in (Target.PARTIJ, Target.DEPARTEMENT, Target.TRAJECT, Target.BRON, Target.ONDERTEKENAAR):
        if scope.holds(other, identity):
            return f"{quoted(identity)} staat wel in {other.place}, maar dat kan hier niet."
    found = did_you_mean(identity, names)
    if found or not target.place.endswith(".yaml"):
        return found
    return f"Voeg {quoted(identity)} toe aan {target.place}, of kies een id die daar al staat."


def _listed_twice(places: list[tuple[str, Source]], target: Target) -> Iterator[Diagnostic]:
    first: dict[str, Source] = {}
    for identity, place in places:
        if identity in first:
            message = f"{target.title} {quoted(identity)} staat twee keer in deze lijst."
            related = (Related("Hier staat hetzelfde.", first[identity]),)
            yield Diagnostic(Code.LISTED_TWICE, message, place, "Haal een van beide weg.", related)
        first.setdefault(identity, place)


def _groups_listed_twice(model: Model) -> Iterator[Diagnostic]:
    """Yield groups of one list that are about the same thing, such as two answers to one promise."""
    for field, key in NAMED_ONCE.get(type(model), {}).items():
        groups: tuple[Model, ...] = getattr(model, field)
        if groups:
            places = [(str(getattr(group, key)), group.source.child(key)) for group in groups]
            yield from _listed_twice(places, TARGETS[type(groups[0])][key])


def _listed_in_both(agenda: Agenda) -> Iterator[Diagnostic]:
    initiators = {str(party.partij): party.source.child("partij") for party in agenda.initiatiefnemers}
    for party in agenda.partijen:
        if party.partij in initiators:
            yield Diagnostic(
                Code.LISTED_TWICE,
                f"De partij {quoted(party.partij)} staat al bij de initiatiefnemers.",
                party.source.child("partij"),
                "Haal een van beide weg.",
                (Related("Hier staat dezelfde partij.", initiators[str(party.partij)]),),
            )
