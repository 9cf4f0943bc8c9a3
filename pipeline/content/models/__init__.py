"""What a writer may write, as pydantic models. Keys are Dutch; every field says in Dutch what it is for."""

from pipeline.content.models.agenda import Afspraak, Agenda, Kans, Mijlpaal
from pipeline.content.models.base import FileModel, Model
from pipeline.content.models.brief import Bijlage, Brief, Geadresseerde
from pipeline.content.models.programma import Programma
from pipeline.content.models.regio import Regio
from pipeline.content.models.voortgang import Voortgang

__all__ = [
    "Afspraak",
    "Agenda",
    "Bijlage",
    "Brief",
    "FileModel",
    "Geadresseerde",
    "Kans",
    "Mijlpaal",
    "Model",
    "Programma",
    "Regio",
    "Voortgang",
]
