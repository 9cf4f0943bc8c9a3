"""What is left of an exception: a fault of the program, or an error where the machine refused a file."""

from __future__ import annotations

import errno
import traceback
from dataclasses import dataclass

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.gate.failures import FAILURES

_SHORTAGES = {errno.ENOMEM, errno.EAGAIN}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSALS = {
    *_FULL,
    *(errno.EROFS, errno.EACCES, errno.EPERM),
    *(FAILURES - _SHORTAGES),
}


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


def is_full(error: OSError) -> bool:
    """Whether there is no room on the disk, or none for one more file."""
    return error.errno in _FULL


def refusal(error: Exception, name: str) -> Diagnostic:
    """Return the finding that the machine refused a file; ``name`` says where that stood in the way."""
    number = error.errno if isinstance(error, OSError) and error.errno else 0
    message = f"De computer weigert een bestand dat nodig is ({errno.errorcode.get(number, '?')})."
    hint = "Kijk naar de ruimte op de schijf (ook voor tijdelijke bestanden), de rechten en de verbinding."
    return Diagnostic(Code.OUTPUT_LOCKED, message, Location(name), hint)


def no_room(shown: str) -> Diagnostic:
    """Return the finding that there is no room for a file, or no leave to write it."""
    return Diagnostic(
        Code.OUTPUT_LOCKED,
        "Dit bestand kan niet worden geschreven.",
        Location(shown),
        "Kijk naar de rechten op de map en naar de ruimte op de schijf.",
    )


def _is_shortage(error: Exception) -> bool:
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in _SHORTAGES)
