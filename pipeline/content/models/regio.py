"""``content/regios/<regio>/regio.yaml``: what a region is, and in which phase it stands."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pipeline.content.models.base import FileModel, Model
from pipeline.content.values import Id, KeepSource, Markdown, Notation, Period, Reference, Text

Fase = Annotated[Literal["beginnend", "visievorming", "agenda", "uitvoering"], KeepSource]


class Namen(Model):
    """The region's name in the forms that sentences need."""

    officieel: Annotated[Text, Field(description="Officiële naam: Provincie Zeeland.")]
    lopend: Annotated[Text, Field(description="Korte naam, voor koppen en tabellen: Zeeland.")]
    met_lidwoord: Annotated[Text, Field(description="In een zin: Zeeland, of de regio Rivierenland.")]
    in_regio: Annotated[Text, Field(description="Plaatsbepaling: in Zeeland, of in de regio Rivierenland.")]


class Kerncijfer(Model):
    """A figure about the region, with where it comes from."""

    id: Annotated[Id, Field(description="Vaste naam.")]
    naam: Annotated[Text, Field(description="Wat het cijfer telt: inwoners.")]
    waarde: Annotated[
        Text | None, Field(description="Het cijfer zoals het wordt afgedrukt; leeg is onbekend.")
    ] = None
    peildatum: Annotated[Period | None, Field(description="Dag, maand of jaar van het cijfer.")] = None
    bron: Annotated[Reference | None, Field(description="Id in het register bronnen.")] = None
    toelichting: Annotated[Text | None, Field(description="Korte aantekening: afgerond, zonder water.")] = (
        None
    )


class Visie(Model):
    """What vision the region has of its future."""

    reikwijdte: Annotated[
        Literal["breed", "thematisch", "geen", "onbekend"],
        KeepSource,
        Field(description="breed, thematisch, geen, of onbekend."),
    ]
    titel: Annotated[Notation | None, Field(description="Titel van de visie.")] = None
    stand: Annotated[Text | None, Field(description="Hoever de visie is: vastgesteld, ter inzage.")] = None
    bron: Annotated[Reference | None, Field(description="Id in het register bronnen.")] = None
    toelichting: Annotated[Markdown | None, Field(description="Wat de visie voor de agenda betekent.")] = None


class Samenwerking(Model):
    """How the parties in the region work together."""

    stand: Annotated[
        Literal["bestaand", "beginnend"], KeepSource, Field(description="bestaand of beginnend.")
    ]
    vorm: Annotated[Text, Field(description="Bestuursvorm, in enkele woorden.")]
    toelichting: Annotated[Markdown, Field(description="Hoe partijen samenwerken.")]


class Ontwikkelfase(Model):
    """The phase that decides what the region's document holds."""

    fase: Annotated[Fase, Field(description="beginnend, visievorming, agenda of uitvoering.")]
    onderbouwing: Annotated[Markdown, Field(description="Waarom de regio in deze fase is.")]
    bijdrage_rijk: Annotated[Markdown, Field(description="Wat het Rijk in deze fase doet.")]


class LopendTraject(Model):
    """A running programme in this region and how the agenda relates to it."""

    traject: Annotated[Reference, Field(description="Id in het register trajecten.")]
    relatie: Annotated[
        Literal["gegeven", "aansluiten", "versterken"],
        KeepSource,
        Field(description="gegeven, aansluiten of versterken."),
    ]
    toelichting: Annotated[Markdown, Field(description="Wat dit voor de agenda betekent.")]


class Gesprek(Model):
    """A talk with the region."""

    moment: Annotated[Period, Field(description="Wanneer het gesprek was.")]
    met: Annotated[Text, Field(description="Met wie: functies of organisaties, geen namen.")]
    uitkomst: Annotated[Markdown, Field(description="Wat het opleverde.")]


class Regio(FileModel):
    """A region: facts, phase and running programmes."""

    id: Annotated[Id, Field(description="Gelijk aan de naam van de map.")]
    namen: Annotated[Namen, Field(description="De naam in verschillende vormen.")]
    soort: Annotated[
        Literal["provincie", "samenwerkingsverband"],
        KeepSource,
        Field(description="provincie of samenwerkingsverband (van gemeenten)."),
    ]
    provincies: Annotated[
        tuple[Text, ...], Field(min_length=1, description="Provincies waarin de regio ligt.")
    ]
    gemeenten: Annotated[tuple[Text, ...], Field(min_length=1, description="Gemeenten van de regio.")]
    gemeenten_bron: Annotated[Reference | None, Field(description="Bron van de lijst van gemeenten.")] = None
    gemeenten_toelichting: Annotated[Text | None, Field(description="Voorbehoud bij de lijst.")] = None
    profiel: Annotated[Markdown, Field(description="De regio in enkele alinea's.")]
    kerncijfers: Annotated[tuple[Kerncijfer, ...], Field(description="Cijfers met bron en peildatum.")] = ()
    visie: Annotated[Visie, Field(description="De visie van de regio.")]
    samenwerking: Annotated[Samenwerking, Field(description="De samenwerking in de regio.")]
    ontwikkelfase: Annotated[Ontwikkelfase, Field(description="De fase van de regio.")]
    trajecten: Annotated[tuple[LopendTraject, ...], Field(description="Lopende trajecten met het Rijk.")] = ()
    gesprekken: Annotated[tuple[Gesprek, ...], Field(description="Gesprekken die zijn gevoerd.")] = ()
