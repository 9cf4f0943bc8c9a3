"""Figures in the structure: each with a text alternative, and with its place where the picture is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.document.nodes import Document, Figure
from pipeline.document.walk import iter_blocks
from pipeline.verify.pdf.content import MM
from pipeline.verify.pdf.faults import Fault
from pipeline.verify.pdf.marks import PageContent
from pipeline.verify.pdf.matrix import Box, around
from pipeline.verify.pdf.structure import Content, Element

TOLERANCE = 1.0
"""How far the place that the structure names may be from that of the picture, mm."""


def figure_faults(
    elements: Sequence[Element], pages: Sequence[PageContent], document: Document
) -> Iterator[Fault]:
    """Return what is wrong with the figures of a file (ISO 14289-1 7.3; ISO 32000-1 14.8.5.4.3 for BBox)."""
    figures = {block.alt: block for block in iter_blocks(document.body) if isinstance(block, Figure)}
    by_number = {page.number: page for page in pages}
    for element in elements:
        if element.tag != "Figure":
            continue
        content = tuple(_own_content(element))
        page = by_number.get(content[0].page if content else element.page)
        alt = (element.alt or "").strip()
        figure = figures.get(alt)
        source = figure.source if figure else None
        where = f"op bladzijde {page.number}" if page else "zonder inhoud"
        if not alt:
            yield Fault(f"De figuur {where} heeft in de PDF geen tekstalternatief.")
        if page is None:
            continue
        if element.bbox is None:
            yield Fault(f"Van de figuur {where} zegt de PDF niet waar zij staat.", source)
        elif not _is_there(Box(*(side * MM for side in element.bbox)), page, content, figure):
            yield Fault(
                f"De figuur {where} staat volgens de structuur van de PDF op een andere plaats.", source
            )


def _own_content(element: Element) -> Iterator[Content]:
    """Return the content of a figure without that of its caption."""
    for kid in element.kids:
        if isinstance(kid, Content):
            yield kid
        elif isinstance(kid, Element) and kid.tag != "Caption":
            yield from _own_content(kid)


def _is_there(place: Box, page: PageContent, content: Iterable[Content], figure: Figure | None) -> bool:
    """Return whether the place that is named is that of the picture. Boxes are in mm from the bottom left.

    A picture of pixels fills its place; a drawing may leave room around what it paints, but is as large as
    the tree says.
    """
    numbers = {each.mcid for each in content if each.page == page.number}
    shapes = [shape for shape in page.shapes if shape.mcid in numbers and not shape.artifact]
    painted = [_box(page, shape.x, shape.y, shape.width, shape.height) for shape in shapes]
    painted += [
        _box(page, run.x, run.baseline, run.width, 0)
        for run in page.runs
        if run.mcid in numbers and not run.artifact and not run.angle
    ]
    if not painted:
        return False
    whole = around(painted)
    # Only the tree tells pixels from a drawing of one shape with a pattern or a gradient.
    pixels = figure.picture.format != "svg" if figure else [shape.kind for shape in shapes] == ["picture"]
    if pixels:
        return place.grown(TOLERANCE, TOLERANCE).holds(whole) and whole.grown(TOLERANCE, TOLERANCE).holds(
            place
        )
    sized = figure is None or (
        abs(place.width - figure.picture.width) <= TOLERANCE
        and abs(place.height - figure.picture.height) <= TOLERANCE
    )
    return sized and place.grown(TOLERANCE, TOLERANCE).holds(whole)


def _box(page: PageContent, x: float, y: float, width: float, height: float) -> Box:
    return Box(x, page.height - y - height, x + width, page.height - y)
