"""Real builds, with two working processes, killed at random moments: ``kill -9`` of all of them at once.

The gate kills 20 builds; ``make soak`` kills ``SOAK_KILLS``. The folder is looked at after every kill. In
every fourth round, and in the last, the build is also done again with the cache that the killed one left.
"""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.unbreakable.one_letter import Files, files, lies, subject, write_letter
from tests.unbreakable.processes import finish, kill_after, start

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no groups of processes")

KILLS = int(os.environ.get("SOAK_KILLS", "20"))
MENDED_EVERY = 4


@dataclass(frozen=True)
class Beginning:
    """A project to build, what stands in its build folder, what must come, and how long that takes."""

    root: Path
    old: Files
    new: Files
    seconds: float


def test_builds_killed_at_random_moments_lose_nothing_and_the_next_one_mends_all(
    tmp_path: Path, tell: Callable[[str], None]
) -> None:
    beginnings = prepare(tmp_path)
    moments = random.Random(29)
    killed = late = mended = 0
    while killed < KILLS:
        each = beginnings[killed % len(beginnings)]
        root = Path(shutil.copytree(each.root, tmp_path / "round"))
        if kill_after(moments.uniform(0, each.seconds), start(root)):
            killed += 1
            assert lies(root / "build", each.old, each.new) == []
            if killed % MENDED_EVERY == 0 or killed == KILLS:
                mended += 1
                finish(start(root))
                assert files(root / "build") == each.new
        else:
            late += 1
            assert late <= KILLS
        shutil.rmtree(root)
    tell(f"{killed} builds killed, {mended} of them done again; {late} were done before they were killed")


def prepare(folder: Path) -> tuple[Beginning, Beginning]:
    """Return a project that was never built, and one that was built before its letter changed."""
    fresh, changed = write_letter(folder / "fresh"), write_letter(folder / "changed")
    seconds = timed(changed)
    old = files(changed / "build")
    for root in (fresh, changed):
        subject("Een nieuwe werkwijze")(root)
    clean = Path(shutil.copytree(fresh, folder / "clean"))
    seconds = min(seconds, timed(clean))
    new = files(clean / "build")
    return Beginning(fresh, {}, new, seconds), Beginning(changed, old, new, seconds)


def timed(root: Path) -> float:
    """Build; return how many seconds that took."""
    begin = time.monotonic()
    finish(start(root))
    return time.monotonic() - begin
