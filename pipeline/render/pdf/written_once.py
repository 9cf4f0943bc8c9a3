"""Objects of a PDF whose bytes are made once.

The writer asks each object for its bytes twice: to write them, and for the hash of the whole file. That would
compress every page twice.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import pydyf


class WrittenOnce(pydyf.Object):
    """An object that is finished, in its place among the objects of a PDF."""

    def __init__(self, finished: Any) -> None:
        super().__init__()
        self.number, self.generation, self.free = finished.number, finished.generation, finished.free
        self._finished = finished

    @cached_property
    def data(self) -> bytes:  # pyright: ignore[reportIncompatibleMethodOverride]  # kept, where the library makes it anew
        """Return the bytes of the object."""
        return self._finished.data

    @property
    def compressible(self) -> bool:
        """Whether the object may stand in a stream with others."""
        return self._finished.compressible


def write_once(pdf: Any) -> None:
    """Finish every object of a PDF; changes after this do not reach the file."""
    pdf.objects[:] = [WrittenOnce(item) for item in pdf.objects]
