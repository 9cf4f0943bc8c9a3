"""Where findings stand in their files, and the lines that they quote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.diagnostics.located import Locate, as_it_is
from pipeline.gate.files import Barred, take_in
from pipeline.gate.limits import TEMPLATE_BYTES

if TYPE_CHECKING:
    # Findings of an earlier run are shown without it.
    from pipeline.content.project import Project

Lines = Callable[[str], Sequence[str]]
"""Gives the lines of a file of the project, none when it cannot be shown."""

_PRODUCTS = {".docx", ".pdf"}


@dataclass(frozen=True, slots=True)
class Quoting:
    """What shows findings: the line and column of each, and the lines of their files."""

    locate: Locate
    lines: Lines


def quoting(project: Project) -> Quoting:
    """Return what quotes files as they were when they were read; a template is read now."""
    now = _lines_in(project.root)

    def lines(name: str) -> Sequence[str]:
        positions = project.positions.get(name)
        return positions.text.splitlines() if positions else now(name)

    return Quoting(project.locate, lines)


def quoting_now(root: Path) -> Quoting:
    """Return what quotes files as they are now, for findings that have lines already."""
    return Quoting(as_it_is, _lines_in(root))


def _lines_in(root: Path) -> Lines:
    def lines(name: str) -> Sequence[str]:
        file = root / name
        data = b"" if file.suffix in _PRODUCTS else take_in(file, root, TEMPLATE_BYTES)
        return [] if isinstance(data, Barred) else data.decode("utf-8", "replace").splitlines()

    return lines
