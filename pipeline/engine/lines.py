"""The lines of files that findings quote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from pipeline.content.project import Project

_PRODUCTS = {".docx", ".pdf"}


def lines_of(project: Project) -> Callable[[str], Sequence[str]]:
    """Return what gives the lines of a file, as they were when it was read; a template is read now."""

    def lines(name: str) -> Sequence[str]:
        positions = project.positions.get(name)
        if positions:
            return positions.text.splitlines()
        file = (project.root / name).resolve()
        if file.is_relative_to(project.root.resolve()) and file.suffix not in _PRODUCTS:
            with suppress(OSError, UnicodeDecodeError):
                return file.read_text(encoding="utf-8").splitlines()
        return []

    return lines
