"""What the letter's template needs: names instead of ids, forms that fit the date, numbered annexes."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from pipeline.compose.numbered import NumberedAfspraak, NumberedKans, number_kansen
from pipeline.content.models.agenda import Agenda
from pipeline.content.models.brief import AntwoordMotie, AntwoordToezegging, Brief, Geadresseerde
from pipeline.content.models.gedeeld import Bron, Motie, Ondertekenaar, Toezegging
from pipeline.content.models.programma import NaamMinisterie, Programma
from pipeline.content.models.regio import Regio
from pipeline.content.models.voortgang import Voortgang, VoortgangAfspraak, VoortgangKans
from pipeline.content.project import Gedeeld, Project, by_id
from pipeline.content.requests import DocumentRequest
from pipeline.content.values import PlainText


@dataclass(frozen=True, slots=True)
class RegionProgress:
    """A region as a progress letter and its annex show it."""

    regio: Regio
    agenda: Agenda
    voortgang: Voortgang
    kansen: tuple[NumberedKans, ...]

    @property
    def kansen_voortgang(self) -> tuple[tuple[NumberedKans, VoortgangKans], ...]:
        """Each kans that has news, in the agenda's order."""
        news = {each.kans: each for each in self.voortgang.kansen}
        return tuple((kans, news[kans.kans.id]) for kans in self.kansen if kans.kans.id in news)

    @property
    def afspraken_voortgang(self) -> tuple[tuple[NumberedAfspraak, VoortgangAfspraak], ...]:
        """Each afspraak that has news, in the agenda's order."""
        news = {each.afspraak: each for each in self.voortgang.afspraken}
        items = (item for kans in self.kansen for item in kans.afspraken)
        return tuple((item, news[item.afspraak.id]) for item in items if item.afspraak.id in news)


@dataclass(frozen=True, slots=True)
class AnsweredPromise:
    """A promise to parliament with the letter's answer."""

    toezegging: Toezegging
    antwoord: AntwoordToezegging
    bron: Bron | None


@dataclass(frozen=True, slots=True)
class AnsweredMotion:
    """A motion of parliament with the letter's answer."""

    motie: Motie
    antwoord: AntwoordMotie

    @property
    def bron(self) -> Bron:
        """The paper that holds the motion, as a source to print."""
        motie = self.motie
        return Bron.model_construct(id=motie.id, kamerstuk=motie.kamerstuk, datum=motie.datum)

    @property
    def of_several_members(self) -> bool:
        """Whether parliament calls it a motion of "de leden"; with c.s. it is "het lid" (house style 6.5)."""
        return len(self.motie.indieners) > 1 and self.motie.medeondertekend == "geen"


@dataclass(frozen=True, slots=True)
class LetterView:
    """Everything that the template of a letter prints."""

    brief: Brief
    programma: Programma
    addressee: Geadresseerde
    also_to: tuple[Geadresseerde, ...]
    """The other addressees of the same text."""
    ministry: NaamMinisterie
    kenmerk: PlainText | None
    ondertekenaars: tuple[Ondertekenaar, ...]
    regions: tuple[RegionProgress, ...]
    toezeggingen: tuple[AnsweredPromise, ...]
    moties: tuple[AnsweredMotion, ...]
    region_names: tuple[str, ...]
    """Names of all regions of the project, in whatever letter: a subject may begin with one."""


def ministry_at(programma: Programma, day: datetime.date) -> NaamMinisterie:
    """Return the name that the ministry had on a day; the last one when none fits (a check reports it)."""
    for name in programma.ministerie.namen:
        began = name.vanaf is None or name.vanaf.value <= day
        ended = name.tot is not None and name.tot.value <= day
        if began and not ended:
            return name
    return programma.ministerie.namen[-1]


def letter_view(request: DocumentRequest, project: Project, programma: Programma, brief: Brief) -> LetterView:
    """Gather what a letter prints."""
    addressee = brief.aan[request.addressee]
    gedeeld = project.gedeeld
    signers = (by_id(gedeeld.ondertekenaars, reference) for reference in brief.ondertekenaars)
    return LetterView(
        brief=brief,
        programma=programma,
        addressee=addressee,
        also_to=tuple(other for index, other in enumerate(brief.aan) if index != request.addressee),
        ministry=ministry_at(programma, brief.datum.value),
        kenmerk=addressee.kenmerk or brief.kenmerk,
        ondertekenaars=tuple(signer for signer in signers if signer),
        regions=region_progress(project, brief),
        toezeggingen=_promises(brief, gedeeld),
        moties=_motions(brief, gedeeld),
        region_names=tuple(str(each.regio.namen.lopend) for each in project.regios.values() if each.regio),
    )


def region_progress(project: Project, brief: Brief) -> tuple[RegionProgress, ...]:
    """Return the letter's regions in its own order; what is missing was reported by the checks."""
    found: list[RegionProgress] = []
    for reference in brief.regios:
        dossier = project.regios.get(reference)
        progress = dossier.voortgang.get(brief.voortgang or "") if dossier else None
        if dossier and dossier.regio and dossier.agenda and progress:
            kansen = number_kansen(dossier.agenda, project.gedeeld)
            found.append(RegionProgress(dossier.regio, dossier.agenda, progress, kansen))
    return tuple(found)


def mede_namens(brief: Brief, gedeeld: Gedeeld) -> tuple[PlainText, ...]:
    """Return the functions of those on whose behalf the letter is written as well, in its order."""
    found = (by_id(gedeeld.ondertekenaars, reference) for reference in brief.mede_namens)
    return tuple(signer.functie for signer in found if signer)


def _promises(brief: Brief, gedeeld: Gedeeld) -> tuple[AnsweredPromise, ...]:
    found = ((by_id(gedeeld.toezeggingen, answer.toezegging), answer) for answer in brief.toezeggingen)
    return tuple(
        AnsweredPromise(promise, answer, by_id(gedeeld.bronnen, promise.bron) if promise.bron else None)
        for promise, answer in found
        if promise
    )


def _motions(brief: Brief, gedeeld: Gedeeld) -> tuple[AnsweredMotion, ...]:
    found = ((by_id(gedeeld.moties, answer.motie), answer) for answer in brief.moties)
    return tuple(AnsweredMotion(motion, answer) for motion, answer in found if motion)
