"""The look at a build folder finds each fault that is planted in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.engine.manifest import MANIFEST
from pipeline.engine.report import REPORT, ReportError
from tests.unbreakable.cut_off import build
from tests.unbreakable.one_letter import STAGING, files, lies, subject, write_letter

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

PDF = "brieven/2026-12-voortgang/kamerbrief-2026-12-voortgang.pdf"
Plant = Callable[[Path], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build folder in which all is well."""
    assert build(write_letter(tmp_path))[0] == 0
    return tmp_path / "build"


def cut(folder: Path) -> None:
    (folder / PDF).write_bytes((folder / PDF).read_bytes()[:-1])


def name(folder: Path, digest: str) -> None:
    """Let the manifest name another digest for the PDF."""
    manifest = (folder / MANIFEST).read_text(encoding="utf-8")
    place = manifest.index('"sha256": "', manifest.index(PDF)) + len('"sha256": "')
    (folder / MANIFEST).write_text(manifest[:place] + digest + manifest[place + 64 :], encoding="utf-8")


def rewrite_report(folder: Path) -> None:
    report = (folder / REPORT).read_text(encoding="utf-8")
    (folder / REPORT).write_text(report.replace('"done": true', '"done": false'), encoding="utf-8")


FAULTS: dict[str, tuple[Plant, str]] = {
    "a part": (cut, "is not what the manifest says"),
    "a loss": (lambda folder: (folder / PDF).unlink(), "does not stand there"),
    "a stray": (lambda folder: (folder / "los.pdf").touch(), "los.pdf stands there without being named"),
    "no manifest": (lambda folder: (folder / MANIFEST).unlink(), "manifest.json has gone"),
    "no report": (lambda folder: (folder / REPORT).unlink(), "verify.json has gone"),
    "a lie": (lambda folder: name(folder, "0" * 64), "is not what the manifest says"),
    "another report": (rewrite_report, "is neither the old nor the new"),
}


def test_a_folder_in_which_all_is_well_tells_no_lie(folder: Path) -> None:
    assert lies(folder, files(folder), files(folder)) == []


@pytest.mark.parametrize(("plant", "found"), FAULTS.values(), ids=FAULTS)
def test_each_fault_is_found(folder: Path, plant: Plant, found: str) -> None:
    state = files(folder)
    plant(folder)
    assert any(found in each for each in lies(folder, state, state))


def test_a_whole_file_of_another_build_is_found(folder: Path) -> None:
    state = files(folder)
    subject("Een andere werkwijze")(folder.parent)
    assert build(folder.parent)[0] == 0
    assert any("neither the old nor the new one" in each for each in lies(folder, state, state))


def test_a_report_that_was_cut_off_is_found(folder: Path) -> None:
    state = files(folder)
    (folder / REPORT).write_bytes(state[REPORT][:-20])
    with pytest.raises(ReportError):
        lies(folder, state, state)


def test_a_first_file_is_named_while_it_waits_and_not_without_that(folder: Path) -> None:
    state = files(folder)
    waiting = folder / STAGING / "pdf"
    waiting.parent.mkdir()
    (folder / PDF).rename(waiting)
    assert lies(folder, {}, state) == []
    shutil.rmtree(waiting.parent)
    assert any("does not stand there" in each for each in lies(folder, {}, state))
