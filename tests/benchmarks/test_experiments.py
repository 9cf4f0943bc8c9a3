from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.bench import Bench
from benchmarks.contenders import Warm
from benchmarks.experiments import history
from benchmarks.experiments.growth import peak_memory
from benchmarks.experiments.preview import Place, Writer
from benchmarks.timing import ContenderError, race
from tests import projects as p

LETTER = "brief/2026-12-voortgang"
WORDS = "In 2027 volgt een nieuwe brief"


def test_the_program_is_measured_stage_by_stage(tmp_path: Path) -> None:
    project = p.write_project(tmp_path)
    ours = Warm("k", "benchmarks.rounds.kamerwerk:document", project=str(project), identity=LETTER)
    found = race([ours], rounds=1, warm_ups=0)
    assert found.missing == {}
    assert set(found.samples) == {"k/tree", "k/pdf", "k/docx", "k/verify"}
    assert all(sample.least > 0 for sample in found.samples.values())


def test_the_preview_is_timed_until_the_picture_of_the_changed_page_is_there(tmp_path: Path) -> None:
    writer = Writer("v", p.write_project(tmp_path), LETTER, Place(p.BRIEF, WORDS))
    found = race([writer], rounds=1, warm_ups=1)
    assert found.missing == {}
    assert 0 < found.samples["v"].median < 60


def test_a_passage_that_is_not_there_once_is_told(tmp_path: Path) -> None:
    writer = Writer("v", p.write_project(tmp_path), LETTER, Place(p.BRIEF, "deze woorden staan nergens"))
    assert "staat niet precies één keer" in race([writer], rounds=1).missing["v"]


def test_without_the_history_of_git_the_program_of_then_is_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "BEFORE", "0" * 40)
    then = history.before_the_profiling("eerder", Bench(tmp_path, quick=True), tmp_path, LETTER)
    assert "geschiedenis van git ontbreekt" in race([then], rounds=1).missing["eerder"]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="dit systeem heeft geen /proc")
def test_the_memory_of_a_process_that_was_started_is_seen() -> None:
    child = "import time; held = bytearray(60_000_000); time.sleep(1)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    (peak,) = peak_memory([sys.executable, "-c", parent])
    assert 57 < peak < 120


@pytest.mark.parametrize("line", ["raise SystemExit(3)", "pass"])
def test_a_command_that_fails_or_starts_no_process_has_no_memory_to_tell(line: str) -> None:
    with pytest.raises(ContenderError):
        peak_memory([sys.executable, "-c", line])
