from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from tests.checks.checked import at, findings_of, only_finding
from tests.projects import (
    AGENDA,
    BEGIN_AGENDA,
    BEGIN_REGIO,
    MINIMAL,
    REGIO,
    TRAJECTEN,
    VOORTGANG,
    add,
    edit,
)

REASONS = """\
overwogen_kansen:
  - id: o-spoor
    titel: Spoor
    reden: Het lopende traject volstaat.
"""
NO_ADDED_VALUE = edit(BEGIN_AGENDA, "soort: op weg naar een agenda", "soort: geen meerwaarde")


def _part(file: str, begin: str, end: str) -> str:
    """Return the lines of the minimal file from one key up to the next."""
    text = MINIMAL[file]
    return text[text.index(f"\n{begin}:") + 1 : text.index(f"\n{end}:") + 1]


INITIATORS = _part(AGENDA, "initiatiefnemers", "partijen")
AGREEMENTS = _part(AGENDA, "afspraken", "mijlpalen")
CHANCES = _part(AGENDA, "kansen", "afspraken")


def test_an_agenda_without_initiators(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path,
        edit(AGENDA, INITIATORS, "initiatiefnemers: []\n"),
        edit(AGENDA, "partijen:\n  - partij: gemeente-goes", "partijen:\n  - partij: provincie-zeeland"),
    )
    assert (finding.code, finding.where) == (Code.NO_INITIATIVE, at(AGENDA, "initiatiefnemers"))


def test_an_agenda_without_any_party_is_one_finding(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path,
        edit(AGENDA, INITIATORS, "initiatiefnemers: []\n"),
        edit(AGENDA, "partijen:\n  - partij: gemeente-goes\n", ""),
    )
    assert (finding.code, finding.where) == (Code.NO_INITIATIVE, at(AGENDA, "initiatiefnemers"))


def test_a_region_on_its_way_may_lack_initiators(tmp_path: Path) -> None:
    old = "initiatiefnemers:\n  - partij: regio-rivierenland"
    assert findings_of(tmp_path, edit(BEGIN_AGENDA, old, "initiatiefnemers: []")) == ()


def test_a_kans_is_not_owned_by_a_ministry(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(AGENDA, "eigenaar: provincie-zeeland", "eigenaar: ienw"))
    assert (finding.code, finding.where) == (Code.NO_INITIATIVE, at(AGENDA, "kansen", 0, "eigenaar"))
    assert finding.message == "De eigenaar van de kans “Schone haven” is een departement (IenW)."


def test_the_owner_of_a_kans_takes_part_in_the_agenda(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path, edit(AGENDA, "eigenaar: provincie-zeeland", "eigenaar: regio-rivierenland")
    )
    assert (finding.code, finding.where) == (Code.NO_INITIATIVE, at(AGENDA, "kansen", 0, "eigenaar"))
    assert "de Regio Rivierenland, doet niet mee" in finding.message


def test_a_party_that_is_no_initiator_may_own_a_kans(tmp_path: Path) -> None:
    assert findings_of(tmp_path, edit(AGENDA, "eigenaar: provincie-zeeland", "eigenaar: gemeente-goes")) == ()


def test_a_principle_without_an_answer_is_named(tmp_path: Path) -> None:
    answer = "  - uitgangspunt: fase\n    invulling: De regio voert uit.\n"
    finding = only_finding(tmp_path, edit(AGENDA, answer, ""))
    assert (finding.code, finding.where) == (Code.PRINCIPLE_UNANSWERED, at(AGENDA, "uitgangspunten"))
    assert "“Aansluiten bij de ontwikkelfase”" in finding.message
    assert finding.hint.endswith("voor: fase.")


@pytest.mark.parametrize("phase", ["beginnend", "visievorming"])
def test_an_early_phase_has_no_afspraken(tmp_path: Path, phase: str) -> None:
    found = findings_of(
        tmp_path,
        edit(BEGIN_REGIO, "fase: beginnend", f"fase: {phase}"),
        add(BEGIN_AGENDA, CHANCES.replace("provincie-zeeland", "regio-rivierenland") + AGREEMENTS),
        add(
            BEGIN_REGIO,
            "trajecten:\n  - traject: novex-nsp\n    relatie: gegeven\n    toelichting: Het loopt.\n",
        ),
    )
    assert [(finding.code, finding.where) for finding in found] == [
        (Code.PHASE_MISMATCH, at(BEGIN_AGENDA, "afspraken"))
    ]
    assert phase in found[0].message


def test_an_early_phase_has_nothing_to_sign(tmp_path: Path) -> None:
    signing = MINIMAL[AGENDA][MINIMAL[AGENDA].index("ondertekening:") :]
    finding = only_finding(tmp_path, add(BEGIN_AGENDA, signing))
    assert (finding.code, finding.where) == (Code.PHASE_MISMATCH, at(BEGIN_AGENDA, "ondertekening"))
    assert finding.hint == "Haal “ondertekening” weg, of verander de fase in regio.yaml."


def test_an_early_phase_cannot_end_in_an_agenda(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(BEGIN_AGENDA, "soort: op weg naar een agenda", "soort: agenda"))
    assert (finding.code, finding.where) == (Code.PHASE_MISMATCH, at(BEGIN_AGENDA, "uitkomst", "soort"))
    assert [related.where for related in finding.related] == [at(BEGIN_REGIO, "ontwikkelfase", "fase")]


@pytest.mark.parametrize("phase", ["agenda", "uitvoering"])
@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("ambitie", "kansen"),
        ("governance", "middelen"),
        ("mijlpalen", "governance"),
        ("monitoring", "risicos"),
    ],
)
def test_an_agenda_has_all_that_its_phase_asks_for(tmp_path: Path, phase: str, begin: str, end: str) -> None:
    finding = only_finding(
        tmp_path,
        edit(REGIO, "fase: uitvoering", f"fase: {phase}"),
        edit(AGENDA, _part(AGENDA, begin, end), ""),
    )
    assert (finding.code, finding.where) == (Code.PHASE_MISMATCH, at(AGENDA, "uitkomst", "soort"))
    assert finding.message == f"Een agenda in de fase “{phase}” heeft ook nodig: {begin}."


def test_everything_that_an_agenda_lacks_is_one_finding(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path,
        edit(AGENDA, AGREEMENTS, ""),
        edit(AGENDA, _part(AGENDA, "governance", "middelen"), ""),
        edit(VOORTGANG, MINIMAL[VOORTGANG][MINIMAL[VOORTGANG].index("afspraken:") :], ""),
    )
    assert finding.message.endswith("heeft ook nodig: afspraken en governance.")


def test_a_region_that_is_further_but_still_on_its_way_needs_less(tmp_path: Path) -> None:
    assert findings_of(tmp_path, edit(BEGIN_REGIO, "fase: beginnend", "fase: agenda")) == ()


def test_no_added_value_says_what_was_considered(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, NO_ADDED_VALUE)
    assert (finding.code, finding.where) == (Code.PHASE_MISMATCH, at(BEGIN_AGENDA, "uitkomst", "soort"))
    assert "overwogen_kansen" in finding.hint


def test_no_added_value_with_reasons_is_an_honest_outcome(tmp_path: Path) -> None:
    assert findings_of(tmp_path, NO_ADDED_VALUE, add(BEGIN_AGENDA, REASONS)) == ()


def test_no_added_value_has_no_kansen(tmp_path: Path) -> None:
    kansen = CHANCES.replace("provincie-zeeland", "regio-rivierenland").replace(
        "    trajecten:\n      - novex-nsp\n", ""
    )
    finding = only_finding(tmp_path, NO_ADDED_VALUE, add(BEGIN_AGENDA, REASONS + kansen))
    assert (finding.code, finding.where) == (Code.PHASE_MISMATCH, at(BEGIN_AGENDA, "kansen"))
    assert finding.message == "De uitkomst is “geen meerwaarde”, maar de agenda heeft 1\u00a0kans."


def test_a_traject_that_the_region_does_not_name_is_one_finding(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(REGIO, _part(REGIO, "trajecten", "gesprekken"), ""))
    assert (finding.code, finding.where) == (Code.TRAJECT_ELSEWHERE, at(AGENDA, "kansen", 0, "trajecten", 0))
    assert "“NOVEX North Sea Port District”" in finding.message
    assert at(AGENDA, "afspraken", 0, "trajecten", 0) in [related.where for related in finding.related]


def test_a_traject_of_another_region(tmp_path: Path) -> None:
    other = "  - id: npvr\n    naam: NPVR\n    soort: npvr\n    omschrijving: Vitale regio's.\n"
    finding = only_finding(
        tmp_path,
        add(TRAJECTEN, other),
        edit(AGENDA, "gestart\n    trajecten:\n      - novex-nsp", "gestart\n    trajecten:\n      - npvr"),
    )
    assert finding.where == at(AGENDA, "afspraken", 0, "trajecten", 0)
