"""The same content gives the same bytes: on any day, in any place, with any settings of the machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.tools import ROOT, own_environment, require_tool

PROJECT = ROOT / "tests" / "golden" / "projects" / "voortgang"
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Built:
    """What stands in the folder of a build: the hash of each file by its path, and the list of files."""

    files: dict[str, str]
    manifest: Any

    def without_commit(self) -> Any:
        """Return the manifest without the one thing in it that depends on where the project stands."""
        origins = [{**origin, "commit": None} for origin in self.manifest["origins"]]
        return {**self.manifest, "origins": origins}


def build(project: Path, work: Path, *before: str, jobs: int, **settings: str) -> Built:
    """Build everything in a process of its own, with a home of its own, so that nothing can be remembered."""
    work.mkdir(parents=True)
    out = work / "uit"
    arguments = ["build", f"--project={project}", f"--out={out}", f"--jobs={jobs}"]
    environment = {**own_environment(), "HOME": str(work), "PYTHONPATH": str(ROOT), **settings}
    environment.pop("XDG_CACHE_HOME", None)
    done = subprocess.run(
        [*before, sys.executable, "-m", "pipeline", *arguments],
        cwd=work,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    files = {
        file.relative_to(out).as_posix(): sha256(file.read_bytes()).hexdigest()
        for file in sorted(out.rglob("*"))
        if file.is_file() and file.name != MANIFEST
    }
    return Built(files, json.loads((out / MANIFEST).read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(
        PROJECT,
        tmp_path_factory.mktemp("eerste") / "een",
        jobs=1,
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        PYTHONCOERCECLOCALE="0",
        PYTHONUTF8="0",
        PYTHONHASHSEED="1",
    )


def elsewhere(folder: Path) -> Path:
    """Return a copy of the project in another place, outside any repository."""
    return Path(shutil.copytree(PROJECT, folder / "een heel andere plaats" / "project"))


def assert_same(first: Built, second: Built) -> None:
    kinds = [Path(file).suffix for file in first.files]
    assert (kinds.count(".docx"), kinds.count(".pdf"), kinds.count(".json")) == (4, 4, 1)
    assert first.files == second.files
    assert first.without_commit() == second.without_commit()


def test_other_settings_give_the_same_bytes(tmp_path: Path, first: Built) -> None:
    second = build(
        elsewhere(tmp_path),
        tmp_path / "twee",
        jobs=2,
        TZ="America/St_Johns",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="2718",
        SOURCE_DATE_EPOCH="1000000000",
    )
    assert_same(first, second)


def test_another_day_gives_the_same_bytes(tmp_path: Path, first: Built) -> None:
    day = "2031-02-28 23:59:58"
    later = (require_tool("faketime"), day)
    # Processes wait for each other by this clock, which has nothing to do with the day.
    settings = {"FAKETIME_DONT_FAKE_MONOTONIC": "1", "TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "31"}
    told = subprocess.run(
        [*later, sys.executable, "-c", "import datetime; print(datetime.date.today().year)"],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "2031"
    assert_same(first, build(elsewhere(tmp_path), tmp_path / "later", *later, jobs=2, **settings))
