"""How well a colour stands out against another: for who sees poorly, and for print in black and white."""

from __future__ import annotations

LEAST_TEXT = 4.5
"""Least contrast of text with what is behind it (WCAG 2.1, 1.4.3)."""

LEAST_LARGE = 3.0
"""Least contrast of large text, and of lines and shapes that carry meaning (WCAG 2.1, 1.4.3 and 1.4.11)."""

_LARGE, _LARGE_BOLD = 18.0, 14.0


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours ``#rrggbb``: 1 for the same colour, 21 for black and white.

    It compares luminances only, so it says as much of a print in shades of grey (WCAG 2.1, contrast ratio).
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    """Return the relative luminance of ``#rrggbb``: 0 for black, 1 for white (WCAG 2.1)."""
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def least_contrast(size: float, *, bold: bool) -> float:
    """Return the least contrast of text of ``size`` pt."""
    large = size >= (_LARGE_BOLD if bold else _LARGE)
    return LEAST_LARGE if large else LEAST_TEXT
