"""``content/regios/<regio>/voortgang-<moment>.yaml``: what happened since the last letter."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pipeline.content.models.agenda import StatusAfspraak
from pipeline.content.models.base import FileModel, Model
from pipeline.content.values import Date, Id, KeepSource, Markdown, Reference, Text

Stand = Annotated[
    Literal["op schema", "aandacht nodig", "vertraagd", "gereed", "nog niet gestart"], KeepSource
]


class VoortgangKans(Model):
    """What happened on one kans."""

    kans: Annotated[Reference, Field(description="Id van de kans in agenda.yaml.")]
    stand: Annotated[Stand, Field(description="Hoe de kans ervoor staat.")]
    tekst: Annotated[Markdown, Field(description="Wat er is gebeurd.")]


class VoortgangAfspraak(Model):
    """What happened on one afspraak."""

    afspraak: Annotated[Reference, Field(description="Id van de afspraak in agenda.yaml.")]
    status: Annotated[StatusAfspraak, Field(description="De status op de peildatum.")]
    tekst: Annotated[Markdown | None, Field(description="Wat er is gebeurd, in één of twee zinnen.")] = None


class Voortgang(FileModel):
    """The progress of one region at one moment."""

    id: Annotated[Id, Field(description="Id van het rapportagemoment, bijvoorbeeld 2026-12.")]
    regio: Annotated[Reference, Field(description="Id van de regio.")]
    peildatum: Annotated[Date, Field(description="Dag waarop de stand is opgenomen.")]
    kern: Annotated[Text, Field(description="De stand in één zin, voor de tabel in de brief.")]
    samenvatting: Annotated[Markdown, Field(description="De alinea over de regio in de brief.")]
    kansen: Annotated[tuple[VoortgangKans, ...], Field(description="Voortgang per kans.")] = ()
    afspraken: Annotated[tuple[VoortgangAfspraak, ...], Field(description="Voortgang per afspraak.")] = ()
    vervolg: Annotated[Markdown | None, Field(description="Wat er tot de volgende brief gebeurt.")] = None
