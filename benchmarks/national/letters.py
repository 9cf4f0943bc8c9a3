"""The letters: one about each region, and progress letters over eight of them."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.national.agenda import MOMENT, Dossier, Yaml

_IN_ONE_LETTER = 8
"""Regions of a progress letter: five letters for the country."""

_NOTE = "Deze brief is een voorbeeld. De besluiten en plannen die erin staan, zijn niet genomen en binden niemand."

_MEANING = """# Wat dit betekent voor bevoegdheden en geld

Een strategische agenda verandert niets aan bevoegdheden. Daarbij let ik op drie punten:

1. Besluiten blijven bij het orgaan dat daarvoor bevoegd is.
2. Geld loopt langs de bestaande begrotingen, die uw Kamer elk jaar bespreekt.
3. Leidt een afspraak tot een wetswijziging, dan volgt die de gewone weg.

De afspraken uit lopende trajecten blijven gelden.[@bo-leefomgeving-2025] De agenda laat zien hoe ze samenhangen."""


def region_letters(dossiers: Sequence[Dossier]) -> list[Yaml]:
    """Return a letter about each region."""
    return [_region_letter(dossier) for dossier in dossiers]


def progress_letters(dossiers: Sequence[Dossier]) -> list[Yaml]:
    """Return a progress letter over every eight regions."""
    firsts = range(0, len(dossiers), _IN_ONE_LETTER)
    return [
        _progress_letter(number, dossiers[first:][:_IN_ONE_LETTER]) for number, first in enumerate(firsts, 1)
    ]


def _region_letter(dossier: Dossier) -> Yaml:
    name, region = f"de regio {dossier.region.name}", dossier.region
    themes = dossier.themes
    rows = "\n".join(f"| {theme['titel']} | {len(theme['afspraken'])} |" for theme in themes)
    chances = "\n\n".join(
        f"## {theme['titel']}\n\n{theme['meerwaarde']}\n\n{theme['resultaat']}" for theme in themes
    )
    text = f"""In de brief van 1 juli 2026 is uw Kamer geïnformeerd over de uitgangspunten voor agenda's van regio en Rijk.[@kamerbrief-2026-07-01] Met deze brief licht ik toe wat {name} en het Rijk hebben afgesproken.^[{_NOTE}]

# Waarom een agenda

De gemeenten in {name} en de provincie {region.province} hebben het initiatief genomen. Zij kozen kansen die het belang van de regio en het belang van het Rijk raken.

# De gekozen kansen

Regio en Rijk kozen samen een klein aantal kansen. De tabel noemt ze, met het aantal afspraken.

| Kans | Afspraken |
|---|---:|
{rows}

{chances}

{_MEANING}

# Vervolg

In juni 2027 ontvangt uw Kamer de stand van de afspraken, samen met die van de andere regio's."""
    return _letter(
        f"2026-12-{region.id}",
        text,
        soort="kamerbrief",
        betreft=f"Strategische Agenda {region.name} en Rijk",
        kenmerk=f"2026-{dossier.index + 1001:010d}",
        bijlagen=[
            {
                "id": "agenda",
                "titel": f"Strategische Agenda {region.name} en Rijk",
                "document": f"agenda/{region.id}",
            }
        ],
    )


def _progress_letter(number: int, dossiers: Sequence[Dossier]) -> Yaml:
    text = f"""Regio's in Nederland maken plannen die verder reiken dan één gemeente. Met deze brief informeer ik uw Kamer over de voortgang in een deel van de regio's.[@kamerbrief-2026-07-01] Het overzicht staat in [#regios].^[{_NOTE}]

{_MEANING}"""
    return _letter(
        f"2026-12-voortgang-{number}",
        text,
        soort="voortgangsbrief",
        betreft=f"Voortgang Strategische Agenda's regio en Rijk, deel {number}",
        kenmerk=f"2026-{number + 2000:010d}",
        regios=[dossier.region.id for dossier in dossiers],
        voortgang=MOMENT,
        rode_draden="De regio's verschillen sterk. Toch komt één lijn steeds terug: samenhang is de grootste winst.",
        vervolg="Ik informeer uw Kamer in juni 2027 opnieuw over de voortgang.",
    )


def _letter(identity: str, text: str, *, bijlagen: Sequence[Yaml] = (), **more: object) -> Yaml:
    note = {
        "id": "beslisnota",
        "titel": "Beslisnota bij Kamerbrief over Strategische Agenda's regio en Rijk",
        "soort": "beslisnota",
        "bestand": "beslisnota.pdf",
    }
    return {
        "schemaversie": 1,
        "id": identity,
        "status": "vastgesteld",
        "aan": [{"kamer": "tweede"}],
        "datum": "18 december 2026",
        "tekst": text,
        "ondertekenaars": ["minister-bzk"],
        "bijlagen": [*bijlagen, note],
        **more,
    }
