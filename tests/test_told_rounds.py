"""What a test tells of its rounds is read at the end of the run, whichever process it ran in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import ROOT

TESTS = """\
def test_sound(tell):
    tell("12 rounds survived")
    print("not of interest")


def test_broken(tell):
    tell("3 rounds until it broke")
    assert False


def test_silent():
    print("not of interest")
"""


def summary(folder: Path, *options: str) -> str:
    """Run the tests above with the hooks of this project; return what the run told."""
    (folder / "test_rounds.py").write_text(TESTS, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", f"--rootdir={folder}"]
    told = subprocess.run(
        [*command, *options, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "1 failed, 2 passed" in told.stdout, told
    return told.stdout


@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["one process", "two more"])
def test_each_count_is_one_line_at_the_end_of_a_run(tmp_path: Path, options: tuple[str, ...]) -> None:
    told = summary(tmp_path, *options).splitlines()
    assert [line for line in told if " (test_rounds.py::" in line] == [
        "12 rounds survived (test_rounds.py::test_sound)",
        "3 rounds until it broke (test_rounds.py::test_broken)",
    ]
    assert not any("not of interest" in line for line in told)
