from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from tests.checks.checked import at, findings_of, only_finding
from tests.projects import AGENDA, BEGIN_AGENDA, BRIEF, DEPARTEMENTEN, ONDERTEKENAARS, PROGRAMMA, add, edit

NAME = "        - Koninkrijksrelaties\n"


def _second_name(since: str, first_until: str = "") -> str:
    until = f"      tot: {first_until}\n" if first_until else ""
    second = (
        f"    - naam: Ministerie van Regio's\n      woordmerk:\n        - Regio's\n      vanaf: {since}\n"
    )
    return f"{NAME}{until}{second}"


def test_a_signer_whose_function_ended_before_the_letter(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path, edit(ONDERTEKENAARS, "departement: bzk", "departement: bzk\n    tot: 2026-12-18")
    )
    assert (finding.code, finding.where) == (Code.NOT_IN_OFFICE, at(BRIEF, "ondertekenaars", 0))
    assert "bestaat niet meer sinds 18 december 2026" in finding.message
    assert [related.where for related in finding.related] == [at(ONDERTEKENAARS, "ondertekenaars", 0, "tot")]


def test_a_function_on_its_last_day(tmp_path: Path) -> None:
    change = edit(ONDERTEKENAARS, "departement: bzk", "departement: bzk\n    tot: 2026-12-19")
    assert findings_of(tmp_path, change) == ()


def test_someone_on_whose_behalf_before_the_function_began(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, add(ONDERTEKENAARS, "    vanaf: 2027-01-01\n"))
    assert (finding.code, finding.where) == (Code.NOT_IN_OFFICE, at(BRIEF, "mede_namens", 0))
    assert "bestaat pas sinds 1 januari 2027" in finding.message


def test_a_department_that_is_no_more_is_one_finding_for_an_agenda(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, add(DEPARTEMENTEN, "    tot: 2026-06-01\n"))
    assert (finding.code, finding.where) == (Code.NOT_IN_OFFICE, at(AGENDA, "kansen", 0, "departementen", 0))
    assert "“Infrastructuur en Waterstaat”" in finding.message
    assert at(AGENDA, "afspraken", 0, "departementen", 0) in [related.where for related in finding.related]


def test_a_department_that_leads_counts_too(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path,
        edit(DEPARTEMENTEN, "kort: BZK", "kort: BZK\n    vanaf: 2026-11-10"),
        edit(AGENDA, "      - bzk\n", "      - ienw\n"),
    )
    assert finding.where == at(AGENDA, "afspraken", 1, "trekker")


def test_names_of_the_ministry_that_follow_each_other(tmp_path: Path) -> None:
    change = edit(PROGRAMMA, NAME, _second_name("2026-12-01", first_until="2026-12-01"))
    assert findings_of(tmp_path, change) == ()


def test_names_of_the_ministry_that_overlap(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path, edit(PROGRAMMA, NAME, _second_name("2026-12-01", first_until="2026-12-02"))
    )
    assert (finding.code, finding.where) == (Code.DATE_ORDER, at(PROGRAMMA, "ministerie", "namen", 1))
    assert [related.where for related in finding.related] == [at(PROGRAMMA, "ministerie", "namen", 0)]


def test_a_day_on_which_the_ministry_has_no_name(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path, edit(PROGRAMMA, NAME, _second_name("2026-12-19", first_until="2026-11-10"))
    )
    assert (finding.code, finding.where) == (Code.NOT_IN_OFFICE, at(PROGRAMMA, "ministerie", "namen", 0))
    assert [related.where for related in finding.related] == [at(BEGIN_AGENDA, "datum"), at(BRIEF, "datum")]


@pytest.mark.parametrize("until", ["2020-01-01", "2021-06-01"])
def test_a_function_that_ends_before_it_begins(tmp_path: Path, until: str) -> None:
    finding = only_finding(tmp_path, add(ONDERTEKENAARS, f"    vanaf: 2021-06-01\n    tot: {until}\n"))
    assert (finding.code, finding.where) == (Code.DATE_ORDER, at(ONDERTEKENAARS, "ondertekenaars", 1, "tot"))


def test_a_name_of_the_ministry_that_ends_before_it_begins_is_one_finding(tmp_path: Path) -> None:
    backwards = f"{NAME}      vanaf: 2027-01-01\n      tot: 2026-01-01\n"
    finding = only_finding(tmp_path, edit(PROGRAMMA, NAME, backwards))
    assert (finding.code, finding.where) == (Code.DATE_ORDER, at(PROGRAMMA, "ministerie", "namen", 0, "tot"))
