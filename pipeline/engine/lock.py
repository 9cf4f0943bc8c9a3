"""One run at a time in a build folder."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_PATIENCE = 600.0
"""Seconds that a run waits for another: longer than a build of everything takes."""
_PAUSE = 0.05
"""Seconds between two looks whether the other is done."""

_HELD = set[Path]()
"""The folders of which this process has the turn."""


class FolderInUseError(Exception):
    """Another run is writing in the folder."""


@contextmanager
def my_turn(folder: Path, waiting: Callable[[], object], patience: float = _PATIENCE) -> Generator[None]:
    """Wait until no other run is busy in the folder, and hold it until the block ends.

    Who reads the content within its turn never puts older documents over newer ones. ``waiting`` is called
    once when there is somebody to wait for. After so many seconds, and where the folder cannot be made, the
    block begins without the turn: who takes the folder into use hears what is wrong.
    """
    try:
        made = _make(folder)
        handle = _wait_for(folder, waiting, time.monotonic() + patience)
    except (OSError, FolderInUseError):
        yield
        return
    _HELD.add(folder)
    try:
        yield
    finally:
        _HELD.discard(folder)
        if made:
            with suppress(OSError):
                # Nothing came of it: then there is no build folder either.
                folder.rmdir()
        os.close(handle)


@contextmanager
def only_run(folder: Path) -> Generator[None]:
    """Hold the folder until the block ends, however the program ends.

    Raise ``FolderInUseError`` when another run holds it. The lock lies on the folder itself, so nothing is
    left behind. Windows cannot lock a folder; there a second run is not noticed.
    """
    if folder in _HELD:
        yield
        return
    handle = _lock(folder)
    try:
        yield
    finally:
        os.close(handle)


def _make(folder: Path) -> bool:
    """Make a folder; return whether it was not there."""
    is_new = not folder.is_dir()
    folder.mkdir(parents=True, exist_ok=True)
    return is_new


def _wait_for(folder: Path, waiting: Callable[[], object], end: float) -> int:
    told = False
    while True:
        try:
            return _lock(folder)
        except FolderInUseError:
            if time.monotonic() > end:
                raise
        except FileNotFoundError:
            # The other run took its folder away: nothing came of it.
            folder.mkdir(parents=True, exist_ok=True)
            continue
        if not told:
            waiting()
            told = True
        time.sleep(_PAUSE)


def _lock(folder: Path) -> int:
    """Lock a folder and return what holds it until it is closed."""
    if sys.platform == "win32":
        return os.open(os.devnull, os.O_RDONLY)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # A lock on a folder that was taken away meanwhile keeps nobody out of the one that came instead.
        is_ours = os.path.samestat(os.fstat(handle), folder.stat())
    except BaseException as error:
        os.close(handle)
        if isinstance(error, BlockingIOError):
            raise FolderInUseError from error
        raise
    if not is_ours:
        os.close(handle)
        raise FolderInUseError
    return handle
