"""Codes 201 to 299: a value is not what its key asks for."""

from __future__ import annotations

from pipeline.diagnostics.codes import Code
from pipeline.diagnostics.explanations.explanation import Explanation, InFile
from pipeline.diagnostics.explanations.files import AGENDA, BRIEF

EXPLANATIONS: dict[Code, Explanation] = {
    Code.UNKNOWN_KEY: Explanation(
        "Deze sleutel bestaat op deze plaats niet. Vaak is het een tikfout, of staat de sleutel een stap "
        "te ver naar links of naar rechts.",
        InFile(
            AGENDA,
            ("kansen", 0, "meerwaarde"),
            wrong="meerwarde: Samen kan het sneller.",
            right="meerwaarde: Samen kan het sneller.",
        ),
    ),
    Code.MISSING_KEY: Explanation(
        "Hier ontbreekt een sleutel die altijd nodig is. De melding noemt de sleutel en zegt waarvoor hij"
        " dient.",
        InFile(
            AGENDA,
            ("governance", "overleggen"),
            wrong="""\
overleggen:
  - naam: Bestuurlijk overleg
    deelnemers: minister en gedeputeerde
    frequentie: twee keer per jaar""",
            right="""\
overleggen:
  - naam: Bestuurlijk overleg
    deelnemers: minister en gedeputeerde
    frequentie: twee keer per jaar
    taak: besluit over de koers""",
        ),
    ),
    Code.WRONG_TYPE: Explanation(
        "Er staat een ander soort waarde dan hier hoort: bijvoorbeeld woorden in plaats van een getal, of"
        " tekst in plaats van een lijst.",
        InFile(
            AGENDA,
            ("ambitie", "horizon"),
            wrong="horizon: rond 2040",
            right="horizon: 2040",
        ),
    ),
    Code.WRONG_CHOICE: Explanation(
        "Bij deze sleutel kunt u alleen kiezen uit een vaste lijst van woorden. De melding noemt die "
        "woorden.",
        InFile(
            AGENDA,
            ("status",),
            wrong="status: definitief",
            right="status: vastgesteld",
        ),
    ),
    Code.EMPTY_TEXT: Explanation(
        "De sleutel staat er, maar de waarde is leeg. Vul de tekst in; is de sleutel niet verplicht, dan "
        "kunt u hem ook weglaten.",
        InFile(
            AGENDA,
            ("kansen", 0, "meerwaarde"),
            wrong="meerwaarde:",
            right="meerwaarde: Samen kan het sneller.",
        ),
    ),
    Code.INVALID_DATE: Explanation(
        "Deze dag bestaat niet, of de datum is zo geschreven dat dag en maand niet zeker zijn. Schrijf "
        "een datum als 2026-11-30 of als 30 november 2026.",
        InFile(
            AGENDA,
            ("datum",),
            wrong="datum: 31 november 2026",
            right="datum: 30 november 2026",
        ),
    ),
    Code.INVALID_AMOUNT: Explanation(
        "Het bedrag is niet zeker te lezen. Schrijf het zonder euroteken, met een komma voor de decimalen"
        " en met miljoen of miljard voluit; p.m. is een bedrag dat nog niet bekend is.",
        InFile(
            AGENDA,
            ("kansen", 0, "bedrag"),
            wrong="bedrag: € 22.5 mln",
            right="bedrag: 22,5 miljoen",
        ),
    ),
    Code.INVALID_ID: Explanation(
        "Een id is de vaste naam waarmee andere teksten naar iets verwijzen. Zij bestaat alleen uit "
        "kleine letters, cijfers en losse streepjes.",
        InFile(
            AGENDA,
            ("risicos",),
            wrong="""\
risicos:
  - id: Vol_Stroomnet
    titel: Vol stroomnet
    omschrijving: De aansluiting komt later.
    beheersing: Vroeg aanvragen.""",
            right="""\
risicos:
  - id: vol-stroomnet
    titel: Vol stroomnet
    omschrijving: De aansluiting komt later.
    beheersing: Vroeg aanvragen.""",
        ),
    ),
    Code.INVALID_PERIOD: Explanation(
        "Dit tijdstip is te onbepaald of niet te lezen. Noem een dag, een maand, een kwartaal, een jaar, "
        "of begin, medio of eind van een jaar.",
        InFile(
            AGENDA,
            ("afspraken", 0, "gereed"),
            wrong="gereed: zomer 2027",
            right="gereed: Q2 2027",
        ),
    ),
    Code.INVALID_VALUE: Explanation(
        "De waarde heeft niet de vorm die hier hoort, of twee waarden gaan niet samen. De melding zegt "
        "wat er wel kan.",
        InFile(
            BRIEF,
            ("aan",),
            wrong="""\
aan:
  - kamer: tweede
    regels:
      - Aan de Voorzitter""",
            right="""\
aan:
  - kamer: tweede""",
        ),
    ),
    Code.WRONG_LENGTH: Explanation(
        "De lijst heeft te weinig of te veel onderdelen. Zo heeft een kans altijd minstens één departement.",
        InFile(
            AGENDA,
            ("kansen", 0, "departementen"),
            wrong="departementen: []",
            right="departementen:\n  - ienw",
        ),
    ),
    Code.SCHEMA_VERSION: Explanation(
        "De schemaversie zegt volgens welke indeling het bestand is geschreven. Dit programma leest "
        "alleen versie 1.",
        InFile(
            AGENDA,
            ("schemaversie",),
            wrong="schemaversie: 2",
            right="schemaversie: 1",
        ),
    ),
}
