"""The row "Totaal" of a table that a writer typed is the sum of the rows above it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.content.values import Amount, sum_amounts
from pipeline.diagnostics import Diagnostic
from tests.compose.rendered import found, markdown

NBSP = "\N{NO-BREAK SPACE}"
VALUES = {
    "twee": Amount(2_000_000, 2_000_000),
    "ruim-twee": Amount(2_004_000, 2_004_000),
    "som": sum_amounts([Amount(3_000_000, 3_000_000), Amount(None, None)]),
    "dag": date(2026, 12, 18),
}


def check(root: Path, *cells: str, name: str = "**Totaal**") -> tuple[Diagnostic, ...]:
    """Find what is wrong in a table of one column; the last cell is its total."""
    *parts, total = cells
    rows = [f"| rij {number} | {cell} |" for number, cell in enumerate(parts)]
    table = "\n".join(["| Regel | Kolom |", "|---|---|", *rows, f"| {name} | {total} |"])
    _, diagnostics = markdown(root, table, values=VALUES)
    return diagnostics


@pytest.mark.parametrize(
    "cells",
    [
        ("€ 22,5 miljoen", "€ 18 miljoen", "**€ 40,5 miljoen**"),
        (f"€{NBSP}1.250", "250", "€ 1.500"),
        ("12", "30", "42"),
        ("6,5", "10", "16,5"),
        ("€ 10 tot 15 miljoen", "€ 1 miljoen", "€ 11 tot 16 miljoen"),
        ("€ 900.000", "€ 100.000", "€ 1 miljoen"),
        # p.m. stands apart
        ("€ 4 miljoen", "p.m.", "€ 4 miljoen + p.m."),
        ("€ 4 miljoen", "p.m.", "€ 4 miljoen"),
        ("p.m.", "p.m.", "2 × p.m."),
        ("p.m.", "p.m.", "p.m."),
        # values and notes
        ("[=twee]", "[=som]", "€ 5 miljoen + p.m."),
        ("[=ruim-twee]", "€ 1 miljoen", "€ 3 miljoen"),
        ("€ 2 miljoen^[Geraamd.]", "[=twee]", "*€ 4 miljoen*"),
    ],
)
def test_a_right_total_gives_no_finding(cells: tuple[str, ...], tmp_path: Path) -> None:
    assert check(tmp_path, *cells) == ()


@pytest.mark.parametrize(
    ("cells", "stated", "computed"),
    [
        (("€ 22,5 miljoen", "€ 18 miljoen", "**€ 41 miljoen**"), "€ 41.000.000", "€ 40.500.000"),
        (("€ 1.250", "250", "€ 1.600"), "€ 1.600", "€ 1.500"),
        (("12", "30", "43"), "43", "42"),
        (("6,5", "10", "16"), "16", "16,5"),
        (
            ("€ 10 tot 15 miljoen", "€ 1 miljoen", "€ 16 miljoen"),
            "€ 16.000.000",
            "€ 11.000.000 tot 16.000.000",
        ),
        (("€ 4 miljoen", "p.m.", "€ 5 miljoen + p.m."), "€ 5.000.000 + p.m.", "€ 4.000.000 + p.m."),
        (("€ 4 miljoen", "€ 1 miljoen", "€ 5 miljoen + p.m."), "€ 5.000.000 + p.m.", "€ 5.000.000"),
        (("€ 4 miljoen", "p.m.", "p.m."), "p.m.", "€ 4.000.000 + p.m."),
        (("[=twee]", "[=twee]", "€ 5 miljoen"), "€ 5.000.000", "€ 4.000.000"),
        (("[=twee]", "[=twee]", "[=twee]"), "€ 2.000.000", "€ 4.000.000"),
    ],
)
def test_a_wrong_total_is_found_at_its_cell_with_both_figures(
    cells: tuple[str, ...], stated: str, computed: str, tmp_path: Path
) -> None:
    (line,) = found(check(tmp_path, *cells))
    line = line.replace(NBSP, " ")
    place = f"KAM304 {len(cells) + 1}:{len('| **Totaal** | ')}"
    assert line == f"{place} Het totaal is {stated}, terwijl de rijen erboven samen {computed} zijn."


@pytest.mark.parametrize("name", ["Totaal", "totaal:", "*Totaal*"])
def test_a_total_need_not_be_bold(name: str, tmp_path: Path) -> None:
    assert [each.code.number for each in check(tmp_path, "1", "2", "4", name=name)] == ["KAM304"]


@pytest.mark.parametrize("name", ["Gemiddelde", "**Fryslân**", "Totaal per jaar", ""])
def test_another_last_row_is_no_total(name: str, tmp_path: Path) -> None:
    assert check(tmp_path, "1", "2", "4", name=name) == ()


@pytest.mark.parametrize(
    "cells",
    [
        ("1", "", "4"),
        ("1", "onbekend", "4"),
        ("45%", "50%", "100%"),
        ("1", "2", ""),
        ("1", "2", "zie boven"),
        ("-1", "2", "4"),
        ("[=dag]", "2", "4"),
        ("[x](https://a.nl)", "2", "4"),
    ],
)
def test_a_column_with_other_words_is_not_added_up(cells: tuple[str, ...], tmp_path: Path) -> None:
    assert check(tmp_path, *cells) == ()


def test_each_column_is_added_up_by_itself(tmp_path: Path) -> None:
    table = "| | A | B | C |\n|---|---|---|---|\n| x | 1 | 2027 | 5 |\n| Totaal | 1 | | 6 |"
    _, diagnostics = markdown(tmp_path, table)
    assert [line[:11] for line in found(diagnostics)] == ["KAM304 3:17"]


def test_a_table_with_subtotals_is_not_added_up(tmp_path: Path) -> None:
    table = "| | A |\n|---|---|\n| x | 1 |\n| y | 2 |\n| Subtotaal | 3 |\n| z | 4 |\n| Totaal | 7 |"
    assert markdown(tmp_path, table)[1] == ()
