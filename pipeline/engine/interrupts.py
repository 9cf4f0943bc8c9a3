"""Steps that belong together are not broken off halfway by Ctrl-C or a request to end."""

from __future__ import annotations

import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager

STOPPING = (signal.SIGINT, signal.SIGTERM)
"""Ctrl-C, and what a CI sends when a job is cancelled."""


@contextmanager
def undisturbed() -> Generator[None]:
    """Let an interrupt wait until the block has ended; for blocks that take a moment only."""
    if threading.current_thread() is not threading.main_thread():
        # Python brings interrupts to the main thread only.
        yield
        return
    waiting: list[int] = []
    before = {each: signal.signal(each, lambda number, _frame: waiting.append(number)) for each in STOPPING}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
        if waiting:
            signal.raise_signal(waiting[0])
