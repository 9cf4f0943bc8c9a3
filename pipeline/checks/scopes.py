"""Which ids exist, as far as the files that hold them can be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from pipeline.checks.targets import Target
from pipeline.checks.wording import region_name
from pipeline.content.documents import requested_documents
from pipeline.content.models.agenda import Agenda
from pipeline.content.project import Project

Names = Mapping[str, str]
"""Ids with the names that people know them by."""


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


class _HasTitle(_HasId, Protocol):
    @property
    def titel(self) -> str: ...


class _HasName(_HasId, Protocol):
    @property
    def naam(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Scope:
    """The ids that a file can point at; what a faulty file holds is absent: nothing is said of it."""

    known: Mapping[Target, Names]

    def names(self, target: Target) -> Names | None:
        """Return what exists, or ``None`` when that cannot be known."""
        return self.known.get(target)

    def holds(self, target: Target, identity: str) -> bool:
        """Return whether the id is known to exist."""
        return identity in self.known.get(target, {})

    def with_agenda(self, agenda: Agenda | None) -> Scope:
        """Return the scope for the files of a region, where the parts of its agenda can be pointed at too."""
        if agenda is None:
            return self
        parts = {
            Target.KANS: _titled(agenda.kansen),
            Target.AFSPRAAK: _titled(agenda.afspraken),
            Target.MIJLPAAL: _titled(agenda.mijlpalen),
        }
        return Scope({**self.known, **parts})


def project_scope(project: Project) -> Scope:
    """Return everything that any file of the project can point at."""
    shared = project.gedeeld
    known: dict[Target, Names] = {
        Target.PARTIJ: _named(shared.partijen),
        Target.DEPARTEMENT: _named(shared.departementen),
        Target.TRAJECT: _named(shared.trajecten),
        Target.BRON: {str(bron.id): str(bron.titel or bron.kamerstuk or "") for bron in shared.bronnen},
        Target.ONDERTEKENAAR: {str(signer.id): str(signer.functie) for signer in shared.ondertekenaars},
        Target.TOEZEGGING: {str(promise.id): "" for promise in shared.toezeggingen},
        Target.MOTIE: {str(motion.id): str(motion.onderwerp) for motion in shared.moties},
    }
    readable = {target: names for target, names in known.items() if target.place not in project.broken}
    if Target.PARTIJ in readable:
        readable[Target.EIGENAAR] = readable[Target.PARTIJ]
        if Target.DEPARTEMENT in readable:
            readable[Target.TREKKER] = {**readable[Target.PARTIJ], **readable[Target.DEPARTEMENT]}
    if project.programma:
        readable[Target.UITGANGSPUNT] = _titled(project.programma.uitgangspunten)
        readable[Target.RAPPORTAGEMOMENT] = _titled(project.programma.rapportagemomenten)
    # A region whose folder has another name is told by itself; references to it are not wrong as well.
    in_place = all(not each.regio or each.regio.id == each.folder for each in project.regios.values())
    if in_place:
        readable[Target.REGIO] = {folder: region_name(dossier) for folder, dossier in project.regios.items()}
    if in_place and all(letter.brief for letter in project.brieven.values()):
        readable[Target.DOCUMENT] = {request.id: request.title for request in requested_documents(project)}
    return Scope(readable)


def _titled(entries: Iterable[_HasTitle]) -> dict[str, str]:
    return {str(entry.id): str(entry.titel) for entry in entries}


def _named(entries: Iterable[_HasName]) -> dict[str, str]:
    return {str(entry.id): str(entry.naam) for entry in entries}
