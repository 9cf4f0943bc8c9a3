"""A whole build of the example content from cold, beside WeasyPrint's command line for its PDFs alone."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks import peers
from benchmarks.bench import Bench, example
from benchmarks.contenders import Command
from benchmarks.exports.html import write_html
from benchmarks.project import all_composed
from benchmarks.timing import Findings, race

PROGRAM = Path(sys.executable).with_name("kamerwerk")
_ROUNDS = 5


def measure(bench: Bench) -> Findings:
    """Race a build of everything in two processes against the sum of the command lines."""
    project = example(bench)
    pages: list[Path] = []
    for made in all_composed(str(project)):
        folder = bench.folder(f"alles/{made.document.id}")
        pages.append(write_html(made.document, made.style, folder))
    contenders = (
        build("build-alles", project, "--no-cache", "--jobs", "2", "--out", bench.folder("alles-build")),
        peers.weasyprint_lines("weasyprint-alles", pages),
    )
    return race(contenders, bench.rounds(_ROUNDS), warm_ups=0)


def build(name: str, project: Path, *options: str | Path) -> Command:
    """Return ``kamerwerk build`` of a project, as a command."""
    return Command(name, [(PROGRAM, "build", "--project", project, *options)], project)
