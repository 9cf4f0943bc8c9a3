"""What the machine answers when it fails to give a file, whatever stands in it and whoever may read it."""

from __future__ import annotations

import errno

FAILURES = frozenset(
    {
        *(errno.EIO, errno.ESTALE, errno.ETIMEDOUT),
        *(errno.EMFILE, errno.ENFILE, errno.ENOMEM),
    }
)
"""A disk that breaks, a disk elsewhere that does not answer, too many open files, no memory."""


def is_failure(error: OSError) -> bool:
    """Whether only the machine failed: nothing is known of the file then, so nothing may follow."""
    return error.errno in FAILURES
