"""Measures of the page that follow from the house style, in mm."""

from __future__ import annotations

from pipeline.house_style import HouseStyle

MM_PER_PT = 25.4 / 72


def text_width(style: HouseStyle, letter: bool) -> float:
    """Return the width of the text column."""
    margins = style.letter.margins if letter else style.report.margins
    return style.page.width - margins.left - margins.right


def text_height(style: HouseStyle, letter: bool) -> float:
    """Return the height for text on a page after the first."""
    if letter:
        return style.page.height - style.letter.body_top_follow - style.letter.margins.bottom
    return style.page.height - style.report.margins.top - style.report.margins.bottom


def mm(value: float) -> str:
    """Write a length for CSS, without the noise of binary fractions."""
    return f"{round(value, 4):g}mm"


def pt(value: float) -> str:
    """Write a length in points for CSS."""
    return f"{round(value, 4):g}pt"
