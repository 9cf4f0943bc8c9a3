"""Shares made by processes of their own, as on several machines, and laid together."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.runner import run
from tests.engine.fakes import files_below
from tests.projects import write_project
from tests.tools import ROOT, own_environment


def kamerwerk(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *arguments, "--project", str(root)],
        cwd=root,
        env={**own_environment(), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in files_below(folder)}


def test_shares_of_real_documents_together_are_what_one_build_makes(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    parts = [str(tmp_path / f"deel-{number}") for number in (1, 2, 3)]
    for number, part in enumerate(parts, 1):
        done = kamerwerk(root, "build", "--shard", f"{number}/3", "--no-cache", "--jobs", "1", "--out", part)
        assert done.returncode == 0, done.stderr
    done = kamerwerk(root, "merge", *parts, "--out", str(tmp_path / "samen"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("4 van 4 documenten bij elkaar gelegd in ")
    assert kamerwerk(root, "build", "--no-cache", "--out", str(tmp_path / "heel")).returncode == 0
    assert contents(tmp_path / "samen") == contents(tmp_path / "heel")
    assert all(files_below(Path(part)) != files_below(tmp_path / "heel") for part in parts)


def test_a_part_that_is_missing_ends_with_1_and_says_which_documents(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    part = str(tmp_path / "deel-1")
    assert run("build", "--shard", "1/2", "--out", part, project=root).exit_code == 0
    result = run("merge", part, project=root)
    assert result.exit_code == 1
    assert "Dit document staat in geen van de delen." in result.stderr


@pytest.mark.parametrize("shard", ["0/5", "6/5", "2", "a/b", "-1/2", "1/", "/2", "1/99999", "²/3"])
def test_a_share_that_cannot_be_is_refused(tmp_path: Path, shard: str) -> None:
    result = run("build", "--shard", shard, project=write_project(tmp_path))
    assert result.exit_code == 2
    assert "geef het deel en het aantal delen, als 2/5" in result.stderr


def test_without_a_folder_there_is_nothing_to_merge(tmp_path: Path) -> None:
    assert run("merge", project=write_project(tmp_path)).exit_code == 2
