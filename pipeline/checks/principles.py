"""The uitgangspunten of the letter of 1 July 2026, as rules: initiative, phase, shared kansen, coherence.

That a kans has both interests and an added value is already asked for by its model.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.wording import meant, quoted, quoted_list
from pipeline.content.models.agenda import Afspraak, Agenda, Kans
from pipeline.content.models.regio import Regio
from pipeline.content.project import Project, by_id
from pipeline.content.values import count_of, join_names
from pipeline.diagnostics import Code, Diagnostic, Related, Source

EARLY_PHASES = frozenset({"beginnend", "visievorming"})
_NEEDED = ("ambitie", "kansen", "afspraken", "governance", "mijlpalen", "monitoring")


def check_principles(project: Project) -> Iterator[Diagnostic]:
    """Yield what an agenda lacks, or has too early, by the principles and by the phase of its region."""
    for dossier in project.regios.values():
        if dossier.agenda is None:
            continue
        yield from _initiative(dossier.agenda)
        yield from _owners(dossier.agenda, project)
        yield from _unanswered(dossier.agenda, project)
        yield from _outcome(dossier.agenda)
        if dossier.regio:
            yield from _phase(dossier.agenda, dossier.regio)
            yield from _coherence(dossier.agenda, dossier.regio, project)


def _initiative(agenda: Agenda) -> Iterator[Diagnostic]:
    if agenda.uitkomst.soort == "agenda" and not agenda.initiatiefnemers:
        yield Diagnostic(
            Code.NO_INITIATIVE,
            "Deze agenda heeft geen initiatiefnemers, terwijl een agenda altijd in de regio begint.",
            agenda.source.child("initiatiefnemers"),
            "Noem bij “initiatiefnemers” minstens één partij uit content/gedeeld/partijen.yaml.",
        )


def _owners(agenda: Agenda, project: Project) -> Iterator[Diagnostic]:
    if not agenda.initiatiefnemers:
        return  # that is told already, and who owns a kans may be among those who are missing
    taking_part = meant(
        (party.partij for party in (*agenda.initiatiefnemers, *agenda.partijen)),
        (party.id for party in project.gedeeld.partijen),
    )
    for kans in agenda.kansen:
        party = by_id(project.gedeeld.partijen, kans.eigenaar)
        ministry = by_id(project.gedeeld.departementen, kans.eigenaar)
        if party is None and ministry:
            yield Diagnostic(
                Code.NO_INITIATIVE,
                f"De eigenaar van de kans {quoted(kans.titel)} is een departement ({ministry.kort}).",
                kans.source.child("eigenaar"),
                "Een kans heeft een regionale eigenaar: kies een partij uit content/gedeeld/partijen.yaml.",
            )
        elif party and taking_part and kans.eigenaar not in taking_part:
            yield Diagnostic(
                Code.NO_INITIATIVE,
                f"De eigenaar van de kans {quoted(kans.titel)}, {party.lopend}, "
                "doet niet mee aan deze agenda.",
                kans.source.child("eigenaar"),
                f"Zet {kans.eigenaar} bij “initiatiefnemers” of “partijen”, of kies een andere eigenaar.",
            )


def _unanswered(agenda: Agenda, project: Project) -> Iterator[Diagnostic]:
    if project.programma is None:
        return
    principles = project.programma.uitgangspunten
    answered = meant(
        (answer.uitgangspunt for answer in agenda.uitgangspunten), (principle.id for principle in principles)
    )
    missing = [principle for principle in principles if principle.id not in answered]
    if missing:
        titles = quoted_list(principle.titel for principle in missing)
        ids = join_names([principle.id for principle in missing])
        yield Diagnostic(
            Code.PRINCIPLE_UNANSWERED,
            f"Deze agenda zegt niet hoe zij voldoet aan {titles}.",
            agenda.source.child("uitgangspunten"),
            f"Voeg bij “uitgangspunten” een invulling toe voor: {ids}.",
        )


def _outcome(agenda: Agenda) -> Iterator[Diagnostic]:
    if agenda.uitkomst.soort != "geen meerwaarde":
        return
    if not agenda.overwogen_kansen:
        yield Diagnostic(
            Code.PHASE_MISMATCH,
            "De uitkomst is “geen meerwaarde”, maar er staat niet welke kansen zijn overwogen.",
            agenda.uitkomst.source.child("soort"),
            "Noem bij “overwogen_kansen” elke kans, met de reden waarom die niet doorgaat.",
        )
    for field, found in _counted(agenda):
        yield Diagnostic(
            Code.PHASE_MISMATCH,
            f"De uitkomst is “geen meerwaarde”, maar de agenda heeft {found}.",
            agenda.source.child(field),
            "Verplaats dit naar “overwogen_kansen”, of verander de uitkomst.",
            (Related("De uitkomst.", agenda.uitkomst.source.child("soort")),),
        )


def _counted(agenda: Agenda) -> Iterator[tuple[str, str]]:
    if agenda.kansen:
        yield "kansen", count_of(len(agenda.kansen), "kans", "kansen")
    if agenda.afspraken:
        yield "afspraken", count_of(len(agenda.afspraken), "afspraak", "afspraken")


def _phase(agenda: Agenda, regio: Regio) -> Iterator[Diagnostic]:
    phase, outcome = regio.ontwikkelfase.fase, agenda.uitkomst.soort
    place = Related("De fase van de regio.", regio.ontwikkelfase.source.child("fase"))
    if outcome == "geen meerwaarde":
        return
    if phase in EARLY_PHASES:
        yield from _too_early(agenda, phase, place)
    elif outcome == "agenda":
        missing = [field for field in _NEEDED if not getattr(agenda, field)]
        if missing:
            yield Diagnostic(
                Code.PHASE_MISMATCH,
                f"Een agenda in de fase {quoted(phase)} heeft ook nodig: {join_names(missing)}.",
                agenda.uitkomst.source.child("soort"),
                "Vul dit aan, of verander de uitkomst in “op weg naar een agenda”.",
                (place,),
            )


def _too_early(agenda: Agenda, phase: str, place: Related) -> Iterator[Diagnostic]:
    if agenda.uitkomst.soort == "agenda":
        yield Diagnostic(
            Code.PHASE_MISMATCH,
            f"Een regio in de fase {quoted(phase)} kan nog geen agenda als uitkomst hebben.",
            agenda.uitkomst.source.child("soort"),
            "Kies “op weg naar een agenda”, of verander de fase in regio.yaml.",
            (place,),
        )
        return
    if agenda.afspraken:
        yield Diagnostic(
            Code.PHASE_MISMATCH,
            f"In de fase {quoted(phase)} maken regio en Rijk nog geen afspraken.",
            agenda.source.child("afspraken"),
            "Haal “afspraken” weg en zeg bij “vervolg” wat er gebeurt, of verander de fase in regio.yaml.",
            (place,),
        )
    if agenda.ondertekening:
        yield Diagnostic(
            Code.PHASE_MISMATCH,
            f"In de fase {quoted(phase)} is er nog niets om te ondertekenen.",
            agenda.source.child("ondertekening"),
            "Haal “ondertekening” weg, of verander de fase in regio.yaml.",
            (place,),
        )


def _coherence(agenda: Agenda, regio: Regio, project: Project) -> Iterator[Diagnostic]:
    """Yield each traject that the agenda builds on and that the region does not name, once."""
    known = {str(traject.id): traject for traject in project.gedeeld.trajecten}
    running = meant((item.traject for item in regio.trajecten), known)
    uses: dict[str, list[Source]] = {}
    parts: tuple[Kans | Afspraak, ...] = (*agenda.kansen, *agenda.afspraken)
    for part in parts:
        for index, reference in enumerate(part.trajecten):
            if reference in known and reference not in running:
                uses.setdefault(str(reference), []).append(part.source.child("trajecten", index))
    for identity, (place, *others) in uses.items():
        yield Diagnostic(
            Code.TRAJECT_ELSEWHERE,
            f"Het traject {quoted(known[identity].naam)} staat niet bij de lopende trajecten van de regio.",
            place,
            f"Voeg {identity} toe bij “trajecten” in regio.yaml, of haal de verwijzing weg.",
            (
                Related("De lopende trajecten van de regio.", regio.source.child("trajecten")),
                *(Related("Ook hier staat dit traject.", other) for other in others),
            ),
        )
