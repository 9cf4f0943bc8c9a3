"""One run at a time in a build folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl


class FolderInUseError(Exception):
    """Another run is writing in the folder."""


@contextmanager
def only_run(folder: Path) -> Generator[None]:
    """Hold the folder until the block ends, however the program ends.

    Raise ``FolderInUseError`` when another run holds it. The lock lies on the folder itself, so nothing is
    left behind. Windows cannot lock a folder; there a second run is not noticed.
    """
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise FolderInUseError from error
        yield
    finally:
        os.close(handle)
