"""A run as a table in Markdown, in Dutch: for the README between its two markers, and with all figures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.goals import Kind, Verdict, judge
from benchmarks.results import Results
from benchmarks.timing import Sample

BEGIN, END = "<!-- metingen: begin -->", "<!-- metingen: eind -->"
"""What stands between these in the README is written anew by each run that is kept."""

Notes = Mapping[str, str]
"""Why a goal is missed, in a short sentence, by the words of the goal."""


def goal_table(results: Results, notes: Notes) -> str:
    """Return the goals with what was measured; a goal that is missed or not measured says so, with why."""
    lines = ["| wat | doel | gemeten | uitkomst |", "|---|---:|---:|---|"]
    for verdict in judge(results.findings):
        goal = verdict.goal
        lines.append(
            f"| {goal.what} | ≤ {_number(goal.bound)}{_unit(goal.kind)} | {_measured(verdict)} "
            f"| {_outcome(verdict, notes)} |"
        )
    return "\n".join(lines)


def full_report(results: Results, notes: Notes) -> str:
    """Return the goals and every sample: median, spread, smallest and number."""
    samples = sorted(results.findings.samples.items())
    return "\n".join(
        (
            "# Metingen",
            "",
            environment(results),
            "",
            goal_table(results, notes),
            "",
            "| meting | mediaan | kwartielen | kleinste | aantal |",
            "|---|---:|---:|---:|---:|",
            *(_sample(name, sample) for name, sample in samples),
            "",
            *_missing(results.findings.missing),
        )
    )


def environment(results: Results) -> str:
    """Return a sentence that says on what was measured."""
    known = dict(results.environment)
    cores, system, python = known.pop("kernen"), known.pop("systeem"), known.pop("python")
    rounds = known.pop("ronden")
    programs = ", ".join(f"{name} {version}" for name, version in known.items())
    return f"Gemeten op {cores} kernen ({system}, Python {python}; ronden: {rounds}), met {programs}."


def write_between_markers(file: Path, text: str) -> None:
    """Put text between the markers of a file. Raise ``ValueError`` when they do not stand there once."""
    before, begin, rest = (whole := file.read_text(encoding="utf-8")).partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end or whole.count(BEGIN) + whole.count(END) != 2:
        raise ValueError(f"In {file.name} staan de merktekens voor de metingen niet precies één keer.")
    file.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def read_notes(file: Path) -> Notes:
    """Read why goals are missed; no file is no notes."""
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def _outcome(verdict: Verdict, notes: Notes) -> str:
    if verdict.met:
        return "gehaald"
    if verdict.value is None:
        return f"**niet gemeten**: {verdict.reason}"
    note = notes.get(verdict.goal.what)
    return f"**niet gehaald**: {note}" if note else "**niet gehaald**"


def _measured(verdict: Verdict) -> str:
    if verdict.value is None or verdict.spread is None:
        return "–"
    first, third = (_number(each) for each in verdict.spread)
    return f"{_number(verdict.value)}{_unit(verdict.goal.kind)} ({first}–{third})"


def _sample(name: str, sample: Sample) -> str:
    first, third = (_number(each) for each in sample.spread)
    unit = f" {sample.unit}"
    return (
        f"| {name} | {_number(sample.median)}{unit} | {first}–{third} "
        f"| {_number(sample.least)} | {len(sample.values)} |"
    )


def _missing(missing: Mapping[str, str]) -> Iterable[str]:
    return (f"- {name} ontbreekt: {reason}" for name, reason in sorted(missing.items()))


def _unit(kind: Kind) -> str:
    return "" if kind == "ratio" else f" {kind}"


def _number(value: float) -> str:
    digits = 0 if value >= 100 else 2 if value >= 0.1 else 3
    written = f"{value:.{digits}f}"
    return (written.rstrip("0").rstrip(".") if digits and value >= 1 else written).replace(".", ",")
