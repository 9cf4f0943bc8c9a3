"""A machine without room or memory, or one that ends a process, loses nothing that was made before."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.diagnostics import Code
from pipeline.engine.makers import Makers
from pipeline.engine.manifest import MANIFEST
from tests.engine import fakes
from tests.engine.fakes import (
    ANNEX,
    LETTER,
    MAKERS,
    RIVIERENLAND,
    ZEELAND,
    build_in,
    files_below,
    made,
    zeeland_is,
)
from tests.projects import write_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def standing(root: Path) -> dict[str, bytes]:
    """Return what stands in the build folder; of the manifest not from what each document was confirmed."""
    files = {path: (root / "build" / path).read_bytes() for path in files_below(root / "build")}
    documents = json.loads(files[MANIFEST])["documents"]
    files[MANIFEST] = json.dumps([{**each, "origin": None} for each in documents]).encode()
    return files


@pytest.mark.parametrize("word", [fakes.DISK_FULL, fakes.NO_MEMORY, fakes.PROCESS_DIES])
def test_what_the_machine_did_takes_no_earlier_file_away(root: Path, word: str) -> None:
    build_in(root)
    before = standing(root)
    zeeland_is(word)(root)
    report = build_in(root, jobs=2)
    assert made(report) == {RIVIERENLAND, LETTER, ANNEX}
    assert report.changes.removed == ()
    assert standing(root) == before


def test_a_disk_without_room_is_an_error_and_no_fault(root: Path) -> None:
    zeeland_is(fakes.DISK_FULL)(root)
    report = build_in(root)
    assert report.faults == ()
    assert [finding.code for finding in report.findings] == [Code.OUTPUT_LOCKED]


@pytest.mark.parametrize("word", [fakes.NO_MEMORY, fakes.PROCESS_DIES])
def test_what_the_machine_could_not_make_is_a_fault_of_that_document(root: Path, word: str) -> None:
    zeeland_is(word)(root)
    report = build_in(root, jobs=2)
    assert [fault.document for fault in report.faults] == [ZEELAND]
    assert report.faults[0].of_machine


def test_a_fault_of_the_program_takes_the_earlier_files_away(root: Path) -> None:
    build_in(root)
    zeeland_is(fakes.RENDER_CRASH)(root)
    report = build_in(root)
    assert not report.faults[0].of_machine
    assert not any(
        "zeeland" in path for path in files_below(root / "build") if path.endswith((".docx", ".pdf"))
    )


ERRORS = [
    MemoryError(),
    *(
        OSError(number, "")
        for number in (errno.ENOSPC, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN)
    ),
]


def failing(stage: str, error: Exception) -> Makers:
    """Return makers of which one stage fails for Zeeland."""
    whole: Callable[..., Any] = getattr(MAKERS, stage)

    def call(first: Any, *others: Any) -> Any:
        subject = first.document if stage == "verify" else first
        if subject.id == ZEELAND:
            raise error
        return whole(first, *others)

    return replace(MAKERS, **{stage: call})


@pytest.mark.parametrize("changed", [False, True], ids=["same", "changed"])
@pytest.mark.parametrize("error", ERRORS, ids=repr)
@pytest.mark.parametrize("stage", ["compose", "pdf", "docx", "verify"])
def test_in_no_stage_the_machine_takes_an_earlier_file_away(
    root: Path, stage: str, error: Exception, changed: bool
) -> None:
    build_in(root)
    before = standing(root)
    if changed:
        zeeland_is("[nieuw]")(root)
    report = build_in(root, makers=failing(stage, error))
    assert made(report) == {RIVIERENLAND, LETTER, ANNEX}
    assert standing(root) == before
