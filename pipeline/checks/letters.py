"""A letter is complete: its parts agree, it fits its letterhead, and it keeps the promises that are due."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.wording import meant, quoted
from pipeline.content.models.brief import Brief, Geadresseerde
from pipeline.content.models.gedeeld import Toezegging
from pipeline.content.project import Project
from pipeline.content.values import join_names
from pipeline.content.walk import places_mede_namens, texts_below, with_passages
from pipeline.diagnostics import Code, Diagnostic, Related

MOST_ADDRESS_LINES = 7
"""The addressee's box of 31 mm holds seven lines of 12 pt (house style 1.0)."""

LONGEST_SUBJECT = 300
"""Characters, about five lines of the letterhead; a longer subject is a paragraph in the wrong place."""


def check_letters(project: Project) -> Iterator[Diagnostic]:
    """Yield what a letter lacks, contradicts or leaves unanswered."""
    for letter in project.brieven.values():
        if letter.brief:
            yield from _addressees(letter.brief)
            yield from _subject(letter.brief)
            yield from _mede_namens(letter.brief, project)
            yield from _beslisnota(letter.brief)
            yield from _progress_keys(letter.brief)
            yield from _promises(letter.brief, project)


def _addressees(brief: Brief) -> Iterator[Diagnostic]:
    first: dict[tuple[str, ...], Geadresseerde] = {}
    for addressee in brief.aan:
        if len(addressee.regels) > MOST_ADDRESS_LINES:
            yield Diagnostic(
                Code.LETTERHEAD_OVERFLOW,
                f"Het adres heeft {len(addressee.regels)} regels; er passen er {MOST_ADDRESS_LINES}.",
                addressee.source.child("regels", MOST_ADDRESS_LINES),
                "Voeg regels samen of laat er een weg.",
            )
        who = tuple(map(str, addressee.regels)) or (str(addressee.kamer),)
        earlier = first.setdefault(who, addressee)
        if earlier is not addressee:
            name = f"De {str(addressee.kamer).title()} Kamer" if addressee.kamer else quoted(who[0])
            yield Diagnostic(
                Code.LISTED_TWICE,
                f"{name} staat twee keer bij “aan” en zou deze brief twee keer krijgen.",
                addressee.source,
                "Haal een van beide weg.",
                (Related("Hier staat dezelfde geadresseerde.", earlier.source),),
            )


def _subject(brief: Brief) -> Iterator[Diagnostic]:
    if len(brief.betreft) > LONGEST_SUBJECT:
        yield Diagnostic(
            Code.LETTERHEAD_OVERFLOW,
            f"Het onderwerp telt {len(brief.betreft)} tekens; er is plaats voor {LONGEST_SUBJECT}.",
            brief.source.child("betreft"),
            "Noem het onderwerp in één zin en zet de rest in de tekst.",
        )


def _mede_namens(brief: Brief, project: Project) -> Iterator[Diagnostic]:
    """Yield a letter that keeps to itself on whose behalf it is also written.

    The other way round, a text without anyone to name, is found where the text is read.
    """
    texts = with_passages(texts_below(brief), project.gedeeld.tekstblokken)
    if brief.mede_namens and not any(places_mede_namens(text) for text in texts):
        yield Diagnostic(
            Code.MEDE_NAMENS,
            "Er staat namens wie deze brief ook wordt gestuurd, maar de tekst noemt hen niet.",
            brief.source.child("mede_namens"),
            "Zet [mede-namens] op de plaats in de tekst waar zij genoemd worden, of haal “mede_namens” weg.",
        )


def _beslisnota(brief: Brief) -> Iterator[Diagnostic]:
    """Every paper for a Chamber carries its beslisnota since 20 September 2022 (house style 6.1)."""
    to_parliament = any(addressee.kamer for addressee in brief.aan)
    if to_parliament and not any(bijlage.soort == "beslisnota" for bijlage in brief.bijlagen):
        yield Diagnostic(
            Code.NO_BESLISNOTA,
            "Bij deze brief aan de Kamer zit geen beslisnota.",
            brief.source.child("bijlagen"),
            "Voeg bij “bijlagen” de beslisnota toe, met “soort: beslisnota”.",
        )


def _progress_keys(brief: Brief) -> Iterator[Diagnostic]:
    """Yield what is missing for a letter that gathers progress, or that has the annex which does."""
    annex = next((bijlage for bijlage in brief.bijlagen if bijlage.maak), None)
    missing = [key for key in ("regios", "voortgang") if not getattr(brief, key)]
    if not missing or (brief.soort == "kamerbrief" and annex is None):
        return
    if brief.soort == "voortgangsbrief":
        reason, related = "Een voortgangsbrief", Related("De soort brief.", brief.source.child("soort"))
    else:
        assert annex is not None
        reason = f"De bijlage {quoted(annex.titel)}"
        related = Related("De bijlage.", annex.source.child("maak"))
    yield Diagnostic(
        Code.MISSING_KEY,
        f"{reason} heeft ook nodig: {join_names(missing)}.",
        brief.source,
        "Noem bij “regios” de regio’s en bij “voortgang” het rapportagemoment.",
        (related,),
    )


def _promises(brief: Brief, project: Project) -> Iterator[Diagnostic]:
    """Yield promises that a progress letter must answer: due before the end of its year, and still open.

    Nothing is said while another letter cannot be read: it may hold the answer.
    """
    if brief.soort != "voortgangsbrief" or not all(letter.brief for letter in project.brieven.values()):
        return
    chambers = {addressee.kamer for addressee in brief.aan}
    known = [str(promise.id) for promise in project.gedeeld.toezeggingen]
    answered = meant((answer.toezegging for answer in brief.toezeggingen), known) | _kept(brief, project)
    for promise in project.gedeeld.toezeggingen:
        due = promise.termijn.last.year <= brief.datum.value.year and promise.gedaan_op <= brief.datum
        if due and promise.kamer in chambers and promise.id not in answered:
            yield _unanswered(promise, brief)


def _kept(brief: Brief, project: Project) -> set[str]:
    """Return the promises that other letters, not later than this one, have kept."""
    letters = [letter.brief for letter in project.brieven.values()]
    return {
        str(answer.toezegging)
        for other in letters
        if other and other is not brief and other.datum <= brief.datum
        for answer in other.toezeggingen
        if answer.stand == "voldaan"
    }


def _unanswered(promise: Toezegging, brief: Brief) -> Diagnostic:
    return Diagnostic(
        Code.PROMISE_UNANSWERED,
        f"De toezegging {quoted(promise.id)} aan de {promise.kamer.title()} Kamer "
        f"({promise.termijn}) krijgt in deze brief geen antwoord.",
        brief.source.child("toezeggingen"),
        f"Voeg bij “toezeggingen” een antwoord toe op {promise.id}; dat mag ook “openstaand” zijn.",
        (Related("De termijn van de toezegging.", promise.source.child("termijn")),),
    )
