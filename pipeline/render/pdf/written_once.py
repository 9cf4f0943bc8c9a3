"""Objects of a PDF whose bytes are made once.

The writer asks each object for its bytes twice: to write them, and for the hash of the whole file. That would
compress every page twice, and the stream that holds all small objects too.
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


class _Added(pydyf.Stream):
    """A stream that the writer makes itself, and finishes before it adds it."""

    @cached_property
    def data(self) -> bytes:  # pyright: ignore[reportIncompatibleMethodOverride]  # kept, where the library makes it anew
        """Return the bytes of the stream."""
        return super().data


class _Finished(pydyf.PDF):
    """A PDF to which only the writer itself still adds something."""

    def add_object(self, object_: Any) -> None:
        """Add an object; the writer keeps this very one, so it cannot be wrapped as the others are."""
        if type(object_) is pydyf.Stream:
            object_.__class__ = _Added
        super().add_object(object_)


def write_once(pdf: Any) -> None:
    """Finish every object of a PDF; changes after this do not reach the file."""
    pdf.objects[:] = [WrittenOnce(item) for item in pdf.objects]
    pdf.__class__ = _Finished
