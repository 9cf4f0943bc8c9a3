"""Measuring a PDF: where its lines of text stand, in mm from the top left corner of the page."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.document.nodes import Document
from pipeline.house_style import HouseStyle, load_house_style
from pipeline.house_style.tokens import TextStyle
from pipeline.render.pdf import render_pdf
from pipeline.render.rendered import RenderedPdf

MM_PER_PT = 25.4 / 72
ASCENT, DESCENT = 0.928, 0.236
"""Of DejaVu Sans, as parts of the type size."""


@dataclass(frozen=True)
class Line:
    """Words on one baseline that begin at ``x``."""

    words: str
    x: float
    right: float
    baseline: float

    def top(self, style: TextStyle) -> float:
        """Return the top of the line box in which CSS sets this line, half of the leading above it."""
        half_leading = (style.leading - (ASCENT + DESCENT) * style.size) / 2
        return self.baseline - (half_leading + ASCENT * style.size) * MM_PER_PT


@cache
def house_style() -> HouseStyle:
    folder = Path(__file__).parents[3] / "templates" / "huisstijl"
    style, problems = load_house_style(folder, "templates/huisstijl")
    assert style is not None, problems
    return style


def render(document: Document) -> RenderedPdf:
    return render_pdf(document, house_style())


def lines(data: bytes, page: int) -> list[Line]:
    """Return the lines of a page (counted from 1), from top to bottom and left to right.

    Words that are far apart on one baseline, such as the text and the reference column, are separate lines.
    """
    with pypdfium2.PdfDocument(data) as document:
        sheet = document[page - 1]
        height = sheet.get_height()
        characters = _characters(sheet.get_textpage())
    found: list[Line] = []
    for word, x, right, y in characters:
        baseline = (height - y) * MM_PER_PT
        last = found[-1] if found else None
        if last and abs(last.baseline - baseline) < 0.05 and -3 < x * MM_PER_PT - last.right < 3:
            found[-1] = Line(last.words + word, last.x, right * MM_PER_PT, baseline)
        elif not word.isspace():
            found.append(Line(word, x * MM_PER_PT, right * MM_PER_PT, baseline))
    return sorted(found, key=lambda line: (round(line.baseline, 1), line.x))


def line(data: bytes, page: int, start: str) -> Line:
    """Return the first line of a page that begins with these words."""
    for found in lines(data, page):
        if found.words.startswith(start):
            return found
    raise AssertionError(
        f"no line on page {page} begins with {start!r}: {[one.words for one in lines(data, page)]}"
    )


def page_text(data: bytes, page: int) -> str:
    return "\n".join(found.words.rstrip() for found in lines(data, page))


def _characters(text: pypdfium2.PdfTextPage) -> list[tuple[str, float, float, float]]:
    found: list[tuple[str, float, float, float]] = []
    for index in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text, index):
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        found.append((character, x.value, box.right, y.value))
    return found
