from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.engine import standing as module
from pipeline.engine.ahead import Ahead
from pipeline.engine.build import build
from pipeline.engine.cache import CACHE, Cache
from pipeline.engine.commit import Commit
from pipeline.engine.crew import open_crew
from pipeline.engine.manifest import FORMATS
from pipeline.engine.places import resolve_places
from pipeline.engine.standing import Standing
from pipeline.engine.task import BuildReport, Task
from tests.engine import fakes
from tests.engine.fakes import MAKERS, ZEELAND, Recorder, plan_of, zeeland_is
from tests.projects import AGENDA, spoil, write_project


def standing(root: Path, *ids: str) -> Standing:
    task = Task(FORMATS, "ua-1", root / "build", "build", ids, cache=Cache(root / CACHE))
    return Standing(resolve_places(root), task)


def build_and_keep(root: Path, *ids: str) -> BuildReport:
    found, plan = standing(root, *ids), plan_of(root)
    with open_crew(1) as crew:
        report = build(plan, Ahead(found.task, MAKERS, crew), Recorder())
    found.keep(report, plan)
    return report


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_a_build_that_changed_nothing_is_known(root: Path) -> None:
    first = build_and_keep(root)
    again = standing(root).recall()
    assert again is not None
    assert [(each.request, each.formats) for each in again.outcomes] == [
        (each.request, each.formats) for each in first.outcomes
    ]
    assert all(each.unchanged for each in again.outcomes)


def test_nothing_is_known_before_the_first_build(root: Path) -> None:
    assert standing(root).recall() is None


def test_any_byte_of_the_content_counts(root: Path) -> None:
    build_and_keep(root)
    with (root / AGENDA).open("a", encoding="utf-8") as file:
        file.write("# opmerking\n")
    assert standing(root).recall() is None


def test_what_is_asked_counts(root: Path) -> None:
    build_and_keep(root)
    assert standing(root, ZEELAND).recall() is None
    found = standing(root)
    assert replace(found, task=replace(found.task, strict=True)).recall() is None
    assert replace(found, task=replace(found.task, standard="ua-2")).recall() is None
    assert replace(found, task=replace(found.task, formats=("pdf",))).recall() is None


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_that_is_gone_or_changed_counts(root: Path, suffix: str) -> None:
    build_and_keep(root)
    file = next((root / "build").rglob(f"*.{suffix}"))
    file.write_bytes(b"anders")
    assert standing(root).recall() is None
    file.unlink()
    assert standing(root).recall() is None


def test_a_report_that_is_gone_is_made_again(root: Path) -> None:
    build_and_keep(root)
    (root / "build/verify.json").unlink()
    assert standing(root).recall() is None


def test_warnings_are_told_again_at_their_lines(root: Path) -> None:
    zeeland_is(fakes.NO_ALT)(root)
    plan = plan_of(root)
    before = build_and_keep(root)
    again = standing(root).recall()
    if any(finding.is_error for finding in before.findings):
        assert again is None
        return
    assert again is not None
    assert [plan.project.locate(each.where) for each in before.findings] == [
        each.where for each in again.findings
    ]


@pytest.mark.parametrize("word", [fakes.OVERFLOW, fakes.OTHER_WORDS, fakes.RENDER_CRASH])
def test_a_build_that_failed_is_tried_again(root: Path, word: str) -> None:
    zeeland_is(word)(root)
    build_and_keep(root)
    assert standing(root).recall() is None


def test_errors_elsewhere_are_looked_at_again(root: Path) -> None:
    spoil(AGENDA)(root)
    build_and_keep(root, "agenda/rivierenland")
    assert standing(root, "agenda/rivierenland").recall() is None


def test_the_manifest_names_the_commit_of_now(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_and_keep(root)

    def commit_of(project: Path, outputs: Path) -> Commit:
        return Commit("ab" * 20)

    monkeypatch.setattr(module, "commit_of", commit_of)
    assert standing(root).recall() is not None
    manifest = json.loads((root / "build/manifest.json").read_text(encoding="utf-8"))
    assert [origin["commit"]["id"] for origin in manifest["origins"]] == ["ab" * 20]
