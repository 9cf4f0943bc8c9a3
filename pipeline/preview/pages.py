"""Pages of a PDF as pictures, as wide as a browser asks for."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pypdfium2

MM_PER_PT = 25.4 / 72
NARROWEST, WIDEST = 200, 3000
"""Pixels: what is asked for is brought within these, so that no request asks for gigabytes."""

_QUICK = 1
"""Level of compression of the PNG: the browser is on the same machine, so time counts and size does not."""


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return the width and height of each page in mm."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sizes = [document.get_page_size(index) for index in range(len(document))]
    finally:
        document.close()
    return tuple((width * MM_PER_PT, height * MM_PER_PT) for width, height in sizes)


def page_picture(pdf: bytes, number: int, width: int) -> bytes:
    """Return a page, counted from 1, as PNG of ``width`` pixels. One thread at a time may call this.

    Only what the page itself draws is shown: links have no look of their own.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number - 1]
        pixels = min(max(width, NARROWEST), WIDEST)
        # pypdfium2 declares a whole number for the scale, but takes any.
        scale: Any = pixels / page.get_width()
        picture = page.render(scale=scale, draw_annots=False, rev_byteorder=True).to_pil()
        target = BytesIO()
        picture.save(target, "PNG", compress_level=_QUICK)
        return target.getvalue()
    finally:
        document.close()
