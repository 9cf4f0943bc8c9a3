"""``content/brieven/<brief>/brief.yaml``: a letter to parliament."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from pipeline.content.models.agenda import Status
from pipeline.content.models.base import FileModel, Model
from pipeline.content.values import Date, Id, KeepSource, Markdown, Notation, Reference, Text
from pipeline.content.values.errors import value_error
from pipeline.diagnostics import Code


class Geadresseerde(Model):
    """Who gets the letter: a Chamber by name, or anyone by an address; each a letter of its own."""

    kamer: Annotated[
        Literal["tweede", "eerste"] | None,
        KeepSource,
        Field(description="tweede of eerste: het adres volgt vanzelf."),
    ] = None
    regels: Annotated[
        tuple[Notation, ...], Field(description="Adresregels van een ander, de naam eerst.")
    ] = ()
    kenmerk: Annotated[
        Notation | None, Field(description="Eigen kenmerk van deze brief, als het anders is.")
    ] = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Geadresseerde:
        if bool(self.kamer) == bool(self.regels):
            message = "Een geadresseerde is een kamer, of adresregels: precies één van beide."
            raise value_error(
                Code.INVALID_VALUE, message, "Schrijf “kamer: tweede”, of “regels:” met het adres."
            )
        return self


class Bijlage(Model):
    """An attachment: a document that this program makes, or a PDF from elsewhere."""

    id: Annotated[Id, Field(description="Vaste naam.")]
    titel: Annotated[Text, Field(description="Titel in de lijst van bijlagen.")]
    soort: Annotated[
        Literal["bijlage", "beslisnota"],
        KeepSource,
        Field(description="beslisnota voor de verplichte beslisnota."),
    ] = "bijlage"
    maak: Annotated[
        Literal["stand-van-zaken"] | None,
        KeepSource,
        Field(description="stand-van-zaken: het programma maakt het overzicht per regio."),
    ] = None
    document: Annotated[
        Notation | None,
        Field(description="Id van een document van dit project, bijvoorbeeld agenda/zeeland."),
    ] = None
    bestand: Annotated[
        Notation | None, Field(description="Pad van een PDF, gezien vanaf de map van de brief.")
    ] = None

    @model_validator(mode="after")
    def _one_origin(self) -> Bijlage:
        if sum(bool(origin) for origin in (self.maak, self.document, self.bestand)) != 1:
            message = "Een bijlage heeft precies één herkomst: maak, document of bestand."
            raise value_error(Code.INVALID_VALUE, message)
        return self


class AntwoordToezegging(Model):
    """How the letter answers a promise."""

    toezegging: Annotated[Reference, Field(description="Id in het register toezeggingen.")]
    stand: Annotated[
        Literal["voldaan", "deels voldaan", "openstaand"],
        KeepSource,
        Field(description="voldaan, deels voldaan of openstaand."),
    ]
    antwoord: Annotated[Markdown, Field(description="Wat de Kamer hierover leest.")]


class AntwoordMotie(Model):
    """How the letter answers a motion."""

    motie: Annotated[Reference, Field(description="Id in het register moties.")]
    stand: Annotated[
        Literal["afgedaan", "in behandeling"], KeepSource, Field(description="afgedaan of in behandeling.")
    ]
    antwoord: Annotated[Markdown, Field(description="Wat de Kamer hierover leest.")]


class Brief(FileModel):
    """A letter. A voortgangsbrief also gathers the progress of its regions."""

    id: Annotated[Id, Field(description="Gelijk aan de naam van de map.")]
    soort: Annotated[
        Literal["kamerbrief", "voortgangsbrief"],
        KeepSource,
        Field(description="kamerbrief of voortgangsbrief."),
    ]
    status: Annotated[Status, Field(description="concept, vastgesteld of verzonden.")]
    aan: Annotated[tuple[Geadresseerde, ...], Field(min_length=1, description="Wie de brief krijgen.")]
    kopie_aan: Annotated[tuple[Text, ...], Field(description="Wie een kopie krijgen.")] = ()
    datum: Annotated[Date, Field(description="Datum van de brief.")]
    betreft: Annotated[Text, Field(description="Onderwerp van de brief.")]
    kenmerk: Annotated[Notation | None, Field(description="Onze referentie.")] = None
    uw_kenmerk: Annotated[Notation | None, Field(description="Referentie van de geadresseerde.")] = None
    rubricering: Annotated[Text | None, Field(description="Rubricering, boven en onder elke bladzijde.")] = (
        None
    )
    aanhef: Annotated[Text | None, Field(description="Bijvoorbeeld: Geachte voorzitter,")] = None
    slotformule: Annotated[Text | None, Field(description="Bijvoorbeeld: Hoogachtend,")] = None
    tekst: Annotated[Markdown, Field(description="De tekst; bij een voortgangsbrief het begin.")]
    rode_draden: Annotated[
        Markdown | None, Field(description="Voortgangsbrief: wat over de regio's heen opvalt.")
    ] = None
    vervolg: Annotated[Markdown | None, Field(description="Voortgangsbrief: hoe het verdergaat.")] = None
    mede_namens: Annotated[
        tuple[Reference, ...], Field(description="Ondertekenaars namens wie ook wordt geschreven.")
    ] = ()
    ondertekenaars: Annotated[
        tuple[Reference, ...], Field(min_length=1, description="Wie tekenen, de eerste eerst.")
    ]
    bijlagen: Annotated[tuple[Bijlage, ...], Field(description="De bijlagen, in volgorde.")] = ()
    toezeggingen: Annotated[
        tuple[AntwoordToezegging, ...], Field(description="Toezeggingen die deze brief beantwoordt.")
    ] = ()
    moties: Annotated[tuple[AntwoordMotie, ...], Field(description="Moties die deze brief beantwoordt.")] = ()
    regios: Annotated[tuple[Reference, ...], Field(description="Regio's waarover de brief gaat.")] = ()
    voortgang: Annotated[
        Reference | None, Field(description="Rapportagemoment waarvan de voortgang wordt verzameld.")
    ] = None
