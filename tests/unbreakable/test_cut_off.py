"""A build that is killed at any step, or meets a full disk: what stands in the folder stays whole and true.

The folder is looked at after every round. In every eighth, the build is done again and must mend everything.
"""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.unbreakable.cut_off import Restriction, build, killed_before, killed_beyond, no_file_beyond
from tests.unbreakable.one_letter import STAGING, Files, files, lies, subject, write_letter

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

SIZES = (*range(0, 300, 25), *range(300, 6000, 450))
"""Bytes after which no file grows: below the size of each file that a build writes, and in between."""
MENDED_EVERY = 8


@dataclass(frozen=True)
class Stage:
    """A project that is to be built, what stands in its build folder, and what must come."""

    root: Path
    old: Files
    new: Files


@pytest.fixture(scope="module", params=["first build", "changed"])
def stage(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    root = write_letter(tmp_path_factory.mktemp("project"))
    if request.param != "first build":
        assert build(root)[0] == 0
    subject("Een lange nieuwe titel " * 9)(root)
    clean = tmp_path_factory.mktemp("clean")
    shutil.copytree(root / "content", clean / "content")
    assert build(clean, lambda _root: None, "--no-cache")[0] == 0
    return Stage(root, files(root / "build"), files(clean / "build"))


def begin(stage: Stage, folder: Path, restriction: Restriction) -> tuple[int, str]:
    """Build in a copy of the project; check what stands there then."""
    shutil.copytree(stage.root, folder)
    code, said = build(folder, restriction)
    assert lies(folder / "build", stage.old, stage.new) == []
    return code, said


def end(stage: Stage, folder: Path, number: int) -> None:
    """Take the copy away; in some rounds first check that the next build makes what a clean one makes.

    It does so in the folder that was left, and from what came in the cache.
    """
    for _ in range(2 if number % MENDED_EVERY == 0 else 0):
        code, said = build(folder)
        assert code == 0, said
        assert files(folder / "build") == stage.new
        assert not (folder / "build" / STAGING).exists()
        shutil.rmtree(folder / "build")
    shutil.rmtree(folder)


def test_a_build_killed_before_any_change_of_files(
    stage: Stage, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    rounds = 0
    while (ended := begin(stage, tmp_path / "round", killed_before(rounds)))[0] != 0:
        assert ended[0] == -signal.SIGKILL, ended
        end(stage, tmp_path / "round", rounds)
        rounds += 1
    tell(f"{rounds} builds killed, each before another change of files")
    assert rounds > 20


def test_a_build_killed_in_the_middle_of_a_write(
    stage: Stage, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    killed = 0
    for number, size in enumerate(SIZES):
        code, said = begin(stage, tmp_path / "round", killed_beyond(size))
        assert code in (0, -signal.SIGXFSZ), said
        killed += code != 0
        end(stage, tmp_path / "round", number)
    tell(f"{killed} builds killed in the middle of a write")
    assert killed >= 20


def test_a_disk_without_room_is_an_error_and_loses_nothing(
    stage: Stage, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    refused = 0
    for number, size in enumerate(SIZES):
        code, said = begin(stage, tmp_path / "round", no_file_beyond(size))
        if code:
            refused += 1
            assert code == 1, said
            assert "fout KAM904: " in said
            assert "ruimte op de schijf" in said
        else:
            assert files(tmp_path / "round/build") == stage.new
        end(stage, tmp_path / "round", number)
    tell(f"{refused} builds that met a full disk")
    assert refused >= 12
