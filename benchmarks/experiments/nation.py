"""The whole country: 40 agendas and 45 letters, built again after nothing or one value has changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from benchmarks import peers
from benchmarks.bench import FONTS, Bench
from benchmarks.contenders import Command
from benchmarks.experiments.everything import build
from benchmarks.exports.typst import write_typst
from benchmarks.national.project import write_project
from benchmarks.national.regions import REGIONS
from benchmarks.project import all_composed
from benchmarks.timing import ContenderError, Findings, race

_ROUNDS = 5
_REGION = "achterhoek"
_VALUE = "bedrag: "


def measure(bench: Bench) -> Findings:
    """Build once from cold; then, in turn: one new value, nothing new, and everything with Typst."""
    project = write_project(bench.folder("land"), REGIONS)
    sources: list[Path] = []
    for made in all_composed(str(project)):
        sources.append(write_typst(made.document, made.style, bench.folder(f"land-typst/{made.document.id}")))
    jobs = ("--jobs", "2")
    found = race([build("landelijk/koud", project, *jobs)], rounds=1, warm_ups=0)
    agenda = project / "content" / "regios" / _REGION / "agenda.yaml"
    return found + race(
        (
            _Changed(build("landelijk/een-waarde", project, *jobs), agenda),
            build("landelijk/niets", project, *jobs),
            peers.typst_lines("typst-landelijk", sources, FONTS),
            peers.typst_commands("typst-landelijk/opdrachten", sources, FONTS),
        ),
        bench.rounds(_ROUNDS),
    )


class _Changed:
    """A build before which somebody gave a region a value that it never had before."""

    def __init__(self, command: Command, file: Path) -> None:
        self.name = command.name
        self._command, self._file = command, file
        self._round = 0

    def run(self) -> Mapping[str, float]:
        """Change the first amount of the file, and build."""
        before, key, after = self._file.read_text(encoding="utf-8").partition(_VALUE)
        if not key:
            raise ContenderError(f"{self._file.name} heeft geen bedrag")
        self._round += 1
        _, newline, rest = after.partition("\n")
        self._file.write_text(f"{before}{key}{100 + self._round} miljoen{newline}{rest}", encoding="utf-8")
        return self._command.run()

    def close(self) -> None:
        """Nothing runs between two rounds."""
