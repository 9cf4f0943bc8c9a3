from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from pipeline.engine.build import unknown_ids
from tests.engine import fakes
from tests.engine.fakes import (
    ANNEX,
    LETTER,
    RIVIERENLAND,
    ZEELAND,
    build_in,
    files_below,
    made,
    plan_of,
    rivierenland_is,
    zeeland_is,
)
from tests.projects import AGENDA, BEGIN_AGENDA, BRIEF, BRONNEN, edit, spoil, write_project

PAIRS = {
    ZEELAND: "agendas/zeeland/strategische-agenda-zeeland",
    RIVIERENLAND: "agendas/rivierenland/strategische-agenda-rivierenland",
    LETTER: "brieven/2026-12-voortgang/kamerbrief-2026-12-voortgang",
    ANNEX: "brieven/2026-12-voortgang/bijlage-stand-van-zaken",
}


def outputs_of(*ids: str) -> set[str]:
    return {f"{PAIRS[identity]}.{suffix}" for identity in ids for suffix in ("docx", "pdf")} | {
        "manifest.json"
    }


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
    manifest = json.loads((root / "build/manifest.json").read_text(encoding="utf-8"))
    assert [(each["id"], each["status"], each["pages"]) for each in manifest["documents"]] == [
        (RIVIERENLAND, "concept", 7),
        (ZEELAND, "vastgesteld", 7),
        (ANNEX, "concept", 7),
        (LETTER, "concept", 7),
    ]


def test_ids_that_name_nothing_are_found(root: Path) -> None:
    assert unknown_ids(plan_of(root), (ZEELAND, "agenda/zeland")) == ("agenda/zeland",)
