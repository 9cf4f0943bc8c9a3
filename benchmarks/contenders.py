"""The two kinds of contenders: a warm process that repeats its work, and a command started anew each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.timing import ContenderError

ROOT = Path(__file__).parents[1]
"""The folder with the program and these benchmarks."""

ENVIRONMENT = dict(os.environ)
"""As it was when this program started: laying out a page changes what libraries find later."""

_PATIENCE = 1800
"""Seconds that one command may take."""


class Warm:
    """A function of ``benchmarks.rounds`` in a process of its own: libraries and fonts are loaded once.

    A process for each contender keeps what one does to a library away from the others. It starts with the
    first round. ``program`` is the folder whose ``pipeline`` it uses.
    """

    def __init__(self, name: str, function: str, program: Path = ROOT, **arguments: object) -> None:
        self.name = name
        self._line = [sys.executable, "-m", "benchmarks.warm", function, json.dumps(arguments)]
        self._paths = os.pathsep.join((str(program), str(ROOT)))
        self._process: subprocess.Popen[str] | None = None
        # A file, because what libraries say would fill a pipe that nobody reads.
        self._said = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 (``close`` closes it)

    def run(self) -> Mapping[str, float]:
        """Let the process work once; it measures its parts itself."""
        process = self._process = self._process or self._start()
        assert process.stdin, "the process was started with a pipe"
        try:
            process.stdin.write("\n")
            process.stdin.flush()
        except OSError:
            # It has gone; that shows when its answer is asked for.
            pass
        return self._answer(process)

    def close(self) -> None:
        """Stop the process."""
        if self._process:
            self._process.kill()
            self._process.communicate()
        self._said.close()

    def _start(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            self._line,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
            cwd=tempfile.gettempdir(),
            env={**ENVIRONMENT, "PYTHONPATH": self._paths},
        )
        self._answer(process)
        return process

    def _answer(self, process: subprocess.Popen[str]) -> dict[str, float]:
        assert process.stdout, "the process was started with a pipe"
        line = process.stdout.readline()
        if not line:
            code = process.wait()
            self._said.seek(0)
            raise ContenderError(_last_line(self._said.read()) or f"het proces stopte met code {code}")
        return json.loads(line)


def _last_line(said: str) -> str:
    return next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "")


@dataclass(frozen=True)
class Command:
    """Command lines, started one after the other; each must succeed and what they print is not shown.

    ``makes`` are files that must stand there afterwards, and that are taken away before.
    """

    name: str
    lines: Sequence[Sequence[str | Path]]
    folder: Path
    makes: Sequence[Path] = ()

    def run(self) -> Mapping[str, float]:
        """Start the command lines and wait for them."""
        for file in self.makes:
            file.unlink(missing_ok=True)
        start = time.perf_counter()
        for line in self.lines:
            done = subprocess.run(
                [str(word) for word in line],
                cwd=self.folder,
                env=ENVIRONMENT,
                capture_output=True,
                text=True,
                timeout=_PATIENCE,
                check=False,
            )
            if done.returncode:
                raise ContenderError(_last_line(done.stderr or done.stdout) or f"code {done.returncode}")
        seconds = time.perf_counter() - start
        for file in self.makes:
            if not file.is_file() or not file.stat().st_size:
                raise ContenderError(f"{file.name} is niet gemaakt")
        return {"": seconds}

    def close(self) -> None:
        """Nothing runs between two rounds."""
