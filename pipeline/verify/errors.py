"""What goes wrong before anything can be verified."""

from __future__ import annotations


class UnreadableFileError(Exception):
    """A finished file that cannot be read at all; the message says in Dutch what stands in the way."""
