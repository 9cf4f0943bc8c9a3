"""A letter about progress says something about every region, kans and afspraak that it covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.dated import covered_progress
from pipeline.checks.principles import EARLY_PHASES
from pipeline.checks.wording import meant, quoted, region_name
from pipeline.content.models.agenda import Afspraak, Kans
from pipeline.content.models.brief import Brief
from pipeline.content.models.voortgang import Voortgang
from pipeline.content.project import Project, RegioDossier, by_id
from pipeline.content.values import IdText, join_names
from pipeline.diagnostics import Code, Diagnostic, Related


def check_progress(project: Project) -> Iterator[Diagnostic]:
    """Yield regions without progress for a letter, and kansen and afspraken that progress leaves out.

    A letter that has been sent is left alone: agendas go on changing after it.
    """
    told = set[tuple[str, str]]()
    for letter in project.brieven.values():
        brief = letter.brief
        if brief is None or brief.voortgang is None or brief.status == "verzonden":
            continue
        if _is_known_moment(brief.voortgang, project):
            yield from _regions(brief, brief.voortgang, project, told)
        for dossier, progress in covered_progress(project, brief):
            if (dossier.folder, str(brief.voortgang)) not in told:
                told.add((dossier.folder, str(brief.voortgang)))
                yield from _left_out(dossier, progress)


def _is_known_moment(moment: IdText, project: Project) -> bool:
    """Return whether the moment exists; one that does not is reported as a reference."""
    return project.programma is None or by_id(project.programma.rapportagemomenten, moment) is not None


def _regions(
    brief: Brief, moment: IdText, project: Project, told: set[tuple[str, str]]
) -> Iterator[Diagnostic]:
    for folder in dict.fromkeys(brief.regios):
        dossier, index = project.regios.get(folder), brief.regios.index(folder)
        file = f"content/regios/{folder}/voortgang-{moment}.yaml"
        if dossier is None or file in dossier.files or (folder, moment) in told:
            continue
        if any(progress.id == moment for progress in dossier.voortgang.values()):
            continue  # its file has another name, and that is told there
        told.add((folder, moment))
        yield Diagnostic(
            Code.PROGRESS_MISSING,
            f"Van {region_name(dossier)} is er geen voortgang voor {moment}.",
            brief.source.child("regios", index),
            f"Begin met kamerwerk new voortgang {moment}, of haal de regio uit deze brief.",
            (Related("Het rapportagemoment.", brief.source.child("voortgang")),),
        )


def _left_out(dossier: RegioDossier, progress: Voortgang) -> Iterator[Diagnostic]:
    """Yield one finding for a region, whatever the number of things that its progress leaves out."""
    if dossier.regio is None or dossier.agenda is None or dossier.regio.ontwikkelfase.fase in EARLY_PHASES:
        return
    kansen = _missing(dossier.agenda.kansen, [item.kans for item in progress.kansen])
    afspraken = _missing(dossier.agenda.afspraken, [item.afspraak for item in progress.afspraken])
    if not kansen and not afspraken:
        return
    parts = [_counted("de kans", "de kansen", kansen), _counted("de afspraak", "de afspraken", afspraken)]
    yield Diagnostic(
        Code.PROGRESS_MISSING,
        f"De voortgang van {region_name(dossier)} zegt niets over "
        f"{join_names([part for part in parts if part])}.",
        progress.source.child("kansen" if kansen else "afspraken"),
        f"Voeg toe: {', '.join(str(item.id) for item in (*kansen, *afspraken))}.",
        tuple(Related(f"Hier staat {quoted(item.titel)}.", item.source) for item in (*kansen, *afspraken)),
    )


def _missing(items: Sequence[Kans | Afspraak], reported: Sequence[str]) -> list[Kans | Afspraak]:
    """Return what is not reported; a changed id is told once, where the progress names the old one."""
    known = {str(item.id) for item in items}
    named = meant(reported, known)
    missing = [item for item in items if item.id not in named]
    return missing if len(missing) > len(named - known) else []


def _counted(singular: str, plural: str, items: Sequence[Kans | Afspraak]) -> str:
    titles = join_names([quoted(item.titel) for item in items])
    return f"{singular if len(items) == 1 else plural} {titles}" if items else ""
