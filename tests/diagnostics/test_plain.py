from __future__ import annotations

import re

import pytest

from pipeline.diagnostics import Code, Diagnostic, Location, Related, Source
from pipeline.diagnostics.plain import in_order, one_line

LINE = re.compile(r"^[^:\s]+:\d+:\d+: (fout|waarschuwing|fout van het programma) [A-Z]{2,}\d{2,}: \S")


def locate(where: Source | Location) -> Location:
    return where if isinstance(where, Location) else Location(where.file, 41, 7)


def finding(message: str = "De kans heeft geen meerwaarde.", hint: str = "", line: int = 3) -> Diagnostic:
    return Diagnostic(Code.MISSING_KEY, message, Location("content/a.yaml", line, 5), hint)


@pytest.mark.parametrize("code", list(Code))
def test_every_code_is_printed_as_one_line_that_programs_can_read(code: Code) -> None:
    line = one_line(Diagnostic(code, "Er is iets.", Source("content/a.yaml", ("x",)), "Doe iets."), locate)
    assert LINE.match(line)
    assert "\n" not in line


def test_a_line_gives_place_severity_code_message_and_hint() -> None:
    assert one_line(finding(hint="Vul haar in."), locate) == (
        "content/a.yaml:3:5: fout KAM202: De kans heeft geen meerwaarde. — tip: Vul haar in."
    )


def test_a_source_is_looked_up() -> None:
    line = one_line(Diagnostic(Code.NO_BESLISNOTA, "Geen nota.", Source("content/b.yaml", ("x",))), locate)
    assert line == "content/b.yaml:41:7: waarschuwing KAM307: Geen nota."


def test_related_places_follow() -> None:
    related = (Related("hier ook", Location("content/b.yaml", 8, 2)), Related("", Location("content/c.yaml")))
    line = one_line(Diagnostic(Code.DUPLICATE_ID, "Dubbel.", Location("content/a.yaml"), "", related), locate)
    assert line.endswith("Dubbel.; zie ook content/b.yaml:8:2 (hier ook); zie ook content/c.yaml:1:1")


@pytest.mark.parametrize("typed", ["a\nb", "a\r\n  b", "a\tb", "a\u2028b"])
def test_a_message_that_quotes_more_lines_stays_one_line(typed: str) -> None:
    assert one_line(finding(typed), locate).endswith("a b")


@pytest.mark.parametrize("typed", ["\x1b[31m", "\x00", "\x85x", "\u202e"])
def test_invisible_characters_are_shown(typed: str) -> None:
    line = one_line(finding(f"Teken {typed} hier."), locate)
    assert line.isprintable()


def test_findings_are_ordered_by_place_and_told_once() -> None:
    later, earlier = finding(line=12), finding(line=3)
    elsewhere = Diagnostic(Code.YAML_TAG, "Een tag.", Source("content/Z.yaml"))
    assert in_order([later, earlier, elsewhere, later], locate) == [elsewhere, earlier, later]
