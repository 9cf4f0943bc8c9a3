"""Whether a file is a font that documents can be printed with, before anything is laid out with it."""

from __future__ import annotations

import io
from functools import lru_cache

_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp", "name", "post")
"""Tables that layout, PDF and the measuring of pages read (OpenType 1.9, "Required Tables")."""
_OUTLINES = ("glyf", "CFF ", "CFF2")
_KNOWN = 16
"""Fonts of which is remembered whether they are sound: the four faces of some house styles."""


@lru_cache(maxsize=_KNOWN)
def is_usable_font(data: bytes) -> bool:
    """Whether every table that is needed can be read, and letters have outlines."""
    # Imported here: a build that is recalled reads no fonts.
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    try:
        with TTFont(io.BytesIO(data), lazy=True) as font:
            for table in _NEEDED:
                _ = font[table]
            widths, glyphs = font["hmtx"].metrics, font.getGlyphOrder()
            outlines = any(table in font for table in _OUTLINES)
            return bool(font.getBestCmap()) and outlines and set(glyphs) <= set(widths)
    except Exception:
        # The library raises whatever comes up in a broken table: it says little more than that it is broken.
        return False
