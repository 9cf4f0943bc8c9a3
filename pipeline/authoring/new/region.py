"""A new region: its folder with ``regio.yaml`` and ``agenda.yaml``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.authoring.new.files import NewFile, Refused
from pipeline.authoring.new.skeleton import skeleton
from pipeline.content.project import Project
from pipeline.content.values.ids import propose_id
from pipeline.diagnostics.nearness import did_you_mean

_FILL_IN = (
    "Vul in wat leeg is; kamerwerk check noemt wat nog ontbreekt. Een regel met # ervoor wordt niet gelezen."
)
_PHASE = "Begint de regio pas? Kies dan bij fase “beginnend” en bij soort “op weg naar een agenda”."


def new_region(project: Project, name: str) -> Sequence[NewFile] | Refused:
    """Return the two files of a region with this name; its id is made from the name."""
    identity = propose_id(name)
    if not identity:
        return Refused(f"Van “{name}” is geen id te maken.", "Geef een naam met letters, zoals Achterhoek.")
    if identity in project.regios:
        return Refused(f"De regio “{identity}” bestaat al, in content/regios/{identity}.")
    path = f"content/regios/{identity}/regio.yaml"
    introduction = f"De regio {name}. {_FILL_IN} {_PHASE}"
    known = {"schemaversie": 1, "id": identity, "namen": {"officieel": name, "lopend": name}}
    return NewFile(path, skeleton("regio", path, introduction, known)), _agenda(project, identity, name)


def new_agenda(project: Project, name: str) -> Sequence[NewFile] | Refused:
    """Return the agenda of a region that has none yet."""
    identity = propose_id(name)
    dossier = project.regios.get(identity)
    if dossier is None:
        hint = did_you_mean(identity, project.regios) or f"Maak eerst de regio: kamerwerk new regio {name}"
        return Refused(f"Er is geen regio “{name}”.", hint)
    path = f"content/regios/{identity}/agenda.yaml"
    if (project.root / path).exists():
        return Refused(f"De regio “{identity}” heeft al een agenda: {path}.")
    return (_agenda(project, identity, str(dossier.regio.namen.lopend) if dossier.regio else name),)


def _agenda(project: Project, identity: str, name: str) -> NewFile:
    path = f"content/regios/{identity}/agenda.yaml"
    principles = project.programma.uitgangspunten if project.programma else ()
    known: dict[str, Any] = {
        "schemaversie": 1,
        "id": identity,
        "titel": f"Strategische agenda {name} en Rijk",
        "status": "concept",
        "versie": "0.1",
        "uitgangspunten": [{"uitgangspunt": str(each.id)} for each in principles],
    }
    introduction = (
        f"De strategische agenda van {name} en Rijk. {_FILL_IN} Kansen en afspraken schrijft u zoals in de "
        "agenda van een andere regio; het handboek zegt hoe."
    )
    return NewFile(path, skeleton("agenda", path, introduction, known))
