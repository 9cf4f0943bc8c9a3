from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from tests.checks.checked import at, findings_beside_faults, findings_of, only_finding
from tests.projects import BRIEF, MINIMAL, TEKSTBLOKKEN, TOEZEGGINGEN, Change, add, edit, spoil, write

NOTE = """\
  - id: beslisnota
    titel: Beslisnota bij deze brief
    soort: beslisnota
    bestand: beslisnota.pdf
"""
ANSWER = (
    "  - toezegging: eind-2026\n    stand: voldaan\n    antwoord: Met deze brief is de Kamer geïnformeerd.\n"
)
OTHER = "content/brieven/2026-10-brief/brief.yaml"
OTHER_LETTER = """\
schemaversie: 1
id: 2026-10-brief
soort: kamerbrief
status: verzonden
aan:
  - kamer: tweede
datum: 2026-10-02
betreft: Tussenbericht
tekst: Dit is een tussenbericht.
ondertekenaars:
  - minister-bzk
bijlagen:
  - id: nota
    titel: Beslisnota
    soort: beslisnota
    bestand: ../2026-12-voortgang/beslisnota.pdf
"""


def _promise(identity: str, term: str, chamber: str = "tweede", made: str = "2026-09-01") -> Change:
    return add(
        TOEZEGGINGEN,
        f"  - id: {identity}\n    kamer: {chamber}\n    omschrijving: Nog iets.\n"
        f"    gedaan_op: {made}\n    termijn: {term}\n",
    )


def test_a_letter_to_parliament_without_a_beslisnota_is_a_warning(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(BRIEF, NOTE, ""))
    assert (finding.code, finding.where) == (Code.NO_BESLISNOTA, at(BRIEF, "bijlagen"))
    assert not finding.is_error


def test_a_letter_to_others_needs_no_beslisnota(tmp_path: Path) -> None:
    address = "  - regels:\n      - Provincie Zeeland\n      - Abdij 6\n"
    changes = (edit(BRIEF, "  - kamer: tweede\n", address), edit(BRIEF, NOTE, ""))
    assert findings_of(tmp_path, *changes) == ()


def test_on_whose_behalf_without_a_place_in_the_text(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(BRIEF, " [mede-namens]", ""))
    assert (finding.code, finding.where) == (Code.MEDE_NAMENS, at(BRIEF, "mede_namens"))


def test_on_whose_behalf_in_a_passage_that_the_text_takes_in(tmp_path: Path) -> None:
    changes = (
        edit(BRIEF, "[mede-namens]", "[=slot]"),
        add(
            TEKSTBLOKKEN,
            "  - id: slot\n    tekst: Mede, [=wie].\n  - id: wie\n    tekst: '[mede-namens] [=slot]'\n",
        ),
    )
    assert findings_of(tmp_path, *changes) == ()


def test_a_letter_on_nobody_elses_behalf(tmp_path: Path) -> None:
    changes = (edit(BRIEF, "mede_namens:\n  - minister-ienw\n", ""), edit(BRIEF, " [mede-namens]", ""))
    assert findings_of(tmp_path, *changes) == ()


def test_an_address_of_more_lines_than_fit(tmp_path: Path) -> None:
    lines = "".join(f"      - Regel {number}\n" for number in range(1, 9))
    finding = only_finding(
        tmp_path, edit(BRIEF, "  - kamer: tweede\n", f"  - kamer: tweede\n  - regels:\n{lines}")
    )
    assert (finding.code, finding.where) == (Code.LETTERHEAD_OVERFLOW, at(BRIEF, "aan", 1, "regels", 7))
    assert finding.message == "Het adres heeft 8 regels; er passen er 7."


def test_an_address_of_seven_lines(tmp_path: Path) -> None:
    lines = "".join(f"      - Regel {number}\n" for number in range(1, 8))
    change = edit(BRIEF, "  - kamer: tweede\n", f"  - kamer: tweede\n  - regels:\n{lines}")
    assert findings_of(tmp_path, change) == ()


def test_the_same_addressee_twice(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(BRIEF, "  - kamer: tweede\n", "  - kamer: tweede\n" * 2))
    assert (finding.code, finding.where) == (Code.LISTED_TWICE, at(BRIEF, "aan", 1))
    assert finding.message.startswith("De Tweede Kamer staat twee keer")


def test_both_chambers_are_two_addressees(tmp_path: Path) -> None:
    change = edit(BRIEF, "  - kamer: tweede\n", "  - kamer: tweede\n  - kamer: eerste\n")
    assert findings_of(tmp_path, change) == ()


@pytest.mark.parametrize(("length", "fits"), [(300, True), (301, False)])
def test_the_length_of_a_subject(tmp_path: Path, length: int, fits: bool) -> None:
    subject = "betreft: Voortgang strategische agenda's regio en Rijk"
    found = findings_of(tmp_path, edit(BRIEF, subject, f"betreft: {'o' * length}"))
    assert [finding.where for finding in found] == ([] if fits else [at(BRIEF, "betreft")])


@pytest.mark.parametrize(
    ("old", "key"),
    [("regios:\n  - zeeland\n  - rivierenland\n", "regios"), ("voortgang: 2026-12\n", "voortgang")],
)
def test_a_progress_letter_names_its_regions_and_its_moment(tmp_path: Path, old: str, key: str) -> None:
    finding = only_finding(tmp_path, edit(BRIEF, old, ""))
    assert (finding.code, finding.where) == (Code.MISSING_KEY, at(BRIEF))
    assert finding.message == f"Een voortgangsbrief heeft ook nodig: {key}."


def test_both_missing_keys_are_one_finding(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path, edit(BRIEF, "regios:\n  - zeeland\n  - rivierenland\nvoortgang: 2026-12\n", "")
    )
    assert finding.message.endswith("regios en voortgang.")


def test_an_annex_of_progress_needs_the_same_keys(tmp_path: Path) -> None:
    text = OTHER_LETTER + "  - id: stand\n    titel: Stand\n    maak: stand-van-zaken\n"
    finding = only_finding(tmp_path, write(OTHER, text))
    assert (finding.code, finding.where) == (Code.MISSING_KEY, at(OTHER))
    assert finding.message.startswith("De bijlage “Stand” heeft ook nodig")


def test_a_plain_letter_needs_no_regions(tmp_path: Path) -> None:
    assert findings_of(tmp_path, write(OTHER, OTHER_LETTER)) == ()


def test_a_promise_that_is_due_and_unanswered(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(BRIEF, f"toezeggingen:\n{ANSWER}", ""))
    assert (finding.code, finding.where) == (Code.PROMISE_UNANSWERED, at(BRIEF, "toezeggingen"))
    assert "“eind-2026” aan de Tweede Kamer (eind 2026)" in finding.message
    assert [related.where for related in finding.related] == [at(TOEZEGGINGEN, "toezeggingen", 0, "termijn")]


@pytest.mark.parametrize("term", ["2026-10-01", "Q4 2026", "2026"])
def test_every_promise_that_is_due_this_year_is_named(tmp_path: Path, term: str) -> None:
    finding = only_finding(tmp_path, _promise("nog-iets", term))
    assert (finding.code, finding.where) == (Code.PROMISE_UNANSWERED, at(BRIEF, "toezeggingen"))
    assert "“nog-iets”" in finding.message


@pytest.mark.parametrize(
    "change",
    [
        _promise("nog-iets", "2027"),
        _promise("nog-iets", "2027-01-01"),
        _promise("nog-iets", "eind 2026", chamber="eerste"),
        _promise("nog-iets", "eind 2026", made="2026-12-19"),
    ],
    ids=["next year", "first day of next year", "other chamber", "made after the letter"],
)
def test_promises_that_can_wait(tmp_path: Path, change: Change) -> None:
    assert findings_of(tmp_path, change) == ()


def test_a_letter_to_both_chambers_answers_both(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path,
        _promise("nog-iets", "eind 2026", chamber="eerste"),
        edit(BRIEF, "  - kamer: tweede\n", "  - kamer: tweede\n  - kamer: eerste\n"),
    )
    assert "aan de Eerste Kamer" in finding.message


@pytest.mark.parametrize(
    ("stand", "open_still"), [("voldaan", False), ("deels voldaan", True), ("openstaand", True)]
)
def test_a_promise_that_an_earlier_letter_kept(tmp_path: Path, stand: str, open_still: bool) -> None:
    answer = f"toezeggingen:\n  - toezegging: nog-iets\n    stand: {stand}\n    antwoord: Zo is het.\n"
    found = findings_of(tmp_path, _promise("nog-iets", "Q4 2026"), write(OTHER, OTHER_LETTER + answer))
    assert [finding.code for finding in found] == ([Code.PROMISE_UNANSWERED] if open_still else [])


def test_a_later_letter_does_not_keep_a_promise_for_this_one(tmp_path: Path) -> None:
    answer = "toezeggingen:\n  - toezegging: nog-iets\n    stand: voldaan\n    antwoord: Zo is het.\n"
    later = (OTHER_LETTER + answer).replace("datum: 2026-10-02", "datum: 2026-12-30")
    finding = only_finding(tmp_path, _promise("nog-iets", "Q4 2026"), write(OTHER, later))
    assert finding.where == at(BRIEF, "toezeggingen")


def test_nothing_is_said_of_promises_while_another_letter_cannot_be_read(tmp_path: Path) -> None:
    found = findings_beside_faults(
        tmp_path, _promise("nog-iets", "Q4 2026"), write(OTHER, OTHER_LETTER), spoil(OTHER)
    )
    assert found == ()


def test_a_plain_letter_owes_no_answers(tmp_path: Path) -> None:
    later = OTHER_LETTER.replace("datum: 2026-10-02", "datum: 2026-12-30")
    assert MINIMAL[TOEZEGGINGEN].count("- id:") == 1
    assert findings_of(tmp_path, write(OTHER, later)) == ()
