from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.content.documents import requested_documents
from pipeline.content.project import read_project
from pipeline.diagnostics import Code
from pipeline.engine.ahead import Ahead
from pipeline.engine.build import build
from pipeline.engine.crew import open_crew
from pipeline.engine.manifest import FORMATS
from pipeline.engine.merging import Merged, Part, merge
from pipeline.engine.task import BuildReport, Shard, Task
from tests.engine import fakes
from tests.engine.fakes import MAKERS, ZEELAND, Recorder, files_below, plan_of, zeeland_is
from tests.projects import AGENDA, add, spoil, write_project

STEM = "agendas/zeeland/strategische-agenda-zeeland"


def build_part(root: Path, number: int, of: int = 2) -> BuildReport:
    folder = root / f"deel-{number}"
    task = Task(FORMATS, "ua-1", folder, folder.name, shard=Shard(number, of))
    with open_crew(1) as crew:
        return build(plan_of(root), Ahead(task, MAKERS, crew), Recorder())


def merged(root: Path, *numbers: int) -> Merged:
    content, _ = read_project(root)
    parts = [Part(root / f"deel-{number}", f"deel-{number}") for number in numbers]
    return merge(parts, requested_documents(content), root / "build", "build")


def contents(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in sorted(files_below(folder))}


def part_with(root: Path, stem: str) -> Path:
    return next(file for file in root.glob(f"deel-*/{stem}.pdf"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


@pytest.mark.parametrize("of", [1, 2, 3, 9])
def test_the_parts_together_are_what_one_build_makes_to_the_byte(root: Path, of: int) -> None:
    for number in range(1, of + 1):
        build_part(root, number, of)
    found = merged(root, *range(1, of + 1))
    assert found.findings == ()
    assert len(found.ids) == 4
    together = contents(root / "build")
    fakes.build_in(root)
    assert contents(root / "build") == together


def test_each_document_is_made_once(root: Path) -> None:
    first, second = build_part(root, 1), build_part(root, 2)
    ids = [outcome.request.id for report in (first, second) for outcome in report.outcomes]
    assert sorted(ids) == sorted(request.id for request in requested_documents(read_project(root)[0]))


def test_a_part_that_was_forgotten_is_an_error_for_each_of_its_documents(root: Path) -> None:
    build_part(root, 1)
    missed = build_part(root, 2)
    found = merged(root, 1)
    assert {finding.code for finding in found.findings} == {Code.OUTPUT_MISSING}
    assert len(found.findings) == len(missed.outcomes)


def test_parts_laid_together_twice_give_the_same(root: Path) -> None:
    build_part(root, 1)
    build_part(root, 2)
    merged(root, 1, 2)
    before = contents(root / "build")
    again = merged(root, 2, 1)
    assert again.findings == again.changes.removed == again.changes.kept == ()
    assert contents(root / "build") == before


def test_a_file_that_changed_on_its_way_is_not_taken_over(root: Path) -> None:
    build_part(root, 1)
    build_part(root, 2)
    file = part_with(root, STEM)
    file.write_bytes(file.read_bytes() + b" ")
    found = merged(root, 1, 2)
    assert [finding.code for finding in found.findings] == [Code.OUTPUT_CHANGED]
    assert ZEELAND not in found.ids
    assert len(found.ids) == 3
    assert not (root / "build" / f"{STEM}.docx").exists()


def test_a_file_that_got_lost_on_its_way_is_an_error(root: Path) -> None:
    build_part(root, 1)
    build_part(root, 2)
    part_with(root, STEM).unlink()
    found = merged(root, 1, 2)
    assert [finding.code for finding in found.findings] == [Code.OUTPUT_MISSING]
    assert f"{STEM}.pdf" in found.findings[0].where.file


def test_a_folder_that_is_no_part_stops_everything(root: Path) -> None:
    build_part(root, 1)
    (root / "deel-2").mkdir()
    found = merged(root, 1, 2)
    assert [finding.code for finding in found.findings] == [Code.OUTPUT_MISSING]
    assert not (root / "build").exists()


def test_parts_of_another_content_do_not_fit(root: Path) -> None:
    build_part(root, 1, 1)
    zeeland_is("[nieuw]")(root)
    build_part(root, 2, 2)
    build_part(root, 3, 3)
    found = merged(root, 1, 2, 3)
    assert {finding.code for finding in found.findings} == {Code.OUTPUT_STALE}
    assert not (root / "build").exists()


def test_parts_of_another_commit_do_not_fit(root: Path) -> None:
    build_part(root, 1)
    build_part(root, 2)
    manifest = root / "deel-2" / "manifest.json"
    file = json.loads(manifest.read_text(encoding="utf-8"))
    file["origins"][0]["commit"]["id"] = "ab" * 20
    manifest.write_text(json.dumps(file), encoding="utf-8")
    found = merged(root, 1, 2)
    assert [finding.code for finding in found.findings] == [Code.OUTPUT_STALE]


def test_a_rejected_document_stays_apart_and_is_an_error(root: Path) -> None:
    zeeland_is(fakes.OTHER_WORDS)(root)
    build_part(root, 1)
    build_part(root, 2)
    found = merged(root, 1, 2)
    assert [finding.code for finding in found.findings] == [Code.OUTPUT_MISSING]
    assert (root / "build" / "afgekeurd" / f"{STEM}.pdf").is_file()
    assert not (root / "build" / f"{STEM}.pdf").exists()
    together = contents(root / "build")
    fakes.build_in(root)
    assert contents(root / "build") == together


def test_errors_are_told_by_the_shares_that_they_touch_and_the_rest_by_the_first(root: Path) -> None:
    spoil(AGENDA)(root)
    add("content/gedeeld/woordenlijst.yaml", "wat: is dit\n")(root)
    reports = [build_part(root, number) for number in (1, 2)]
    whole = fakes.build_in(root)
    told = [set(report.findings) for report in reports]
    assert told[0] | told[1] == set(whole.findings)
    general = {finding for finding in whole.findings if "woordenlijst" in finding.where.file}
    assert general
    assert general <= told[0]
    assert not general & told[1]
