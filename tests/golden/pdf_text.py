"""What a PDF shows: the words of each page, and the pages as pictures."""

from __future__ import annotations

import pypdfium2
from PIL import Image

_DOTS_PER_INCH = 55
_POINTS_PER_INCH = 72


def pdf_text(data: bytes) -> str:
    """Return the words of all pages, in the order in which a reader that copies them gets them."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [
            document[index].get_textpage().get_text_range().replace("\r\n", "\n")
            for index in range(len(document))
        ]
    return "".join(f"== bladzijde {number} ==\n{text.rstrip()}\n\n" for number, text in enumerate(pages, 1))


def pdf_pages(data: bytes) -> dict[str, str | Image.Image]:
    """Return a picture of each page, by the path of its golden file."""
    with pypdfium2.PdfDocument(data) as document:
        return {f"pages/{index + 1:02}.png": _picture(document[index]) for index in range(len(document))}


def _picture(page: pypdfium2.PdfPage) -> Image.Image:
    scale = _DOTS_PER_INCH / _POINTS_PER_INCH
    # The library documents a float, but its types follow the default, which is 1.
    drawn = page.render(scale=scale)  # pyright: ignore[reportArgumentType]
    return drawn.to_pil().convert("RGB")
