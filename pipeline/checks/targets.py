"""What each field that holds a reference points at: one table, complete by test."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from pipeline.content.models import agenda, brief, gedeeld, programma, regio, voortgang
from pipeline.content.models.base import Model


class Target(Enum):
    """What is meant. Values: what it is called, the file that holds it, how to say that it is not there."""

    PARTIJ = ("De partij", "content/gedeeld/partijen.yaml")
    DEPARTEMENT = ("Het departement", "content/gedeeld/departementen.yaml")
    TRAJECT = ("Het traject", "content/gedeeld/trajecten.yaml")
    BRON = ("De bron", "content/gedeeld/bronnen.yaml")
    ONDERTEKENAAR = ("De ondertekenaar", "content/gedeeld/ondertekenaars.yaml")
    TOEZEGGING = ("De toezegging", "content/gedeeld/toezeggingen.yaml")
    MOTIE = ("De motie", "content/gedeeld/moties.yaml")
    UITGANGSPUNT = ("Het uitgangspunt", "content/programma.yaml")
    RAPPORTAGEMOMENT = ("Het rapportagemoment", "content/programma.yaml")
    REGIO = ("De regio", "content/regios", "heeft geen map onder content/regios")
    DOCUMENT = ("Het document", "", "bestaat niet in dit project")
    KANS = ("De kans", "agenda.yaml", "staat niet in agenda.yaml van deze regio")
    AFSPRAAK = ("De afspraak", "agenda.yaml", "staat niet in agenda.yaml van deze regio")
    MIJLPAAL = ("De mijlpaal", "agenda.yaml", "staat niet in agenda.yaml van deze regio")
    EIGENAAR = ("De eigenaar", "content/gedeeld/partijen.yaml")
    TREKKER = ("De trekker", "content/gedeeld/partijen.yaml", "is geen partij en geen departement")
    FOLDER = ("De regio", "")
    """The folder in which the file stands; the check of identity compares it."""

    def __init__(self, title: str, place: str, absent: str = "") -> None:
        self.title = title
        self.place = place
        self.absent = absent or f"staat niet in {place}"


TARGETS: Mapping[type[Model], Mapping[str, Target]] = {
    programma.Ministerie: {"departement": Target.DEPARTEMENT},
    gedeeld.Ondertekenaar: {"departement": Target.DEPARTEMENT},
    gedeeld.Traject: {"bron": Target.BRON},
    gedeeld.Toezegging: {"bron": Target.BRON},
    regio.Kerncijfer: {"bron": Target.BRON},
    regio.Visie: {"bron": Target.BRON},
    regio.LopendTraject: {"traject": Target.TRAJECT},
    regio.Regio: {"gemeenten_bron": Target.BRON},
    agenda.Deelnemer: {"partij": Target.PARTIJ},
    agenda.InvullingUitgangspunt: {"uitgangspunt": Target.UITGANGSPUNT},
    agenda.Indicator: {"bron": Target.BRON},
    agenda.Kans: {
        "eigenaar": Target.EIGENAAR,
        "departementen": Target.DEPARTEMENT,
        "trajecten": Target.TRAJECT,
    },
    agenda.Afspraak: {
        "kans": Target.KANS,
        "departementen": Target.DEPARTEMENT,
        "trekker": Target.TREKKER,
        "trajecten": Target.TRAJECT,
    },
    agenda.Mijlpaal: {"kans": Target.KANS, "na": Target.MIJLPAAL},
    voortgang.VoortgangKans: {"kans": Target.KANS},
    voortgang.VoortgangAfspraak: {"afspraak": Target.AFSPRAAK},
    voortgang.Voortgang: {"regio": Target.FOLDER},
    brief.Bijlage: {"document": Target.DOCUMENT},
    brief.AntwoordToezegging: {"toezegging": Target.TOEZEGGING},
    brief.AntwoordMotie: {"motie": Target.MOTIE},
    brief.Brief: {
        "mede_namens": Target.ONDERTEKENAAR,
        "ondertekenaars": Target.ONDERTEKENAAR,
        "regios": Target.REGIO,
        "voortgang": Target.RAPPORTAGEMOMENT,
    },
}
"""For each model the fields that point at something by its id. Models without such a field are absent."""

NAMED_ONCE: Mapping[type[Model], Mapping[str, str]] = {
    regio.Regio: {"trajecten": "traject"},
    agenda.Agenda: {"uitgangspunten": "uitgangspunt", "initiatiefnemers": "partij", "partijen": "partij"},
    voortgang.Voortgang: {"kansen": "kans", "afspraken": "afspraak"},
    brief.Brief: {"toezeggingen": "toezegging", "moties": "motie"},
}
"""Lists in which no two groups are about the same thing, with the key that names the thing."""
