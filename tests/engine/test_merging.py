from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.content.documents import requested_documents
from pipeline.content.project import read_project
from pipeline.diagnostics import Code
from pipeline.document.pdf_standard import PdfStandard
from pipeline.engine.ahead import Ahead
from pipeline.engine.build import build
from pipeline.engine.crew import open_crew
from pipeline.engine.manifest import FORMATS, MANIFEST, Format
from pipeline.engine.merging import Merged, merge
from pipeline.engine.parts import Part
from pipeline.engine.task import BuildReport, Shard, Task
from tests.engine import fakes
from tests.engine.fakes import MAKERS, ZEELAND, Recorder, files_below, plan_of, zeeland_is
from tests.projects import AGENDA, add, spoil, write_project

STEM = "agendas/zeeland/strategische-agenda-zeeland"


def build_part(
    root: Path,
    number: int,
    of: int = 2,
    *,
    formats: tuple[Format, ...] = FORMATS,
    standard: PdfStandard = "ua-1",
) -> BuildReport:
    folder = root / f"deel-{number}"
    task = Task(formats, standard, folder, folder.name, shard=Shard(number, of))
    with open_crew(1) as crew:
        return build(plan_of(root), Ahead(task, MAKERS, crew), Recorder())


def merged(root: Path, *numbers: int) -> Merged:
    content, _ = read_project(root)
    parts = [Part(root / f"deel-{number}", f"deel-{number}") for number in numbers]
    return merge(parts, requested_documents(content), root / "build", "build")


def retell(root: Path, number: int, **origin: object) -> None:
    """Let the manifest of a part say something else of what its documents were made with."""
    manifest = root / f"deel-{number}" / MANIFEST
    file = json.loads(manifest.read_text(encoding="utf-8"))
    file["origins"] = [each | origin for each in file["origins"]]
    manifest.write_text(json.dumps(file), encoding="utf-8")


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


def absent(part: Path) -> None:
    """Leave nothing there."""


def damaged(part: Path) -> None:
    part.mkdir()
    (part / MANIFEST).write_text('{"version": 2, "docu', encoding="utf-8")


@pytest.mark.parametrize(
    ("leave", "code", "message"),
    [
        (absent, Code.OUTPUT_MISSING, "In deze map staat niets"),
        (Path.mkdir, Code.OUTPUT_MISSING, "In deze map staat niets"),
        (damaged, Code.OUTPUT_CHANGED, "Het overzicht van dit deel is beschadigd."),
    ],
)
def test_a_folder_that_is_no_part_keeps_nothing_of_the_others_back(
    root: Path, leave: Callable[[Path], None], code: Code, message: str
) -> None:
    kept = {outcome.request.id for outcome in build_part(root, 1).outcomes}
    leave(root / "deel-2")
    found = merged(root, 1, 2)
    part, *missing = found.findings
    assert (part.code, part.where.file) == (code, f"deel-2/{MANIFEST}")
    assert part.message.startswith(message)
    assert set(found.ids) == kept
    assert [finding.code for finding in missing] == [Code.OUTPUT_MISSING] * (4 - len(kept))
    assert {path for path in files_below(root / "build") if path.endswith(".pdf")} == {
        path for path in files_below(root / "deel-1") if path.endswith(".pdf")
    }


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
    retell(root, 1, commit={"id": "cd" * 20, "changed": False})
    retell(root, 2, commit={"id": "ab" * 20, "changed": True})
    message = refusal(root, merged(root, 1, 2))
    assert f"van commit {'ab' * 6} met eigen wijzigingen, en deel-1 van commit {'cd' * 6}:" in message


def test_parts_of_another_content_do_not_fit_where_no_commit_is_known(root: Path) -> None:
    build_part(root, 1)
    zeeland_is("[nieuw]")(root)
    build_part(root, 2)
    message = refusal(root, merged(root, 1, 2))
    one, other = (json.loads(_manifest(root, number))["origins"][0] for number in (1, 2))
    assert one["commit"] is other["commit"] is None
    assert f"met kenmerk {other['inputs'][:12]}, en deel-1 " in message
    assert f"met kenmerk {one['inputs'][:12]}:" in message


def test_parts_of_one_commit_with_another_change_each_do_not_fit(root: Path) -> None:
    for number, word in enumerate(("[een]", "[twee]", "[drie]"), 1):
        zeeland = root / AGENDA
        before = zeeland.read_bytes()
        zeeland_is(word)(root)
        build_part(root, number, 3)
        zeeland.write_bytes(before)
        retell(root, number, commit={"id": "ab" * 20, "changed": True})
    found = merged(root, 1, 2, 3)
    assert [finding.code for finding in found.findings] == [Code.OUTPUT_STALE] * 2
    assert not (root / "build").exists()


def test_a_part_that_does_not_tell_what_was_read_fits_one_that_does(root: Path) -> None:
    build_part(root, 1)
    build_part(root, 2)
    retell(root, 2, inputs="", commit={"id": "", "changed": False})
    assert merged(root, 1, 2).findings == ()


def test_a_part_by_another_standard_does_not_fit(root: Path) -> None:
    build_part(root, 1)
    build_part(root, 2, standard="ua-2")
    assert "met --standard ua-2, en deel-1 met --standard ua-1:" in refusal(root, merged(root, 1, 2))


def test_a_part_in_another_format_does_not_fit(root: Path) -> None:
    build_part(root, 1)
    build_part(root, 2, formats=("pdf",))
    assert "als pdf, en deel-1 als docx en pdf:" in refusal(root, merged(root, 1, 2))


def refusal(root: Path, found: Merged) -> str:
    """Return why part 2 was refused, with nothing made."""
    (finding,) = found.findings
    assert (finding.code, finding.where.file) == (Code.OUTPUT_STALE, f"deel-2/{MANIFEST}")
    assert found.ids == ()
    assert not (root / "build").exists()
    return finding.message


def _manifest(root: Path, number: int) -> str:
    return (root / f"deel-{number}" / MANIFEST).read_text(encoding="utf-8")


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
