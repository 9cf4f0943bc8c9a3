"""A project with files that are named as the modules of the program and of Python: none of them is run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unbreakable.one_letter import write_letter

LETTER = "brief/2026-12-voortgang"
PROGRAM = Path(sys.executable).with_name("kamerwerk")
LIBRARIES = (
    "docx",
    "jinja2",
    "lxml",
    "pikepdf",
    "pipeline",
    "pydantic",
    "sitecustomize",
    "usercustomize",
    "weasyprint",
    "yaml",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project whose own folder, content and templates are full of such files."""
    root = write_letter(tmp_path / "project")
    (root / "templates").mkdir()
    trap = f"open({str(tmp_path / 'betrapt')!r}, 'a').write(__name__)\nraise SystemExit(9)\n"
    for folder in (root, root / "content", root / "templates"):
        for name in (*sys.stdlib_module_names, *LIBRARIES):
            (folder / f"{name}.py").write_text(trap, encoding="utf-8")
    return root


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a writer does who stands in the folder of the project."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [PROGRAM, *arguments], cwd=root, env=clean, capture_output=True, text=True, check=False, timeout=120
    )


def betrayed(root: Path) -> str:
    mark = root.parent / "betrapt"
    return mark.read_text(encoding="utf-8") if mark.exists() else ""


def test_no_file_of_a_project_is_taken_for_a_module(root: Path) -> None:
    for command in (("check",), ("build", "--jobs", "2"), ("verify", "--jobs", "2"), ("explain", LETTER)):
        done = run(root, *command)
        assert betrayed(root) == "", command
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_trap_works(root: Path) -> None:
    """A Python that begins there runs them: what is not found above could have been found."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    subprocess.run(
        [sys.executable, "-c", "import multiprocessing"], cwd=root, env=clean, check=False, timeout=60
    )
    assert betrayed(root)
