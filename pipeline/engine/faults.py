"""What is left of an unexpected exception: enough to name the document, and to mend the program."""

from __future__ import annotations

import traceback
from dataclasses import dataclass


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
    return Fault(document, type(error).__name__, details, isinstance(error, MemoryError))
