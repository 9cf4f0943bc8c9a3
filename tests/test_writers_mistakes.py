"""Realistic mistakes of writers: each file in ``tests/fouten/schrijvers`` gives exactly what it announces.

A file holds a piece of the small valid project, with the mistake in it. Its first comments say what went
wrong and where the piece belongs. A comment ``# FOUT`` stands above the faulty line and is taken out before
the program reads: so it can stand anywhere, also inside a text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.diagnostics import KeyPath
from pipeline.diagnostics.located import located
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import Plan, make_plan
from pipeline.engine.readers import Readers
from tests import projects as p

FILES = sorted((Path(__file__).parent / "fouten" / "schrijvers").glob("*.yaml"))
HEADER = re.compile(r"# (?P<mistake>.+)\n# IN (?P<file>\S+\.yaml): (?P<path>\S+)\n")
ANNOUNCED = re.compile(
    r" *# (?P<severity>FOUT|WAARSCHUWING) (?P<column>\d+) (?P<code>KAM\d+) (?P<message>.+)"
)


@dataclass(frozen=True)
class Case:
    """A piece of a file with a mistake: its lines as the program reads them, and what must be said."""

    file: str
    path: KeyPath
    lines: tuple[str, ...]
    announced: tuple[tuple[int, re.Match[str]], ...]
    """For each finding the number, from 0, of its line in the piece."""


def read_case(path: Path) -> Case:
    text = path.read_text(encoding="utf-8")
    header = HEADER.match(text)
    assert header, f"{path.name} begint niet met wat er misgaat en waar het stuk hoort"
    lines: list[str] = []
    announced: list[tuple[int, re.Match[str]]] = []
    for line in text[header.end() :].splitlines():
        if found := ANNOUNCED.fullmatch(line):
            announced.append((len(lines), found))
        else:
            lines.append(line)
    keys = tuple(int(part) if part.isdigit() else part for part in header["path"].split("."))
    return Case(header["file"], keys, tuple(lines), tuple(announced))


def plan_of(root: Path) -> Plan:
    return make_plan(resolve_places(root), Readers())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_mistake_of_a_writer_gives_the_announced_finding(path: Path, tmp_path: Path) -> None:
    case = read_case(path)
    root = p.write_project(tmp_path)
    first = p.replace_key(root, case.file, case.path, case.lines)

    plan = plan_of(root)

    found = located(plan.findings, plan.project.locate)
    places = [
        (
            each.at.file,
            each.at.line,
            each.at.column,
            each.finding.severity.name,
            each.finding.code.number,
            each.finding.message,
        )
        for each in found
    ]
    kinds = {"FOUT": "ERROR", "WAARSCHUWING": "WARNING"}
    assert places == [
        (case.file, first + line, int(said["column"]), kinds[said["severity"]], said["code"], said["message"])
        for line, said in case.announced
    ]
    for each in found:
        assert each.hint, "een melding zegt ook hoe het wel moet"


def test_there_are_fifty_mistakes_and_each_announces_a_finding() -> None:
    cases = [read_case(path) for path in FILES]
    assert len(cases) >= 50
    assert all(case.announced for case in cases)


def test_the_project_without_a_mistake_gives_no_finding(tmp_path: Path) -> None:
    plan = plan_of(p.write_project(tmp_path))
    assert (plan.findings, plan.faults) == ((), ())
