"""``content/regios/<regio>/agenda.yaml``: the strategic agenda of a region and the Rijk."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from pipeline.content.models.base import FileModel, Model, YesNo, without_note
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

Status = Annotated[Literal["concept", "vastgesteld", "verzonden"], KeepSource]
Dekking = Annotated[Literal["gedekt", "deels gedekt", "ongedekt", "geen middelen nodig"], KeepSource]
StatusAfspraak = Annotated[
    Literal["voorgenomen", "gestart", "op schema", "vertraagd", "gereed", "vervallen"], KeepSource
]


class Besluit(Model):
    """What a party decided about the agenda."""

    orgaan: Annotated[Text, Field(description="Wie besloot: provinciale staten, gemeenteraad.")]
    moment: Annotated[Period | None, Field(description="Wanneer; leeg is onbekend.")] = None
    besluit: Annotated[Text, Field(description="Wat is besloten.")]


class Deelnemer(Model):
    """A regional party with its role and its decisions."""

    partij: Annotated[Reference, Field(description="Id in het register partijen.")]
    rol: Annotated[Text | None, Field(description="Rol in enkele woorden.")] = None
    besluiten: Annotated[tuple[Besluit, ...], Field(description="Besluiten van deze partij.")] = ()


class InvullingUitgangspunt(Model):
    """How this agenda meets one of the four principles."""

    uitgangspunt: Annotated[Reference, Field(description="Id van het uitgangspunt in programma.yaml.")]
    invulling: Annotated[Markdown, Field(description="Hoe deze agenda eraan voldoet.")]


class Ambitie(Model):
    """What region and Rijk want to reach together."""

    horizon: Annotated[int, Field(ge=2026, le=2100, description="Jaar waarop de ambitie ziet."), KeepSource]
    kern: Annotated[Markdown, Field(description="De ambitie in enkele zinnen.")]
    doelen: Annotated[tuple[Text, ...], Field(description="Doelen, elk één zin.")] = ()


class Indicator(Model):
    """Something that is measured."""

    id: Annotated[Id, Field(description="Vaste naam.")]
    naam: Annotated[Text, Field(description="Wat wordt gemeten.")]
    nulmeting: Annotated[Text | None, Field(description="Waarde bij de start; leeg is onbekend.")] = None
    doel: Annotated[Text | None, Field(description="Waarde die wordt nagestreefd; leeg is onbekend.")] = None
    bron: Annotated[Reference | None, Field(description="Id in het register bronnen.")] = None


class Kans(Model):
    """A shared opportunity: it has a regional interest, a national interest and an added value."""

    id: Annotated[Id, Field(description="Vaste naam, bijvoorbeeld k-energie.")]
    titel: Annotated[Text, Field(description="De kans in enkele woorden.")]
    waarom_nu: Annotated[Markdown | None, Field(description="Waarom dit nu kan.")] = None
    regionaal_belang: Annotated[Markdown, Field(description="Het belang van de regio.")]
    nationaal_belang: Annotated[Markdown, Field(description="Het belang van het Rijk.")]
    meerwaarde: Annotated[Markdown, Field(description="Wat samen beter gaat dan apart.")]
    eigenaar: Annotated[Reference, Field(description="Regionale partij die de kans trekt.")]
    departementen: Annotated[
        tuple[Reference, ...],
        Field(min_length=1, description="Departementen die deelnemen, het eerste trekt."),
    ]
    resultaat: Annotated[Markdown | None, Field(description="Wat er in 2030 of 2035 is bereikt.")] = None
    knelpunten: Annotated[Markdown | None, Field(description="Wat het nu tegenhoudt.")] = None
    bedrag: Annotated[Amount | None, Field(description="Verwachte kosten van de kans.")] = None
    trajecten: Annotated[
        tuple[Reference, ...], Field(description="Lopende trajecten waar de kans op aansluit.")
    ] = ()
    indicatoren: Annotated[tuple[Indicator, ...], Field(description="Waaraan de kans is af te meten.")] = ()


class OverwogenKans(Model):
    """An opportunity that was considered and is not taken up, with the reason."""

    id: Annotated[Id, Field(description="Vaste naam.")]
    titel: Annotated[Text, Field(description="De kans in enkele woorden.")]
    regionaal_belang: Annotated[Markdown | None, Field(description="Het belang van de regio.")] = None
    nationaal_belang: Annotated[Markdown | None, Field(description="Het belang van het Rijk.")] = None
    reden: Annotated[Markdown, Field(description="Waarom de kans geen onderdeel van een agenda wordt.")]


class MiddelenAfspraak(Model):
    """The money that an afspraak needs."""

    bedrag: Annotated[Amount | None, Field(description="Bedrag; leeg is onbekend.")] = None
    dekking: Annotated[Dekking, Field(description="gedekt, deels gedekt, ongedekt of geen middelen nodig.")]
    toelichting: Annotated[Text | None, Field(description="Waaruit het wordt betaald.")] = None


class Afspraak(Model):
    """What region and Rijk each do for a kans."""

    id: Annotated[Id, Field(description="Vaste naam.")]
    kans: Annotated[Reference, Field(description="Id van de kans waar de afspraak bij hoort.")]
    titel: Annotated[Text, Field(description="De afspraak in enkele woorden.")]
    soort: Annotated[
        Literal["inspanning", "resultaat", "onderzoek", "proces"],
        KeepSource,
        Field(description="inspanning, resultaat, onderzoek of proces."),
    ]
    inzet_regio: Annotated[Markdown, Field(description="Wat de regio doet.")]
    inzet_rijk: Annotated[Markdown, Field(description="Wat het Rijk doet.")]
    departementen: Annotated[
        tuple[Reference, ...], Field(min_length=1, description="Departementen achter de inzet van het Rijk.")
    ]
    trekker: Annotated[Reference, Field(description="Partij of departement dat trekt.")]
    middelen: Annotated[MiddelenAfspraak, Field(description="Het geld dat nodig is.")]
    gereed: Annotated[Period, Field(description="Dag, maand, kwartaal, jaar of eind 2026.")]
    status: Annotated[StatusAfspraak, Field(description="Hoever de afspraak is.")]
    voorbehoud: Annotated[YesNo, Field(description="ja: onder voorbehoud van besluitvorming.")] = False
    trajecten: Annotated[
        tuple[Reference, ...], Field(description="Lopende trajecten waar dit bij hoort.")
    ] = ()


class Mijlpaal(Model):
    """A moment in the planning."""

    id: Annotated[Id, Field(description="Vaste naam.")]
    titel: Annotated[Text, Field(description="Wat er dan klaar is.")]
    moment: Annotated[Period, Field(description="Dag, maand, kwartaal of jaar.")]
    kans: Annotated[Reference | None, Field(description="Kans waar de mijlpaal bij hoort.")] = None
    na: Annotated[tuple[Reference, ...], Field(description="Mijlpalen die eerst klaar moeten zijn.")] = ()


class Overleg(Model):
    """A body in which region and Rijk meet."""

    naam: Annotated[Text, Field(description="Naam van het overleg.")]
    deelnemers: Annotated[Text, Field(description="Wie deelnemen, als functies of organisaties.")]
    frequentie: Annotated[Text, Field(description="Hoe vaak.")]
    taak: Annotated[Text, Field(description="Wat het overleg doet.")]


class Governance(Model):
    """How decisions about the agenda are taken."""

    toelichting: Annotated[Markdown, Field(description="Hoe regio en Rijk samen sturen.")]
    overleggen: Annotated[tuple[Overleg, ...], Field(description="De overleggen.")] = ()


class Middelenregel(Model):
    """Money of one source, per year."""

    id: Annotated[Id, Field(description="Vaste naam.")]
    bron: Annotated[Text, Field(description="Wie betaalt, en waaruit.")]
    dekking: Annotated[Dekking, Field(description="gedekt, deels gedekt, ongedekt of geen middelen nodig.")]
    bedragen: Annotated[
        dict[str, Amount],
        BeforeValidator(without_note),
        Field(min_length=1, description="Bedrag per jaar: 2027: 2,5 miljoen."),
    ]


class Middelen(Model):
    """The money of the whole agenda; sums are computed."""

    toelichting: Annotated[Markdown | None, Field(description="Uitleg bij de middelen.")] = None
    regels: Annotated[tuple[Middelenregel, ...], Field(description="Eén regel per bron.")] = ()
    totaal: Annotated[
        Amount | None, Field(description="Totaal ter controle; een ander totaal dan de som is een fout.")
    ] = None
    uitvoeringskracht: Annotated[Markdown | None, Field(description="Mensen en capaciteit.")] = None


class Monitoring(Model):
    """How progress is followed."""

    toelichting: Annotated[Markdown, Field(description="Hoe regio en Rijk de voortgang volgen.")]
    indicatoren: Annotated[tuple[Indicator, ...], Field(description="Indicatoren voor de hele agenda.")] = ()
    herijking: Annotated[Period | None, Field(description="Wanneer de agenda wordt herijkt.")] = None
    evaluatie: Annotated[Period | None, Field(description="Wanneer de agenda wordt geëvalueerd.")] = None


class Risico(Model):
    """Something that can go wrong."""

    id: Annotated[Id, Field(description="Vaste naam.")]
    titel: Annotated[Text, Field(description="Het risico in enkele woorden.")]
    omschrijving: Annotated[Markdown, Field(description="Wat er kan gebeuren en wat dat betekent.")]
    beheersing: Annotated[Markdown, Field(description="Wat regio en Rijk eraan doen.")]


class Handtekening(Model):
    """Someone who signs the agenda."""

    namens: Annotated[Text, Field(description="Namens wie, in een zin: de provincie Zeeland.")]
    functie: Annotated[Text, Field(description="Functie van wie tekent.")]
    naam: Annotated[Notation, Field(description="Naam onder de handtekening.")] = NotationText("[naam]")


class Ondertekening(Model):
    """The signature page."""

    toelichting: Annotated[Markdown | None, Field(description="Verklaring boven de handtekeningen.")] = None
    plaats: Annotated[Text | None, Field(description="Plaats van ondertekening.")] = None
    datum: Annotated[Date | None, Field(description="Dag van ondertekening.")] = None
    rijk: Annotated[tuple[Handtekening, ...], Field(min_length=1, description="Wie namens het Rijk tekenen.")]
    regio: Annotated[
        tuple[Handtekening, ...], Field(min_length=1, description="Wie namens de regio tekenen.")
    ]


class Uitkomst(Model):
    """Where region and Rijk came out: an agenda, a way towards one, or none because it would add nothing."""

    soort: Annotated[
        Literal["agenda", "op weg naar een agenda", "geen meerwaarde"],
        KeepSource,
        Field(description="agenda, op weg naar een agenda, of geen meerwaarde."),
    ]
    toelichting: Annotated[Markdown, Field(description="De uitkomst in enkele zinnen.")]


class Agenda(FileModel):
    """The agenda of a region. Empty lists drop their chapter, unless the phase makes it obligatory."""

    id: Annotated[Id, Field(description="Gelijk aan de naam van de map.")]
    titel: Annotated[Text, Field(description="Titel op de voorkant.")]
    ondertitel: Annotated[Text | None, Field(description="Ondertitel op de voorkant.")] = None
    status: Annotated[Status, Field(description="concept, vastgesteld of verzonden.")]
    versie: Annotated[Notation, Field(description="Versie: 0.9, 1.0.")]
    datum: Annotated[Date, Field(description="Datum van deze versie.")]
    kenmerk: Annotated[Notation | None, Field(description="Onze referentie.")] = None
    uitkomst: Annotated[Uitkomst, Field(description="De uitkomst van het gesprek tussen regio en Rijk.")]
    samenvatting: Annotated[Markdown, Field(description="Hoogstens drie alinea's.")]
    aanleiding: Annotated[Markdown, Field(description="Waarom dit document er is.")]
    uitgangspunten: Annotated[
        tuple[InvullingUitgangspunt, ...],
        Field(description="Per uitgangspunt hoe deze agenda eraan voldoet."),
    ]
    initiatiefnemers: Annotated[tuple[Deelnemer, ...], Field(description="Regionale partijen die begonnen.")]
    partijen: Annotated[tuple[Deelnemer, ...], Field(description="Andere regionale partijen.")] = ()
    ambitie: Annotated[Ambitie | None, Field(description="De gezamenlijke ambitie.")] = None
    kansen: Annotated[tuple[Kans, ...], Field(description="De gemeenschappelijke ontwikkelkansen.")] = ()
    overwogen_kansen: Annotated[
        tuple[OverwogenKans, ...], Field(description="Kansen die niet doorgaan.")
    ] = ()
    afspraken: Annotated[tuple[Afspraak, ...], Field(description="De afspraken, per kans.")] = ()
    mijlpalen: Annotated[tuple[Mijlpaal, ...], Field(description="De planning.")] = ()
    governance: Annotated[Governance | None, Field(description="De sturing.")] = None
    middelen: Annotated[Middelen | None, Field(description="De middelen per jaar.")] = None
    monitoring: Annotated[Monitoring | None, Field(description="Volgen, leren en herijken.")] = None
    risicos: Annotated[tuple[Risico, ...], Field(description="Risico's en voorbehouden.")] = ()
    vervolg: Annotated[Markdown | None, Field(description="Wat er nu gebeurt.")] = None
    ondertekening: Annotated[Ondertekening | None, Field(description="De handtekeningen.")] = None
