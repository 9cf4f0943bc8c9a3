"""Ctrl-C, as a terminal sends it: to the program and to every process that it started."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.tools import ROOT, own_environment

PROJECT = ROOT / "tests" / "golden" / "projects" / "voortgang"
LONG = 60
"""Seconds in which something that must happen has happened, also on a busy machine."""
AT_ONCE = 5
"""Seconds in which a program that stops at once has stopped, also on a busy machine."""

Moment = Callable[["Build"], bool]


@dataclass(frozen=True)
class Build:
    """A build that is going on in a session of its own."""

    process: subprocess.Popen[bytes]
    out: Path
    printed: Path
    said: Path

    def wait_for(self, moment: Moment) -> None:
        end = time.monotonic() + LONG
        while not moment(self):
            assert self.process.poll() is None, self.said.read_text(encoding="utf-8")
            assert time.monotonic() < end
            time.sleep(0.005)

    def interrupt(self) -> None:
        os.killpg(self.process.pid, signal.SIGINT)

    def terminate(self) -> None:
        """Ask the program itself to end, as a CI does, and not the processes that it started."""
        self.process.terminate()

    def is_alone(self) -> bool:
        """Whether every process of the session has gone."""
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return True
        return False


def loads_libraries(build: Build) -> bool:
    return "libpango" in Path(f"/proc/{build.process.pid}/maps").read_text(encoding="utf-8")


def has_started_workers(build: Build) -> bool:
    children = Path(f"/proc/{build.process.pid}/task/{build.process.pid}/children").read_text(
        encoding="utf-8"
    )
    # Two of them, and the one by which Python watches over what processes share.
    return len(children.split()) == 3


def lays_out(build: Build) -> bool:
    return (build.out / ".kamerwerk").is_dir() and any((build.out / ".kamerwerk").rglob("pdf"))


def has_made_a_document(build: Build) -> bool:
    return "gemaakt" in build.printed.read_text(encoding="utf-8")


def start(folder: Path, jobs: int) -> Build:
    out, printed, said = folder / "uit", folder / "stdout", folder / "stderr"
    command = [sys.executable, "-m", "pipeline", "build", "--project", str(PROJECT), "--out", str(out)]
    with printed.open("wb") as stdout, said.open("wb") as stderr:
        process = subprocess.Popen(
            [*command, "--jobs", str(jobs)],
            cwd=folder,
            env={**own_environment(), "PYTHONPATH": str(ROOT)},
            stdout=stdout,
            stderr=stderr,
            start_new_session=True,
        )
    return Build(process, out, printed, said)


def assert_valid(out: Path) -> None:
    """Check that what stands in the folder is what the manifest says: whole pairs, and no remains."""
    if not out.exists():
        return
    documents = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["documents"]
    named = {file["path"]: file["sha256"] for document in documents for file in document["files"]}
    standing = {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in out.rglob("*")
        if path.is_file() and path.suffix != ".json"
    }
    assert standing == named
    assert not (out / ".kamerwerk").exists()


MOMENTS = [
    (loads_libraries, 2, 1),
    (has_started_workers, 2, 1),
    (lays_out, 2, 2),
    (has_made_a_document, 2, 1),
    (has_made_a_document, 1, 2),
]


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="this machine has no /proc to look in")
@pytest.mark.parametrize(("moment", "jobs", "times"), MOMENTS)
def test_ctrl_c_stops_at_once_with_one_line(tmp_path: Path, moment: Moment, jobs: int, times: int) -> None:
    build = start(tmp_path, jobs)
    build.wait_for(moment)
    begin = time.monotonic()
    for _ in range(times):
        build.interrupt()
        time.sleep(0.02)
    assert_stopped(build, begin)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="this machine has no /proc to look in")
@pytest.mark.parametrize("moment", [has_started_workers, lays_out, has_made_a_document])
def test_a_request_to_end_stops_the_program_and_its_processes(tmp_path: Path, moment: Moment) -> None:
    build = start(tmp_path, 2)
    build.wait_for(moment)
    begin = time.monotonic()
    build.terminate()
    assert_stopped(build, begin)


def assert_stopped(build: Build, begin: float) -> None:
    """Check that a build stopped at once, with one line and all of its processes."""
    assert build.process.wait(LONG) == 130
    assert time.monotonic() - begin < AT_ONCE
    assert build.said.read_text(encoding="utf-8").strip() == "Afgebroken."
    assert_valid(build.out)
    while not build.is_alone():
        assert time.monotonic() - begin < AT_ONCE
        time.sleep(0.01)
