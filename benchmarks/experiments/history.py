"""The program as it was before its layout was profiled, taken from the history of git."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.contenders import ROOT, Warm
from benchmarks.timing import Absent, Contender

BEFORE = "92ba24e338"
"""The last commit before the profiling of WeasyPrint on our own documents."""


def before_the_profiling(name: str, bench: Bench, project: Path, identity: str) -> Contender:
    """Return the program of then, run by the Python and the libraries of now."""
    program = bench.scratch / "eerder"
    if not program.is_dir():
        archive = _archive()
        if archive is None:
            return Absent(name, f"de geschiedenis van git ontbreekt: commit {BEFORE} is er niet")
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(program, filter="data")
    function = "benchmarks.rounds.kamerwerk:document"
    return Warm(name, function, program, project=str(project), identity=identity)


def _archive() -> bytes | None:
    line = ["git", "archive", BEFORE, "pipeline", "templates"]
    try:
        done = subprocess.run(line, cwd=ROOT, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
