"""What Ctrl-C and a request to end do: the work stops at once, and the build folder stays whole."""

from __future__ import annotations

import os
import signal
import sys
import time
from types import FrameType

from pipeline.engine.interrupts import STOPPING

INTERRUPTED = 130
"""What a shell reports for a program that was stopped by Ctrl-C."""

_MESSAGE = "Afgebroken."

_PATIENCE = 1.0
"""Seconds in which stopping is done; whoever asks again later finds that something hangs."""


def listen_for_interrupts() -> None:
    """Make the first of them raise ``KeyboardInterrupt``; one that comes while that is dealt with is ignored.

    One that comes much later ends the program on the spot: whatever hangs, the manifest names every file.
    """
    first: list[float] = []

    def stop(_number: int, _frame: FrameType | None) -> None:
        if not first:
            first.append(time.monotonic())
            raise KeyboardInterrupt
        if time.monotonic() - first[0] > _PATIENCE:
            _end_now()

    for each in STOPPING:
        signal.signal(each, stop)


def say_interrupted() -> None:
    """Say in one line that the work was broken off, just before the program ends."""
    # The end of Python itself may not be broken off either; it would forget the handler of this module.
    for each in STOPPING:
        signal.signal(each, signal.SIG_IGN)
    print(_MESSAGE, file=sys.stderr, flush=True)


def _end_now() -> None:
    """End this process and those that it started, without waiting for anything."""
    import multiprocessing  # noqa: PLC0415 - takes time that the start of the program has not

    for process in multiprocessing.active_children():
        process.kill()
    # Not sys.stderr: the interrupt may have come in the middle of a line that is being written there.
    os.write(2, f"{_MESSAGE}\n".encode())
    os._exit(INTERRUPTED)
