from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from tests.checks.checked import at, findings_beside_faults, findings_of, only_finding
from tests.projects import BEGIN_VOORTGANG, BRIEF, MINIMAL, REGIO, VOORTGANG, edit, remove, spoil, write

CHANCES = "kansen:\n  - kans: k-haven\n    stand: op schema\n    tekst: De verkenning loopt.\n"
AGREEMENTS = (
    "afspraken:\n  - afspraak: a-net\n    status: gestart\n  - afspraak: a-overleg\n    status: op schema\n"
)


def test_a_region_without_progress_for_the_moment(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, remove(BEGIN_VOORTGANG))
    assert (finding.code, finding.where) == (Code.PROGRESS_MISSING, at(BRIEF, "regios", 1))
    assert finding.message == "Van Rivierenland is er geen voortgang voor 2026-12."
    assert "kamerwerk new voortgang 2026-12" in finding.hint


def test_progress_that_cannot_be_read_is_not_missing(tmp_path: Path) -> None:
    assert findings_beside_faults(tmp_path, spoil(VOORTGANG)) == ()


def test_a_region_that_the_letter_leaves_out_needs_no_progress(tmp_path: Path) -> None:
    changes = (remove(BEGIN_VOORTGANG), edit(BRIEF, "  - rivierenland\n", ""))
    assert findings_of(tmp_path, *changes) == ()


def test_an_afspraak_without_progress(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(VOORTGANG, "  - afspraak: a-net\n    status: gestart\n", ""))
    assert (finding.code, finding.where) == (Code.PROGRESS_MISSING, at(VOORTGANG, "afspraken"))
    assert finding.message == "De voortgang van Zeeland zegt niets over de afspraak “Ruimte op het net”."
    assert finding.hint == "Voeg toe: a-net."


def test_a_kans_without_progress(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(VOORTGANG, CHANCES, ""))
    assert (finding.code, finding.where) == (Code.PROGRESS_MISSING, at(VOORTGANG, "kansen"))
    assert "de kans “Schone haven”" in finding.message


@pytest.mark.parametrize("phase", ["agenda", "uitvoering"])
def test_all_that_a_region_leaves_out_is_one_finding(tmp_path: Path, phase: str) -> None:
    finding = only_finding(
        tmp_path,
        edit(REGIO, "fase: uitvoering", f"fase: {phase}"),
        edit(VOORTGANG, CHANCES, ""),
        edit(VOORTGANG, AGREEMENTS, ""),
    )
    assert finding.hint == "Voeg toe: k-haven, a-net, a-overleg."
    assert len(finding.related) == 3


def test_a_mistyped_afspraak_is_not_left_out_as_well(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(VOORTGANG, "afspraak: a-overleg", "afspraak: a-overlegg"))
    assert finding.code is Code.DANGLING_REFERENCE


def test_a_letter_that_was_sent_is_left_alone(tmp_path: Path) -> None:
    changes = (
        edit(BRIEF, "status: concept", "status: verzonden"),
        edit(VOORTGANG, "  - afspraak: a-net\n    status: gestart\n", ""),
        remove(BEGIN_VOORTGANG),
    )
    assert findings_of(tmp_path, *changes) == ()


def test_two_letters_about_the_same_progress_find_it_once(tmp_path: Path) -> None:
    second = (
        MINIMAL[BRIEF]
        .replace("id: 2026-12-voortgang", "id: nog-een")
        .replace("bestand: beslisnota.pdf", "bestand: ../2026-12-voortgang/beslisnota.pdf")
    )
    found = findings_of(
        tmp_path,
        write("content/brieven/nog-een/brief.yaml", second),
        edit(VOORTGANG, "  - afspraak: a-net\n    status: gestart\n", ""),
        remove(BEGIN_VOORTGANG),
    )
    assert [finding.where for finding in found] == [at(BRIEF, "regios", 1), at(VOORTGANG, "afspraken")]
