"""``kamerwerk new``: make files to fill in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from pipeline.authoring.new.files import NewFile, Refused, write_new
from pipeline.authoring.new.letter import new_letter
from pipeline.authoring.new.progress import new_progress
from pipeline.authoring.new.region import new_agenda, new_region
from pipeline.cli.choices import choose_project, project_option
from pipeline.cli.dutch import Choice, DutchCommand, StopError
from pipeline.cli.printing import counted
from pipeline.content.project import Project, read_project

_PROGRESS = "voortgang"
_MAKERS: Mapping[str, Callable[[Project, str], Sequence[NewFile] | Refused]] = {
    "regio": new_region,
    "agenda": new_agenda,
    "brief": new_letter,
}


@click.command("new", cls=DutchCommand)
@click.argument("kind", type=Choice(("regio", "agenda", _PROGRESS, "brief")), metavar="SOORT")
@click.argument("words", metavar="NAAM...", nargs=-1, required=True)
@project_option
def new_command(kind: str, words: tuple[str, ...], project: Path | None) -> int:
    """Maak bestanden om in te vullen. SOORT is regio, agenda, voortgang of brief.

    Voorbeelden: kamerwerk new regio Achterhoek, kamerwerk new voortgang 2027-06 (voor alle regio's, vanaf de
    vorige keer), kamerwerk new brief 2027-06-voortgang. Een bestand dat er al is, blijft zoals het is.
    """
    root = choose_project(project)
    content, _ = read_project(root)
    name = " ".join(words)
    if kind == _PROGRESS:
        return _progress(content, name)
    files = _MAKERS[kind](content, name)
    if isinstance(files, Refused):
        raise _stop(files)
    _write(content, files)
    return 0


def _progress(content: Project, moment: str) -> int:
    made = new_progress(content, moment)
    if isinstance(made, Refused):
        raise _stop(made)
    _write(content, made.files)
    for reason in made.skipped:
        click.echo(f"overgeslagen: {reason}", err=True)
    return 1 if made.skipped and not made.files else 0


def _write(content: Project, files: Sequence[NewFile]) -> None:
    refused = write_new(content.root, files)
    if refused:
        raise _stop(refused)
    for file in files:
        click.echo(f"gemaakt: {file.path}")
    if files:
        what = counted(len(files), "bestand", "bestanden")
        click.echo(f"Vul in {what} in wat leeg is. Daarna zegt kamerwerk check wat nog ontbreekt.")


def _stop(refused: Refused) -> StopError:
    return StopError(f"fout: {refused.message}{f' — tip: {refused.hint}' if refused.hint else ''}")
