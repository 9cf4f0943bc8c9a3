"""What every experiment needs: where to work, how often, and the documents that are measured."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contenders import ROOT

AGENDA = "agenda/zeeland"
LETTER = "brief/2026-12-voortgang"
FONTS = ROOT / "templates" / "huisstijl" / "lettertypen"


@dataclass(frozen=True, slots=True)
class Bench:
    """One run. ``scratch`` is a folder that goes afterwards; ``quick`` asks for fewer rounds."""

    scratch: Path
    quick: bool

    def rounds(self, number: int) -> int:
        """Return how many rounds to take, of a full number."""
        return max(1, number // 3) if self.quick else number

    def folder(self, name: str) -> Path:
        """Return an empty folder."""
        folder = self.scratch / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder


def example(bench: Bench) -> Path:
    """Return a copy of the example content, as a project that uses the templates of the program."""
    project = bench.folder("voorbeeld")
    shutil.copytree(ROOT / "content", project / "content")
    return project
