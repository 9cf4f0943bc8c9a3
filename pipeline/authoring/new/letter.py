"""A new letter; one about progress starts with the regions, and with the promises that it must answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.authoring.new.files import NewFile, Refused
from pipeline.authoring.new.skeleton import skeleton
from pipeline.content.models.programma import Rapportagemoment
from pipeline.content.project import Project
from pipeline.content.values.ids import propose_id

_PROGRESS = "voortgang"
_ANNEX = "stand-van-zaken"


def new_letter(project: Project, name: str) -> Sequence[NewFile] | Refused:
    """Return a letter with this name; ``2027-06-voortgang`` is the progress letter of that moment."""
    identity = propose_id(name)
    if not identity:
        return Refused(f"Van “{name}” is geen id te maken.", "Geef een naam zoals 2027-03-werkwijze.")
    if identity in project.brieven:
        return Refused(f"De brief “{identity}” bestaat al, in content/brieven/{identity}.")
    moment = _moment(project, identity)
    if _PROGRESS in identity and moment is None:
        return Refused(f"“{identity}” noemt geen rapportagemoment.", _advice(project))
    path = f"content/brieven/{identity}/brief.yaml"
    known: dict[str, Any] = {
        "schemaversie": 1,
        "id": identity,
        "soort": "kamerbrief",
        "status": "concept",
        "aan": [{"kamer": "tweede"}],
    }
    if moment and _PROGRESS in identity:
        known |= _about_progress(project, moment)
    introduction = (
        "Een brief aan de Kamer. Vul in wat leeg is; kamerwerk check noemt wat nog ontbreekt. In de tekst "
        "kan Markdown; het spiekbriefje in het handboek zegt welke."
    )
    return (NewFile(path, skeleton("brief", path, introduction, known)),)


def _about_progress(project: Project, moment: Rapportagemoment) -> dict[str, Any]:
    titled = f"Voortgang {project.programma.naam}" if project.programma else "Voortgang"
    open_promises = [{"toezegging": str(each), "stand": "openstaand"} for each in _open_promises(project)]
    known: dict[str, Any] = {
        "soort": "voortgangsbrief",
        "betreft": titled,
        "bijlagen": [
            {"id": "stand-van-zaken", "titel": "Stand van zaken per regio", "maak": "stand-van-zaken"}
        ],
        "regios": list(project.regios),
        "voortgang": str(moment.id),
    }
    return known | ({"toezeggingen": open_promises} if open_promises else {})


def _open_promises(project: Project) -> list[str]:
    letters = [letter.brief for letter in project.brieven.values() if letter.brief]
    kept = {
        str(each.toezegging) for brief in letters for each in brief.toezeggingen if each.stand == "voldaan"
    }
    return [str(each.id) for each in project.gedeeld.toezeggingen if each.id not in kept]


def _moment(project: Project, identity: str) -> Rapportagemoment | None:
    moments = project.programma.rapportagemomenten if project.programma else ()
    named = [each for each in moments if identity.startswith(str(each.id))]
    return max(named, key=lambda each: len(each.id), default=None)


def _advice(project: Project) -> str:
    moments = project.programma.rapportagemomenten if project.programma else ()
    return f"Begin de naam met een van: {', '.join(str(each.id) for each in moments)}." if moments else ""
