"""The lines of files that findings quote."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.content.project import Project
from pipeline.gate.files import Barred, take_in
from pipeline.gate.limits import TEMPLATE_BYTES

_PRODUCTS = {".docx", ".pdf"}


def lines_of(project: Project) -> Callable[[str], Sequence[str]]:
    """Return what gives the lines of a file, as they were when it was read; a template is read now."""

    def lines(name: str) -> Sequence[str]:
        positions = project.positions.get(name)
        if positions:
            return positions.text.splitlines()
        file = project.root / name
        data = b"" if file.suffix in _PRODUCTS else take_in(file, project.root, TEMPLATE_BYTES)
        return [] if isinstance(data, Barred) else data.decode("utf-8", "replace").splitlines()

    return lines
