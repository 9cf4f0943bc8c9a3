"""What the files of each kind of document say about themselves (house style 9)."""

from __future__ import annotations

from pipeline.compose.agenda import AgendaView
from pipeline.compose.letter import LetterView
from pipeline.compose.scope import Recorder
from pipeline.content.models.brief import Bijlage
from pipeline.document.metadata import Metadata, Property

_KAMERS = {"tweede": "Tweede Kamer", "eerste": "Eerste Kamer"}


def letter_metadata(view: LetterView, record: Recorder) -> Metadata:
    """Return what a letter says about itself; ``record`` hears which values that prints."""
    sender = view.ondertekenaars[0].functie if view.ondertekenaars else view.ministry.naam
    subject = _subject_in_sentence(view, record)
    signers = "; ".join(record.take(signer.functie) for signer in view.ondertekenaars)
    return _of_letter(
        view,
        record,
        title=f"Kamerbrief over {subject}",
        description=f"Brief van de {record.take(sender)} over {subject}.",
        category="Kamerbrief",
        kind="Kamerstuk",
        properties=_properties(
            OnzeReferentie=str(view.kenmerk or ""),
            Kamer=_KAMERS[record.take(view.addressee.kamer)] if view.addressee.kamer else "",
            Datum=view.brief.datum.value.isoformat(),
            Status=view.brief.status,
            Ondertekenaar=signers,
        ),
    )


def annex_metadata(view: LetterView, bijlage: Bijlage, record: Recorder) -> Metadata:
    """Return what an annex of a letter says about itself; it has the letter's date, reference and status."""
    return _of_letter(
        view,
        record,
        title=str(record.take(bijlage.titel)),
        description=f"Bijlage bij: Kamerbrief over {_subject_in_sentence(view, record)}.",
        category="Bijlage",
        kind="Bijlage",
        properties=_properties(
            OnzeReferentie=str(view.kenmerk or ""),
            Datum=view.brief.datum.value.isoformat(),
            Status=view.brief.status,
        ),
    )


def agenda_metadata(view: AgendaView, record: Recorder) -> Metadata:
    """Return what an agenda says about itself; ``record`` hears which values that prints."""
    agenda, regio, programma = view.agenda, view.regio, view.programma
    region = str(record.take(regio.namen.lopend))
    day = record.take(agenda.datum).value
    reference = str(record.take(agenda.kenmerk) or "")
    return Metadata(
        title=str(record.take(agenda.titel)),
        author=str(record.take(view.ministry.naam)),
        date=day,
        subject=str(record.take(programma.naam)),
        description=f"Uitkomst van het gesprek tussen {record.take(regio.namen.met_lidwoord)} en het Rijk.",
        keywords=(str(programma.naam), region),
        identifier=reference,
        category="Strategische agenda",
        status=str(record.take(agenda.status)),
        kind="Rapport",
        rights=str(record.take(programma.licentie)),
        properties=_properties(
            OnzeReferentie=reference, Regio=region, Datum=day.isoformat(), Status=str(agenda.status)
        ),
    )


def _of_letter(
    view: LetterView,
    record: Recorder,
    *,
    title: str,
    description: str,
    category: str,
    kind: str,
    properties: tuple[Property, ...],
) -> Metadata:
    """Return what a letter and its annexes share, with what differs."""
    brief, programma = view.brief, view.programma
    regions = tuple(str(record.take(region.regio.namen.lopend)) for region in view.regions)
    return Metadata(
        title=title,
        author=str(record.take(view.ministry.naam)),
        date=record.take(brief.datum).value,
        subject=str(record.take(brief.betreft)),
        description=description,
        keywords=(str(record.take(programma.naam)), *regions),
        identifier=str(record.take(view.kenmerk) or ""),
        category=category,
        status=str(record.take(brief.status)),
        kind=kind,
        rights=str(record.take(programma.licentie)),
        properties=properties,
    )


def _properties(**values: str) -> tuple[Property, ...]:
    """Return the facts that are known, in the order given."""
    return tuple(Property(name, str(value)) for name, value in values.items() if value)


def _subject_in_sentence(view: LetterView, record: Recorder) -> str:
    """Write the subject without its capital, unless it begins with a name or an abbreviation."""
    subject = str(record.take(view.brief.betreft))
    first = subject.split(maxsplit=1)[0]
    names = (*view.region_names, str(view.programma.naam))
    is_name = any(name.split()[0] == first for name in names)
    return subject if is_name or first[1:2].isupper() else first[0].lower() + subject[1:]
