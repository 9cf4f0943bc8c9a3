"""Unpacking the streams of a PDF: a small file can hold very much, and can show it again and again."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf.settings import set_qpdf_limits

from pipeline.gate.limits import PDF_BYTES, PDF_STREAM_BYTES
from pipeline.verify.errors import UnreadableFileError

# For the whole process. What is packed twice can grow a million times; our files pack everything once.
set_qpdf_limits(flate_max_memory=PDF_STREAM_BYTES, max_stream_filters=1)

_LEAST = 1000
"""Bytes that each stream counts for at least: executing one has a price of its own."""


class Budget:
    """How much of one file may still be unpacked, bytes."""

    def __init__(self) -> None:
        self._left = PDF_BYTES

    def unpack(self, stream: pikepdf.Object) -> bytes:
        """Return what a stream holds. Raise ``UnreadableFileError`` when it, or all together, is too much."""
        try:
            data = stream.read_bytes()
        except pikepdf.DataDecodingError as error:
            raise UnreadableFileError("een onderdeel is beschadigd of uitgepakt onredelijk groot") from error
        self._left -= max(len(data), _LEAST)
        if self._left < 0 or len(data) > PDF_STREAM_BYTES:
            raise UnreadableFileError("het bestand is uitgepakt onredelijk groot")
        return data

    def unpack_pages(self, pdf: pikepdf.Pdf) -> None:
        """Spend what draws the pages, so that too much is refused before any of it is executed."""
        for page in pdf.pages:
            for stream in _contents(page):
                self.unpack(stream)


def _contents(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    held = page.obj.get("/Contents")
    for each in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(each, pikepdf.Stream):
            yield each


def refuse_excess(data: bytes) -> None:
    """Raise ``UnreadableFileError`` when the streams of a PDF are too much for a program without limits.

    What a page draws counts for every page that draws it. Pictures do not count: nobody unpacks them.
    """
    with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
        budget = Budget()
        budget.unpack_pages(pdf)
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") != "/Image":
                budget.unpack(each)
