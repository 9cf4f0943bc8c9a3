"""What an agenda costs as the number of regions grows, and how much memory a process takes."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.contenders import ENVIRONMENT
from benchmarks.experiments.everything import PROGRAM, build
from benchmarks.national.project import write_project
from benchmarks.national.regions import MUNICIPALITIES, REGIONS
from benchmarks.timing import Contender, ContenderError, Findings, Sample, race

_FEW = 5
_ROUNDS = 3
_LONG = 3
"""How many times as long as usual the agendas are on which memory is measured: about 50 pages."""
_PROC = Path("/proc")
_STEP = 0.05
"""Seconds between two looks at the memory of processes; what is read is the highest that it ever was."""


def measure(bench: Bench) -> Findings:
    """Build agendas only, from cold in two processes, for a few regions, the country, each municipality."""
    found = race([_growth(bench, number) for number in (_FEW, REGIONS)], bench.rounds(_ROUNDS), warm_ups=0)
    if bench.quick:
        found += Findings(missing={f"groei/{MUNICIPALITIES}": "met QUICK=1 wordt dit niet gemeten"})
    else:
        found += race([_growth(bench, MUNICIPALITIES)], rounds=1, warm_ups=0)
    counted = {name: sample.times(1 / int(name.rpartition("/")[2])) for name, sample in found.samples.items()}
    return Findings(counted, found.missing) + _memory(bench)


def _growth(bench: Bench, number: int) -> Contender:
    project = write_project(bench.folder(f"groei-{number}"), number, letters=False)
    return build(f"groei/{number}", project, "--no-cache", "--jobs", "2")


def _memory(bench: Bench) -> Findings:
    if not _PROC.is_dir():
        return Findings(missing={"geheugen/proces": "dit systeem heeft geen /proc"})
    project = write_project(bench.folder("geheugen"), _FEW, letters=False, size=_LONG)
    try:
        peaks = peak_memory([PROGRAM, "build", "--project", project, "--no-cache", "--jobs", "2"])
    except ContenderError as error:
        return Findings(missing={"geheugen/proces": str(error)})
    return Findings({"geheugen/proces": Sample((max(peaks),), "MB")})


def peak_memory(line: list[str | Path]) -> list[float]:
    """Run a command and return the most memory, in MB, that each of the processes it started ever had.

    Raise ``ContenderError`` when the command fails or starts no process.
    """
    peaks: dict[int, float] = {}
    with subprocess.Popen(
        line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT
    ) as running:
        while running.poll() is None:
            peaks.update(_peaks(running.pid))
            time.sleep(_STEP)
    if running.returncode or not peaks:
        raise ContenderError(
            f"`{Path(line[0]).name}` eindigde met code {running.returncode}, zonder processen"
        )
    return list(peaks.values())


def _peaks(parent: int) -> Iterator[tuple[int, float]]:
    for process in _PROC.glob("[0-9]*"):
        if _parent(process) != str(parent) or "resource_tracker" in _read(process / "cmdline"):
            continue
        for line in _read(process / "status").splitlines():
            if line.startswith("VmHWM:"):
                yield int(process.name), int(line.split()[1]) / 1024


def _parent(process: Path) -> str:
    # The name of a process stands between brackets and may hold spaces; its state and parent come after it.
    return " ".join(_read(process / "stat").rpartition(")")[2].split()[1:2])


def _read(file: Path) -> str:
    """Return what the system says of a process, "" when it has gone."""
    try:
        return file.read_text(encoding="utf-8")
    except OSError:
        return ""
