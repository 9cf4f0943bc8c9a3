"""Letters, leading and colours on the pages of a PDF, against the house style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import TextStyle
from pipeline.verify.geometry.alignment import Placed
from pipeline.verify.geometry.lines import Line
from pipeline.verify.geometry.measure import (
    LEADING_TOLERANCE,
    LETTER_TOLERANCE,
    MM_PER_PT,
    Measure,
    Observation,
    amount,
    capital,
)
from pipeline.verify.geometry.metrics import Slant, face, named_face, slant_of
from pipeline.verify.geometry.sheets import Ruler, Sheets
from pipeline.verify.pdf.marks import PageContent, Run, Shape

CONTRAST = 4.5
"""Least contrast of text and what is behind it (WCAG 2.1, 1.4.3)."""

_SLANTS: dict[Slant, str] = {
    "regular": "gewone letters",
    "bold": "vette letters",
    "italic": "cursieve letters",
    "bold_italic": "vette cursieve letters",
}


def letters(sheets: Sheets, ruler: Ruler) -> Iterator[Observation]:
    """Yield type size and face of all words, and fonts that are not of the house style."""
    for line in _all_lines(sheets):
        for piece in line.pieces:
            yield from _letters(piece, line, ruler)
    yield from _families(sheets.pages, ruler)


def leadings(sheets: Sheets, ruler: Ruler) -> Iterator[Measure]:
    """Yield the distance between the lines of each paragraph, and of blocks where no white is between."""
    for found in sheets.blocks:
        gaps = dict(zip(map(id, found.block.words), found.block.gaps, strict=True))
        for upper, lower in found.steps:
            if lower.words is upper.words or gaps[id(lower.words)] == 0:
                yield _leading(upper, lower, ruler)
    for upper, lower in pairwise(sheets.lines):
        follows = lower.words is upper.words and lower.page == upper.page and lower.start >= upper.end
        # A line of one raised call of a note has no baseline of its own.
        if not follows or any(all(map(line.is_raised, line.pieces)) for line in (upper, lower)):
            continue
        yield _leading(upper, lower, ruler)


def _leading(upper: Line, lower: Line, ruler: Ruler) -> Measure:
    words = lower.words
    found = (lower.baseline - upper.baseline) / MM_PER_PT
    where = ruler.where(words.source)
    return Measure(words.name, "leading", words.text.leading, found, LEADING_TOLERANCE, where, lower.page)


def colours(sheets: Sheets, ruler: Ruler) -> Iterator[Diagnostic]:
    """Yield words in another colour than theirs or too pale, and colours that the house style does not know.

    Pictures are left out: what they show is theirs.
    """
    fills = [tuple(shape for shape in page.shapes if shape.kind == "fill") for page in sheets.pages]
    for line in _all_lines(sheets):
        for piece in line.pieces:
            yield from _colour(piece, line, ruler)
            yield from _contrast(piece.shown, line, fills[line.page - 1], ruler)
    yield from _strange_colours(sheets.pages, ruler)


@lru_cache(maxsize=1024)
def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours ``#rrggbb``, 1 to 21 (WCAG 2.1)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def house_colours(style: HouseStyle) -> frozenset[str]:
    """Return every colour of the house style."""
    return frozenset(style.colors.model_dump().values())


def _all_lines(sheets: Sheets) -> Iterable[Line]:
    return chain(chain.from_iterable(block.lines for block in sheets.blocks), sheets.lines)


def _letters(piece: Placed[Run], line: Line, ruler: Ruler) -> Iterator[Observation]:
    words, run = piece.words, piece.shown
    text: TextStyle = words.text
    where = ruler.where(words.source)
    if line.is_raised(piece):
        call = ruler.style.styles.footnote_call
        yield Measure("een nootcijfer", "size", call.size, run.size, LETTER_TOLERANCE, where, piece.page)
        return
    yield Measure(words.name, "size", text.size, run.size, LETTER_TOLERANCE, where, piece.page)
    _, found = named_face(run.font)
    for part in words.pieces_between(piece.start, piece.end):
        expected = slant_of(bold=part.bold, italic=part.italic)
        if expected != found:
            said = f"{capital(words.name)} heeft op bladzijde {piece.page} {_SLANTS[found]}"
            yield Diagnostic(Code.GEOMETRY, f"{said}; de huisstijl vraagt {_SLANTS[expected]}.", where)


def _families(pages: Iterable[PageContent], ruler: Ruler) -> Iterator[Diagnostic]:
    """Yield each font of another family once. Never a font of the system: nobody else may have it."""
    own = face(ruler.style).family
    strange = {run.font: page.number for page in reversed(tuple(pages)) for run in page.runs}
    for font, page in sorted(strange.items()):
        if named_face(font)[0] != own:
            message = f"Op bladzijde {page} staat het lettertype “{font}”, dat niet bij de huisstijl hoort."
            yield Diagnostic(Code.GEOMETRY, message, Location(ruler.shown))


def _colour(piece: Placed[Run], line: Line, ruler: Ruler) -> Iterator[Diagnostic]:
    words, found = line.words, piece.shown.color
    for part in words.pieces_between(piece.start, piece.end):
        if part.color != found:
            shown = found or "van een patroon"
            said = f"{capital(words.name)} heeft op bladzijde {piece.page} de kleur {shown}"
            message = f"{said} in plaats van {part.color}."
            yield Diagnostic(Code.GEOMETRY, message, ruler.where(words.source))


def _contrast(run: Run, line: Line, fills: Sequence[Shape], ruler: Ruler) -> Iterator[Diagnostic]:
    behind = _behind(run, fills)
    if not run.color or not behind:
        # A pattern has no single colour to compare; that it is there is a finding of its own.
        return
    found = contrast(run.color, behind)
    if found < CONTRAST:
        message = (
            f"{capital(line.words.name)} heeft op bladzijde {line.page} te weinig contrast: {run.color} op "
            f"{behind} is {amount(found)} : 1, en {amount(CONTRAST)} : 1 is nodig."
        )
        yield Diagnostic(Code.GEOMETRY, message, ruler.where(line.words.source))


_PAPER = "#ffffff"


def _behind(run: Run, fills: Sequence[Shape]) -> str:
    """Return the colour behind the middle of a run, of the last area painted there; "" for a pattern."""
    x, y = run.x + run.width / 2, run.baseline - run.size * MM_PER_PT / 4
    return next((fill.color for fill in reversed(fills) if _covers(fill, x, y)), _PAPER)


def _covers(shape: Shape, x: float, y: float) -> bool:
    return shape.x <= x <= shape.x + shape.width and shape.y <= y <= shape.y + shape.height


def _strange_colours(pages: Iterable[PageContent], ruler: Ruler) -> Iterator[Diagnostic]:
    """Yield each colour of furniture and of areas that is not of the house style, where it occurs first."""
    known = house_colours(ruler.style)
    seen: set[str] = set()
    for page in pages:
        marks = chain(page.runs, page.shapes)
        for color in (mark.color for mark in marks if mark.artifact and mark.color):
            if color not in known and color not in seen:
                seen.add(color)
                message = (
                    f"Op bladzijde {page.number} staat de kleur {color}, die niet bij de huisstijl hoort."
                )
                yield Diagnostic(Code.GEOMETRY, message, Location(ruler.shown))


def _luminance(color: str) -> float:
    """Return relative luminance (WCAG 2.1)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
