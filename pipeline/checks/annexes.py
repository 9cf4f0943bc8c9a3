"""A PDF from elsewhere that goes with a letter lies in the project and is a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from pipeline.checks.wording import closest, quoted
from pipeline.content.models.brief import Bijlage
from pipeline.content.project import Project
from pipeline.diagnostics import Code, Diagnostic

_PDF_BEGINS_WITH = b"%PDF-"
_LETTERS = PurePosixPath("content/brieven")


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
    try:
        file = (folder / typed).resolve()
        inside = file.is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        message = f"Het bestand {quoted(typed)} kan niet worden gevonden: de koppeling loopt rond."
        yield Diagnostic(Code.PICTURE_MISSING, message, place, "Zet het bestand zelf in de map.")
        return
    if not inside:
        message = f"Het bestand {quoted(typed)} ligt buiten het project."
        hint = "Zet het bestand zelf in de map van de brief en noem hier alleen de naam."
        yield Diagnostic(Code.PICTURE_OUTSIDE, message, place, hint)
    elif not file.is_file():
        what = "is een map, geen bestand" if file.is_dir() else "bestaat niet"
        message = f"Het bestand {quoted(typed)} {what}."
        yield Diagnostic(Code.PICTURE_MISSING, message, place, _nearby(typed, folder))
    elif (problem := _not_a_pdf(file)) is not None:
        message = f"Het bestand {quoted(typed)} {problem}."
        hint = "Bewaar de bijlage als PDF; een andere naam maakt van een Word-bestand geen PDF."
        yield Diagnostic(Code.PICTURE_INVALID, message, place, hint)


def _not_a_pdf(file: Path) -> str | None:
    try:
        with file.open("rb") as stream:
            begin = stream.read(len(_PDF_BEGINS_WITH))
    except OSError:
        return "kan niet worden gelezen"
    return None if begin == _PDF_BEGINS_WITH else "is geen PDF"


def _nearby(typed: str, folder: Path) -> str:
    """Propose a file of the letter's folder with nearly the same name."""
    files = sorted(entry.name for entry in folder.iterdir() if entry.suffix.lower() == ".pdf")
    near = closest(PurePosixPath(typed).name, files)
    return f"Bedoelde u {quoted(near)}?" if near else "Het pad is gezien vanaf de map van de brief."
