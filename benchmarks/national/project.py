"""Writing the project: regions with their agendas, letters over them, and the registers behind both."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from benchmarks.contenders import ROOT
from benchmarks.national.agenda import MOMENT, Dossier, Yaml, agenda_file, progress_file, region_file
from benchmarks.national.letters import progress_letters, region_letters
from benchmarks.national.regions import regions

_CONTENT = ROOT / "content"
_COPIED = (
    "afkortingen",
    "bronnen",
    "departementen",
    "ondertekenaars",
    "tekstblokken",
    "trajecten",
    "woordenlijst",
)
"""Registers that are the same for every project of the programme."""

_DECISION_NOTE = _CONTENT / "brieven" / "2026-12-voortgang" / "beslisnota.pdf"


def write_project(root: Path, number: int, *, letters: bool = True, size: int = 1) -> Path:
    """Write a project with so many regions below ``root`` and return ``root``.

    The letters are one for each region and one over every eight of them: 45 for the 40 of the country.
    ``size`` makes the agendas so many times as long. The same arguments give the same bytes.
    """
    dossiers = [Dossier(region, index, size) for index, region in enumerate(regions(number))]
    content = root / "content"
    (content / "gedeeld").mkdir(parents=True)
    shutil.copy(_CONTENT / "programma.yaml", content)
    for name in _COPIED:
        shutil.copy(_CONTENT / "gedeeld" / f"{name}.yaml", content / "gedeeld")
    _write(content / "gedeeld" / "partijen.yaml", {"schemaversie": 1, "partijen": _parties(dossiers)})
    for name in ("moties", "toezeggingen"):
        _write(content / "gedeeld" / f"{name}.yaml", {"schemaversie": 1, name: []})
    for dossier in dossiers:
        folder = content / "regios" / dossier.region.id
        _write(folder / "regio.yaml", region_file(dossier))
        _write(folder / "agenda.yaml", agenda_file(dossier))
        _write(folder / f"voortgang-{MOMENT}.yaml", progress_file(dossier))
    for letter in (*region_letters(dossiers), *progress_letters(dossiers)) if letters else ():
        folder = content / "brieven" / letter["id"]
        _write(folder / "brief.yaml", letter)
        shutil.copy(_DECISION_NOTE, folder)
    return root


def _parties(dossiers: Sequence[Dossier]) -> list[Yaml]:
    provinces = {
        dossier.province: {
            "id": dossier.province,
            "naam": f"Provincie {dossier.region.province}",
            "lopend": f"de provincie {dossier.region.province}",
            "soort": "provincie",
        }
        for dossier in dossiers
    }
    together = (
        {
            "id": dossier.partnership,
            "naam": f"Gemeenten in de regio {dossier.region.name}",
            "lopend": f"de gemeenten in de regio {dossier.region.name}",
            "soort": "samenwerkingsverband",
        }
        for dossier in dossiers
    )
    return [*provinces.values(), *together]


class _Dumper(yaml.SafeDumper):
    """Writes longer texts as writers do, line by line below a bar, and what occurs twice in full."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 (the signature of the library)
        return True


def _write_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _write_text)


def _write(file: Path, content: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    file.write_text(text, encoding="utf-8")
