"""A PDF from elsewhere that goes with a letter lies in the project and is a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from pipeline.checks.wording import closest, quoted
from pipeline.content.models.brief import Bijlage
from pipeline.content.project import Project
from pipeline.diagnostics import Code, Diagnostic
from pipeline.gate.files import Barred, beginning
from pipeline.gate.limits import ANNEX_BYTES

_PDF_BEGINS_WITH = b"%PDF-"
_LETTERS = PurePosixPath("content/brieven")
_REFUSALS = {
    Barred.ABSENT: (Code.PICTURE_MISSING, "bestaat niet", ""),
    Barred.OUTSIDE: (
        Code.PICTURE_OUTSIDE,
        "ligt buiten het project",
        "Zet het bestand zelf in de map van de brief en noem hier alleen de naam.",
    ),
    Barred.CIRCULAR: (
        Code.PICTURE_MISSING,
        "kan niet worden gevonden: de koppeling loopt rond",
        "Zet het bestand zelf in de map.",
    ),
    Barred.NOT_ORDINARY: (Code.PICTURE_MISSING, "is geen gewoon bestand", ""),
    Barred.TOO_LARGE: (
        Code.PICTURE_INVALID,
        f"is groter dan {ANNEX_BYTES // 1_000_000} MB",
        "Maak de PDF kleiner.",
    ),
    Barred.UNREADABLE: (
        Code.PICTURE_INVALID,
        "kan niet worden gelezen",
        "Kijk naar de rechten op het bestand.",
    ),
}


def check_annexes(project: Project) -> Iterator[Diagnostic]:
    """Yield annexes whose file is missing, lies outside the project (through a link, too) or is no PDF."""
    for letter in project.brieven.values():
        for bijlage in letter.brief.bijlagen if letter.brief else ():
            if bijlage.bestand:
                folder = project.root / _LETTERS / letter.folder
                yield from _annex(bijlage, str(bijlage.bestand), folder, project.root)


def _annex(bijlage: Bijlage, typed: str, folder: Path, root: Path) -> Iterator[Diagnostic]:
    place = bijlage.source.child("bestand")
    if "\\" in typed:
        hint = f"Schrijf: {typed.replace(chr(92), '/')}"
        message = f"In het pad {quoted(typed)} staan omgekeerde schuine strepen."
        yield Diagnostic(Code.PICTURE_MISSING, message, place, hint)
        return
    begin = beginning(folder / typed, root, ANNEX_BYTES, len(_PDF_BEGINS_WITH))
    if isinstance(begin, Barred):
        code, what, hint = _REFUSALS[begin]
        if begin is Barred.NOT_ORDINARY and (folder / typed).is_dir():
            what = "is een map, geen bestand"
        hint = hint or _nearby(typed, folder)
        yield Diagnostic(code, f"Het bestand {quoted(typed)} {what}.", place, hint)
    elif begin != _PDF_BEGINS_WITH:
        message = f"Het bestand {quoted(typed)} is geen PDF."
        hint = "Bewaar de bijlage als PDF; een andere naam maakt van een Word-bestand geen PDF."
        yield Diagnostic(Code.PICTURE_INVALID, message, place, hint)


def _nearby(typed: str, folder: Path) -> str:
    """Propose a file of the letter's folder with nearly the same name."""
    files = sorted(entry.name for entry in folder.iterdir() if entry.suffix.lower() == ".pdf")
    near = closest(PurePosixPath(typed).name, files)
    return f"Bedoelde u {quoted(near)}?" if near else "Het pad is gezien vanaf de map van de brief."
