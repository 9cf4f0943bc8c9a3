"""On a machine without a layout engine a writer can still check, and hears what is missing for the rest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import projects as p
from tests.tools import own_environment

HEAVY = ("weasyprint", "pydyf", "pypdfium2", "docx", "pikepdf", "page_validation", "starlette", "uvicorn")
ROOT = Path(__file__).parents[2]

UNINSTALLED = "raise ModuleNotFoundError(f'No module named {name!r}', name=name)"
WITHOUT_PANGO = "raise OSError('cannot load library libgobject-2.0-0')"


def run(
    folder: Path, block: str, modules: tuple[str, ...], *arguments: str
) -> subprocess.CompletedProcess[str]:
    """Run the program where these modules cannot be imported, in whatever process it starts."""
    program = f"""
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition('.')[0] in {modules!r}:
            {block}

sys.meta_path.insert(0, Blocked())
"""
    # Python imports a module of this name at every start.
    (folder / "sitecustomize.py").write_text(program, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *arguments],
        cwd=ROOT,
        env={**own_environment(), "PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


@pytest.mark.parametrize("block", [UNINSTALLED, WITHOUT_PANGO], ids=["uninstalled", "without-pango"])
def test_content_is_checked_without_a_layout_engine(block: str, tmp_path: Path) -> None:
    root = p.write_project(tmp_path, p.edit(p.AGENDA, "titel: Schone haven", "titel: Schone: haven"))
    done = run(tmp_path, block, HEAVY, "check", "--project", str(root))
    assert done.returncode == 1, done.stderr
    assert f"{p.AGENDA}:37:" in done.stderr


@pytest.mark.parametrize("block", [UNINSTALLED, WITHOUT_PANGO], ids=["uninstalled", "without-pango"])
def test_documents_are_listed_without_a_layout_engine(block: str, tmp_path: Path) -> None:
    done = run(tmp_path, block, HEAVY, "list", "--project", str(p.write_project(tmp_path)))
    assert done.returncode == 0, done.stderr
    assert "agenda/zeeland" in done.stdout


def test_new_files_are_made_and_codes_explained_without_a_layout_engine(tmp_path: Path) -> None:
    root = p.write_project(tmp_path)
    made = run(tmp_path, UNINSTALLED, HEAVY, "new", "regio", "Achterhoek", "--project", str(root))
    assert made.returncode == 0, made.stderr
    assert (root / "content/regios/achterhoek/regio.yaml").is_file()
    told = run(tmp_path, UNINSTALLED, HEAVY, "explain", "KAM204")
    assert told.returncode == 0, told.stderr
    assert "KAM204" in told.stdout


@pytest.mark.parametrize(
    ("command", "needed"), [("build", "weasyprint"), ("preview", "weasyprint"), ("verify", "pikepdf")]
)
@pytest.mark.parametrize("block", [UNINSTALLED, WITHOUT_PANGO], ids=["uninstalled", "without-pango"])
def test_what_needs_an_absent_library_says_what_is_missing(
    command: str, needed: str, block: str, tmp_path: Path
) -> None:
    root = p.write_project(tmp_path)
    done = run(tmp_path, block, (needed,), command, "agenda/zeeland", "--project", str(root))
    assert done.returncode == 2
    assert (needed if block == UNINSTALLED else "Pango") in done.stderr
    assert "WSL" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_overview_loads_no_command(tmp_path: Path) -> None:
    done = run(tmp_path, UNINSTALLED, (*HEAVY, "pydantic", "jinja2"), "--help")
    assert done.returncode == 0, done.stderr
    assert "build" in done.stdout


def test_a_build_with_nothing_to_do_loads_neither_content_nor_templates(tmp_path: Path) -> None:
    root = p.write_project(tmp_path / "project")
    arguments = ("build", "agenda/rivierenland", "--format", "pdf", "--project", str(root))
    first = run(tmp_path, UNINSTALLED, (), *arguments)
    assert (first.returncode, "ongewijzigd" in first.stdout) == (0, False), first.stderr
    again = run(
        tmp_path, UNINSTALLED, (*HEAVY, "yaml", "jinja2", "markdown_it", "babel", "hunspell"), *arguments
    )
    assert (again.returncode, "1 ongewijzigd" in again.stdout) == (0, True), again.stderr
