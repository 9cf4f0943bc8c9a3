"""Read ``huisstijl.yaml`` and check it: complete, within bounds, fonts and logo in place."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.house_style.tokens import FontFile, HouseStyle

FILE = "huisstijl.yaml"


def load_house_style(folder: Path, shown: str) -> tuple[HouseStyle | None, tuple[Diagnostic, ...]]:
    """Return the house style of a folder, or ``None`` with the errors that stand in its way.

    ``shown`` is how messages name the folder (its path from the project's root).
    """
    name = f"{shown}/{FILE}"
    try:
        raw: Any = yaml.safe_load((folder / FILE).read_text(encoding="utf-8"))
    except OSError:
        return None, (Diagnostic(Code.FILE_MISSING, f"Het bestand {name} ontbreekt.", Location(name)),)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)
        return None, (Diagnostic(Code.HOUSE_STYLE, "Dit bestand is niet als YAML te lezen.", where),)
    if not isinstance(raw, dict):
        return None, (
            Diagnostic(Code.HOUSE_STYLE, "Hier horen sleutels met waarden te staan.", Location(name)),
        )
    try:
        style = HouseStyle.model_validate({**raw, "folder": folder})
    except ValidationError as error:
        return None, tuple(_finding(name, entry["loc"], entry["type"]) for entry in error.errors())
    problems = tuple(_check_files(style, name))
    return (None, problems) if problems else (style, ())


_SENTENCES = {
    "missing": "De maat of kleur “{key}” ontbreekt in de huisstijl.",
    "extra_forbidden": "De huisstijl kent geen “{key}”.",
    "string_pattern_mismatch": "“{key}” heeft een verkeerde vorm (een kleur is #rrggbb, kleine letters).",
}


def _finding(name: str, path: tuple[str | int, ...], kind: str) -> Diagnostic:
    sentence = _SENTENCES.get(
        kind, "De waarde van “{key}” kan niet: kijk naar het soort waarde en de grenzen."
    )
    return Diagnostic(Code.HOUSE_STYLE, sentence.format(key=".".join(map(str, path))), Source(name, path))


def _check_files(style: HouseStyle, name: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    faces = ("regular", "bold", "italic", "bold_italic")
    for face in faces:
        font: FontFile = getattr(style.fonts, face)
        where = Source(name, ("fonts", face))
        try:
            digest = hashlib.sha256((style.folder / font.path).read_bytes()).hexdigest()
        except OSError:
            found.append(Diagnostic(Code.FONT_MISSING, f"Het lettertype {font.path} ontbreekt.", where))
            continue
        if digest != font.sha256:
            message = (
                f"Het lettertype {font.path} is een ander bestand dan de huisstijl noemt (SHA-256 {digest})."
            )
            found.append(Diagnostic(Code.FONT_MISSING, message, where))
    if style.logo.path and Path(style.logo.path).suffix.lower() not in {".svg", ".png", ".jpg", ".jpeg"}:
        message = f"Het logo {style.logo.path} is geen SVG, PNG of JPEG."
        found.append(Diagnostic(Code.PICTURE_INVALID, message, Source(name, ("logo", "path"))))
    elif style.logo.path and not (style.folder / style.logo.path).is_file():
        found.append(
            Diagnostic(
                Code.PICTURE_MISSING, f"Het logo {style.logo.path} ontbreekt.", Source(name, ("logo", "path"))
            )
        )
    return found
