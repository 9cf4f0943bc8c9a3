"""Nothing is reported, promised or cited before it happened."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.dated import DatedDocument, covered_progress, dated_documents
from pipeline.checks.targets import TARGETS, Target
from pipeline.checks.wording import quoted, region_name
from pipeline.content.models.agenda import Agenda
from pipeline.content.models.base import Model
from pipeline.content.models.brief import Brief
from pipeline.content.models.gedeeld import Bron
from pipeline.content.project import Project, by_id
from pipeline.content.values import join_names
from pipeline.content.walk import citations, models_below, texts_below, with_passages
from pipeline.diagnostics import Code, Diagnostic, Related, Source


def check_dates(project: Project) -> Iterator[Diagnostic]:
    """Yield dates that contradict each other: progress, promises, motions, sources and the horizon."""
    for dossier in project.regios.values():
        if dossier.agenda:
            yield from _horizon(dossier.agenda)
    for letter in project.brieven.values():
        if letter.brief:
            yield from _progress(letter.brief, project)
            yield from _promises(letter.brief, project)
            yield from _motions(letter.brief, project)
    for document in dated_documents(project):
        yield from _sources(document, project)


def _horizon(agenda: Agenda) -> Iterator[Diagnostic]:
    if agenda.ambitie and agenda.ambitie.horizon < agenda.datum.value.year:
        yield Diagnostic(
            Code.DATE_ORDER,
            f"De horizon van de ambitie, {agenda.ambitie.horizon}, ligt vóór de datum van de agenda.",
            agenda.ambitie.source.child("horizon"),
            "Kies een jaar waar regio en Rijk naartoe werken, bijvoorbeeld 2040.",
            (Related("De datum van de agenda.", agenda.source.child("datum")),),
        )


def _progress(brief: Brief, project: Project) -> Iterator[Diagnostic]:
    """Yield one finding: at the progress when one region is late, at the letter when several are."""
    late = [pair for pair in covered_progress(project, brief) if pair[1].peildatum > brief.datum]
    if not late:
        return
    letter_date = brief.source.child("datum")
    if len(late) == 1:
        dossier, progress = late[0]
        yield Diagnostic(
            Code.DATE_ORDER,
            f"De voortgang van {region_name(dossier)} is opgenomen op {progress.peildatum}, "
            f"maar de brief is al van {brief.datum}.",
            progress.source.child("peildatum"),
            "Verander de peildatum of de datum van de brief.",
            (Related("De datum van de brief.", letter_date),),
        )
        return
    names = join_names([region_name(dossier) for dossier, _ in late])
    yield Diagnostic(
        Code.DATE_ORDER,
        f"De brief is van {brief.datum}, maar de voortgang van {names} is pas daarna opgenomen.",
        letter_date,
        "Verander de datum van de brief of de peildatums.",
        tuple(Related("Een latere peildatum.", progress.source.child("peildatum")) for _, progress in late),
    )


def _promises(brief: Brief, project: Project) -> Iterator[Diagnostic]:
    for answer in brief.toezeggingen:
        promise = by_id(project.gedeeld.toezeggingen, answer.toezegging)
        if promise and promise.gedaan_op > brief.datum:
            yield Diagnostic(
                Code.DATE_ORDER,
                f"De toezegging {quoted(promise.id)} is gedaan op {promise.gedaan_op}, "
                f"ná de brief van {brief.datum}.",
                answer.source.child("toezegging"),
                "Verander een van beide datums, of haal het antwoord uit deze brief.",
                (Related("De dag van de toezegging.", promise.source.child("gedaan_op")),),
            )


def _motions(brief: Brief, project: Project) -> Iterator[Diagnostic]:
    for answer in brief.moties:
        motion = by_id(project.gedeeld.moties, answer.motie)
        if motion and motion.datum > brief.datum:
            yield Diagnostic(
                Code.DATE_ORDER,
                f"De motie over {motion.onderwerp} is ingediend op {motion.datum}, "
                f"ná de brief van {brief.datum}.",
                answer.source.child("motie"),
                "Verander een van beide datums, of haal het antwoord uit deze brief.",
                (Related("De dag van indiening.", motion.source.child("datum")),),
            )


def _sources(document: DatedDocument, project: Project) -> Iterator[Diagnostic]:
    """Yield each source that a document cites and that is younger than the document, once."""
    told = set[str]()
    for model in document.models:
        for identity, place in _cited(model, project):
            bron = by_id(project.gedeeld.bronnen, identity)
            if bron is None or identity in told or not _younger(bron, document):
                continue
            told.add(identity)
            moment = f"van {bron.datum}" if bron.datum else f"uit {bron.jaar}"
            yield Diagnostic(
                Code.DATE_ORDER,
                f"De bron {quoted(bron.titel or bron.kamerstuk or bron.id)} is {moment}, "
                f"maar {document.title} is van {document.date}.",
                place,
                "Controleer de datum van de bron en die van het document.",
                (Related("De bron.", bron.source.child("datum" if bron.datum else "jaar")),),
            )


def _cited(model: Model, project: Project) -> Iterator[tuple[str, Source]]:
    """Yield the sources that texts cite and those that fields name, such as the bron of a kerncijfer."""
    for text in with_passages(texts_below(model), project.gedeeld.tekstblokken):
        yield from ((mark.name, mark.source) for mark in citations(text))
    for part in models_below(model):
        for field, target in TARGETS.get(type(part), {}).items():
            identity: str | None = getattr(part, field)
            if target is Target.BRON and identity is not None:
                yield identity, part.source.child(field)


def _younger(bron: Bron, document: DatedDocument) -> bool:
    if bron.datum:
        return bron.datum > document.date
    return bron.jaar is not None and bron.jaar > document.date.value.year
