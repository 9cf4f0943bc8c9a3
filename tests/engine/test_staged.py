from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from pipeline.engine.staged import NotStagedError, staged_project
from tests.projects import AGENDA, spoil, write_project
from tests.tools import ROOT


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose files all stand ready to be committed."""
    root = write_project(tmp_path / "werk")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    return root


def test_what_stands_ready_is_given_and_not_what_is_being_typed(root: Path) -> None:
    before = (root / AGENDA).read_bytes()
    spoil(AGENDA)(root)
    with staged_project(root) as project:
        assert (project / AGENDA).read_bytes() == before
        assert project != root


def test_a_file_that_is_not_ready_is_not_there(root: Path) -> None:
    (root / "content/regios/nieuw").mkdir()
    (root / "content/regios/nieuw/regio.yaml").write_text("id: nieuw\n", encoding="utf-8")
    with staged_project(root) as project:
        assert not (project / "content/regios/nieuw").exists()


def test_nothing_is_left_afterwards(root: Path) -> None:
    with staged_project(root) as project:
        pass
    assert not project.exists()


def test_a_project_below_the_top_of_a_repository_is_found(tmp_path: Path) -> None:
    root = write_project(tmp_path / "werk/documenten")
    git(tmp_path / "werk", "init", "--quiet")
    git(tmp_path / "werk", "add", ".")
    with staged_project(root) as project:
        assert (project / AGENDA).read_bytes() == (root / AGENDA).read_bytes()


def test_a_project_outside_git_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NotStagedError, match="git-repository"), staged_project(write_project(tmp_path)):
        pass


def test_a_machine_without_git_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NotStagedError, match="Git staat niet"), staged_project(tmp_path):
        pass


def test_the_hook_refuses_what_has_an_error_and_names_the_line(root: Path) -> None:
    spoil(AGENDA)(root)
    git(root, "add", ".")
    program = Path(os.environ.get("VIRTUAL_ENV", ROOT / ".venv")) / "bin"
    path = os.pathsep.join((str(program), os.environ["PATH"]))
    done = subprocess.run(
        [str(ROOT / "setup/git-hooks/pre-commit")],
        cwd=root,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"{AGENDA}:")
