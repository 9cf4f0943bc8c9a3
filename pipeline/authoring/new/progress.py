"""A new round of progress: a file for each region, from the last one, with what was promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.authoring.new.files import NewFile, Refused
from pipeline.authoring.new.skeleton import comment, scalar, schema_line
from pipeline.content.models.agenda import Agenda
from pipeline.content.models.voortgang import Voortgang
from pipeline.content.project import Project, RegioDossier
from pipeline.diagnostics.nearness import closest

_DONE = frozenset({"gereed", "vervallen"})
"""Of an afspraak that is done there is no more to tell than that."""


@dataclass(frozen=True, slots=True)
class Round:
    """The files of a round, and the regions for which none is made, each with the reason."""

    files: tuple[NewFile, ...]
    skipped: tuple[str, ...]


def new_progress(project: Project, moment: str) -> Round | Refused:
    """Return the progress of every region with an agenda at a moment that ``programma.yaml`` names."""
    moments = [str(each.id) for each in project.programma.rapportagemomenten] if project.programma else []
    if moment not in moments:
        near = closest(moment, moments)
        hint = f"Bedoelde u {near}?" if near else f"Er zijn: {', '.join(moments)}."
        return Refused(
            f"Het rapportagemoment “{moment}” staat niet in content/programma.yaml.",
            f"{hint} Een nieuw moment voegt u daar toe, onder rapportagemomenten.",
        )
    earlier = moments[: moments.index(moment)]
    files, skipped = list[NewFile](), list[str]()
    for dossier in project.regios.values():
        path = f"content/regios/{dossier.folder}/voortgang-{moment}.yaml"
        if (project.root / path).exists():
            skipped.append(f"{path} bestaat al en blijft zoals het is.")
        elif dossier.agenda is None:
            skipped.append(f"{path} is niet gemaakt: de agenda van deze regio is niet te lezen.")
        else:
            text = "\n".join(_lines(dossier, dossier.agenda, _last(dossier, earlier), moment, path))
            files.append(NewFile(path, f"{text}\n"))
    return Round(tuple(files), tuple(skipped))


def _last(dossier: RegioDossier, earlier: Sequence[str]) -> Voortgang | None:
    known = [dossier.voortgang[each] for each in earlier if each in dossier.voortgang]
    return known[-1] if known else None


def _lines(
    dossier: RegioDossier, agenda: Agenda, last: Voortgang | None, moment: str, path: str
) -> Iterator[str]:
    yield schema_line("voortgang", path)
    before = f" Achter # staat hoe het er op {last.peildatum} voor stond." if last else ""
    yield from comment(f"Vul in wat leeg is; kamerwerk check noemt wat nog ontbreekt.{before}")
    yield "schemaversie: 1"
    yield f"id: {moment}"
    yield f"regio: {dossier.folder}"
    yield "peildatum:"
    yield from comment("De stand in één zin, voor de tabel in de brief.")
    yield from _earlier(last.kern if last else "")
    yield "kern:"
    yield from comment("De alinea over de regio in de brief.")
    if last and last.vervolg:
        yield from comment(f"Beloofd in de vorige brief: {' '.join(last.vervolg.split())}")
    yield "samenvatting:"
    yield from _opportunities(agenda, last)
    yield from _agreements(agenda, last)
    yield from comment("Wat er tot de volgende brief gebeurt.")
    yield "vervolg:"


def _opportunities(agenda: Agenda, last: Voortgang | None) -> Iterator[str]:
    if not agenda.kansen:
        return
    before = {str(each.kans): each for each in last.kansen} if last else {}
    yield "kansen:"
    for kans in agenda.kansen:
        yield from comment(str(kans.titel), "  ")
        yield f"  - kans: {kans.id}"
        told = before.get(str(kans.id))
        yield f"    stand: {scalar(str(told.stand))}" if told else "    stand:"
        if told:
            yield from _earlier(told.tekst, "    ")
        yield "    tekst:"


def _agreements(agenda: Agenda, last: Voortgang | None) -> Iterator[str]:
    if not agenda.afspraken:
        return
    before = {str(each.afspraak): each for each in last.afspraken} if last else {}
    yield "afspraken:"
    for afspraak in agenda.afspraken:
        told = before.get(str(afspraak.id))
        status = str(told.status if told else afspraak.status)
        yield from comment(f"{afspraak.titel}. Beloofd: gereed {afspraak.gereed}.", "  ")
        yield f"  - afspraak: {afspraak.id}"
        yield f"    status: {scalar(status)}"
        if told and told.tekst:
            yield from _earlier(told.tekst, "    ")
        if status not in _DONE:
            yield "    tekst:"


def _earlier(text: str, indent: str = "") -> Iterator[str]:
    return comment(f"Vorige keer: {' '.join(text.split())}", indent) if text else iter(())
