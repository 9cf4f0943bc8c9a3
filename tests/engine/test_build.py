from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.diagnostics import Code
from pipeline.engine.folder import Changes, SetAside
from tests.engine import fakes
from tests.engine.fakes import (
    ANNEX,
    LETTER,
    RIVIERENLAND,
    ZEELAND,
    Recorder,
    build_in,
    files_below,
    made,
    plan_of,
    rivierenland_is,
    zeeland_is,
)
from tests.projects import AGENDA, BEGIN_AGENDA, BRIEF, BRONNEN, add, edit, line_of, spoil, write_project

PAIRS = {
    ZEELAND: "agendas/zeeland/strategische-agenda-zeeland",
    RIVIERENLAND: "agendas/rivierenland/strategische-agenda-rivierenland",
    LETTER: "brieven/2026-12-voortgang/kamerbrief-2026-12-voortgang",
    ANNEX: "brieven/2026-12-voortgang/bijlage-stand-van-zaken",
}


def outputs_of(*ids: str) -> set[str]:
    pairs = {f"{PAIRS[identity]}.{suffix}" for identity in ids for suffix in ("docx", "pdf")}
    return {*pairs, "manifest.json", "verify.json"}


def read(root: Path, name: str) -> Any:
    return json.loads((root / "build" / name).read_text(encoding="utf-8"))


def proven(root: Path) -> dict[str, list[str]]:
    """Return for each document in the report the files for which it holds."""
    documents = read(root, "verify.json")["documents"]
    return {each["id"]: [file["path"] for file in each["files"]] for each in documents}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_everything_is_built_in_both_formats(root: Path) -> None:
    report = build_in(root)
    assert made(report) == set(PAIRS)
    assert files_below(root / "build") == outputs_of(*PAIRS)
    assert report.findings == ()


def test_outcomes_keep_the_order_of_the_documents(root: Path) -> None:
    report = build_in(root)
    assert [outcome.request.id for outcome in report.outcomes] == [
        planned.request.id for planned in plan_of(root).documents
    ]


def test_two_builds_of_the_same_content_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    def contents() -> dict[str, bytes]:
        return {file: (root / "build" / file).read_bytes() for file in files_below(root / "build")}

    build_in(root)
    first = contents()
    build_in(root)
    assert contents() == first


def test_a_document_asked_for_leaves_the_others_as_they_are(root: Path) -> None:
    build_in(root)
    zeeland_is("nieuw")(root)
    rivierenland_is("nieuw")(root)
    report = build_in(root, RIVIERENLAND)
    assert made(report) == {RIVIERENLAND}
    assert b"nieuw" in (root / "build" / f"{PAIRS[RIVIERENLAND]}.pdf").read_bytes()
    assert b"nieuw" not in (root / "build" / f"{PAIRS[ZEELAND]}.pdf").read_bytes()
    assert files_below(root / "build") == outputs_of(*PAIRS)


def test_outputs_of_a_document_that_became_faulty_go_away(root: Path) -> None:
    build_in(root)
    spoil(AGENDA)(root)
    build_in(root)
    assert files_below(root / "build") == outputs_of(RIVIERENLAND)


def test_outputs_of_other_faulty_documents_go_away_too(root: Path) -> None:
    build_in(root)
    spoil(BEGIN_AGENDA)(root)
    report = build_in(root, ZEELAND)
    assert made(report) == {ZEELAND}
    assert files_below(root / "build") == outputs_of(ZEELAND)


def test_outputs_of_a_renamed_region_go_away(root: Path) -> None:
    build_in(root)
    (root / "content/regios/rivierenland").rename(root / "content/regios/betuwe")
    build_in(root, ZEELAND)
    assert not (root / "build/agendas/rivierenland").exists()


def test_the_other_format_goes_away(root: Path) -> None:
    build_in(root)
    report = build_in(root, ZEELAND, formats=("pdf",))
    assert [outcome.formats for outcome in report.outcomes] == [("pdf",)]
    assert files_below(root / "build") == outputs_of(*PAIRS) - {f"{PAIRS[ZEELAND]}.docx"}


def test_errors_of_others_are_counted_and_not_told(root: Path) -> None:
    spoil(BEGIN_AGENDA)(root)
    report = build_in(root, ZEELAND)
    assert made(report) == {ZEELAND}
    assert report.findings == ()
    assert report.elsewhere == 1


def test_errors_that_touch_the_document_are_told(root: Path) -> None:
    spoil(BRONNEN)(root)
    report = build_in(root, ZEELAND)
    assert made(report) == set()
    assert {finding.where.file for finding in report.findings} == {BRONNEN}
    assert report.elsewhere == 0


def test_what_does_not_fit_makes_its_document_faulty_and_removes_the_old(root: Path) -> None:
    build_in(root)
    zeeland_is(fakes.OVERFLOW)(root)
    report = build_in(root)
    assert made(report) == {RIVIERENLAND, LETTER, ANNEX}
    assert [finding.code for finding in report.findings] == [Code.OVERFLOW]
    assert files_below(root / "build") == outputs_of(RIVIERENLAND, LETTER, ANNEX)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("word", [fakes.COMPOSE_CRASH, fakes.RENDER_CRASH])
def test_a_fault_in_one_document_leaves_the_others_to_be_built(root: Path, word: str, jobs: int) -> None:
    zeeland_is(word)(root)
    report = build_in(root, jobs=jobs)
    assert made(report) == {RIVIERENLAND, LETTER, ANNEX}
    assert [fault.document for fault in report.faults] == [ZEELAND]


def test_a_file_of_others_in_the_way_is_an_error_and_the_rest_is_built(root: Path) -> None:
    foreign = root / "build" / f"{PAIRS[LETTER]}.docx"
    foreign.parent.mkdir(parents=True)
    foreign.write_bytes(b"van iemand anders")
    report = build_in(root)
    assert made(report) == {ZEELAND, RIVIERENLAND, ANNEX}
    assert [finding.code for finding in report.findings] == [Code.OUTPUT_LOCKED]
    assert foreign.read_bytes() == b"van iemand anders"


def test_a_folder_that_cannot_be_used_is_reported(root: Path) -> None:
    (root / "build").write_text("", encoding="utf-8")
    report = build_in(root)
    assert made(report) == set()
    assert [finding.code for finding in report.findings] == [Code.OUTPUT_LOCKED]


def test_a_letter_to_both_chambers_is_two_documents(root: Path) -> None:
    build_in(root)
    edit(BRIEF, "  - kamer: tweede\n", "  - kamer: tweede\n  - kamer: eerste\n")(root)
    report = build_in(root)
    letters = {identity for identity in made(report) if identity.startswith("brief/")}
    assert letters == {f"{LETTER}-tweede-kamer", f"{LETTER}-eerste-kamer"}
    assert not (root / "build" / f"{PAIRS[LETTER]}.pdf").exists()


def test_the_manifest_names_status_and_pages(root: Path) -> None:
    build_in(root)
    documents = read(root, "manifest.json")["documents"]
    assert [(each["id"], each["status"], each["pages"]) for each in documents] == [
        (RIVIERENLAND, "concept", 7),
        (ZEELAND, "vastgesteld", 7),
        (ANNEX, "concept", 7),
        (LETTER, "concept", 7),
    ]


def test_the_manifest_names_the_standard_of_each_document(root: Path) -> None:
    build_in(root)
    build_in(root, ZEELAND, standard="ua-2")
    documents = read(root, "manifest.json")["documents"]
    assert {each["id"]: each["standard"] for each in documents} == {
        RIVIERENLAND: "ua-1",
        ZEELAND: "ua-2",
        ANNEX: "ua-1",
        LETTER: "ua-1",
    }
    assert b"ua-2" in (root / "build" / f"{PAIRS[ZEELAND]}.pdf").read_bytes()


def test_the_manifest_names_what_documents_were_made_with(root: Path) -> None:
    build_in(root)
    manifest = read(root, "manifest.json")
    (origin,) = manifest["origins"]
    assert {each["origin"] for each in manifest["documents"]} == {0}
    assert {tool["name"] for tool in origin["tools"]} >= {"weasyprint", "python-docx", "pango", "harfbuzz"}
    assert all(font["path"].endswith(".ttf") for font in origin["fonts"])


def test_the_fingerprint_changes_with_the_content_and_with_nothing_else(root: Path) -> None:
    def fingerprints() -> dict[str, str]:
        return {each["id"]: each["fingerprint"] for each in read(root, "manifest.json")["documents"]}

    build_in(root)
    first = fingerprints()
    add(AGENDA, "\n# een opmerking\n")(root)
    build_in(root)
    assert fingerprints() == first
    zeeland_is("nieuw")(root)
    build_in(root)
    assert {each for each, value in fingerprints().items() if value != first[each]} == {ZEELAND}


def test_every_build_writes_what_it_proved(root: Path) -> None:
    build_in(root)
    assert proven(root) == {
        identity: [f"{stem}.docx", f"{stem}.pdf"] for identity, stem in sorted(PAIRS.items())
    }
    report = read(root, "verify.json")
    assert report["totals"] == {
        "documents": 4,
        "proofs": 24,
        "missing": 0,
        "faults": 0,
        "errors": 0,
        "warnings": 0,
    }


def test_a_part_of_the_documents_leaves_what_was_proven_of_the_others(root: Path) -> None:
    build_in(root)
    zeeland_is("nieuw")(root)
    build_in(root, ZEELAND, formats=("pdf",))
    assert proven(root)[ZEELAND] == [f"{PAIRS[ZEELAND]}.pdf"]
    assert len(proven(root)) == 4


def test_nothing_is_said_of_a_document_that_went_away(root: Path) -> None:
    build_in(root)
    spoil(BEGIN_AGENDA)(root)
    build_in(root, ZEELAND)
    assert set(proven(root)) == {ZEELAND}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_is_not_what_it_must_be_is_put_apart(root: Path, jobs: int) -> None:
    build_in(root)
    zeeland_is(fakes.OTHER_WORDS)(root)
    report = build_in(root, jobs=jobs)
    assert made(report) == {RIVIERENLAND, LETTER, ANNEX}
    assert {finding.code for finding in report.findings} == {Code.PARITY}
    apart = {f"afgekeurd/{PAIRS[ZEELAND]}.docx", f"afgekeurd/{PAIRS[ZEELAND]}.pdf"}
    assert files_below(root / "build") == outputs_of(RIVIERENLAND, LETTER, ANNEX) | apart
    (outcome,) = (each for each in report.outcomes if each.rejected)
    assert set(outcome.rejected) == {f"build/{path}" for path in apart}
    assert set(report.changes.removed) == {f"build/{PAIRS[ZEELAND]}.docx", f"build/{PAIRS[ZEELAND]}.pdf"}


def test_the_report_tells_why_a_document_was_put_apart(root: Path) -> None:
    zeeland_is(fakes.OTHER_WORDS)(root)
    build_in(root)
    (document,) = (each for each in read(root, "verify.json")["documents"] if each["rejected"])
    (finding,) = document["proofs"][2]["findings"]
    assert finding == {
        "code": "KAM751",
        "severity": "fout van het programma",
        "message": f"In {PAIRS[ZEELAND]}.docx staat “b”, in de bron staat “a”.",
        "hint": "",
        "file": AGENDA,
        "line": line_of(root, AGENDA, "titel:"),
        "column": 8,
    }


def test_what_was_put_apart_goes_away_when_the_document_is_right_again(root: Path) -> None:
    zeeland_is(fakes.OTHER_WORDS)(root)
    build_in(root)
    edit(AGENDA, fakes.OTHER_WORDS, "goed")(root)
    report = build_in(root)
    assert files_below(root / "build") == outputs_of(*PAIRS)
    assert len(report.changes.removed) == 2


def test_what_was_put_apart_stays_while_others_are_made(root: Path) -> None:
    zeeland_is(fakes.OTHER_WORDS)(root)
    build_in(root)
    build_in(root, RIVIERENLAND)
    assert f"afgekeurd/{PAIRS[ZEELAND]}.pdf" in files_below(root / "build")
    assert set(proven(root)) == set(PAIRS)


def test_what_was_put_apart_goes_away_when_the_content_has_errors(root: Path) -> None:
    zeeland_is(fakes.OTHER_WORDS)(root)
    build_in(root)
    spoil(AGENDA)(root)
    build_in(root)
    assert files_below(root / "build") == outputs_of(RIVIERENLAND)


def test_what_a_writer_can_mend_is_no_fault_and_keeps_no_file(root: Path) -> None:
    build_in(root)
    zeeland_is(fakes.NO_ALT)(root)
    report = build_in(root)
    assert made(report) == {RIVIERENLAND, LETTER, ANNEX}
    assert {finding.code for finding in report.findings} == {Code.PICTURE_NO_ALT}
    assert report.faults == ()
    assert files_below(root / "build") == outputs_of(RIVIERENLAND, LETTER, ANNEX)


def test_a_document_that_nothing_could_be_proven_of_is_put_apart(root: Path) -> None:
    zeeland_is(fakes.VERIFY_CRASH)(root)
    report = build_in(root)
    assert [(fault.document, fault.kind) for fault in report.faults] == [(ZEELAND, "BufferError")]
    assert f"afgekeurd/{PAIRS[ZEELAND]}.pdf" in files_below(root / "build")
    assert f"{PAIRS[ZEELAND]}.pdf" not in files_below(root / "build")


def test_a_missing_proof_is_told_and_the_document_is_made(root: Path) -> None:
    zeeland_is(fakes.NO_VALIDATOR)(root)
    report = build_in(root)
    assert made(report) == set(PAIRS)
    assert {finding.code for finding in report.findings} == {Code.PROOF_MISSING}
    assert read(root, "verify.json")["totals"]["missing"] == 2


def test_what_somebody_changed_in_a_file_is_kept(root: Path) -> None:
    build_in(root)
    changed = root / "build" / f"{PAIRS[LETTER]}.docx"
    changed.write_bytes(b"met opmerkingen")
    report = build_in(root)
    aside = f"build/{PAIRS[LETTER]}.bewaard-1.docx"
    assert report.changes == Changes(kept=(SetAside(f"build/{PAIRS[LETTER]}.docx", aside),))
    assert (root / aside).read_bytes() == b"met opmerkingen"


def test_what_is_removed_is_named(root: Path) -> None:
    build_in(root)
    spoil(AGENDA)(root)
    report = build_in(root, RIVIERENLAND)
    assert f"build/{PAIRS[ZEELAND]}.pdf" in report.changes.removed


def test_work_tells_what_begins_and_what_ends(root: Path) -> None:
    recorder = Recorder()
    build_in(root, ZEELAND, LETTER, watcher=recorder)
    assert recorder.totals == [2]
    assert sorted(recorder.told) == [
        ("began", ZEELAND),
        ("began", LETTER),
        ("ended", ZEELAND),
        ("ended", LETTER),
    ]


def test_nothing_is_left_of_the_work_itself(root: Path) -> None:
    build_in(root, jobs=2)
    assert not (root / "build/.kamerwerk").exists()


def test_what_was_read_is_told_anew_of_a_document_that_stays_as_it_was(root: Path) -> None:
    build_in(root)
    (before,) = read(root, "manifest.json")["origins"]
    zeeland_is("[nieuw]")(root)
    assert sum(outcome.unchanged for outcome in build_in(root).outcomes) == 3
    (after,) = read(root, "manifest.json")["origins"]
    inputs = plan_of(root).inputs
    assert inputs is not None
    assert before["inputs"] != after["inputs"] == inputs.key
