"""What a renderer gives back, for who has no need of the renderer itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.diagnostics import Diagnostic, Source


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
