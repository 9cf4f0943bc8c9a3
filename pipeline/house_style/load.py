"""Read ``huisstijl.yaml`` and check it: complete, within bounds, legible, fonts and logo in place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.gate.files import Barred, barred, take_in
from pipeline.gate.limits import FONT_BYTES, STYLE_BYTES, STYLE_DEPTH
from pipeline.gate.names import HOUSE_STYLE
from pipeline.house_style.contrast import LEAST_TEXT, contrast
from pipeline.house_style.font_check import is_usable_font
from pipeline.house_style.places import KeyPlaces, excess_in, key_places
from pipeline.house_style.tokens import FontFile, HouseStyle

_FONT_REFUSALS = {
    Barred.ABSENT: "ontbreekt",
    Barred.OUTSIDE: "staat niet in de map van de huisstijl",
    Barred.CIRCULAR: "kan niet worden gevonden",
    Barred.NOT_ORDINARY: "is geen gewoon bestand",
    Barred.TOO_LARGE: f"is groter dan {FONT_BYTES // 1_000_000} MB",
    Barred.UNREADABLE: "mag niet worden gelezen",
}
_PAPER = "#ffffff"


def load_house_style(folder: Path, shown: str) -> tuple[HouseStyle | None, tuple[Diagnostic, ...]]:
    """Return the house style of a folder, or ``None`` with the errors that stand in its way.

    ``shown`` is how messages name the folder (its path from the project's root).
    """
    name = f"{shown}/{HOUSE_STYLE}"
    data = take_in(folder / HOUSE_STYLE, folder, STYLE_BYTES)
    if isinstance(data, Barred):
        return None, (_refusal(data, name),)
    try:
        text = data.decode("utf-8")
        if where := excess_in(text, name):
            message = f"Hier staat een verwijzing van YAML, of meer dan {STYLE_DEPTH} groepen in elkaar."
            return None, (Diagnostic(Code.HOUSE_STYLE, message, where),)
        raw, places = _read(text, name)
    except (yaml.YAMLError, ValueError) as error:
        # A date or number that cannot be is a plain ValueError, as bytes are that are no text.
        mark = getattr(error, "problem_mark", None)
        where = Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)
        return None, (Diagnostic(Code.HOUSE_STYLE, "Dit bestand is niet als YAML te lezen.", where),)
    if not isinstance(raw, dict):
        message = "Hier horen sleutels met waarden te staan."
        return None, (Diagnostic(Code.HOUSE_STYLE, message, Location(name)),)
    try:
        style = HouseStyle.model_validate({**raw, "folder": folder})
    except ValidationError as error:
        wrong = (_finding(places, entry["loc"], entry["type"]) for entry in error.errors())
        return None, (*_doubles(places), *wrong)
    problems = (
        *_doubles(places),
        *_check_fonts(style, places),
        *_check_logo(style, places),
        *_check_contrast(style, places),
    )
    return (None, problems) if problems else (style, ())


@lru_cache(maxsize=2)
def _read(text: str, name: str) -> tuple[Any, KeyPlaces]:
    """Read the keys and where they stand, once for each text. Raises ``yaml.YAMLError``."""
    return yaml.safe_load(text), key_places(text, name)


def _refusal(reason: Barred, name: str) -> Diagnostic:
    if reason is Barred.ABSENT:
        return Diagnostic(Code.FILE_MISSING, f"Het bestand {name} ontbreekt.", Location(name))
    if reason is Barred.TOO_LARGE:
        message = f"Het bestand {name} is groter dan {STYLE_BYTES // 1_000} kB."
        return Diagnostic(Code.HOUSE_STYLE, message, Location(name))
    return Diagnostic(Code.HOUSE_STYLE, f"Het bestand {name} kan niet worden gelezen.", Location(name))


_SENTENCES = {
    "missing": "De maat of kleur “{key}” ontbreekt in de huisstijl.",
    "extra_forbidden": "De huisstijl kent geen “{key}”.",
    "string_pattern_mismatch": "“{key}” heeft een verkeerde vorm (een kleur is #rrggbb, kleine letters).",
}


def _finding(places: KeyPlaces, path: tuple[str | int, ...], kind: str) -> Diagnostic:
    sentence = _SENTENCES.get(
        kind, "De waarde van “{key}” kan niet: kijk naar het soort waarde en de grenzen."
    )
    message = sentence.format(key=".".join(map(str, path)))
    return Diagnostic(Code.HOUSE_STYLE, message, places.of(path))


def _doubles(places: KeyPlaces) -> Iterator[Diagnostic]:
    """YAML keeps the last of two equal keys and says nothing, so a measure would change unseen."""
    for path, at in places.twice:
        message = f"De sleutel “{'.'.join(map(str, path))}” staat hier voor de tweede keer."
        yield Diagnostic(Code.YAML_DUPLICATE_KEY, message, at, "Haal een van de twee weg.")


def _check_fonts(style: HouseStyle, places: KeyPlaces) -> Iterator[Diagnostic]:
    for face in ("regular", "bold", "italic", "bold_italic"):
        font: FontFile = getattr(style.fonts, face)
        where = places.of(("fonts", face))
        data = take_in(style.folder / font.path, style.folder, FONT_BYTES)
        if isinstance(data, Barred):
            yield Diagnostic(Code.FONT_MISSING, f"Het lettertype {font.path} {_FONT_REFUSALS[data]}.", where)
            continue
        digest = hashlib.sha256(data).hexdigest()
        if digest != font.sha256:
            message = (
                f"Het lettertype {font.path} is een ander bestand dan de huisstijl noemt (SHA-256 {digest})."
            )
            yield Diagnostic(Code.FONT_MISSING, message, where)
        elif not is_usable_font(data):
            message = f"Het lettertype {font.path} is geen lettertype, of is beschadigd."
            yield Diagnostic(Code.FONT_MISSING, message, where, "Haal het opnieuw op bij de maker.")


def _check_logo(style: HouseStyle, places: KeyPlaces) -> Iterator[Diagnostic]:
    """Yield what is wrong with its place; whoever loads it sees by its bytes whether it is a picture."""
    path, where = style.logo.path, places.of(("logo", "path"))
    if path and barred(style.folder / path, style.folder):
        yield Diagnostic(
            Code.PICTURE_OUTSIDE, f"Het logo {path} staat niet in de map van de huisstijl.", where
        )
    elif path and not (style.folder / path).is_file():
        yield Diagnostic(Code.PICTURE_MISSING, f"Het logo {path} ontbreekt.", where)


_TEXT_ON = (
    ("text", ""),
    ("text", "sum_fill"),
    ("text", "header_fill"),
    ("text", "watermark"),
    ("lintblauw", ""),
    ("lintblauw", "header_fill"),
    ("lintblauw", "watermark"),
    ("link", ""),
    ("link", "sum_fill"),
    ("link", "watermark"),
    ("notice", ""),
)
"""Which colour is printed as text on which other; "" is the paper."""


def _check_contrast(style: HouseStyle, places: KeyPlaces) -> Iterator[Diagnostic]:
    """Yield an error for text that stands out too little, which is lost in a copy in black and white.

    Text that cannot be read on paper is wrong itself, whatever else it stands on; otherwise the fill is.
    """
    colors = style.colors
    blamed: set[str] = set()
    for name, behind in _TEXT_ON:
        ground = getattr(colors, behind) if behind else _PAPER
        found = contrast(getattr(colors, name), ground)
        cause = behind or name
        if found < LEAST_TEXT and blamed.isdisjoint((name, cause)):
            blamed.add(cause)
            on = f"“{behind}”" if behind else "wit papier"
            yield _too_weak(f"Tekst in de kleur “{name}” op {on}", found, places.of(("colors", cause)))


def _too_weak(what: str, found: float, where: Location) -> Diagnostic:
    # Rounded down: 4.49 may not read as 4.5.
    shown, needed = (f"{int(each * 100) / 100:g}".replace(".", ",") for each in (found, LEAST_TEXT))
    message = f"{what} heeft een contrast van {shown} : 1; ten minste {needed} : 1 is nodig."
    return Diagnostic(Code.CONTRAST, message, where, "Kies een donkerder kleur, of een lichtere achtergrond.")
