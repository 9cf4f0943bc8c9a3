"""A process that is killed in the middle of a document: another makes it, or it is named when both died."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.engine.makers import Makers
from tests.cli.runner import run
from tests.engine.fakes import LETTER
from tests.unbreakable.dying import MIDDLE, Step, died, dying_makers
from tests.unbreakable.one_letter import STAGING, Files, files, lies, subject, write_letter

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that kills")

FOREVER = 99


@dataclass(frozen=True)
class Stage:
    """A project that is to be built again, what stands in its build folder, and what must come."""

    root: Path
    old: Files
    new: Files


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    root = write_letter(tmp_path_factory.mktemp("project"))
    build(root)
    subject("Een nieuwe werkwijze")(root)
    clean = Path(shutil.copytree(root / "content", tmp_path_factory.mktemp("clean") / "content")).parent
    build(clean, "--no-cache")
    return Stage(root, files(root / "build"), files(clean / "build"))


@pytest.fixture
def root(changed: Stage, tmp_path: Path) -> Path:
    return Path(shutil.copytree(changed.root, tmp_path / "project"))


def build(root: Path, *options: str) -> None:
    """Build with the real makers, which must go well."""
    done = run("build", "--jobs", "1", *options, project=root, makers=Makers())
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("step", MIDDLE)
def test_a_document_whose_process_is_killed_once_is_made_as_a_clean_build_makes_it(
    step: Step, changed: Stage, root: Path, tmp_path: Path
) -> None:
    makers = dying_makers(step, tmp_path / "deaths", 1)
    done = run("build", "--jobs", "2", project=root, makers=makers)
    assert died(tmp_path / "deaths") == 1
    assert done.exit_code == 0, done.output
    assert done.stderr == ""
    assert files(root / "build") == changed.new
    assert not (root / "build" / STAGING).exists()


@pytest.mark.parametrize("step", MIDDLE)
def test_a_document_whose_process_is_killed_twice_is_named_and_keeps_its_earlier_files(
    step: Step, changed: Stage, root: Path, tmp_path: Path
) -> None:
    makers = dying_makers(step, tmp_path / "deaths", FOREVER)
    done = run("build", "--jobs", "2", project=root, makers=makers)
    assert died(tmp_path / "deaths") == 2
    assert done.exit_code == 3, done.output
    assert f"bij {LETTER} (het proces is twee keer onverwacht gestopt)" in done.stderr
    assert "Traceback" not in done.output
    assert lies(root / "build", changed.old, changed.new) == []
    assert files(root / "build") == changed.old
    build(root)
    assert files(root / "build") == changed.new


def test_a_first_document_whose_process_is_killed_twice_leaves_no_file_and_a_true_manifest(
    changed: Stage, root: Path, tmp_path: Path
) -> None:
    shutil.rmtree(root / "build")
    makers = dying_makers("docx", tmp_path / "deaths", FOREVER)
    done = run("build", "--jobs", "2", "--no-cache", project=root, makers=makers)
    assert done.exit_code == 3, done.output
    assert lies(root / "build", {}, changed.new) == []
    assert not any(path.endswith((".docx", ".pdf")) for path in files(root / "build"))
