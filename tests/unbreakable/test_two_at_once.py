"""Two real builds at the same time."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.unbreakable.one_letter import files, write_letter
from tests.unbreakable.processes import finish, start


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot lock a folder")
def test_of_two_builds_in_one_folder_one_waits_and_both_are_right(tmp_path: Path) -> None:
    root = write_letter(tmp_path / "project")
    clean = Path(shutil.copytree(root, tmp_path / "clean"))
    said = [finish(build) for build in (start(root), start(root))]
    assert sum("is een andere opdracht bezig" in each for each in said) == 1, said
    assert sum("1 ongewijzigd" in each for each in said) == 1, said
    finish(start(clean))
    assert files(root / "build") == files(clean / "build")


def test_two_builds_with_folders_of_their_own_and_one_cache_are_both_right(tmp_path: Path) -> None:
    root = write_letter(tmp_path / "project")
    for build in (start(root, "--out", str(tmp_path / "een")), start(root, "--out", str(tmp_path / "twee"))):
        finish(build)
    finish(start(root, "--no-cache"))
    assert files(tmp_path / "een") == files(tmp_path / "twee") == files(root / "build")
