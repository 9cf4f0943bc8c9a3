"""Unpacking the streams of a PDF: a small file can hold very much, and can show it again and again."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf.settings import set_qpdf_limits

from pipeline.gate.limits import PDF_BYTES, PDF_FONT_CODES, PDF_STREAM_BYTES
from pipeline.verify.errors import UnreadableFileError

# For the whole process. What is packed twice can grow a million times; our files pack everything once.
set_qpdf_limits(flate_max_memory=PDF_STREAM_BYTES, max_stream_filters=1)

_LEAST = 1000
"""Bytes that each stream counts for at least: executing one has a price of its own."""


class Budget:
    """How much of one file may still be unpacked, bytes, and how much its fonts may still say."""

    def __init__(self) -> None:
        self._left = PDF_BYTES
        self._codes = PDF_FONT_CODES

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

    def take_codes(self, count: int) -> None:
        """Take in so many widths or letters of a font. Raise ``UnreadableFileError`` when it is too much.

        A few bytes can say it of very many codes at once.
        """
        self._codes -= count
        if self._codes < 0:
            raise UnreadableFileError("de tabellen van een lettertype zijn onredelijk groot")

    def spend(self, pdf: pikepdf.Pdf) -> None:
        """Spend what a file holds, so that too much is refused before any of it is executed.

        What a page draws counts for every page that draws it. Pictures do not count: nobody unpacks them.
        """
        drawn: set[tuple[int, int]] = set()
        for page in pdf.pages:
            for stream in _contents(page):
                self.unpack(stream)
                drawn.add(stream.objgen)
        for each in pdf.objects:
            if not isinstance(each, pikepdf.Stream) or each.objgen in drawn:
                continue
            if each.get("/Subtype") != "/Image":
                self.unpack(each)


def _contents(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    held = page.obj.get("/Contents")
    for each in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(each, pikepdf.Stream):
            yield each
