"""A disk that is really full, of room or of names: a clear error, nothing lost, and the next build mends all.

The build folder, the cache, temporary files or the whole project stand on a small disk in memory.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from tests.tools import ROOT, own_environment
from tests.unbreakable.full_disk import Place, Round

WAYS = (("unshare", "--mount"), ("unshare", "--mount", "--user", "--map-root-user"))
"""How a process gets mounts of its own: as the administrator, or as one that is it in there only."""


@cache
def _way(folder: Path) -> Sequence[str] | None:
    """Return what comes before a command that may mount disks which nobody else sees."""
    if sys.platform != "linux":
        return None
    for way in WAYS:
        try:
            done = subprocess.run([*way, "mount", "-t", "tmpfs", "proef", folder], capture_output=True)
        except OSError:
            continue
        if done.returncode == 0:
            return way
    return None


def rounds(place: Place, folder: Path, tell: Callable[[str], None]) -> list[Round]:
    """Build on small disks in this place; check of each round that nothing is lost."""
    way = _way(folder)
    if way is None:
        pytest.skip("this system does not let a process mount a disk of its own")
    done = subprocess.run(
        [*way, sys.executable, "-m", "tests.unbreakable.full_disk", place, folder],
        cwd=ROOT,
        env=own_environment(),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    made = [Round(**json.loads(line)) for line in done.stdout.splitlines()]
    refused = [each for each in made if each.code]
    tell(f"{len(made)} builds with a small disk for: {place}; {len(refused)} met that it was full")
    for each in made:
        assert each.lies == [], each
        assert each.complete or each.code, each
        assert (each.next_code, each.next_complete, each.staging) == (0, True, False), each
    for each in refused:
        assert each.code == 1, each
        assert "fout KAM904: " in each.said, each
        assert "ruimte op de schijf" in each.said, each
    return made


@pytest.mark.parametrize("place", ["build", "project"])
def test_a_full_disk_below_the_documents_is_an_error_until_there_is_room(
    place: Place, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    made = rounds(place, tmp_path, tell)
    for kind in ("size", "nr_inodes"):
        codes = [each.code for each in made if each.kind == kind]
        assert codes.count(1) >= 4
        assert codes[-1] == 0


def test_a_full_disk_below_the_cache_hinders_no_build(tmp_path: Path, tell: Callable[[str], None]) -> None:
    made = rounds("cache", tmp_path, tell)
    assert [each.code for each in made] == [0] * len(made)


def test_a_full_disk_below_temporary_files_is_an_error_until_there_is_room(
    tmp_path: Path, tell: Callable[[str], None]
) -> None:
    assert [each.code for each in rounds("temporary", tmp_path, tell)] == [1, 1, 0]
