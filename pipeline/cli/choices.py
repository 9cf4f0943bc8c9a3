"""What the commands have in common: which project, which build folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pipeline.cli.dutch import Count, Folder, StopError, WrongUsageError
from pipeline.cli.reports.text import one_line
from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.diagnostics.located import as_it_is, place_of
from pipeline.engine.places import find_project, is_project
from pipeline.gate.files import barred
from pipeline.gate.names import PROGRAMMA

BUILD = "build"
"""Name of the build folder in the project."""


def project_option(command: Any) -> Any:
    """Add ``--project`` to a command."""
    return click.option(
        "--project",
        type=Folder(),
        metavar="MAP",
        help=f"Map van het project. Anders: de dichtstbijzijnde map hierboven met {PROGRAMMA}.",
    )(command)


def out_option(command: Any) -> Any:
    """Add ``--out`` to a command."""
    return click.option(
        "--out", type=Folder(), metavar="MAP", help="Map voor de uitvoer. Anders: build in het project."
    )(command)


def jobs_option(command: Any) -> Any:
    """Add ``--jobs`` to a command."""
    return click.option(
        "--jobs", type=Count(), metavar="N", help="Aantal processen naast elkaar. Anders: alle kernen."
    )(command)


def choose_project(named: Path | None) -> Path:
    """Return the project's folder; end the program where there is none."""
    if named is None:
        found = find_project(Path.cwd())
        if found is None:
            raise _no_project(
                f"In deze map en de mappen daarboven staat geen {PROGRAMMA}.",
                "Ga naar de map van het project, of noem die met --project.",
            )
        return found
    if not is_project(named):
        raise _no_project(f"De map “{named}” is geen project: er is geen map content.", "")
    return named.resolve()


def choose_output(named: Path | None, root: Path) -> tuple[Path, str]:
    """Return the build folder and how messages name it; refuse one in which the content stands."""
    chosen = (named or root / BUILD).absolute()
    # A folder that is named by hand may stand anywhere; what lies in the project may not lead out of it.
    if barred(chosen, root if named is None else Path(chosen.anchor)):
        raise WrongUsageError(
            f"De map “{named or BUILD}” is een koppeling (symlink) die uit het project leidt of rondloopt;"
            " noem met --out de map zelf.",
            click.get_current_context(),
        )
    folder = chosen.resolve()
    sources = (root / "content", root / "templates")
    if root.is_relative_to(folder) or any(folder.is_relative_to(source) for source in sources):
        raise WrongUsageError(
            f"--out: in “{named}” staat de inhoud van het project; kies een eigen map voor de uitvoer.",
            click.get_current_context(),
        )
    shown = folder.relative_to(root) if folder.is_relative_to(root) else folder
    return folder, shown.as_posix()


def _no_project(message: str, hint: str) -> StopError:
    finding = Diagnostic(Code.NO_PROJECT, message, Location(PROGRAMMA), hint)
    return StopError(one_line(place_of(finding, as_it_is)))
