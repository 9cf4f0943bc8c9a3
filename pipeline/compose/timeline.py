"""The planning figure: milestones on a line of years, drawn from the data.

Colour is never the only sign: each milestone has its number, its title and a mark, and the table of
milestones says the same in words.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from fontTools.ttLib import TTFont

from pipeline.content.models.agenda import Mijlpaal
from pipeline.document.nodes import Picture
from pipeline.house_style import HouseStyle

_PT = 25.4 / 72
_LABEL_SHARE = 0.46
"""Part of the width that the titles take; the years take the rest."""
_DAYS = 365.25


@dataclass(frozen=True, slots=True)
class _Scale:
    """From dates to mm: the first of January of ``first`` stands at ``left``."""

    first: int
    years: int
    left: float
    width: float

    def x(self, day: datetime.date) -> float:
        passed = (day - datetime.date(self.first, 1, 1)).days / _DAYS
        return round(self.left + self.width * min(max(passed / self.years, 0), 1), 2)


def draw_timeline(milestones: tuple[Mijlpaal, ...], style: HouseStyle) -> Picture:
    """Draw milestones (at least one) as wide as the text of a report; the height follows their number."""
    margins = style.report.margins
    width = style.page.width - margins.left - margins.right
    leading = style.styles.reference.leading * _PT
    label_width = width * _LABEL_SHARE
    first = min(milestone.moment.first.year for milestone in milestones)
    last = max(milestone.moment.last.year for milestone in milestones)
    scale = _Scale(first, last - first + 1, label_width, width - label_width - leading / 2)

    font = style.folder / style.fonts.regular.path
    size = style.styles.reference.size
    labels = [
        _wrap(f"{n}. {each.titel}", font, size, label_width - leading) for n, each in enumerate(milestones, 1)
    ]
    top = leading * 1.6
    rows = [max(len(lines), 1) * leading + leading * 0.5 for lines in labels]
    height = round(top + sum(rows), 2)

    parts = [*_grid(scale, top, height, leading, style)]
    y = top
    for milestone, lines, row in zip(milestones, labels, rows, strict=True):
        parts += _row(milestone, lines, y, row, scale, style)
        y += row
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
        f'viewBox="0 0 {width} {height}">{"".join(parts)}</svg>'
    )
    return Picture(svg.encode(), "svg", width, height)


def _grid(scale: _Scale, top: float, height: float, leading: float, style: HouseStyle) -> list[str]:
    line = style.table.rule * _PT
    parts: list[str] = []
    for year in range(scale.first, scale.first + scale.years):
        x, end = scale.x(datetime.date(year, 1, 1)), scale.x(datetime.date(year + 1, 1, 1))
        parts.append(_line(x, top - leading * 0.4, x, height, line, style.colors.rule))
        parts.append(_text(str(year), (x + end) / 2, leading, style, anchor="middle", bold=True))
    right = scale.left + scale.width
    parts.append(_line(right, top - leading * 0.4, right, height, line, style.colors.rule))
    return parts


def _row(
    milestone: Mijlpaal, lines: list[str], y: float, row: float, scale: _Scale, style: HouseStyle
) -> list[str]:
    leading = style.styles.reference.leading * _PT
    middle = y + row / 2
    line = style.table.rule * _PT
    right = scale.left + scale.width
    parts = [_line(0, y, right, y, line, style.colors.rule)]
    baseline = middle - len(lines) * leading / 2 + leading * 0.75
    parts += [_text(words, 0, baseline + n * leading, style) for n, words in enumerate(lines)]
    start, end = scale.x(milestone.moment.first), scale.x(milestone.moment.last)
    bar = leading * 0.35
    if end - start > bar * 2:
        parts.append(
            f'<rect x="{start}" y="{middle - bar / 2:.2f}" width="{end - start:.2f}" height="{bar:.2f}" '
            f'fill="{style.colors.header_fill}" stroke="{style.colors.lintblauw}" stroke-width="{line:.2f}"/>'
        )
    diamond = leading * 0.42
    parts.append(
        f'<path d="M{end:.2f} {middle - diamond:.2f} L{end + diamond:.2f} {middle:.2f} '
        f'L{end:.2f} {middle + diamond:.2f} L{end - diamond:.2f} {middle:.2f} Z" '
        f'fill="{style.colors.lintblauw}"/>'
    )
    return parts


def _line(x1: float, y1: float, x2: float, y2: float, width: float, color: str) -> str:
    return (
        f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" '
        f'stroke="{color}" stroke-width="{width:.2f}"/>'
    )


def _text(
    words: str, x: float, y: float, style: HouseStyle, *, anchor: str = "start", bold: bool = False
) -> str:
    size = style.styles.reference.size * _PT
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" font-family="{escape(style.fonts.family)}" font-size="{size:.3f}" '
        f'text-anchor="{anchor}"{weight} fill="{style.colors.text}">{escape(words)}</text>'
    )


def _wrap(words: str, font: Path, size: float, width: float) -> list[str]:
    """Break words into lines that fit ``width`` mm at ``size`` pt."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, font, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _width(words: str, font: Path, size: float) -> float:
    advances, units = _advances(font)
    return sum(advances.get(ord(char), units // 2) for char in words) / units * size * _PT


@cache
def _advances(font: Path) -> tuple[dict[int, int], int]:
    with TTFont(font, lazy=True) as opened:
        metrics: dict[str, tuple[int, int]] = opened["hmtx"].metrics
        cmap: dict[int, str] = opened["cmap"].getBestCmap() or {}
        units: int = getattr(opened["head"], "unitsPerEm")  # noqa: B009 - a table's fields are made at run time
        return {code: metrics[name][0] for code, name in cmap.items()}, units
