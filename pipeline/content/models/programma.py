"""``content/programma.yaml``: what holds for all documents of the programme."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from pipeline.content.models.base import FileModel, Model, YesNo, without_note
from pipeline.content.values import (
    Date,
    Id,
    KeepSource,
    Markdown,
    Notation,
    NotationText,
    Period,
    PlainText,
    Reference,
    Text,
)
from pipeline.content.values.errors import value_error
from pipeline.diagnostics import Code
from pipeline.diagnostics.codes import is_language
from pipeline.diagnostics.nearness import did_you_mean


class NaamMinisterie(Model):
    """The name of the ministry in a stretch of time; a letter uses the one of its own date."""

    naam: Annotated[Text, Field(description="Volledige naam, met 'Ministerie van' ervoor.")]
    woordmerk: Annotated[
        tuple[Notation, ...],
        Field(min_length=1, max_length=3, description="De naam in regels, zoals naast het logo."),
    ]
    vanaf: Annotated[Date | None, Field(description="Eerste dag waarop deze naam geldt.")] = None
    tot: Annotated[Date | None, Field(description="Eerste dag waarop deze naam niet meer geldt.")] = None


class Ministerie(Model):
    """The ministry that sends the letters and publishes the agendas."""

    namen: Annotated[tuple[NaamMinisterie, ...], Field(min_length=1, description="Namen met hun geldigheid.")]
    departement: Annotated[Reference, Field(description="Id in het register departementen.")]


class Briefhoofd(Model):
    """What the letterhead and reference column hold (house style 1.3); only the address is needed."""

    retouradres: Annotated[
        Notation, Field(description="Eén regel zonder komma's: Postbus 20011 2500 EA Den Haag.")
    ]
    organisatieonderdeel: Annotated[Text | None, Field(description="Directoraat-generaal, vet bovenaan.")] = (
        None
    )
    directie: Annotated[Text | None, Field(description="Directie, onder het organisatieonderdeel.")] = None
    bezoekadres: Annotated[tuple[Notation, ...], Field(description="Regels van het bezoekadres.")]
    postadres: Annotated[tuple[Notation, ...], Field(description="Regels van het postadres.")]
    website: Annotated[Notation | None, Field(description="Zonder https://.")] = None
    contactpersoon: Annotated[
        tuple[Text, ...], Field(description="Regels onder het kopje Contactpersoon: een functie, geen naam.")
    ] = ()
    label_kenmerk: Annotated[Text, Field(description="Kopje boven het kenmerk.")] = PlainText(
        "Onze referentie"
    )
    label_uw_kenmerk: Annotated[Text, Field(description="Kopje boven uw kenmerk.")] = PlainText(
        "Uw referentie"
    )
    label_onderwerp: Annotated[Text, Field(description="Woord voor het onderwerp.")] = PlainText("Betreft")


class Uitgangspunt(Model):
    """One of the four principles of the letter of 1 July 2026."""

    id: Annotated[Id, Field(description="Vaste naam van het uitgangspunt.")]
    titel: Annotated[Text, Field(description="Het uitgangspunt in enkele woorden.")]
    toelichting: Annotated[Markdown, Field(description="Wat het uitgangspunt vraagt.")]


class Rapportagemoment(Model):
    """A moment at which parliament is informed."""

    id: Annotated[Id, Field(description="Vaste naam van het moment, bijvoorbeeld 2026-12.")]
    titel: Annotated[Text, Field(description="Hoe het moment in de documenten heet.")]
    moment: Annotated[Period, Field(description="Dag, maand, kwartaal, jaar of eind 2026.")]


Weight = Annotated[Literal["fout", "waarschuwing", "uit"], KeepSource]
"""How heavy a rule of language is in this project."""


def _known_rules(weights: dict[str, str]) -> dict[str, str]:
    known = {code.number for code in Code if is_language(code)}
    for number in weights:
        if number not in known:
            message = f"“{number}” is geen code van een taalregel."
            others = {code.number for code in Code}
            near = "" if number in others else did_you_mean(number, known)
            hint = near or f"Een taalregel heeft een code als {min(known)}."
            raise value_error(Code.UNKNOWN_KEY, message, hint)
    return weights


class Programma(FileModel):
    """The programme as a whole."""

    naam: Annotated[Text, Field(description="Naam van het programma.")]
    voorbeeld: Annotated[YesNo, Field(description="ja zet de aanduiding hieronder op elke bladzijde.")] = (
        False
    )
    voorbeeldtekst: Annotated[Text, Field(description="Aanduiding op elke bladzijde van een voorbeeld.")] = (
        PlainText("Voorbeeld, geen officiële uitgave")
    )
    licentie: Annotated[
        Notation,
        Field(description="Voorwaarden waaronder anderen de documenten mogen gebruiken: CC0 1.0."),
    ] = NotationText("CC0 1.0")
    regels: Annotated[
        dict[str, Weight],
        BeforeValidator(without_note),
        AfterValidator(_known_rules),
        Field(description="Hoe zwaar een taalregel telt, per code: fout, waarschuwing of uit."),
    ] = {}  # noqa: RUF012 - pydantic copies it
    ministerie: Annotated[Ministerie, Field(description="Het ministerie dat verzendt.")]
    briefhoofd: Annotated[Briefhoofd, Field(description="Vaste gegevens van het briefhoofd.")]
    uitgangspunten: Annotated[
        tuple[Uitgangspunt, ...], Field(min_length=4, max_length=4, description="De vier uitgangspunten.")
    ]
    rapportagemomenten: Annotated[
        tuple[Rapportagemoment, ...],
        Field(min_length=1, description="Momenten waarop de Kamer wordt geïnformeerd."),
    ]
