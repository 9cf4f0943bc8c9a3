"""The same content gives the same bytes: at any time, in any place, with any settings of the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from tests.tools import ROOT

PROJECT = ROOT / "tests" / "golden" / "projects" / "voortgang"


def build(project: Path, work: Path, jobs: int, **settings: str) -> dict[str, str]:
    """Build everything in a process of its own and return the hash of each file, by its path."""
    work.mkdir(parents=True)
    out = work / "uit"
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "build",
        f"--project={project}",
        f"--out={out}",
        f"--jobs={jobs}",
    ]
    environment = {**os.environ, **settings, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return {
        file.relative_to(out).as_posix(): sha256(file.read_bytes()).hexdigest()
        for file in sorted(out.rglob("*"))
        if file.is_file()
    }


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    first = build(
        PROJECT,
        tmp_path / "een",
        jobs=1,
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        PYTHONCOERCECLOCALE="0",
        PYTHONUTF8="0",
        PYTHONHASHSEED="1",
        HOME=str(tmp_path / "een"),
    )
    elsewhere = tmp_path / "een heel andere plaats" / "project"
    shutil.copytree(PROJECT, elsewhere)
    second = build(
        elsewhere,
        tmp_path / "twee",
        jobs=2,
        TZ="America/St_Johns",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="2718",
        SOURCE_DATE_EPOCH="1000000000",
    )
    kinds = [Path(file).suffix for file in first]
    assert kinds.count(".docx") == kinds.count(".pdf") == 4
    assert first == second
