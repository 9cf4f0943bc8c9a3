"""What is left of an unexpected exception: enough to name the document, and to mend the program."""

from __future__ import annotations

import errno
import traceback
from dataclasses import dataclass

_REFUSALS = {
    *(errno.ENOSPC, errno.EDQUOT, errno.EIO),
    *(errno.EROFS, errno.EACCES, errno.EPERM),
    *(errno.EMFILE, errno.ENFILE),
}
_SHORTAGES = {errno.ENOMEM, errno.EAGAIN}


@dataclass(frozen=True, slots=True)
class Fault:
    """A defect of the program, met while it worked on one document."""

    document: str
    """Id of the document."""
    kind: str
    """Name of the exception, or a few words where there was none."""
    details: str = ""
    """The traceback, for who mends the program."""
    of_machine: bool = False
    """Whether the machine failed and not the program: then what was made before may stay where it stands."""


def fault_of(document: str, error: Exception) -> Fault:
    """Keep what is known of an exception; the exception itself may not survive a change of process."""
    details = "".join(traceback.format_exception(error))
    return Fault(document, type(error).__name__, details, is_refusal(error) or _is_shortage(error))


def is_refusal(error: Exception) -> bool:
    """Whether the machine has no room for a file, or does not let it be written or opened."""
    return isinstance(error, OSError) and error.errno in _REFUSALS


def _is_shortage(error: Exception) -> bool:
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in _SHORTAGES)
