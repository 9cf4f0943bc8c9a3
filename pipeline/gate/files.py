"""Open a file of the project: never one outside it, never a pipe or device, never more than a limit.

Where the machine fails (``failures.py``), ``OSError`` is raised: nothing is known of the file then.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.gate.failures import is_failure

if TYPE_CHECKING:
    from io import BufferedReader


class Barred(Enum):
    """Why a file does not come in."""

    ABSENT = auto()
    OUTSIDE = auto()
    """It stands outside the project, or a link leads there."""
    CIRCULAR = auto()
    """A link leads back to itself, or the name is one that no file can have."""
    NOT_ORDINARY = auto()
    """A folder, a pipe or a device; reading such a thing may never end."""
    TOO_LARGE = auto()
    UNREADABLE = auto()


def barred(path: Path, root: Path) -> Barred | None:
    """Return why this path may not be followed, ``None`` when it leads to a place below ``root``.

    Nothing need stand there.
    """
    try:
        inside = path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        return Barred.CIRCULAR
    return None if inside else Barred.OUTSIDE


def take_in(path: Path, root: Path, most: int) -> bytes | Barred:
    """Return the bytes of an ordinary file below ``root``, or why it does not come in; ``most`` in bytes."""
    data = beginning(path, root, most, most + 1)
    # It may have grown since it was measured.
    return data if isinstance(data, Barred) or len(data) <= most else Barred.TOO_LARGE


def beginning(path: Path, root: Path, most: int, length: int) -> bytes | Barred:
    """Return the first bytes of an ordinary file of ``most`` bytes below ``root``, or why it is barred."""
    if reason := _refused(path, root, most):
        return reason
    try:
        with _opened(path) as stream:
            # It may have been replaced since it was measured.
            ordinary = stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
            return stream.read(length) if ordinary else Barred.NOT_ORDINARY
    except OSError as error:
        if is_failure(error):
            raise
        return Barred.UNREADABLE


def digest_of(path: Path) -> str:
    """Return the SHA-256 of an ordinary file of any size. Raises ``OSError``."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "no ordinary file", str(path))
    with _opened(path) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _refused(path: Path, root: Path, most: int) -> Barred | None:
    if reason := barred(path, root):
        return reason
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return Barred.ABSENT
    except OSError as error:
        if is_failure(error):
            raise
        return Barred.CIRCULAR if error.errno in {errno.ELOOP, errno.ENAMETOOLONG} else Barred.UNREADABLE
    if not stat.S_ISREG(found.st_mode):
        return Barred.NOT_ORDINARY
    return Barred.TOO_LARGE if found.st_size > most else None


def _opened(path: Path) -> BufferedReader:
    """Open a file for reading; a pipe that takes its place just then does not make the program wait."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags), "rb")
