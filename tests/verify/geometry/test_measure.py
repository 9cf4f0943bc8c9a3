"""What a deviation is called, and what a proof of geometry says."""

from __future__ import annotations

import pytest

from pipeline.diagnostics import Code, Location, Source
from pipeline.verify.geometry.measure import Measure, Quantity, amount, geometry_proof, missing

WHERE = Source("content/brief.yaml", ("betreft",))


def measure(
    quantity: Quantity = "top",
    found: float = 57.2,
    expected: float = 56.4,
    page: int = 0,
    tolerance: float = 0.4,
) -> Measure:
    return Measure("de adressering", quantity, expected, found, tolerance, WHERE, page)


def said(*observations: Measure) -> list[str]:
    return [finding.message for finding in geometry_proof(observations, "pdf", "wat").findings]


@pytest.mark.parametrize(
    ("quantity", "found", "expected", "sentence"),
    [
        ("top", 57.2, 56.4, "staat 0,8 mm lager dan de huisstijl (57,2 in plaats van 56,4 mm van boven)."),
        ("top", 55.6, 56.4, "staat 0,8 mm hoger dan de huisstijl (55,6 in plaats van 56,4 mm van boven)."),
        (
            "left",
            29,
            28,
            "staat 1,0 mm meer naar rechts dan de huisstijl (29,0 in plaats van 28,0 mm van links).",
        ),
        (
            "right",
            160,
            161,
            "eindigt 1,0 mm meer naar links dan de huisstijl (160,0 in plaats van 161,0 mm van links).",
        ),
        (
            "bottom",
            279,
            278,
            "eindigt 1,0 mm lager dan de huisstijl (279,0 in plaats van 278,0 mm van boven).",
        ),
        ("width", 52, 51, "is 1,0 mm breder dan de huisstijl (52,0 in plaats van 51,0 mm)."),
        ("height", 38, 39, "is 1,0 mm minder hoog dan de huisstijl (38,0 in plaats van 39,0 mm)."),
        ("distance", 22, 21, "is 1,0 mm groter dan de huisstijl (22,0 in plaats van 21,0 mm)."),
        ("thickness", 0.8, 0.18, "is 0,62 mm dikker dan de huisstijl (0,8 in plaats van 0,18 mm)."),
        (
            "size",
            9.5,
            9,
            "heeft letters die 0,5 pt groter zijn dan in de huisstijl (9,5 in plaats van 9,0 pt).",
        ),
        (
            "leading",
            11,
            12,
            "heeft een regelafstand die 1,0 pt kleiner is dan in de huisstijl (11,0 in plaats van 12,0 pt).",
        ),
    ],
)
def test_deviation_is_said_with_both_figures(
    quantity: Quantity, found: float, expected: float, sentence: str
) -> None:
    assert said(measure(quantity, found, expected)) == [f"De adressering {sentence}"]


def test_page_is_named_where_there_are_pages() -> None:
    assert said(measure(page=3))[0].startswith("De adressering op bladzijde 3 staat 0,8 mm lager")


def test_what_is_within_the_tolerance_is_no_finding_but_counts() -> None:
    proof = geometry_proof([measure(found=56.75)], "pdf", "wat")
    assert proof.findings == ()
    assert proof.figures == {
        "maten": 1,
        "grootste afwijking in mm": 0.35,
        "grootste afwijking bij": "de adressering",
    }


def test_one_thing_is_told_once_where_it_is_worst() -> None:
    found = said(measure(found=57.2, page=1), measure(found=58.4, page=2), measure(found=57.4, page=3))
    assert len(found) == 1
    assert "op bladzijde 2 staat 2,0 mm lager" in found[0]


def test_two_quantities_of_one_thing_are_two_findings() -> None:
    assert len(said(measure(), measure("left", 29, 28))) == 2


def test_figures_leave_points_out_of_the_largest_deviation_in_mm() -> None:
    proof = geometry_proof([measure("size", 20, 9), measure(found=56.5)], "docx", "wat")
    assert proof.figures["grootste afwijking in mm"] == 0.1
    assert proof.figures["maten"] == 2


def test_proof_without_measures_has_no_deviation() -> None:
    assert geometry_proof([], "pdf", "wat").figures == {"maten": 0}


def test_absent_block_is_a_fault_of_the_program_at_its_source() -> None:
    finding = missing("de adressering", WHERE, 1)
    assert finding.message == "De adressering ontbreekt op bladzijde 1."
    assert (finding.code, finding.where) == (Code.GEOMETRY, WHERE)
    assert finding.is_fault
    assert missing("het woordmerk", Location("brief.pdf")).message == "Het woordmerk ontbreekt."


def test_equal_findings_are_told_once() -> None:
    twice = geometry_proof([missing("het woordmerk", WHERE), missing("het woordmerk", WHERE)], "pdf", "wat")
    assert len(twice.findings) == 1


@pytest.mark.parametrize(
    ("value", "text"), [(0.8, "0,8"), (57.25, "57,2"), (0.18, "0,18"), (0.0, "0,0"), (12, "12,0")]
)
def test_measures_are_written_as_dutch_readers_do(value: float, text: str) -> None:
    assert amount(value) == text
