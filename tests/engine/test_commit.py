from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from pipeline.engine.commit import Commit, commit_of
from tests.tools import require_tool


def git(folder: Path, *arguments: str) -> str:
    """Run git as nobody in particular, whatever the machine's own settings are."""
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for role in ("AUTHOR", "COMMITTER"):
        nobody |= {f"GIT_{role}_NAME": "naam", f"GIT_{role}_EMAIL": "naam@voorbeeld.nl"}
    command = [require_tool("git"), "-C", str(folder), *arguments]
    done = subprocess.run(command, env={**os.environ, **nobody}, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project that stands in a repository with one commit."""
    root = tmp_path / "archief" / "project"
    (root / "content").mkdir(parents=True)
    (root / "content/programma.yaml").write_text("naam: x\n", encoding="utf-8")
    git(root.parent, "init", "--quiet")
    git(root.parent, "add", ".")
    git(root.parent, "commit", "--quiet", "-m", "Begin")
    return root


def test_the_commit_is_that_of_the_repository(project: Path) -> None:
    assert commit_of(project, project / "build") == Commit(git(project, "rev-parse", "HEAD"))


def is_changed(project: Path, outputs: Path) -> bool:
    commit = commit_of(project, outputs)
    assert commit is not None
    return commit.changed


def test_a_changed_file_is_seen(project: Path) -> None:
    (project / "content/programma.yaml").write_text("naam: y\n", encoding="utf-8")
    assert is_changed(project, project / "build")


def test_a_file_that_is_not_in_git_yet_is_seen(project: Path) -> None:
    (project / "content/nieuw.yaml").write_text("naam: y\n", encoding="utf-8")
    assert is_changed(project, project / "build")


def test_what_lies_in_the_build_folder_is_no_change(project: Path) -> None:
    (project / "build").mkdir()
    (project / "build/brief.pdf").write_bytes(b"pdf")
    assert not is_changed(project, project / "build")


def test_what_lies_elsewhere_in_the_repository_is_no_change(project: Path) -> None:
    (project.parent / "anders.txt").write_text("x", encoding="utf-8")
    assert not is_changed(project, project.parent / "uit")


def test_outside_a_repository_there_is_no_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert commit_of(tmp_path, tmp_path / "build") is None


def test_a_repository_without_a_commit_has_none(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert commit_of(tmp_path, tmp_path / "build") is None


def test_without_git_there_is_no_commit(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert commit_of(project, project / "build") is None
