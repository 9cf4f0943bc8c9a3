"""The documents with a date, and what each of them prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.checks.wording import quoted
from pipeline.content.models.base import Model
from pipeline.content.models.brief import Brief
from pipeline.content.models.voortgang import Voortgang
from pipeline.content.project import Project, RegioDossier
from pipeline.content.values import DayDate
from pipeline.diagnostics import Source


@dataclass(frozen=True, slots=True)
class DatedDocument:
    """An agenda or a letter, with the models whose texts it prints."""

    title: str
    """Names the document in a sentence: de brief “…”."""
    date: DayDate
    date_source: Source
    models: tuple[Model, ...]


def dated_documents(project: Project) -> Iterator[DatedDocument]:
    """Yield every document whose own file can be read, agendas first."""
    for dossier in project.regios.values():
        agenda = dossier.agenda
        if agenda:
            models = (dossier.regio, agenda) if dossier.regio else (agenda,)
            title = f"de agenda {quoted(agenda.titel)}"
            yield DatedDocument(title, agenda.datum, agenda.source.child("datum"), models)
    for letter in project.brieven.values():
        brief = letter.brief
        if brief:
            models = (brief, *(progress for _, progress in covered_progress(project, brief)))
            title = f"de brief {quoted(brief.betreft)}"
            yield DatedDocument(title, brief.datum, brief.source.child("datum"), models)


def covered_progress(project: Project, brief: Brief) -> Iterator[tuple[RegioDossier, Voortgang]]:
    """Yield the progress that a letter gathers, as far as it can be read."""
    for folder in dict.fromkeys(brief.regios):
        dossier = project.regios.get(folder)
        progress = dossier.voortgang.get(brief.voortgang) if dossier and brief.voortgang else None
        if dossier and progress:
            yield dossier, progress
