"""The letters of the house style: what their files say of height and width, and how a face is named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from fontTools.ttLib import TTFont

from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import TextStyle
from pipeline.verify.geometry.measure import MM_PER_PT

Slant = Literal["regular", "bold", "italic", "bold_italic"]

_USE_TYPO_METRICS = 1 << 7
"""Bit of ``fsSelection`` that makes the typographic ascender count (OpenType, OS/2)."""
_SEPARATORS = re.compile(r"[^a-z0-9]")
_BOLD = re.compile("semibold|demibold|bold")
_ITALIC = re.compile("italic|oblique")
_PLAIN = re.compile("regular|book|roman$")

OFFICE_ASCENT = 0.8
"""Part of a line of exact height that LibreOffice puts above the baseline, whatever the letters."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font as its file describes it, as parts of the type size. ``family`` has small letters only."""

    family: str
    ascent: float
    descent: float
    space: float


def face(style: HouseStyle, slant: Slant = "regular") -> Face:
    """Return a face of the house style, from its file."""
    files = style.fonts
    font = {
        "regular": files.regular,
        "bold": files.bold,
        "italic": files.italic,
        "bold_italic": files.bold_italic,
    }[slant]
    return _read(style.folder / font.path)


def slant_of(*, bold: bool, italic: bool) -> Slant:
    """Return the name of the face that is bold or not and italic or not."""
    if bold:
        return "bold_italic" if italic else "bold"
    return "italic" if italic else "regular"


@lru_cache(maxsize=256)
def named_face(font: str) -> tuple[str, Slant]:
    """Return the family (small letters and digits) and face that a PostScript name means.

    Writers differ: one calls the same file ``DejaVuSans-BoldOblique``, another ``DejaVu-Sans-Bold-Italic``.
    """
    plain = _SEPARATORS.sub("", font.lower())
    slant = slant_of(bold=bool(_BOLD.search(plain)), italic=bool(_ITALIC.search(plain)))
    return _PLAIN.sub("", _ITALIC.sub("", _BOLD.sub("", plain))), slant


def advance(characters: str, style: HouseStyle, *, bold: bool = False) -> float:
    """Return how wide characters on one line are, in parts of the type size."""
    widths, absent = _widths(style.folder / (style.fonts.bold if bold else style.fonts.regular).path)
    return sum(widths.get(character, absent) for character in characters)


def css_baseline(text: TextStyle, letters: Face) -> float:
    """Return how far the baseline lies below the top of a line, mm.

    Half of the white space in a line goes above the letters (CSS 2.2, 10.8.1).
    """
    half_leading = (text.leading - (letters.ascent + letters.descent) * text.size) / 2
    return (half_leading + letters.ascent * text.size) * MM_PER_PT


def office_baseline(text: TextStyle) -> float:
    """Return how far LibreOffice's baseline lies below the top of a line of exact height, mm."""
    return OFFICE_ASCENT * text.leading * MM_PER_PT


@lru_cache(maxsize=16)
def _read(path: Path) -> Face:
    with TTFont(path, lazy=True) as opened:
        font: Any = opened  # fontTools types its tables by their tags, which pyright cannot follow
        unit = font["head"].unitsPerEm
        ascent, descent = _vertical(font)
        name = str(font["name"].getDebugName(6) or path.stem)
        space = font["hmtx"][font.getBestCmap()[ord(" ")]][0]
    return Face(named_face(name)[0], ascent / unit, descent / unit, space / unit)


@lru_cache(maxsize=16)
def _widths(path: Path) -> tuple[dict[str, float], float]:
    """Return the width of every character of a font, and that of the box for one that it does not have."""
    with TTFont(path, lazy=True) as opened:
        font: Any = opened
        unit, table = font["head"].unitsPerEm, font["hmtx"]
        found = {chr(code): table[glyph][0] / unit for code, glyph in font.getBestCmap().items()}
        return found, table[".notdef"][0] / unit


def _vertical(font: Any) -> tuple[float, float]:
    os2, header = font["OS/2"], font["hhea"]
    if os2.fsSelection & _USE_TYPO_METRICS:
        return os2.sTypoAscender, -os2.sTypoDescender
    return header.ascent, -header.descent
