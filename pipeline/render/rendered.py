"""What a renderer gives back, for who has no need of the renderer itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.diagnostics import Diagnostic, Source
from pipeline.document.pdf_standard import PdfStandard


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph, heading, cell line, note or figure on a page.

    The box is in mm from the left and upper edge of the page; a paragraph that runs over has one on each.
    """

    source: Source
    words: str
    """What it says, on one line; whole, also where it runs over."""
    page: int
    """From 1."""
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class RenderedPdf:
    """A PDF and what is known of it.

    ``page_map`` tells on which page each heading with an id begins, as the page number is printed.
    ``diagnostics`` holds an error for everything that does not fit; ``data`` is complete even then.
    """

    data: bytes
    pages: int
    page_map: Mapping[str, int]
    diagnostics: tuple[Diagnostic, ...]
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """Pages to look at: a PDF without tags, metadata and attachments, and the way to the finished file.

    ``finish`` gives that file from the same layout, with all that was found in the draft and while finishing.
    """

    pdf: RenderedPdf
    finish: Callable[[PdfStandard], RenderedPdf]
