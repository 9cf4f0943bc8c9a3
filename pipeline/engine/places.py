"""Where things stand: the project, its house style and templates, and the ones that come with the program."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.compose.folders import TemplateFolders
from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.gate.files import Barred, barred
from pipeline.gate.names import HOUSE_STYLE, PROGRAMMA

_CONTENT = "content"
_TEMPLATES = "templates"
_STYLE_FOLDER = "huisstijl"
_SHIPPED_NAME = "kamerwerk/templates"
"""How messages name the folder of templates that comes with the program: it has no path in the project."""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders that one run reads from."""

    root: Path
    """The project."""
    house_style: Path
    house_style_shown: str
    """How messages name the folder of the house style."""
    templates: TemplateFolders


def find_project(start: Path) -> Path | None:
    """Return the nearest folder, from ``start`` upward, that has ``content/programma.yaml``."""
    here = start.resolve()
    return next((folder for folder in (here, *here.parents) if (folder / PROGRAMMA).is_file()), None)


def is_project(folder: Path) -> bool:
    """Whether a folder that was named by hand can be a project: content may miss files, but not be absent.

    What may not be looked into is no project either.
    """
    try:
        return (folder / _CONTENT).is_dir()
    except OSError:
        return False


def resolve_places(root: Path) -> Places:
    """Return where a project's house style and templates come from: its own win, file by file."""
    own, shipped = root / _TEMPLATES, _shipped_templates()
    has_style = (own / _STYLE_FOLDER / HOUSE_STYLE).is_file()
    return Places(
        root=root,
        house_style=(own if has_style else shipped) / _STYLE_FOLDER,
        house_style_shown=f"{_TEMPLATES if has_style else _SHIPPED_NAME}/{_STYLE_FOLDER}",
        templates=TemplateFolders(project=own if own.is_dir() else None, shipped=shipped),
    )


def template_links_out(root: Path) -> tuple[Diagnostic, ...]:
    """Return an error for each link below the project's ``templates`` that leads out of the project.

    Nothing outside the project is read: who receives the project must be able to make the same documents.
    Links below ``content`` are refused where they are read.
    """
    return tuple(
        Diagnostic(
            Code.PICTURE_OUTSIDE,
            "Deze koppeling (symlink) wijst naar zichzelf."
            if reason is Barred.CIRCULAR
            else "Deze koppeling (symlink) wijst naar een plaats buiten het project.",
            Location(path.relative_to(root).as_posix()),
            "Zet het bestand zelf in het project.",
        )
        for path in _links(root / _TEMPLATES)
        if (reason := barred(path, root))
    )


def _links(base: Path) -> Iterator[Path]:
    """Yield a folder that is a link, or else every link below it; what a link leads to is not looked into."""
    if base.is_symlink():
        yield base
        return
    for folder, folders, files in os.walk(base, followlinks=False):
        folders.sort()
        yield from (path for name in sorted((*folders, *files)) if (path := Path(folder, name)).is_symlink())


def _shipped_templates() -> Path:
    """Return the templates inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / _TEMPLATES
