from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from tests.checks.checked import at, findings_of, only_finding
from tests.projects import AGENDA, edit

FIRST = "    moment: maart 2027\n    kans: k-haven\n"


def test_milestones_that_wait_for_each_other_are_one_finding(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(AGENDA, FIRST, f"{FIRST}    na:\n      - m-start\n"))
    assert (finding.code, finding.where) == (Code.MILESTONE_LOOP, at(AGENDA, "mijlpalen", 0, "na"))
    assert "“Besluit over de locaties” en “Start van de bouw” wachten op elkaar" in finding.message
    assert [related.where for related in finding.related] == [at(AGENDA, "mijlpalen", 1, "na")]


def test_a_milestone_that_waits_for_itself(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(AGENDA, "      - m-besluit", "      - m-start"))
    assert (finding.code, finding.where) == (Code.MILESTONE_LOOP, at(AGENDA, "mijlpalen", 1, "na"))
    assert finding.message == "De mijlpaal “Start van de bouw” wacht op zichzelf."


def test_a_milestone_after_a_loop_is_not_part_of_it(tmp_path: Path) -> None:
    third = "  - id: m-klaar\n    titel: Klaar\n    moment: 2030\n    na:\n      - m-start\n"
    finding = only_finding(tmp_path, edit(AGENDA, "      - m-besluit\n", f"      - m-start\n{third}"))
    assert "Klaar" not in finding.message


def test_a_milestone_before_the_one_that_it_follows(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(AGENDA, "moment: 2028", "moment: februari 2027"))
    assert (finding.code, finding.where) == (Code.DATE_ORDER, at(AGENDA, "mijlpalen", 1, "na", 0))
    assert [related.where for related in finding.related] == [at(AGENDA, "mijlpalen", 0, "moment")]


@pytest.mark.parametrize("moment", ["Q1 2027", "2027-03-15", "2027-03-01"])
def test_milestones_of_which_the_periods_touch_may_follow(tmp_path: Path, moment: str) -> None:
    assert findings_of(tmp_path, edit(AGENDA, "moment: 2028", f"moment: {moment}")) == ()


def test_a_milestone_before_the_year_of_the_agenda(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(AGENDA, "moment: maart 2027", "moment: maart 2017"))
    assert (finding.code, finding.where) == (Code.DATE_ORDER, at(AGENDA, "mijlpalen", 0, "moment"))
    assert "ligt vóór 2026" in finding.message


@pytest.mark.parametrize("moment", ["januari 2026", "2026", "2026-11-01"])
def test_a_milestone_earlier_in_the_year_of_the_agenda(tmp_path: Path, moment: str) -> None:
    assert findings_of(tmp_path, edit(AGENDA, "moment: maart 2027", f"moment: {moment}")) == ()
