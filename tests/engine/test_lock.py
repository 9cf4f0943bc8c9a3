from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.engine.lock import FolderInUseError, my_turn, only_run
from tests.tools import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot lock a folder")

BUSY = """
import sys, time
from pathlib import Path
from pipeline.engine.lock import my_turn
with my_turn(Path(sys.argv[1]), lambda: None):
    print("bezig", flush=True)
    sys.stdin.read()
"""


REFUSED = """
import sys
from pathlib import Path
from pipeline.engine.lock import only_run
with only_run(Path(sys.argv[1])):
    pass
"""


@contextmanager
def another_run(folder: Path) -> Generator[subprocess.Popen[bytes]]:
    """Let another process have its turn in the folder until its input ends, or the block does."""
    command = [sys.executable, "-c", BUSY, str(folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe) as process:
        assert process.stdout
        assert process.stdout.readline() == b"bezig\n"
        yield process


def assert_held(folder: Path) -> None:
    """Check that another process is kept out of the folder that stands there now."""
    command = [sys.executable, "-c", REFUSED, str(folder)]
    assert b"FolderInUseError" in subprocess.run(command, cwd=ROOT, check=False, capture_output=True).stderr


def test_a_turn_begins_when_the_other_run_ends(tmp_path: Path) -> None:
    told: list[str] = []
    with another_run(tmp_path) as other:

        def waiting() -> None:
            told.append("wacht")
            assert other.stdin
            other.stdin.close()

        with my_turn(tmp_path, waiting), only_run(tmp_path):
            assert other.wait(10) == 0
    assert told == ["wacht"]


def test_a_turn_begins_when_the_other_run_is_killed(tmp_path: Path) -> None:
    with another_run(tmp_path) as other, my_turn(tmp_path, other.kill), only_run(tmp_path):
        assert other.wait(10) < 0


def test_who_waited_long_enough_is_refused_by_who_opens_the_folder(tmp_path: Path) -> None:
    told: list[str] = []
    begin = time.monotonic()
    with (
        another_run(tmp_path),
        my_turn(tmp_path, lambda: told.append("wacht"), patience=0.2),
        pytest.raises(FolderInUseError),
        only_run(tmp_path),
    ):
        pass
    assert 0.2 <= time.monotonic() - begin < 10
    assert told == ["wacht"]


def test_nobody_waits_for_himself(tmp_path: Path) -> None:
    told: list[str] = []
    with my_turn(tmp_path, lambda: told.append("wacht")), only_run(tmp_path), only_run(tmp_path):
        pass
    with only_run(tmp_path):
        pass
    assert told == []


def test_a_folder_in_which_nothing_came_goes_away_again(tmp_path: Path) -> None:
    with my_turn(tmp_path / "build", lambda: None):
        assert (tmp_path / "build").is_dir()
    assert not (tmp_path / "build").exists()
    with my_turn(tmp_path / "build", lambda: None):
        (tmp_path / "build/manifest.json").touch()
    assert (tmp_path / "build").is_dir()


def test_an_empty_folder_of_somebody_stays(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    with my_turn(tmp_path / "build", lambda: None):
        pass
    assert (tmp_path / "build").is_dir()


def test_a_folder_that_went_away_while_somebody_waited_for_it_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "build"
    with another_run(folder) as other:

        def waiting() -> None:
            assert other.stdin
            other.stdin.close()

        with my_turn(folder, waiting):
            assert other.wait(10) == 0
            assert folder.is_dir()
            assert_held(folder)


def test_where_no_folder_can_be_made_the_block_begins_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "build").touch()
    done: list[bool] = []
    with my_turn(tmp_path / "build", lambda: None):
        done.append(True)
    assert done == [True]
