"""Provinces and municipalities exist, under these names, in each other.

The facts are those of Statistics Netherlands (CBS open data, 2024: 342 municipalities in 12 provinces); they
are kept in ``gemeenten.csv`` beside this file.
"""

from __future__ import annotations

import csv
import importlib.resources
import io
import re
from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.checks.wording import closest, quoted
from pipeline.content.models.regio import Regio
from pipeline.content.project import Project
from pipeline.content.values import join_names
from pipeline.diagnostics import Code, Diagnostic, Related

_EVERYDAY_NAMES = {
    "den haag": "'s-Gravenhage",
    "den bosch": "'s-Hertogenbosch",
    "friesland": "Fryslân",
    "brabant": "Noord-Brabant",
}
"""Names in daily use that are too unlike the official ones to be found by their letters."""

_SUFFIX = re.compile(r" \([A-Z]+\.\)$")


def check_regions(project: Project) -> Iterator[Diagnostic]:
    """Yield municipalities and provinces that do not exist, lie elsewhere or are listed twice."""
    for dossier in project.regios.values():
        if dossier.regio:
            yield from _doubles(dossier.regio, "provincies", dossier.regio.provincies)
            yield from _doubles(dossier.regio, "gemeenten", dossier.regio.gemeenten)
            yield from _provinces(dossier.regio)
            yield from _municipalities(dossier.regio)


@cache
def _facts() -> Mapping[str, frozenset[str]]:
    """Return for each name, as compared, the provinces with such a municipality.

    Statistics Netherlands tells namesakes apart as "Bergen (L.)"; the name without that addition counts too.
    """
    found: dict[str, set[str]] = {}
    for row in _rows():
        for name in {row["gemeente"], _SUFFIX.sub("", row["gemeente"])}:
            found.setdefault(_comparable(name), set()).add(row["provincie"])
    return {name: frozenset(provinces) for name, provinces in found.items()}


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    text = importlib.resources.files("pipeline.checks").joinpath("gemeenten.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(io.StringIO(text), delimiter=";"))


@cache
def _all_provinces() -> tuple[str, ...]:
    return tuple(sorted({row["provincie"] for row in _rows()}))


@cache
def _all_municipalities() -> tuple[str, ...]:
    return tuple(row["gemeente"] for row in _rows())


def _comparable(name: str) -> str:
    return name.replace("’", "'")


def _provinces(regio: Regio) -> Iterator[Diagnostic]:
    for index, name in enumerate(regio.provincies):
        if name not in _all_provinces():
            yield Diagnostic(
                Code.UNKNOWN_MUNICIPALITY,
                f"Er is geen provincie {quoted(name)}.",
                regio.source.child("provincies", index),
                _proposal(name, _all_provinces()),
            )


def _municipalities(regio: Regio) -> Iterator[Diagnostic]:
    known_provinces = set(regio.provincies) <= set(_all_provinces())
    for index, name in enumerate(regio.gemeenten):
        provinces = _facts().get(_comparable(name))
        place = regio.source.child("gemeenten", index)
        if provinces is None:
            hint = _proposal(name, _all_municipalities())
            yield Diagnostic(
                Code.UNKNOWN_MUNICIPALITY,
                f"Er is geen gemeente {quoted(name)} (stand van 2024).",
                place,
                hint or "Gebruik de officiële naam van de gemeente.",
            )
        elif known_provinces and not provinces & set(regio.provincies):
            yield Diagnostic(
                Code.UNKNOWN_MUNICIPALITY,
                f"De gemeente {quoted(name)} ligt in {join_names(sorted(provinces))}, "
                f"niet in {join_names(list(regio.provincies))}.",
                place,
                "Haal de gemeente weg, of voeg de provincie toe bij “provincies”.",
                (Related("De provincies van de regio.", regio.source.child("provincies")),),
            )


def _proposal(name: str, known: tuple[str, ...]) -> str:
    everyday = _EVERYDAY_NAMES.get(name.casefold())
    near = everyday if everyday in known else closest(_comparable(name), known)
    return f"Bedoelde u {quoted(near)}?" if near else ""


def _doubles(regio: Regio, field: str, names: tuple[str, ...]) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for index, name in enumerate(names):
        earlier = first.setdefault(_comparable(name), index)
        if earlier != index:
            yield Diagnostic(
                Code.LISTED_TWICE,
                f"{quoted(name)} staat twee keer bij {quoted(field)}.",
                regio.source.child(field, index),
                "Haal een van beide weg.",
                (Related("Hier staat dezelfde naam.", regio.source.child(field, earlier)),),
            )
