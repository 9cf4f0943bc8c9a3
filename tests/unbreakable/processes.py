"""Real builds, each in a group of processes of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.tools import ROOT


def start(project: Path, *options: str) -> subprocess.Popen[str]:
    """Start a build with two working processes; its process and theirs are one group."""
    command = [sys.executable, "-m", "pipeline", "build", "--project", str(project), "--jobs", "2", *options]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, cwd=ROOT, stdout=pipe, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )


def finish(build: subprocess.Popen[str]) -> str:
    """Wait until a build is done, which must go well; return what it said."""
    said, _ = build.communicate(timeout=120)
    assert build.returncode == 0, said
    return said


def kill_after(seconds: float, build: subprocess.Popen[str]) -> bool:
    """Kill a build with all its processes, and wait until they are gone; return whether it was still busy."""
    try:
        build.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(build.pid, signal.SIGKILL)
    # Its output ends when the last of the group is gone.
    said, _ = build.communicate(timeout=120)
    assert build.returncode in (0, -signal.SIGKILL), said
    return build.returncode != 0
