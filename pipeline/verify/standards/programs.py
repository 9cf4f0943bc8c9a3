"""Starting the programs of others: where they are found, how long they may take, what they may see."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.verify.standards.missing import Missing

_PROJECT = Path(__file__).parents[3]
_HIDDEN = frozenset({"FONTCONFIG_FILE"})
"""The PDF writer sets this in its own process, so that it sees no font of the machine; others need those."""


@dataclass(frozen=True, slots=True)
class Output:
    """How a program ended and what it printed on stdout; without that, the last line on stderr."""

    code: int
    printed: str


def find_program(name: str) -> Path | None:
    """Return where a program is: on the PATH, or where npm puts it beside this program."""
    found = shutil.which(name) or shutil.which(name, path=str(_PROJECT / "node_modules" / ".bin"))
    return Path(found).absolute() if found else None


@dataclass(slots=True)
class Programs:
    """Programs that may run at the same time, from several threads.

    Whoever leaves the ``with`` block early, by an error or because a person interrupts, stops them all with
    the programs that they started themselves.
    """

    _running: set[subprocess.Popen[bytes]] = field(default_factory=set["subprocess.Popen[bytes]"])
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _stopped: bool = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._stopped = True
            for process in self._running:
                _kill(process)

    def run(
        self, command: Sequence[str | Path], folder: Path, seconds: float, remedy: str
    ) -> Output | Missing:
        """Run a program in ``folder`` and return what it printed.

        One that cannot start or that takes more than ``seconds`` gives the reason instead, with ``remedy``.
        """
        name = Path(command[0]).name
        environment = {key: value for key, value in os.environ.items() if key not in _HIDDEN}
        with self._lock:
            if self._stopped:
                return Missing(f"{name} is afgebroken.", remedy)
            try:
                process = subprocess.Popen(  # noqa: S603 - a program found by name, with arguments of our own
                    command,
                    cwd=folder,
                    env=environment,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    process_group=0,
                )
            except OSError as error:
                return Missing(f"{name} kan niet worden gestart: {error.strerror}.", remedy)
            self._running.add(process)
        try:
            printed, complaints = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _kill(process)
            process.communicate()
            return Missing(f"{name} gaf binnen {seconds:.0f} seconden geen antwoord.", remedy)
        finally:
            with self._lock:
                self._running.discard(process)
        return Output(process.returncode, _text(printed).strip() or _last_line(_text(complaints)))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a program with all that it started; one that has ended already leaves nothing to kill."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)


def _text(printed: bytes) -> str:
    return printed.decode("utf-8", "replace")


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""
