from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.diagnostics import Code, Source
from tests.checks.checked import at, findings_of, only_finding
from tests.projects import (
    AGENDA,
    BEGIN_VOORTGANG,
    BRIEF,
    BRONNEN,
    MOTIES,
    REGIO,
    TEKSTBLOKKEN,
    TOEZEGGINGEN,
    VOORTGANG,
    add,
    edit,
)

LATER_SOURCE = "  - id: later\n    titel: Een later rapport\n    datum: 2027-02-01\n"


def test_progress_taken_after_the_letter(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(VOORTGANG, "peildatum: 2026-11-27", "peildatum: 2026-12-19"))
    assert (finding.code, finding.where) == (Code.DATE_ORDER, at(VOORTGANG, "peildatum"))
    assert [related.where for related in finding.related] == [at(BRIEF, "datum")]


def test_progress_taken_on_the_day_of_the_letter(tmp_path: Path) -> None:
    assert findings_of(tmp_path, edit(VOORTGANG, "peildatum: 2026-11-27", "peildatum: 2026-12-18")) == ()


def test_a_letter_before_the_progress_of_all_its_regions_is_one_finding(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(BRIEF, "datum: 2026-12-18", "datum: 2026-11-18"))
    assert (finding.code, finding.where) == (Code.DATE_ORDER, at(BRIEF, "datum"))
    assert "Zeeland en Rivierenland" in finding.message
    assert [related.where for related in finding.related] == [
        at(VOORTGANG, "peildatum"),
        at(BEGIN_VOORTGANG, "peildatum"),
    ]


def test_a_promise_that_was_made_after_the_letter(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(TOEZEGGINGEN, "gedaan_op: 2026-07-01", "gedaan_op: 2026-12-20"))
    assert (finding.code, finding.where) == (Code.DATE_ORDER, at(BRIEF, "toezeggingen", 0, "toezegging"))
    assert [related.where for related in finding.related] == [
        at(TOEZEGGINGEN, "toezeggingen", 0, "gedaan_op")
    ]


def test_a_motion_that_was_proposed_after_the_letter(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(MOTIES, "datum: 2022-10-13", "datum: 2027-10-13"))
    assert (finding.code, finding.where) == (Code.DATE_ORDER, at(BRIEF, "moties", 0, "motie"))
    assert "De motie over de regio is ingediend op 13 oktober 2027" in finding.message


def test_a_letter_that_cites_a_later_source(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path,
        add(BRONNEN, LATER_SOURCE),
        edit(BRIEF, "  Deze brief stuur ik", "  Zie ook.[@beleidsbrief, p. 4; @later] Deze brief stuur ik"),
    )
    assert finding.code is Code.DATE_ORDER
    assert finding.where == Source(BRIEF, ("tekst",), line=2, column=len("Zie ook.[@beleidsbrief, p. 4; "))
    assert [related.where for related in finding.related] == [at(BRONNEN, "bronnen", 2, "datum")]


def test_a_later_source_that_is_cited_twice_is_one_finding(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path,
        add(BRONNEN, LATER_SOURCE),
        edit(AGENDA, "samenvatting: Eén kans", "samenvatting: Eén[@later] kans[@later]"),
    )
    assert finding.where == Source(AGENDA, ("samenvatting",), line=0, column=len("Eén["))


def test_a_later_source_in_a_passage_that_the_text_takes_in(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path,
        add(BRONNEN, LATER_SOURCE),
        edit(TEKSTBLOKKEN, "verplichtingen.", "verplichtingen.[@later]"),
    )
    assert finding.code is Code.DATE_ORDER
    assert (finding.where.file, "Strategische agenda Zeeland" in finding.message) == (TEKSTBLOKKEN, True)


def test_a_source_of_a_later_year(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(BRONNEN, "jaar: 2024", "jaar: 2027"))
    assert (finding.code, finding.where) == (Code.DATE_ORDER, at(REGIO, "kerncijfers", 0, "bron"))
    assert (
        "is uit 2027, maar de agenda “Strategische agenda Zeeland” is van 2 november 2026" in finding.message
    )


def test_a_source_of_the_year_of_the_document(tmp_path: Path) -> None:
    assert findings_of(tmp_path, edit(BRONNEN, "jaar: 2024", "jaar: 2026")) == ()


@pytest.mark.parametrize(
    "passage", [r"\[@later]", "naam@later", "[=geen-verplichting]", "[later](https://a.nl/@later)"]
)
def test_what_looks_like_a_citation_and_is_none(tmp_path: Path, passage: str) -> None:
    changes = (
        add(BRONNEN, LATER_SOURCE),
        edit(AGENDA, "kern: Een haven", f"kern: Een {passage} haven"),
    )
    assert findings_of(tmp_path, *changes) == ()


def test_a_horizon_before_the_agenda(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path,
        edit(AGENDA, "datum: 2026-11-02\nuitkomst", "datum: 2041-11-02\nuitkomst"),
        edit(AGENDA, "moment: maart 2027", "moment: 2041"),
        edit(AGENDA, "moment: 2028", "moment: 2041"),
    )
    assert (finding.code, finding.where) == (Code.DATE_ORDER, at(AGENDA, "ambitie", "horizon"))
