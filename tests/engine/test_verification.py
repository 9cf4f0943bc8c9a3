from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.diagnostics import Code
from pipeline.engine.outputs import open_outputs
from pipeline.engine.verification import Verification
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import Verdict
from tests.engine import fakes
from tests.engine.fakes import (
    ANNEX,
    LETTER,
    MAKERS,
    RIVIERENLAND,
    ZEELAND,
    build_in,
    files_below,
    verify_in,
    zeeland_is,
)
from tests.projects import AGENDA, Change, add, edit, spoil, write_project
from tests.tools import ROOT

STEM = "agendas/zeeland/strategische-agenda-zeeland"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def looked_at(found: Verification) -> set[str]:
    return {each.request.id for each in found.inspections if each.verdict}


def codes(found: Verification) -> list[Code]:
    return [finding.code for finding in found.findings]


def report(root: Path) -> dict[str, Any]:
    documents = json.loads((root / "build/verify.json").read_text(encoding="utf-8"))["documents"]
    return {each["id"]: each for each in documents}


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_that_are_right_have_all_proofs_and_no_finding(root: Path, jobs: int) -> None:
    build_in(root)
    found = verify_in(root, jobs=jobs)
    assert looked_at(found) == {ZEELAND, RIVIERENLAND, LETTER, ANNEX}
    assert found.findings == ()
    assert all(each.formats == ("docx", "pdf") for each in found.inspections)


def test_the_report_of_verify_is_that_of_the_build(root: Path) -> None:
    build_in(root)
    first = (root / "build/verify.json").read_bytes()
    verify_in(root)
    assert (root / "build/verify.json").read_bytes() == first


def test_only_the_documents_asked_for_are_looked_at(root: Path) -> None:
    build_in(root)
    assert looked_at(verify_in(root, ZEELAND)) == {ZEELAND}


def test_a_format_that_was_not_made_is_no_fault(root: Path) -> None:
    build_in(root, formats=("pdf",))
    (inspection,) = verify_in(root, ZEELAND).inspections
    assert inspection.formats == ("pdf",)
    assert inspection.findings == ()


def test_before_anything_was_made_each_document_is_missing_and_no_folder_appears(root: Path) -> None:
    found = verify_in(root)
    assert codes(found) == [Code.OUTPUT_MISSING] * 4
    assert all("kamerwerk build" in finding.hint for finding in found.findings)
    assert not (root / "build").exists()


def test_a_document_that_was_not_made_yet_is_missing(root: Path) -> None:
    build_in(root, RIVIERENLAND)
    found = verify_in(root, ZEELAND)
    assert codes(found) == [Code.OUTPUT_MISSING]
    assert found.findings[0].where.file == f"build/{STEM}.pdf"
    assert report(root)[ZEELAND]["findings"][0]["code"] == "KAM907"


def test_a_file_that_was_taken_away_is_missing(root: Path) -> None:
    build_in(root)
    (root / f"build/{STEM}.docx").unlink()
    found = verify_in(root)
    assert codes(found) == [Code.OUTPUT_MISSING]
    assert found.findings[0].where.file == f"build/{STEM}.docx"
    assert looked_at(found) == {RIVIERENLAND, LETTER, ANNEX}


def test_a_file_that_was_changed_proves_nothing_and_stays_where_it_is(root: Path) -> None:
    build_in(root)
    (root / f"build/{STEM}.docx").write_bytes(b"met opmerkingen")
    found = verify_in(root)
    assert codes(found) == [Code.OUTPUT_CHANGED]
    assert found.findings[0].where.file == f"build/{STEM}.docx"
    assert ZEELAND not in looked_at(found)
    assert (root / f"build/{STEM}.docx").read_bytes() == b"met opmerkingen"


def own_house_style(root: Path) -> None:
    """Give the project a house style of its own, with one colour changed."""
    own = root / "templates/huisstijl"
    shutil.copytree(ROOT / "templates/huisstijl", own)
    edit("templates/huisstijl/huisstijl.yaml", 'link: "#01689b"', 'link: "#01588b"')(root)


@pytest.mark.parametrize("change", [zeeland_is("nieuw"), own_house_style], ids=["content", "house style"])
def test_files_of_other_content_prove_nothing(root: Path, change: Change) -> None:
    build_in(root)
    change(root)
    found = verify_in(root, ZEELAND)
    assert codes(found) == [Code.OUTPUT_STALE]
    assert found.findings[0].hint == f"Maak het opnieuw met kamerwerk build {ZEELAND}."


def manifest(root: Path) -> Any:
    return json.loads((root / "build/manifest.json").read_text(encoding="utf-8"))


def test_files_of_a_version_that_kept_no_fingerprint_prove_nothing(root: Path) -> None:
    build_in(root)
    written = manifest(root)
    for document in written["documents"]:
        for key in ("fingerprint", "standard", "origin"):
            del document[key]
    old = {"version": 1, "documents": written["documents"]}
    (root / "build/manifest.json").write_text(json.dumps(old), encoding="utf-8")
    assert codes(verify_in(root)) == [Code.OUTPUT_STALE] * 4


def test_files_that_were_being_replaced_when_a_run_was_killed_prove_nothing(root: Path) -> None:
    build_in(root)
    written = manifest(root)
    zeeland = next(each for each in written["documents"] if each["id"] == ZEELAND)
    zeeland["files"] += [{**file, "sha256": "ab" * 32} for file in zeeland["files"]]
    (root / "build/manifest.json").write_text(json.dumps(written), encoding="utf-8")
    found = verify_in(root, ZEELAND)
    assert codes(found) == [Code.OUTPUT_STALE]
    assert "afgebroken" in found.findings[0].message


def test_a_remark_in_the_yaml_makes_nothing_stale(root: Path) -> None:
    build_in(root)
    add(AGENDA, "\n# een opmerking\n")(root)
    assert verify_in(root).findings == ()


def test_a_document_with_errors_in_its_content_is_not_looked_at(root: Path) -> None:
    build_in(root)
    spoil(AGENDA)(root)
    found = verify_in(root, ZEELAND)
    assert looked_at(found) == set()
    assert {finding.where.file for finding in found.findings} == {AGENDA}


def fault_later(root: Path, word: str) -> None:
    """Build a document that is right, and let a newer program see what is wrong with it."""
    zeeland_is(word)(root)
    build_in(root, makers=replace(MAKERS, verify=nothing_wrong))


def nothing_wrong(subject: Subject) -> Verdict:
    return Verdict(())


def test_a_file_that_turns_out_not_to_be_right_is_put_apart(root: Path) -> None:
    fault_later(root, fakes.OTHER_WORDS)
    found = verify_in(root)
    assert set(codes(found)) == {Code.PARITY}
    (inspection,) = (each for each in found.inspections if each.rejected)
    apart = {f"afgekeurd/{STEM}.docx", f"afgekeurd/{STEM}.pdf"}
    assert set(inspection.rejected) == {f"build/{path}" for path in apart}
    files = files_below(root / "build")
    assert apart <= files
    assert f"{STEM}.pdf" not in files
    assert report(root)[ZEELAND]["rejected"]


def test_a_process_that_dies_while_it_verifies_is_a_fault_of_the_machine_and_moves_no_file(
    root: Path,
) -> None:
    fakes.build_in(root)
    before = files_below(root / "build")
    dying = replace(fakes.MAKERS, verify=fakes.dying_verify)
    found = fakes.verify_in(root, fakes.ZEELAND, jobs=2, makers=dying)
    assert [(each.document, each.of_machine) for each in found.faults] == [(fakes.ZEELAND, True)]
    assert found.changes.removed == ()
    assert files_below(root / "build") == before


def test_a_document_that_was_put_apart_is_missing_from_then_on(root: Path) -> None:
    fault_later(root, fakes.OTHER_WORDS)
    verify_in(root)
    found = verify_in(root, ZEELAND)
    assert codes(found) == [Code.OUTPUT_MISSING]
    assert found.findings[0].where.file.startswith("build/afgekeurd/")


def test_what_a_writer_can_mend_leaves_the_files_where_they_are(root: Path) -> None:
    fault_later(root, fakes.NO_ALT)
    assert set(codes(verify_in(root))) == {Code.PICTURE_NO_ALT}
    assert f"{STEM}.pdf" in files_below(root / "build")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_while_proving_names_its_document(root: Path, jobs: int) -> None:
    fault_later(root, fakes.VERIFY_CRASH)
    found = verify_in(root, jobs=jobs)
    assert [(fault.document, fault.kind) for fault in found.faults] == [(ZEELAND, "BufferError")]
    assert looked_at(found) == {RIVIERENLAND, LETTER, ANNEX}
    assert report(root)[ZEELAND]["proofs"] == []


def test_a_missing_proof_is_counted(root: Path) -> None:
    zeeland_is(fakes.NO_VALIDATOR)(root)
    build_in(root)
    found = verify_in(root)
    assert [result.format for result in found.missing] == ["docx", "pdf"]
    assert set(codes(found)) == {Code.PROOF_MISSING}


def test_the_thorough_round_adds_its_proofs(root: Path) -> None:
    build_in(root)
    found = verify_in(root, thorough=True)
    assert found.findings == ()
    verdicts = [each.verdict for each in found.inspections]
    assert all(verdict and "pages" in {each.proof for each in verdict.results} for verdict in verdicts)
    zeeland = report(root)[ZEELAND]
    assert zeeland["thorough"]
    assert [each["figures"] for each in zeeland["proofs"] if each["proof"] == "pages"] == [
        {"grootste afwijking in mm": 0.123}
    ]
    assert not (root / "build/.kamerwerk").exists()


def test_what_only_the_thorough_round_sees_puts_a_document_apart_too(root: Path) -> None:
    zeeland_is(fakes.HEAVY_FAULT)(root)
    build_in(root)
    found = verify_in(root, thorough=True)
    assert codes(found) == [Code.STANDARD]
    assert f"afgekeurd/{STEM}.docx" in files_below(root / "build")


def test_other_pages_are_a_warning(root: Path) -> None:
    zeeland_is(fakes.OTHER_PAGES)(root)
    build_in(root)
    found = verify_in(root, thorough=True)
    assert codes(found) == [Code.PAGES_DIFFER]
    assert f"{STEM}.docx" in files_below(root / "build")


def test_a_fault_in_the_thorough_round_is_told_once(root: Path) -> None:
    zeeland_is(fakes.HEAVY_CRASH)(root)
    build_in(root)
    found = verify_in(root, thorough=True)
    assert [fault.kind for fault in found.faults] == ["BufferError"]
    assert looked_at(found) == set()


def test_the_report_of_a_round_that_broke_off_says_that_nothing_is_proven(root: Path) -> None:
    zeeland_is(fakes.HEAVY_CRASH)(root)
    build_in(root)
    verify_in(root, thorough=True)
    report = json.loads((root / "build/verify.json").read_text(encoding="utf-8"))
    assert (report["totals"]["proofs"], report["totals"]["faults"]) == (0, report["totals"]["documents"])
    assert {tuple(document["proofs"]) for document in report["documents"]} == {()}
    messages = {finding["message"] for document in report["documents"] for finding in document["findings"]}
    assert messages == {"Het nakijken is afgebroken door een fout van het programma; er is niets bewezen."}


def test_each_document_is_proven_by_the_standard_that_it_was_made_for(root: Path) -> None:
    seen: dict[str, str] = {}

    def look(subject: Subject) -> Verdict:
        seen[subject.document.id] = subject.standard
        return Verdict(())

    build_in(root)
    build_in(root, ZEELAND, standard="ua-2")
    verify_in(root, makers=replace(MAKERS, verify=look))
    assert seen == {ZEELAND: "ua-2", RIVIERENLAND: "ua-1", LETTER: "ua-1", ANNEX: "ua-1"}


def test_a_folder_in_which_a_build_is_busy_is_left_alone(root: Path) -> None:
    build_in(root)
    with open_outputs(root / "build", "build"):
        found = verify_in(root)
    assert codes(found) == [Code.OUTPUT_LOCKED]
    assert found.faults == ()
