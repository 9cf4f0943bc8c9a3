from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from tests.projects import write_project
from tests.tools import ROOT, own_environment

ROUNDS = int(os.environ.get("SOAK_BUILDS", "50"))
WARM_UP = 10
"""Rounds in which libraries still fill what they keep for good."""
GROWTH = 6 * 1024 * 1024
"""Bytes between the first and the last fifth: less than what one letter takes while it is made."""


def grows(used: list[int]) -> int:
    """Return how many bytes more the last fifth of the rounds uses than the first after warming up."""
    warm = used[WARM_UP:]
    fifth = len(warm) // 5
    return int(median(warm[-fifth:]) - median(warm[:fifth]))


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this machine has no /proc to look in")
def test_many_builds_in_one_process_use_no_more_memory_and_leave_no_file(
    tmp_path: Path, tell: Callable[[str], None]
) -> None:
    root, scratch = write_project(tmp_path / "project"), tmp_path / "tijdelijk"
    scratch.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.unbreakable.many_builds", str(root), str(ROUNDS)],
        cwd=ROOT,
        env={**own_environment(), "TMPDIR": str(scratch)},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    used = json.loads(done.stdout)
    after, end = (round(used[at] / 1e6) for at in (WARM_UP, -1))
    tell(f"{len(used)} builds in one process: {after} MB after warming up, {end} MB at the end")
    assert len(used) == ROUNDS
    assert grows(used) < GROWTH
    assert list(scratch.iterdir()) == []


def test_memory_that_grows_by_a_little_in_each_round_is_found() -> None:
    assert grows([100_000_000 + 200_000 * number for number in range(50)]) >= GROWTH
    assert grows([100_000_000 + (number % 7) * 1_000_000 for number in range(50)]) < GROWTH
