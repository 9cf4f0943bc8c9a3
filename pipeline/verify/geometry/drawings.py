"""Drawings, lines and colours of a Word file, against the house style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.document.nodes import Cover, Letterhead
from pipeline.house_style.tokens import Box
from pipeline.verify.docx.markup import Element, child, name, number, value
from pipeline.verify.docx.reading import DocxFile
from pipeline.verify.geometry.measure import (
    MM_PER_PT,
    THICKNESS_TOLERANCE,
    Measure,
    Observation,
    missing,
)
from pipeline.verify.geometry.shapes import Area, cover_block_box, emblem_box, sides
from pipeline.verify.geometry.typography import house_colours
from pipeline.verify.geometry.written import mm
from pipeline.verify.subject import Subject

_EMU_PER_MM = 36_000
_BORDER_UNITS_PER_PT = 8
_BORDERS = ("w:top", "w:bottom", "w:insideH")
_COLOURED = {
    name("w:color"): name("w:val"),
    name("w:shd"): name("w:fill"),
    name("a:srgbClr"): "val",
    name("v:shape"): "fillcolor",
    **{
        name(f"w:{side}"): name("w:color")
        for side in ("top", "bottom", "left", "right", "insideH", "insideV")
    },
}
"""Elements that name a colour, with the attribute that holds it."""


def drawing_places(furniture: Iterable[Element], subject: Subject, tolerance: float) -> Iterator[Observation]:
    """Yield place and size of the emblem and of the coloured part of a cover, in furniture of page 1."""
    front = subject.document.front
    if not isinstance(front, Letterhead | Cover):
        return
    anchors = [anchor for part in furniture for anchor in part.iter(name("wp:anchor"))]
    named = (anchor for anchor in anchors if _described(anchor) == front.logo_alt)
    where = Location(subject.shown_docx)
    emblem = emblem_box(front, subject.style)
    found = _area(next(named, None))
    if found and front.logo and found.height < emblem.height:
        # A logo has proportions of its own, so it is held to be no higher than its place.
        found = replace(found, height=emblem.height)
    yield from _box("de plaats van het logo", emblem, found, tolerance, where)
    if isinstance(front, Cover):
        color = subject.style.colors.hemelblauw
        filled = (anchor for anchor in anchors if color in _colours(anchor))
        block, expected = _area(next(filled, None)), cover_block_box(subject.style)
        yield from _box("het gekleurde vlak van het omslag", expected, block, tolerance, where)


def table_lines(file: DocxFile, subject: Subject) -> Iterator[Measure]:
    """Yield the thickness of the lines of tables and the white in their cells, as their style says."""
    layout, where = subject.style.table, Location(subject.shown_docx)
    for borders in () if file.style_sheet is None else file.style_sheet.iter(name("w:tblBorders")):
        for side in _BORDERS:
            eighths = number(value(child(borders, side), "w:sz")) or 0
            found = eighths / _BORDER_UNITS_PER_PT * MM_PER_PT
            rule = layout.rule * MM_PER_PT
            yield Measure("een lijn van een tabel", "thickness", rule, found, THICKNESS_TOLERANCE, where)
        margins = child(borders.getparent(), "w:tblCellMar")
        for side, expected in (("w:left", layout.padding_x), ("w:top", layout.padding_y)):
            found = mm(number(value(child(margins, side), "w:w")) or 0)
            cell = "de witruimte in een cel van een tabel"
            yield Measure(cell, "distance", expected, found, THICKNESS_TOLERANCE, where)


def colour_findings(file: DocxFile, subject: Subject) -> Iterator[Diagnostic]:
    """Yield each colour that the file names and the house style does not know. Pictures are other parts."""
    known = house_colours(subject.style)
    named = {color for root in file.roots.values() for color in _colours(root)}
    for color in sorted(named - known):
        message = f"Het Word-bestand noemt de kleur {color}, die niet bij de huisstijl hoort."
        yield Diagnostic(Code.GEOMETRY, message, Location(subject.shown_docx))


def _box(
    block: str, expected: Box, found: Area | None, tolerance: float, where: Location
) -> Iterator[Observation]:
    if found is None:
        yield missing(block, where)
        return
    for quantity, wanted, measured in sides(expected, found):
        yield Measure(block, quantity, wanted, measured, tolerance, where)


def _described(anchor: Element) -> str:
    properties = child(anchor, "wp:docPr")
    return "" if properties is None else properties.get("descr", "")


def _area(anchor: Element | None) -> Area | None:
    """Return where a drawing stands, ``None`` when it does not say so from the corner of the page."""
    places = [child(anchor, "wp:positionH"), child(anchor, "wp:positionV")]
    extent = child(anchor, "wp:extent")
    if extent is None or any(place is None or place.get("relativeFrom") != "page" for place in places):
        return None
    x, y = (_offset(child(place, "wp:posOffset")) for place in places)
    width, height = (_millimetres(extent.get(side, "")) for side in ("cx", "cy"))
    return Area(x, y, width, height)


def _offset(element: Element | None) -> float:
    return _millimetres("" if element is None else element.text or "")


def _millimetres(emu: str) -> float:
    return (number(emu) or 0) / _EMU_PER_MM


def _colours(root: Element) -> Iterator[str]:
    """Yield the colours that a part names, as ``#rrggbb``."""
    for element in root.iter(*_COLOURED):
        said = element.get(_COLOURED[str(element.tag)], "").lower().removeprefix("#")
        if said not in {"", "auto", "f", "none"}:
            yield f"#{said}"
