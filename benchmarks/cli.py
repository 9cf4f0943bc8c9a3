"""``python -m benchmarks`` measures; ``python -m benchmarks readme`` writes the table of the README."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.contenders import ROOT
from benchmarks.experiments import documents, everything, growth, nation, preview
from benchmarks.results import Results, read_results, this_environment, write_results
from benchmarks.table import environment as on_which_machine
from benchmarks.table import full_report, goal_table, read_notes, write_between_markers
from benchmarks.timing import Findings

LATEST = ROOT / "benchmarks" / "results" / "latest.json"
NOTES = ROOT / "benchmarks" / "results" / "notes.json"

EXPERIMENTS: Mapping[str, Callable[[Bench], Findings]] = {
    "documenten": documents.measure,
    "alles": everything.measure,
    "land": nation.measure,
    "voorvertoning": preview.measure,
    "groei": growth.measure,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked for; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("action", choices=("measure", "readme"), nargs="?", default="measure")
    parser.add_argument("--only", choices=tuple(EXPERIMENTS), action="append", help="only these experiments")
    parser.add_argument("--results", type=Path, default=LATEST, help="the JSON to write or to read")
    asked = parser.parse_args(arguments)
    if asked.action == "readme":
        return _write_readme(asked.results)
    return _measure(asked.only or tuple(EXPERIMENTS), asked.results)


def _measure(names: Sequence[str], file: Path) -> int:
    quick = os.environ.get("QUICK") == "1"
    environment, found, report = this_environment(quick=quick), Findings(), ""
    earlier = _earlier(file, environment) if set(names) < set(EXPERIMENTS) else Findings()
    with tempfile.TemporaryDirectory(prefix="kamerwerk-metingen-") as folder:
        bench = Bench(Path(folder), quick)
        for name in names:
            print(f"{name} …", file=sys.stderr, flush=True)
            found += EXPERIMENTS[name](bench)
            # After each experiment: half an hour of measuring must not be lost by what comes after it.
            report = _keep(Results(environment, found.over(earlier)), file)
    print(report)
    return 0


def _earlier(file: Path, environment: Mapping[str, str]) -> Findings:
    """Return what was measured before in the same environment: the other experiments keep their figures."""
    if not file.is_file():
        return Findings()
    results = read_results(file)
    return results.findings if results.environment == environment else Findings()


def _keep(results: Results, file: Path) -> str:
    write_results(results, file)
    report = full_report(results, read_notes(NOTES))
    file.with_suffix(".md").write_text(report + "\n", encoding="utf-8")
    return report


def _write_readme(file: Path) -> int:
    results = read_results(file)
    # The notes may have changed since the run.
    _keep(results, file)
    text = "\n\n".join((on_which_machine(results), goal_table(results, read_notes(NOTES))))
    write_between_markers(ROOT / "README.md", text)
    return 0
