"""Areas, lines and pictures on the pages of a PDF: emblem, coloured block, lines of notes and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.diagnostics import Location
from pipeline.document.nodes import Cover, Letterhead
from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import Box
from pipeline.verify.geometry.measure import (
    MM_PER_PT,
    THICKNESS_TOLERANCE,
    Measure,
    Observation,
    Quantity,
    missing,
)
from pipeline.verify.geometry.sheets import Ruler, Sheets
from pipeline.verify.pdf.file import PdfFile
from pipeline.verify.pdf.marks import PageContent, Shape

_THIN = 1.0
"""What is lower than this, mm, is a line."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle as it was found, mm from the top left corner."""

    x: float
    y: float
    width: float
    height: float


def shape_places(file: PdfFile, sheets: Sheets, ruler: Ruler) -> Iterator[Observation]:
    """Yield the places and sizes of everything that is no text."""
    yield from emblem(file, ruler)
    yield from cover_block(file.pages[0], ruler)
    yield from note_rules(sheets, ruler)
    yield from table_rules(file.pages, ruler)


def emblem(file: PdfFile, ruler: Ruler) -> Iterator[Observation]:
    """Yield place and size of the sender's logo, or of the empty place for it.

    A logo has proportions of its own, so it is held to be no higher than its place.
    """
    front, page = ruler.document.front, file.pages[0]
    if not isinstance(front, Letterhead | Cover):
        return
    expected = emblem_box(front, ruler.style)
    if front.logo is None:
        dashes = [shape for shape in page.shapes if shape.color == ruler.style.colors.placeholder]
        found = _around(dashes)
    else:
        found = _logo(file, front.logo_alt)
        if found and found.height < expected.height:
            found = replace(found, height=expected.height)
    yield from _box("de plaats van het logo", expected, found, ruler)


def emblem_box(front: Letterhead | Cover, style: HouseStyle) -> Box:
    """Return where the emblem stands, without the white below it."""
    if isinstance(front, Letterhead):
        return style.letter.emblem.model_copy(update={"height": style.letter.emblem_height})
    return style.report.emblem


def cover_block_box(style: HouseStyle) -> Box:
    """Return where the coloured lower part of a cover is."""
    top = style.report.cover_block_top
    return Box(x=0, y=top, width=style.page.width, height=style.page.height - top)


def cover_block(page: PageContent, ruler: Ruler) -> Iterator[Observation]:
    """Yield place and size of the coloured lower part of a cover."""
    if not isinstance(ruler.document.front, Cover):
        return
    color = ruler.style.colors.hemelblauw
    found = _around(shape for shape in page.shapes if shape.kind == "fill" and shape.color == color)
    yield from _box("het gekleurde vlak van het omslag", cover_block_box(ruler.style), found, ruler)


def sides(expected: Box, found: Area) -> tuple[tuple[Quantity, float, float], ...]:
    """Return the four measures of a rectangle, each with what it should be and what it is."""
    return (
        ("left", expected.x, found.x),
        ("top", expected.y, found.y),
        ("width", expected.width, found.width),
        ("height", expected.height, found.height),
    )


def note_rules(sheets: Sheets, ruler: Ruler) -> Iterator[Observation]:
    """Yield place, width and thickness of the line above the notes of each page."""
    expected, left = ruler.style.footnote_rule, _text_left(ruler)
    name, where = "de lijn boven de noten", Location(ruler.shown)
    firsts: dict[int, float] = {}
    for line in sheets.lines:
        if line.words.role == "note":
            firsts[line.page] = min(firsts.get(line.page, line.baseline), line.baseline)
    for page in sheets.pages:
        first = firsts.get(page.number)
        if first is None:
            continue
        above = [shape for shape in _thin(page.shapes, ruler.style.colors.text) if shape.y < first]
        found = max(above, key=lambda shape: shape.y, default=None)
        if found is None:
            yield missing(name, where, page.number)
            continue
        thickness = expected.thickness * MM_PER_PT
        yield Measure(name, "left", left, found.x, ruler.tolerance, where, page.number)
        yield Measure(name, "width", expected.width, found.width, ruler.tolerance, where, page.number)
        yield Measure(name, "thickness", thickness, found.height, THICKNESS_TOLERANCE, where, page.number)


def table_rules(pages: Iterable[PageContent], ruler: Ruler) -> Iterator[Measure]:
    """Yield the thickness of the lines of tables."""
    expected = ruler.style.table.rule * MM_PER_PT
    where = Location(ruler.shown)
    for page in pages:
        for rule in _thin(page.shapes, ruler.style.colors.rule):
            yield Measure(
                "een lijn van een tabel",
                "thickness",
                expected,
                rule.height,
                THICKNESS_TOLERANCE,
                where,
                page.number,
            )


def _box(name: str, expected: Box, found: Area | None, ruler: Ruler) -> Iterator[Observation]:
    where = Location(ruler.shown)
    if found is None:
        yield missing(name, where, 1)
        return
    for quantity, wanted, measured in sides(expected, found):
        yield Measure(name, quantity, wanted, measured, ruler.tolerance, where, 1)


def _around(shapes: Iterable[Shape]) -> Area | None:
    """Return the area that holds all of these shapes, ``None`` when there are none."""
    found = list(shapes)
    if not found:
        return None
    left, top = min(each.x for each in found), min(each.y for each in found)
    right = max(each.x + each.width for each in found)
    bottom = max(each.y + each.height for each in found)
    return Area(left, top, right - left, bottom - top)


def _logo(file: PdfFile, alt: str) -> Area | None:
    """Return where the picture with this text alternative stands on the first page."""
    for element in file.root.walk() if file.root else ():
        if element.tag == "Figure" and element.alt == alt and element.page == 1 and element.bbox:
            left, bottom, right, top = (side * MM_PER_PT for side in element.bbox)
            return Area(left, file.pages[0].height - top, right - left, top - bottom)
    return None


def _thin(shapes: Iterable[Shape], color: str) -> Iterator[Shape]:
    return (shape for shape in shapes if shape.color == color and shape.height < _THIN < shape.width)


def _text_left(ruler: Ruler) -> float:
    is_letter = isinstance(ruler.document.front, Letterhead)
    return (ruler.style.letter if is_letter else ruler.style.report).margins.left
