"""How wide words are in the house style's letters, where Word needs a measure beforehand."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from pathlib import Path

from PIL import ImageFont

from pipeline.house_style import HouseStyle
from pipeline.render.docx.oxml import mm_pt, pt_mm

_UNITS = 1000


def text_width(words: str, size: float, style: HouseStyle, *, bold: bool = False) -> float:
    """Return the width in mm of words on one line, ``size`` in points."""
    return pt_mm(_face_of(style, bold=bold).getlength(words) / _UNITS * size)


def ink_size(words: str, size: float, style: HouseStyle, *, bold: bool = False) -> tuple[float, float]:
    """Return width and height in mm of what words on one line blacken, ``size`` in points."""
    left, top, right, bottom = _face_of(style, bold=bold).getbbox(words)
    return pt_mm((right - left) / _UNITS * size), pt_mm((bottom - top) / _UNITS * size)


def line_count(words: str, size: float, width: float, style: HouseStyle, *, bold: bool = False) -> int:
    """Return how many lines words take in a column of ``width`` mm, broken at spaces; at least one."""
    lines = 0
    for line in words.split("\n"):
        lines += _broken(line, mm_pt(width) / size * _UNITS, _face_of(style, bold=bold))
    return lines


def tab_position(number: str, size: float, step: float, style: HouseStyle, *, bold: bool) -> float:
    """Return where the text after a number begins, in mm: the first multiple of ``step`` with room."""
    room = pt_mm(size / 4)
    return step * ceil((text_width(number, size, style, bold=bold) + room) / step)


def number_in_words(number: str) -> bool:
    """Whether a number is words ("Bijlage 1") and stands in the line, not in the column of numbers."""
    return not number[:1].isdigit()


def _broken(line: str, limit: float, face: ImageFont.FreeTypeFont) -> int:
    count, current = 1, ""
    for word in line.split(" "):
        longer = f"{current} {word}" if current else word
        if current and face.getlength(longer) > limit:
            count, current = count + 1, word
        else:
            current = longer
    return count


def _face_of(style: HouseStyle, *, bold: bool) -> ImageFont.FreeTypeFont:
    return _face(style.folder / (style.fonts.bold if bold else style.fonts.regular).path)


@lru_cache(maxsize=8)
def _face(path: Path) -> ImageFont.FreeTypeFont:
    # The basic layout engine is part of Pillow; the other one depends on what the machine has.
    return ImageFont.truetype(path, _UNITS, layout_engine=ImageFont.Layout.BASIC)
