from __future__ import annotations

import re

import pytest

from pipeline.cli.reports.text import human, one_line, short
from pipeline.diagnostics import Code, Diagnostic, Location, Related, Source
from pipeline.diagnostics.located import place_of

LINE = re.compile(r"^[^:\s]+:\d+:\d+: (fout|waarschuwing|fout van het programma) [A-Z]{2,}\d{2,}: \S")


def locate(where: Source | Location) -> Location:
    return where if isinstance(where, Location) else Location(where.file, 41, 7)


def line_of(found: Diagnostic) -> str:
    return one_line(place_of(found, locate))


def finding(message: str = "De kans heeft geen meerwaarde.", hint: str = "", line: int = 3) -> Diagnostic:
    return Diagnostic(Code.MISSING_KEY, message, Location("content/a.yaml", line, 5), hint)


@pytest.mark.parametrize("code", list(Code))
def test_every_code_is_printed_as_one_line_that_programs_can_read(code: Code) -> None:
    line = line_of(Diagnostic(code, "Er is iets.", Source("content/a.yaml", ("x",)), "Doe iets."))
    assert LINE.match(line)
    assert "\n" not in line


def test_a_line_gives_place_severity_code_message_and_hint() -> None:
    assert line_of(finding(hint="Vul haar in.")) == (
        "content/a.yaml:3:5: fout KAM202: De kans heeft geen meerwaarde. — tip: Vul haar in."
    )


def test_a_source_is_looked_up() -> None:
    line = line_of(Diagnostic(Code.NO_BESLISNOTA, "Geen nota.", Source("content/b.yaml", ("x",))))
    assert line == "content/b.yaml:41:7: waarschuwing KAM307: Geen nota."


def test_related_places_follow() -> None:
    related = (Related("hier ook", Location("content/b.yaml", 8, 2)), Related("", Location("content/c.yaml")))
    line = line_of(Diagnostic(Code.DUPLICATE_ID, "Dubbel.", Location("content/a.yaml"), "", related))
    assert line.endswith("Dubbel. — zie ook content/b.yaml:8:2 (hier ook) — zie ook content/c.yaml:1:1")


@pytest.mark.parametrize("typed", ["a\nb", "a\r\n  b", "a\tb", "a\u2028b"])
def test_a_message_that_quotes_more_lines_stays_one_line(typed: str) -> None:
    assert line_of(finding(typed)).endswith("a b")


@pytest.mark.parametrize("typed", ["\x1b[31m", "\x00", "\x85x", "\u202e"])
def test_invisible_characters_are_shown(typed: str) -> None:
    line = line_of(finding(f"Teken {typed} hier."))
    assert line.isprintable()


def test_short_is_a_line_for_each_finding() -> None:
    found = [place_of(finding(line=3), locate), place_of(finding(line=4), locate)]
    places = [line.split(" ")[0] for line in short(found).splitlines()]
    assert places == ["content/a.yaml:3:5:", "content/a.yaml:4:5:"]


def test_human_shows_the_lines_around_it_with_carets_below_the_words() -> None:
    where = Location("content/a.yaml", 2, 9)
    typed = Diagnostic(Code.WRONG_CHOICE, "Kies iets anders.", where, "Kies concept.", words="konsept")
    lines = {"content/a.yaml": ["id: a", "status: konsept", "versie: 1"]}
    assert human([place_of(typed, locate)], lines.__getitem__).splitlines() == [
        "content/a.yaml:2:9: fout KAM204: Kies iets anders.",
        "  1 | id: a",
        "  2 | status: konsept",
        "    |         ^^^^^^^",
        "  3 | versie: 1",
        "  tip: Kies concept.",
    ]


def test_human_without_the_file_has_no_lines_around_it() -> None:
    assert human([place_of(finding(hint="Vul haar in."), locate)], lambda _: []).splitlines() == [
        "content/a.yaml:3:5: fout KAM202: De kans heeft geen meerwaarde.",
        "  tip: Vul haar in.",
    ]
