"""Folders and files that may not be written or read, as another user: the administrator may always."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.engine.fakes import files_below
from tests.projects import AGENDA, write_project
from tests.tools import ROOT, own_environment
from tests.unbreakable.as_another import NOBODY


def others_can_read(folder: Path) -> bool:
    return all(each.stat().st_mode & 0o005 == 0o005 for each in (folder, *folder.parents))


pytestmark = [
    pytest.mark.skipif(
        sys.platform == "win32" or os.geteuid() != 0, reason="only the administrator can become another user"
    ),
    pytest.mark.skipif(not others_can_read(ROOT), reason=f"another user may not read the program in {ROOT}"),
]


@pytest.fixture
def root() -> Generator[Path]:
    """Return a project that anyone may read, in a folder that anyone may enter: pytest's own are closed."""
    with TemporaryDirectory(prefix="alleen-lezen-") as name:
        Path(name).chmod(0o755)
        yield _open_to_all(write_project(Path(name) / "project"))


def _open_to_all(root: Path) -> Path:
    for each in (root, *root.rglob("*")):
        each.chmod(0o755 if each.is_dir() else 0o644)
    return root


def run(root: Path, *arguments: str, scratch: str = "../eerst") -> subprocess.CompletedProcess[str]:
    """Run a command as another user, after a build in ``scratch`` as the administrator."""
    program = [sys.executable, "-m", "tests.unbreakable.as_another", str(root / scratch)]
    return subprocess.run(
        [*program, *arguments, "--project", str(root)],
        cwd=ROOT,
        env={**own_environment(), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in files_below(folder)}


def test_a_project_that_may_only_be_read_is_built_elsewhere_without_a_cache(root: Path) -> None:
    out = root.parent / "uit"
    out.mkdir()
    os.chown(out, NOBODY, NOBODY)
    done = run(root, "build", "--jobs", "1", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert len(files_below(out)) == 2 * 4 + 2
    assert not (root / ".kamerwerk_cache").exists()


def test_a_build_folder_that_may_not_be_written_is_an_error_and_keeps_what_it_has(root: Path) -> None:
    assert run(root, "list", scratch="build").returncode == 0
    before = contents(root / "build")
    assert before
    done = run(root, "build", "--jobs", "1")
    assert done.returncode == 1
    assert "KAM904" in done.stderr
    assert "rechten" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(root / "build") == before


def test_a_project_without_a_build_folder_may_not_get_one(root: Path) -> None:
    done = run(root, "build", "--jobs", "1")
    assert done.returncode == 1
    assert "KAM904" in done.stderr
    assert not (root / "build").exists()


def test_content_that_may_not_be_read_is_an_error_at_that_file(root: Path) -> None:
    (root / AGENDA).chmod(0o600)
    done = run(root, "check")
    assert done.returncode == 1
    assert f"{AGENDA}:" in done.stderr
    assert "Traceback" not in done.stderr
