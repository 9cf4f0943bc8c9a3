"""The pages of a document as they were last laid out, and what stands where on them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.content.project import Project
from pipeline.diagnostics import Location, Source
from pipeline.preview.page_names import page_names
from pipeline.preview.pages import page_sizes
from pipeline.render.rendered import Place, RenderedPdf

_VERSION = 16
"""Characters of the checksum that name a version; they only tell apart what one session has shown."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page and the line in YAML that it came from."""

    place: Place
    at: Location


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF with what is known of its pages."""

    version: str
    """Equal for equal bytes."""
    data: bytes
    sizes: tuple[tuple[float, float], ...]
    """Width and height of each page in mm."""
    names: tuple[str, ...]
    """The name of each page: pages with the same name look the same."""
    spots: tuple[Spot, ...]

    def moved(self, project: Project) -> Printed:
        """Return the same pages with the lines where their values stand now, as far as files can be read."""
        return replace(self, spots=tuple(_moved(spot, project) for spot in self.spots))

    def nearest(self, source: Source | Location) -> Spot | None:
        """Return where a finding is to be seen: its own value, or else what was printed just before it."""
        if isinstance(source, Source):
            own = [spot for spot in self.spots if _belongs(spot.place.source, source)]
            if own:
                return min(own, key=lambda spot: abs(spot.place.source.line - source.line))
            return None
        before = [spot for spot in self.spots if spot.at.file == source.file and spot.at.line <= source.line]
        return max(before, key=lambda spot: spot.at.line, default=None)


def printed(pdf: RenderedPdf, project: Project) -> Printed:
    """Return what the preview keeps of a PDF."""
    return Printed(
        version=hashlib.sha256(pdf.data).hexdigest()[:_VERSION],
        data=pdf.data,
        sizes=page_sizes(pdf.data),
        names=page_names(pdf.data),
        spots=tuple(_spots(pdf, project)),
    )


def _spots(pdf: RenderedPdf, project: Project) -> Iterator[Spot]:
    return (Spot(place, project.locate(place.source)) for place in pdf.places)


def _moved(spot: Spot, project: Project) -> Spot:
    # Where a file cannot be read as YAML now, its old lines are the best that is known.
    source = spot.place.source
    return replace(spot, at=project.locate(source)) if source.file in project.typed else spot


def _belongs(printed_value: Source, about: Source) -> bool:
    """Whether a finding is about a value that was printed, or about the entry that the value is part of."""
    depth = min(len(printed_value.path), len(about.path))
    return printed_value.file == about.file and depth > 0 and printed_value.path[:depth] == about.path[:depth]
