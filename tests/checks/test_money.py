from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from tests.checks.checked import at, findings_of, only_finding
from tests.projects import AGENDA, edit

TOTAL = at(AGENDA, "middelen", "totaal")
LINES = """\
  regels:
    - id: rijk
      bron: Begroting IenW
      dekking: gedekt
      bedragen:
        2027: 2,5 miljoen
        2028: p.m.
    - id: regio
      bron: Begroting provincie
      dekking: deels gedekt
      bedragen:
        2027: 1500000
"""


def test_a_total_that_differs_shows_both_figures(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(AGENDA, "totaal: 4 miljoen", "totaal: 4,5 miljoen"))
    assert (finding.code, finding.where) == (Code.SUM_DIFFERS, TOTAL)
    assert finding.message == (
        "Het totaal is €\u00a04.500.000, terwijl de regels samen €\u00a04.000.000 en 1 keer p.m. zijn."
    )


def test_a_difference_of_one_euro_is_seen(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(AGENDA, "2027: 1500000", "2027: 1500001"))
    assert "€\u00a04.000.001" in finding.message


def test_an_unknown_total_of_known_amounts_is_wrong(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(AGENDA, "totaal: 4 miljoen", "totaal: p.m."))
    assert finding.message.startswith("Het totaal is p.m., terwijl")


@pytest.mark.parametrize(
    ("line", "total"),
    [("1500000", "4 miljoen"), ("1 tot 2 miljoen", "3,5 tot 4,5 miljoen"), ("p.m.", "2,5 miljoen")],
)
def test_a_total_that_agrees(tmp_path: Path, line: str, total: str) -> None:
    changes = (
        edit(AGENDA, "2027: 1500000", f"2027: {line}"),
        edit(AGENDA, "totaal: 4 miljoen", f"totaal: {total}"),
    )
    assert findings_of(tmp_path, *changes) == ()


def test_a_range_differs_when_one_end_does(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path,
        edit(AGENDA, "2027: 1500000", "2027: 1 tot 2 miljoen"),
        edit(AGENDA, "totaal: 4 miljoen", "totaal: 3,5 tot 5 miljoen"),
    )
    assert finding.message == (
        "Het totaal is €\u00a03.500.000 tot 5.000.000, "
        "terwijl de regels samen €\u00a03.500.000 tot 4.500.000 en 1 keer p.m. zijn."
    )


def test_nothing_but_unknown_amounts_is_an_unknown_total(tmp_path: Path) -> None:
    unknown = (edit(AGENDA, "2027: 2,5 miljoen", "2027: p.m."), edit(AGENDA, "2027: 1500000", "2027: p.m."))
    assert findings_of(tmp_path, *unknown, edit(AGENDA, "totaal: 4 miljoen", "totaal: p.m.")) == ()


def test_a_known_total_of_unknown_amounts_is_wrong(tmp_path: Path) -> None:
    unknown = (edit(AGENDA, "2027: 2,5 miljoen", "2027: p.m."), edit(AGENDA, "2027: 1500000", "2027: p.m."))
    finding = only_finding(tmp_path, *unknown)
    assert finding.message == "Het totaal is €\u00a04.000.000, terwijl de regels samen alleen p.m. zijn."


def test_a_total_without_lines(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(AGENDA, LINES, "  regels: []\n"))
    assert (finding.code, finding.where) == (Code.SUM_DIFFERS, TOTAL)
    assert "geen regels" in finding.message


def test_the_total_may_be_left_to_the_program(tmp_path: Path) -> None:
    assert findings_of(tmp_path, edit(AGENDA, "  totaal: 4 miljoen\n", "")) == ()


@pytest.mark.parametrize("year", ["27", "2027-2028", "later", "1027"])
def test_amounts_stand_at_a_year(tmp_path: Path, year: str) -> None:
    finding = only_finding(tmp_path, edit(AGENDA, "2028: p.m.", f"'{year}': p.m."))
    assert finding.code is Code.INVALID_PERIOD
    assert finding.where == at(AGENDA, "middelen", "regels", 0, "bedragen", year)


@pytest.mark.parametrize("amount", ["1 miljoen", "p.m.", "0 tot 1 miljoen"])
def test_an_afspraak_that_needs_no_money_has_no_amount(tmp_path: Path, amount: str) -> None:
    finding = only_finding(
        tmp_path,
        edit(AGENDA, "      dekking: geen", f"      bedrag: {amount}\n      dekking: geen"),
    )
    assert finding.code is Code.FUNDING_CONTRADICTED
    assert finding.where == at(AGENDA, "afspraken", 1, "middelen", "bedrag")
    assert "“Vast overleg”" in finding.message


def test_nothing_is_an_amount_that_needs_no_money(tmp_path: Path) -> None:
    change = edit(AGENDA, "      dekking: geen", "      bedrag: 0\n      dekking: geen")
    assert findings_of(tmp_path, change) == ()


def test_a_line_of_money_needs_money(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(AGENDA, "dekking: gedekt", "dekking: geen middelen nodig"))
    assert finding.code is Code.FUNDING_CONTRADICTED
    assert finding.where == at(AGENDA, "middelen", "regels", 0, "dekking")


def test_a_note_for_colleagues_among_the_amounts_is_no_amount(tmp_path: Path) -> None:
    noted = "        interne_notitie: 'Nagaan: 9 miljoen?'\n        2028: p.m."
    assert findings_of(tmp_path, edit(AGENDA, "        2028: p.m.", noted)) == ()
