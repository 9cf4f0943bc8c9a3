"""Each id stands for one thing, and the id of a file agrees with the place of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Protocol

from pipeline.checks.wording import quoted
from pipeline.content.models.agenda import Agenda
from pipeline.content.project import Gedeeld, Project, RegioDossier
from pipeline.content.values.ids import propose_id
from pipeline.diagnostics import Code, Diagnostic, Related, Source


class _HasId(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def source(self) -> Source: ...


@dataclass(frozen=True, slots=True)
class _Named:
    id: str
    source: Source
    """The place of the id itself."""


def check_identity(project: Project) -> Iterator[Diagnostic]:
    """Yield ids that stand for two things, and ids that do not agree with their folder or file."""
    for names in _namespaces(project):
        yield from _doubles(names)
    yield from _region_places(project)
    yield from _letter_places(project)


def _namespaces(project: Project) -> Iterator[list[_Named]]:
    """Yield the groups in which an id may occur once."""
    if project.programma:
        yield _named(project.programma.uitgangspunten)
        yield _named(project.programma.rapportagemomenten)
    for register in fields(Gedeeld):
        yield _named(getattr(project.gedeeld, register.name))
    for dossier in project.regios.values():
        if dossier.regio:
            yield _named(dossier.regio.kerncijfers)
        if dossier.agenda:
            yield _pointed_at(dossier.agenda)
            yield _named(dossier.agenda.middelen.regels if dossier.agenda.middelen else ())
    for letter in project.brieven.values():
        if letter.brief:
            yield _named(letter.brief.bijlagen)


def _pointed_at(agenda: Agenda) -> list[_Named]:
    """Return what texts in an agenda point at with ``[#id]``, in the order in which it is printed."""
    names = list[_Named]()
    for kans in agenda.kansen:
        names += [*_named([kans]), *_named(kans.indicatoren)]
    for part in (agenda.overwogen_kansen, agenda.afspraken, agenda.mijlpalen):
        names += _named(part)
    if agenda.monitoring:
        names += _named(agenda.monitoring.indicatoren)
    return names + _named(agenda.risicos)


def _named(entries: Iterable[_HasId]) -> list[_Named]:
    return [_Named(str(entry.id), entry.source.child("id")) for entry in entries]


def _doubles(names: list[_Named]) -> Iterator[Diagnostic]:
    first: dict[str, _Named] = {}
    for name in names:
        earlier = first.setdefault(name.id, name)
        if earlier is not name:
            yield Diagnostic(
                Code.DUPLICATE_ID,
                f"De id {quoted(name.id)} is al in gebruik.",
                name.source,
                "Geef een van beide een andere id; misschien koos een collega dezelfde.",
                (Related("Hier staat dezelfde id.", earlier.source),),
            )


def _region_places(project: Project) -> Iterator[Diagnostic]:
    owners = {
        str(dossier.regio.id): dossier.regio.source.child("id")
        for dossier in project.regios.values()
        if dossier.regio and dossier.regio.id == dossier.folder
    }
    for dossier in project.regios.values():
        yield from _misplaced(dossier.folder, _region_ids(dossier), owners)
        for moment, progress in dossier.voortgang.items():
            if progress.id != moment:
                yield Diagnostic(
                    Code.ID_NOT_PLACE,
                    f"Dit bestand heet voortgang-{moment}.yaml, maar de id is {quoted(progress.id)}.",
                    progress.source.child("id"),
                    f"Schrijf “id: {moment}”, of noem het bestand voortgang-{progress.id}.yaml.",
                )


def _region_ids(dossier: RegioDossier) -> list[_Named]:
    """Return every place where a region's files repeat the name of their folder."""
    names = [
        _Named(str(part.id), part.source.child("id")) for part in (dossier.regio, dossier.agenda) if part
    ]
    for progress in dossier.voortgang.values():
        names.append(_Named(str(progress.regio), progress.source.child("regio")))
    return names


def _letter_places(project: Project) -> Iterator[Diagnostic]:
    briefs = [(letter.folder, letter.brief) for letter in project.brieven.values() if letter.brief]
    owners = {str(brief.id): brief.source.child("id") for folder, brief in briefs if brief.id == folder}
    for folder, brief in briefs:
        yield from _misplaced(folder, [_Named(str(brief.id), brief.source.child("id"))], owners)


def _misplaced(folder: str, names: list[_Named], owners: dict[str, Source]) -> Iterator[Diagnostic]:
    """Yield one finding for each wrong name that a folder's files use, however often they use it."""
    wrong: dict[str, list[Source]] = {}
    for name in names:
        if name.id != folder:
            wrong.setdefault(name.id, []).append(name.source)
    for identity, (place, *others) in wrong.items():
        again = tuple(Related("Hier staat het ook.", other) for other in others)
        usable = propose_id(folder) == folder
        if identity in owners:
            yield Diagnostic(
                Code.DUPLICATE_ID,
                f"De id {quoted(identity)} is al in gebruik; dit bestand staat in de map {quoted(folder)}.",
                place,
                f"Schrijf hier: {folder}" if usable else "Geef de map een andere naam en schrijf die hier.",
                (Related("Hier staat dezelfde id.", owners[identity]), *again),
            )
            continue
        yield Diagnostic(
            Code.ID_NOT_PLACE,
            f"De id {quoted(identity)} is niet gelijk aan de naam van de map, {quoted(folder)}.",
            place,
            f"Schrijf hier: {folder}, of noem de map {identity}." if usable else f"Noem de map {identity}.",
            again,
        )
