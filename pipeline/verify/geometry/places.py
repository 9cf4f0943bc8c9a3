"""Where blocks and text stand on the pages of a finished file, against the house style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.diagnostics import Location
from pipeline.document.nodes import Cover, Letterhead
from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import Margins
from pipeline.verify.geometry.blocks import BESIDE, HEAD_FIELDS
from pipeline.verify.geometry.lines import FoundBlock, Line, left_of
from pipeline.verify.geometry.measure import MM_PER_PT, Measure, Observation, Quantity, missing
from pipeline.verify.geometry.metrics import advance
from pipeline.verify.geometry.sheets import Ruler, Sheets
from pipeline.verify.geometry.words import Words

_NUMBER_ROOM = 0.25
"""White after the number of a heading, as part of the type size: without it the number does not fit."""

STARTS_AT_TOP = {"title", "text", "heading", "label", "term", "entry", "capacity", "name"}
"""What begins exactly at the top of the text when it is the first on a page; a cell has white around it."""


def page_sizes(sheets: Sheets, ruler: Ruler) -> Iterator[Observation]:
    """Yield the width and height of every page."""
    paper, where = ruler.style.page, Location(ruler.shown)
    for page in sheets.pages:
        name = "de bladzijde"
        yield Measure(name, "width", paper.width, page.width, ruler.tolerance, where, page.number)
        yield Measure(name, "height", paper.height, page.height, ruler.tolerance, where, page.number)


def block_places(sheets: Sheets, ruler: Ruler) -> Iterator[Observation]:
    """Yield the places of all that has one of its own, and what is absent."""
    for page, block in sheets.absent:
        yield missing(block.name, ruler.where(block.words[0].source), page)
    for found in sheets.blocks:
        first = found.lines[0]
        yield _measure(ruler, first, "top", found.block.top, ruler.top(first), found.block.name)
        for line in found.lines:
            yield _edge(found, line, ruler)
        yield from _pitches(found, ruler)


def text_places(sheets: Sheets, ruler: Ruler) -> Iterator[Observation]:
    """Yield the places of the text: its first line on every page, and its edges."""
    for _, group in groupby(sorted(sheets.lines, key=lambda line: line.page), lambda line: line.page):
        lines = list(group)
        yield from _first_line(lines, sheets, ruler)
        yield from _right_edge(lines, ruler)
        yield from _last_line(lines, ruler)
        yield from _above_notes(lines, ruler)
    for line in sheets.lines:
        yield from _left_edge(line, ruler)


def signature_places(sheets: Sheets, ruler: Ruler) -> Iterator[Observation]:
    """Yield the distances around the capacity of who signs (house style 1.5)."""
    rows = {words.row for words in sheets.words if words.row >= 0}
    for row in sorted(rows):
        lines = [line for line in sheets.lines if line.words.row == row]
        yield from _autograph_space(lines, ruler)
        yield from _space_above(lines, sheets, ruler)


def _edge(found: FoundBlock, line: Line, ruler: Ruler) -> Measure:
    expected = line.words.left
    assert expected is not None, "words of blocks have an edge"
    if found.block.side == "right":
        return _measure(ruler, line, "right", expected, line.right)
    return _measure(ruler, line, "left", expected, line.left)


def _pitches(found: FoundBlock, ruler: Ruler) -> Iterator[Measure]:
    """Yield the distances between the lines of a block."""
    gaps = dict(zip(map(id, found.block.words), found.block.gaps, strict=True))
    for upper, lower in found.steps:
        expected = lower.words.text.leading * MM_PER_PT
        if lower.words is not upper.words:
            gap = gaps[id(lower.words)]
            expected = 0.0 if gap == BESIDE else expected + gap
        name = f"de afstand tussen de regels van {found.block.name}"
        yield _measure(ruler, lower, "distance", expected, lower.baseline - upper.baseline, name)


def _first_line(lines: Sequence[Line], sheets: Sheets, ruler: Ruler) -> Iterator[Measure]:
    text = [line for line in lines if line.words.role != "note"]
    first = min(text, key=lambda line: line.baseline, default=None)
    if first is None or first.words.role not in STARTS_AT_TOP:
        return
    if first.words.below_picture and first.start == 0:
        return
    expected = _text_top(first.page, sheets, ruler)
    yield _measure(ruler, first, "top", expected, ruler.top(first), "de eerste regel van de tekst")


def _text_top(page: int, sheets: Sheets, ruler: Ruler) -> float:
    """Return where the text of a page begins, mm; long head fields push the text of a letter down."""
    letter, report = ruler.style.letter, ruler.style.report
    match ruler.document.front:
        case Letterhead():
            if page > 1:
                return letter.body_top_follow
            box = letter.head_fields
            fields = sheets.block(HEAD_FIELDS)
            if fields is None:
                return letter.body_top_first
            last = fields.lines[-1]
            bottom = ruler.top(last) + last.words.text.leading * MM_PER_PT
            return letter.body_top_first + max(0.0, bottom - box.y - box.height)
        case Cover():
            return report.cover_title_top if page == 1 else report.margins.top
        case _:
            return report.margins.top


def _right_edge(lines: Sequence[Line], ruler: Ruler) -> Iterator[Measure]:
    """Yield where each kind of text ends that comes furthest: not beyond the right margin, or its cell."""
    margin = ruler.style.page.width - _margins(ruler).right
    furthest: dict[str, tuple[float, Line]] = {}
    for line in lines:
        name, right = line.words.name, line.words.right
        limit = margin if right is None else min(margin, right)
        if name not in furthest or line.right - limit > furthest[name][1].right - furthest[name][0]:
            furthest[name] = limit, line
    for limit, line in furthest.values():
        yield _measure(ruler, line, "right", limit, max(limit, line.right))


def _last_line(lines: Sequence[Line], ruler: Ruler) -> Iterator[Measure]:
    """Yield where the text ends: notes stand on the lower margin, other text does not go below it."""
    if isinstance(ruler.document.front, Cover) and lines[0].page == 1:
        return
    limit = ruler.style.page.height - _margins(ruler).bottom
    last = max(lines, key=lambda line: line.baseline)
    bottom = ruler.top(last) + last.words.text.leading * MM_PER_PT
    found = bottom if last.words.role == "note" else max(limit, bottom)
    yield _measure(ruler, last, "bottom", limit, found)


def _above_notes(lines: Sequence[Line], ruler: Ruler) -> Iterator[Measure]:
    """Yield where the text above the notes of a page ends: not below the top of the first note."""
    tops = [ruler.top(line) for line in lines if line.words.role == "note"]
    text = [line for line in lines if line.words.role != "note"]
    if tops and text:
        last = max(text, key=lambda line: line.baseline)
        bottom = ruler.top(last) + last.words.text.leading * MM_PER_PT
        limit = min(tops)
        yield _measure(ruler, last, "bottom", limit, max(limit, bottom), "de tekst boven de noten")


def _left_edge(line: Line, ruler: Ruler) -> Iterator[Measure]:
    words = line.words
    if words.left is None or line.is_raised(line.pieces[0]):
        return
    if line.start > 0 or not words.lead:
        yield _measure(ruler, line, "left", words.left, line.left)
        return
    yield _measure(ruler, line, "left", words.lead_left, line.left, "het nummer van " + words.name)
    after = next((piece.shown for piece in line.pieces if piece.start == words.lead), None)
    if after is not None and number_fits(words, ruler.style):
        yield _measure(ruler, line, "left", words.left, left_of(after, line.space))


def number_fits(words: Words, style: HouseStyle) -> bool:
    """Whether the number of a heading leaves white in its column; a wider one moves the words."""
    if not words.lead or words.left is None:
        return True
    # As wide as in bold letters, and with room after it: as a writer of files must count beforehand.
    width = advance(words.characters[: words.lead], style, bold=True) + _NUMBER_ROOM
    return width * words.text.size * MM_PER_PT <= words.left - words.lead_left


def _autograph_space(lines: Sequence[Line], ruler: Ruler) -> Iterator[Measure]:
    capacities = [line for line in lines if line.words.role == "capacity"]
    letter, leading = ruler.style.letter, ruler.style.styles.body.leading * MM_PER_PT
    for name in (line for line in lines if line.words.role == "name" and line.start == 0):
        above = [line.baseline for line in capacities if line.page == name.page]
        if above:
            expected = (letter.signature_space + 1) * leading
            found = name.baseline - max(above)
            yield _measure(ruler, name, "distance", expected, found, "de afstand tussen functie en naam")


def _space_above(lines: Sequence[Line], sheets: Sheets, ruler: Ruler) -> Iterator[Measure]:
    """Yield the distance to the text before the first signatures, where that is plain text."""
    first = next((line for line in lines if line.words.role == "capacity" and line.start == 0), None)
    if first is None:
        return
    at = next(index for index, words in enumerate(sheets.words) if words is first.words)
    before = sheets.words[at - 1] if at else None
    if before is None or before.role != "text":
        return
    above = [line for line in sheets.lines if line.words is before and line.page == first.page]
    if above:
        expected = (ruler.style.letter.signature_before + 1) * ruler.style.styles.body.leading * MM_PER_PT
        found = first.baseline - above[-1].baseline
        name = "de afstand tussen de tekst en de ondertekening"
        yield _measure(ruler, first, "distance", expected, found, name)


def _margins(ruler: Ruler) -> Margins:
    is_letter = isinstance(ruler.document.front, Letterhead)
    return (ruler.style.letter if is_letter else ruler.style.report).margins


def _measure(
    ruler: Ruler, line: Line, quantity: Quantity, expected: float, found: float, name: str = ""
) -> Measure:
    where = ruler.where(line.words.source)
    return Measure(name or line.words.name, quantity, expected, found, ruler.tolerance, where, line.page)
