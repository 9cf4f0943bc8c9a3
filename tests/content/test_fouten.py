"""The files in ``tests/fouten`` are read; each gives exactly the findings that stand in its comments."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.content.source import read_yaml
from pipeline.diagnostics import Diagnostic, Location

FILES = sorted((Path(__file__).parent.parent / "fouten").glob("*.yaml"))
EXPECTED = re.compile(
    r"^ *# (?P<severity>FOUT|WAARSCHUWING) (?P<place>\d+:\d+) (?P<code>KAM\d+) (?P<words>.*?)"
    r"(?: \(ook (?P<also>[\d:, ]+)\))?$",
    re.MULTILINE,
)


def place(where: object) -> str:
    assert isinstance(where, Location)
    return f"{where.line}:{where.column}"


def related_places(finding: Diagnostic) -> str:
    return ", ".join(place(related.where) for related in finding.related)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_faulty_file_gives_the_findings_in_its_comments(path: Path) -> None:
    data = path.read_bytes()
    expected = list(EXPECTED.finditer(data.decode()))
    found = read_yaml(data, path.name).diagnostics

    assert expected, "het bestand noemt geen verwachte fout"
    assert [(place(finding.where), finding.code.number) for finding in found] == [
        (wanted["place"], wanted["code"]) for wanted in expected
    ]
    for finding, wanted in zip(found, expected, strict=True):
        assert finding.severity.value == wanted["severity"].lower()
        assert wanted["words"] in finding.message
        assert related_places(finding) == (wanted["also"] or "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_finding_says_how_to_mend_it(path: Path) -> None:
    found = read_yaml(path.read_bytes(), path.name).diagnostics
    assert found
    for finding in found:
        assert finding.hint.endswith((".", "?", ":", '"', "'", "]", ")", "1")) or "Schrijf:" in finding.hint
        assert finding.where.file == path.name
