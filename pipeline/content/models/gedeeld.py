"""``content/gedeeld/``: registers that regions and letters share. A file holds one list; entries have ids."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pipeline.content.models.base import FileModel, Model
from pipeline.content.values import (
    Amount,
    Date,
    Id,
    KeepSource,
    Markdown,
    Notation,
    NotationText,
    Period,
    Reference,
    Text,
)

Kamer = Annotated[Literal["tweede", "eerste"], KeepSource]


class Afkorting(Model):
    """An abbreviation and what it stands for."""

    id: Annotated[Id, Field(description="Vaste naam.")]
    kort: Annotated[Text, Field(description="De afkorting, zoals in de tekst.")]
    voluit: Annotated[Text, Field(description="De volledige woorden.")]


class Bron(Model):
    """A source that texts cite with ``[@id]``: a parliamentary paper or something else with a title."""

    id: Annotated[Id, Field(description="Naam waarmee teksten verwijzen: [@id].")]
    kamerstuk: Annotated[
        Notation | None,
        Field(description="Vindplaats in een gangbare notatie, bijvoorbeeld 36800-VII, nr. 97."),
    ] = None
    titel: Annotated[Notation | None, Field(description="Titel; verplicht als er geen kamerstuk is.")] = None
    uitgever: Annotated[Notation | None, Field(description="Wie het uitgaf.")] = None
    datum: Annotated[
        Date | None, Field(description="Datum van de bron; hieruit volgt zo nodig het vergaderjaar.")
    ] = None
    jaar: Annotated[
        int | None, Field(ge=1800, le=2100, description="Jaar, als de dag onbekend is."), KeepSource
    ] = None
    url: Annotated[Notation | None, Field(description="Webadres dat met https:// begint.")] = None


class Ondertekenaar(Model):
    """Someone who signs, as a function; the name is a placeholder unless the ministry fills it in."""

    id: Annotated[Id, Field(description="Vaste naam van de functie.")]
    functie: Annotated[Text, Field(description="Zonder lidwoord: minister van Binnenlandse Zaken en …")]
    naam: Annotated[Notation, Field(description="Naam onder de handtekening.")] = NotationText("[naam]")
    departement: Annotated[Reference | None, Field(description="Id in het register departementen.")] = None
    vanaf: Annotated[Date | None, Field(description="Eerste dag waarop de functie bestaat.")] = None
    tot: Annotated[Date | None, Field(description="Eerste dag waarop de functie niet meer bestaat.")] = None


class Departement(Model):
    """A ministry that takes part, or did."""

    id: Annotated[Id, Field(description="Vaste naam, bijvoorbeeld bzk.")]
    naam: Annotated[Text, Field(description="Zonder 'ministerie van'.")]
    kort: Annotated[Text, Field(description="Afkorting, bijvoorbeeld BZK.")]
    vanaf: Annotated[Date | None, Field(description="Eerste dag van deze naam.")] = None
    tot: Annotated[Date | None, Field(description="Eerste dag na deze naam.")] = None


SoortPartij = Annotated[
    Literal[
        "gemeente",
        "provincie",
        "waterschap",
        "samenwerkingsverband",
        "onderwijs",
        "bedrijfsleven",
        "maatschappelijk",
    ],
    KeepSource,
]


class Partij(Model):
    """A regional party: a municipality, province, water authority, partnership or other organisation."""

    id: Annotated[Id, Field(description="Vaste naam.")]
    naam: Annotated[Text, Field(description="Naam in een lijst: Provincie Zeeland.")]
    lopend: Annotated[Text, Field(description="Naam in een zin, met lidwoord: de provincie Zeeland.")]
    soort: Annotated[SoortPartij, Field(description="Soort partij.")]


SoortTraject = Annotated[
    Literal[
        "novex",
        "npvr",
        "nplv",
        "regio-deal",
        "ruimtelijk-arrangement",
        "gebiedsgericht",
        "overlegtafel",
        "overig",
    ],
    KeepSource,
]


class Traject(Model):
    """A running programme of region and Rijk that agendas connect to and do not repeat."""

    id: Annotated[Id, Field(description="Vaste naam.")]
    naam: Annotated[Notation, Field(description="Naam van het traject.")]
    soort: Annotated[SoortTraject, Field(description="Soort traject.")]
    omschrijving: Annotated[Markdown, Field(description="Wat het traject is, in één of twee zinnen.")]
    rijksbijdrage: Annotated[
        Amount | None, Field(description="Bijdrage van het Rijk, als die bekend is.")
    ] = None
    bron: Annotated[Reference | None, Field(description="Id in het register bronnen.")] = None


class Toezegging(Model):
    """A promise to parliament that a later letter must answer."""

    id: Annotated[Id, Field(description="Vaste naam.")]
    nummer: Annotated[
        Notation | None,
        Field(description="Nummer in het register van de Kamer: TZ202412-116 of T02867."),
    ] = None
    kamer: Annotated[Kamer, Field(description="Aan welke Kamer: tweede of eerste.")]
    omschrijving: Annotated[Markdown, Field(description="Wat is toegezegd.")]
    gedaan_op: Annotated[Date, Field(description="Dag van de toezegging.")]
    bron: Annotated[Reference | None, Field(description="Id van de vindplaats in het register bronnen.")] = (
        None
    )
    vindplaats: Annotated[Text | None, Field(description="Vindplaats in woorden, als er geen bron is.")] = (
        None
    )
    termijn: Annotated[Period, Field(description="Wanneer het wordt nagekomen, bijvoorbeeld eind 2026.")]


class Motie(Model):
    """A motion of parliament about the programme."""

    id: Annotated[Id, Field(description="Vaste naam.")]
    indieners: Annotated[
        tuple[Notation, ...], Field(min_length=1, description="Achternamen, de eerste indiener eerst.")
    ]
    medeondertekend: Annotated[
        Literal["geen", "cs"],
        KeepSource,
        Field(description="cs als er meer indieners zijn dan hier staan (c.s.)."),
    ] = "geen"
    onderwerp: Annotated[Text, Field(description="Het onderwerp, na 'over'.")]
    kamer: Annotated[Kamer, Field(description="Welke Kamer: tweede of eerste.")]
    datum: Annotated[Date, Field(description="Dag van indiening.")]
    kamerstuk: Annotated[Notation, Field(description="Vindplaats, bijvoorbeeld 36200-IV, nr. 12.")]


class Tekstblok(Model):
    """A passage that texts take in with ``[=id]``."""

    id: Annotated[Id, Field(description="Naam waarmee teksten de passage invoegen: [=id].")]
    tekst: Annotated[Markdown, Field(description="De passage.")]


class Afkortingen(FileModel):
    """``afkortingen.yaml``."""

    afkortingen: Annotated[tuple[Afkorting, ...], Field(description="Alle afkortingen.")]


class Bronnen(FileModel):
    """``bronnen.yaml``."""

    bronnen: Annotated[tuple[Bron, ...], Field(description="Alle bronnen.")]


class Ondertekenaars(FileModel):
    """``ondertekenaars.yaml``."""

    ondertekenaars: Annotated[tuple[Ondertekenaar, ...], Field(description="Alle ondertekenaars.")]


class Departementen(FileModel):
    """``departementen.yaml``."""

    departementen: Annotated[tuple[Departement, ...], Field(description="Alle departementen.")]


class Partijen(FileModel):
    """``partijen.yaml``."""

    partijen: Annotated[tuple[Partij, ...], Field(description="Alle regionale partijen.")]


class Trajecten(FileModel):
    """``trajecten.yaml``."""

    trajecten: Annotated[tuple[Traject, ...], Field(description="Alle lopende trajecten.")]


class Toezeggingen(FileModel):
    """``toezeggingen.yaml``."""

    toezeggingen: Annotated[tuple[Toezegging, ...], Field(description="Alle toezeggingen aan de Kamers.")]


class Moties(FileModel):
    """``moties.yaml``."""

    moties: Annotated[tuple[Motie, ...], Field(description="Alle moties over het programma.")]


class Tekstblokken(FileModel):
    """``tekstblokken.yaml``."""

    tekstblokken: Annotated[tuple[Tekstblok, ...], Field(description="Passages voor meer dan één document.")]


class Woordenlijst(FileModel):
    """``woordenlijst.yaml``."""

    woorden: Annotated[
        tuple[Notation, ...], Field(description="Woorden die goed zijn, al staan ze in geen woordenboek.")
    ]
