"""The files of one region: what it is, its agenda and its progress, in the shape that writers use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.national.regions import Region

MOMENT = "2026-12"
NATIONAL_PROGRAMMES = (
    "uitvoeringsagenda-ruimte-voor-economie",
    "gebiedsgerichte-aanpak-lvvn",
    "bo-leefomgeving",
)
_DATE = "27 november 2026"
_YEARS = ("2027", "2028", "2029", "2030")
_READY = ("Q2 2028", "eind 2028", "Q4 2029")
_FEWEST = 3
"""Themes of the smallest agenda; the largest has all of them."""

Yaml = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A region and its place in the row, which decides which themes it chooses; ``size`` repeats those."""

    region: Region
    index: int
    size: int = 1

    @property
    def themes(self) -> tuple[Yaml, ...]:
        """Return the themes of this region, with its own words filled in."""
        known = _themes()
        number = _FEWEST + self.index % (len(known) - _FEWEST + 1)
        chosen = [known[(self.index + step) % len(known)] for step in range(number)]
        rounds = [[_numbered(theme, turn) for theme in chosen] for turn in range(self.size)]
        ids = [theme["id"] for turn in rounds for theme in turn]
        return tuple(
            _filled(theme, self._words(ids[(ids.index(theme["id"]) + 1) % len(ids)]))
            for turn in rounds
            for theme in turn
        )

    @property
    def province(self) -> str:
        """Return the id of the province among the parties."""
        return f"provincie-{_slug(self.region.province)}"

    @property
    def partnership(self) -> str:
        """Return the id of the municipalities together among the parties."""
        return f"gemeenten-{self.region.id}"

    def _words(self, other_theme: str) -> dict[str, str]:
        places = self.region.municipalities
        return {
            "regio": f"de regio {self.region.name}",
            "naam": self.region.name,
            "een": places[self.index % len(places)],
            "ander": places[(self.index + 1) % len(places)],
            "ander_thema": other_theme,
        }


def region_file(dossier: Dossier) -> Yaml:
    """Return ``regio.yaml``."""
    region, count = dossier.region, len(dossier.region.municipalities)
    name = f"de regio {region.name}"
    return {
        "schemaversie": 1,
        "id": region.id,
        "namen": {
            "officieel": f"Regio {region.name}",
            "lopend": region.name,
            "met_lidwoord": name,
            "in_regio": f"in {name}",
        },
        "soort": "samenwerkingsverband",
        "provincies": [region.province],
        "gemeenten": list(region.municipalities),
        "gemeenten_bron": "gemeentelijst-2024",
        "profiel": (
            f"De regio {region.name} ligt in {region.province}. Inwoners wonen, werken en leren er over de grenzen "
            f"van gemeenten heen. De gemeenten stemmen hun plannen daarom al jaren op elkaar af.\n\n"
            f"De vragen verschillen van plaats tot plaats. In {region.municipalities[0]} gaat het vooral om ruimte, "
            "elders om mensen en voorzieningen. Alle gemeenten willen dat het Rijk met één stem spreekt."
        ),
        "kerncijfers": [
            {
                "id": "gemeenten",
                "naam": "Gemeenten",
                "waarde": str(count),
                "peildatum": "2024",
                "bron": "gemeentelijst-2024",
            },
            {"id": "brede-welvaart", "naam": "Positie in brede welvaart", "waarde": "onbekend"},
        ],
        "visie": {
            "reikwijdte": "breed",
            "titel": f"{region.name} 2040",
            "stand": "besproken in alle gemeenteraden",
            "toelichting": "De visie bestrijkt de hele regio. Deze agenda kiest daaruit wat alleen samen met het Rijk lukt.",
        },
        "samenwerking": {
            "stand": "bestaand",
            "vorm": "gemeenten en provincie met een gezamenlijk bestuurlijk overleg",
            "toelichting": "De partijen komen elk kwartaal bijeen. Een klein team bereidt hun besluiten voor.",
        },
        "ontwikkelfase": {
            "fase": "agenda",
            "onderbouwing": "De regio heeft een brede visie en een bestaande samenwerking, en kiest nu haar kansen.",
            "bijdrage_rijk": "Het Rijk kiest mee en maakt voor elk onderwerp één departement aanspreekbaar.",
        },
        "trajecten": [
            {
                "traject": programme,
                "relatie": "aansluiten",
                "toelichting": "De afspraken uit dit traject blijven gelden. De agenda verbindt ze en doet niets dubbel.",
            }
            for programme in NATIONAL_PROGRAMMES
        ],
        "gesprekken": [
            {
                "moment": "medio 2026",
                "met": "bestuurders van de gemeenten en de provincie",
                "uitkomst": "Regio en Rijk bespraken wat er loopt en waar een agenda iets toevoegt.[@beleidsbrief-2026]",
            }
        ],
    }


def agenda_file(dossier: Dossier) -> Yaml:
    """Return ``agenda.yaml``."""
    region, themes = dossier.region, dossier.themes
    return {
        "schemaversie": 1,
        "id": region.id,
        "titel": f"Strategische Agenda {region.name} en Rijk",
        "ondertitel": "Samen kiezen, samen uitvoeren",
        "status": "vastgesteld",
        "versie": "1.0",
        "datum": _DATE,
        "kenmerk": f"2026-{dossier.index + 1:010d}",
        "uitkomst": {
            "soort": "agenda",
            "toelichting": "Regio en Rijk zien gemeenschappelijke kansen en leggen daarover afspraken vast.",
        },
        "samenvatting": (
            f"De regio {region.name} en het Rijk kiezen kansen waarbij hun belangen elkaar raken. Bij elke kans staat "
            "wat de regio doet en wat het Rijk doet.\n\n[=voorbeeldagenda]"
        ),
        "aanleiding": (
            "Op 1 juli 2026 schreef de minister van Binnenlandse Zaken en Koninkrijksrelaties (BZK) hoe regio en Rijk "
            f"samen een agenda maken.[@kamerbrief-2026-07-01] De regio {region.name} heeft daarop het initiatief "
            "genomen.\n\n[=lopende-trajecten-gegeven]^[Besluiten over de fysieke leefomgeving blijven in het bestuurlijk "
            "overleg Leefomgeving.]"
        ),
        "uitgangspunten": [
            {"uitgangspunt": principle, "invulling": words} for principle, words in _PRINCIPLES.items()
        ],
        "initiatiefnemers": [
            {
                "partij": dossier.partnership,
                "rol": "trekker namens de regio",
                "besluiten": [
                    {
                        "orgaan": "colleges van burgemeester en wethouders",
                        "moment": "oktober 2026",
                        "besluit": "Ingestemd met de agenda (voorbeeld).",
                    }
                ],
            }
        ],
        "partijen": [{"partij": dossier.province, "rol": "medetrekker"}],
        "ambitie": {
            "horizon": 2035,
            "kern": "In 2035 kunnen inwoners in elke kern wonen, leren, werken en zorg krijgen.",
            "doelen": [f"{theme['titel']}: zichtbaar verbeterd in alle gemeenten." for theme in themes],
        },
        "kansen": [_kans(dossier, theme) for theme in themes],
        "overwogen_kansen": [_CONSIDERED],
        "afspraken": [each for theme in themes for each in _afspraken(dossier, theme)],
        "mijlpalen": [
            *(
                {
                    "id": f"ml-{theme['id']}",
                    "titel": f"Eerste afspraak gereed: {theme['afspraken'][0]['titel']}",
                    "moment": _READY[0],
                    "kans": f"k-{theme['id']}",
                }
                for theme in themes
            ),
            {
                "id": "ml-herijking",
                "titel": "De agenda is herijkt",
                "moment": "eind 2029",
                "na": [f"ml-{theme['id']}" for theme in themes],
            },
        ],
        "governance": _GOVERNANCE,
        "middelen": {
            "toelichting": "In [#middelen] staat wie betaalt. [=voorbeeldbedragen]",
            "regels": [
                _line(
                    "m-rijk",
                    "Rijk, begrotingen van de betrokken departementen",
                    "deels gedekt",
                    5,
                    dossier.index,
                ),
                _line("m-regio", "Gemeenten van de regio, begrotingen", "gedekt", 2, dossier.index),
                _line(
                    "m-provincie",
                    f"Provincie {region.province}, meerjarenbegroting",
                    "gedekt",
                    3,
                    dossier.index,
                ),
            ],
            "uitvoeringskracht": "Kleine gemeenten hebben weinig mensen voor grote opgaven. Zij delen daarom één team.",
        },
        "monitoring": {
            "toelichting": "Het team houdt de stand van elke afspraak bij. Twee keer per jaar gaat die stand naar de Kamer.",
            "indicatoren": [
                {
                    "id": "i-afspraken",
                    "naam": "Deel van de afspraken dat gereed is of op schema ligt",
                    "nulmeting": "onbekend, eerste meting in juni 2027",
                    "doel": "negen van de tien",
                }
            ],
            "herijking": "eind 2029",
            "evaluatie": "2030",
        },
        "risicos": [
            {
                "id": f"r-{theme['id']}",
                "titel": theme["risico"],
                "omschrijving": f"Dan lopen de afspraken bij [#k-{theme['id']}] vertraging op.",
                "beheersing": "Het team meldt dit in het eerste overleg erna. Regio en Rijk kiezen dan wat voorgaat.",
            }
            for theme in themes
        ],
        "vervolg": "In het voorjaar van 2027 komt het bestuurlijk overleg voor het eerst over deze agenda bijeen.",
        "ondertekening": {
            "toelichting": "Regio en Rijk stemmen in met deze agenda. [=geen-verplichting]",
            "plaats": region.municipalities[0],
            "datum": _DATE,
            "rijk": [
                {"namens": "het Rijk", "functie": "minister van Binnenlandse Zaken en Koninkrijksrelaties"}
            ],
            "regio": [
                {"namens": "de gemeenten", "functie": "burgemeester, namens de gezamenlijke colleges"},
                {"namens": f"de provincie {region.province}", "functie": "commissaris van de Koning"},
            ],
        },
    }


def progress_file(dossier: Dossier) -> Yaml:
    """Return ``voortgang-2026-12.yaml``."""
    return {
        "schemaversie": 1,
        "id": MOMENT,
        "regio": dossier.region.id,
        "peildatum": "4 december 2026",
        "kern": "De agenda is getekend; de eerste afspraken zijn gestart.",
        "samenvatting": (
            f"De regio {dossier.region.name} en het Rijk hebben op {_DATE} hun agenda ondertekend. De eerste afspraken "
            "zijn gestart. In het voorjaar van 2027 komen regio en Rijk opnieuw bijeen."
        ),
        "kansen": [
            {
                "kans": f"k-{theme['id']}",
                "stand": "op schema",
                "tekst": "De partijen hebben hun planning naast elkaar gelegd en de taken verdeeld.",
            }
            for theme in dossier.themes
        ],
        "afspraken": [
            {"afspraak": afspraak["id"], "status": afspraak["status"], "tekst": "De taken zijn verdeeld."}
            for theme in dossier.themes
            for afspraak in _afspraken(dossier, theme)
        ],
        "vervolg": "In juni 2027 volgt de volgende stand.",
    }


_PRINCIPLES = {
    "initiatief": "De gemeenten hebben het initiatief genomen. Elke kans heeft een eigenaar uit de regio.",
    "ontwikkelfase": "De regio kiest nu haar kansen. Daarom staan er afspraken in met een datum en een trekker.",
    "ontwikkelkansen": "Per kans staan beide belangen beschreven, met de meerwaarde van samenwerken.",
    "samenhang": "Lopende trajecten zijn naast de agenda gelegd. Waar een afspraak aansluit, staat dat erbij.",
}

_CONSIDERED = {
    "id": "o-luchtvaart",
    "titel": "Ruimte voor luchtvaart",
    "regionaal_belang": "Voor de regio gaat het om werk en om rust.",
    "nationaal_belang": "Luchtvaart vraagt om keuzes voor het hele land.",
    "reden": "Over luchtvaart voeren Rijk en regio een eigen gesprek. Een afspraak in deze agenda voegt niets toe.",
}

_GOVERNANCE = {
    "toelichting": (
        "Regio en Rijk sturen samen en als gelijkwaardige partners. Komen trekkers er niet uit, dan leggen zij het "
        "verschil binnen een maand voor aan het bestuurlijk overleg."
    ),
    "overleggen": [
        {
            "naam": "Bestuurlijk overleg regio en Rijk",
            "deelnemers": "burgemeesters, gedeputeerde staten en betrokken bewindspersonen",
            "frequentie": "twee keer per jaar",
            "taak": "Besluit over koers, knelpunten en herijking.",
        },
        {
            "naam": "Programmateam",
            "deelnemers": "medewerkers van regio en Rijk",
            "frequentie": "elke twee weken",
            "taak": "Voert uit, houdt de stand bij en schrijft de rapportage.",
        },
    ],
}


def _kans(dossier: Dossier, theme: Yaml) -> Yaml:
    copied = ("waarom_nu", "regionaal_belang", "nationaal_belang", "meerwaarde", "resultaat", "knelpunten")
    return {
        "id": f"k-{theme['id']}",
        "titel": theme["titel"],
        **{key: theme[key] for key in copied},
        "eigenaar": dossier.partnership,
        "departementen": theme["departementen"],
        "bedrag": f"{10 + dossier.index % 7} miljoen",
        "trajecten": [NATIONAL_PROGRAMMES[0], NATIONAL_PROGRAMMES[2]],
        "indicatoren": [
            {
                "id": f"i-{theme['id']}",
                "naam": theme["indicator"],
                "nulmeting": "onbekend, wordt in 2027 gemeten",
                "doel": "hoger bij elke meting",
            }
        ],
    }


def _afspraken(dossier: Dossier, theme: Yaml) -> list[Yaml]:
    return [
        {
            "id": f"a-{theme['id']}-{number}",
            "kans": f"k-{theme['id']}",
            **afspraak,
            "departementen": theme["departementen"],
            "trekker": dossier.partnership if number != 1 else dossier.province,
            "middelen": {
                "bedrag": f"{1 + (dossier.index + number) % 5} miljoen",
                "dekking": "gedekt" if number else "deels gedekt",
                "toelichting": "voorbeeldbedrag",
            },
            "gereed": _READY[number],
            "status": "gestart" if number == 0 else "voorgenomen",
            "trajecten": [NATIONAL_PROGRAMMES[number]],
        }
        for number, afspraak in enumerate(theme["afspraken"])
    ]


def _line(identity: str, source: str, cover: str, millions: int, index: int) -> Yaml:
    amounts = {year: f"{millions + (index + step) % 3} miljoen" for step, year in enumerate(_YEARS)}
    return {"id": identity, "bron": source, "dekking": cover, "bedragen": amounts}


@cache
def _themes() -> tuple[Yaml, ...]:
    return tuple(yaml.safe_load(Path(__file__).with_name("themes.yaml").read_text(encoding="utf-8")))


def _numbered(theme: Yaml, turn: int) -> Yaml:
    """Return a theme as it stands in a larger agenda for the second time or later."""
    if turn == 0:
        return theme
    afspraken = [{**each, "titel": f"{each['titel']}, deel {turn + 1}"} for each in theme["afspraken"]]
    return {
        **theme,
        "id": f"{theme['id']}-{turn + 1}",
        "titel": f"{theme['titel']}, deel {turn + 1}",
        "indicator": f"{theme['indicator']}, deel {turn + 1}",
        "risico": f"{theme['risico']}, deel {turn + 1}",
        "afspraken": afspraken,
    }


def _filled(value: Any, words: dict[str, str]) -> Any:
    """Return a value in which every text has its words filled in."""
    match value:
        case str():
            return value.format_map(words).strip()
        case list():
            return [_filled(each, words) for each in value]
        case dict():
            return {key: _filled(each, words) for key, each in value.items()}
        case _:
            return value


def _slug(name: str) -> str:
    return name.lower().replace("â", "a").replace(" ", "-")
