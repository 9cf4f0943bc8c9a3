"""Widths of words in the letters of the house style."""

from __future__ import annotations

import pytest

from pipeline.render.docx.measure import ink_size, line_count, tab_position, text_width
from tests.styles import house_style


def test_width_grows_with_size_and_weight() -> None:
    plain = text_width("Koninkrijksrelaties", 9, house_style())
    assert text_width("Koninkrijksrelaties", 18, house_style()) == pytest.approx(2 * plain)
    assert text_width("Koninkrijksrelaties", 9, house_style(), bold=True) > plain


@pytest.mark.parametrize(
    ("words", "lines"), [("", 1), ("kort", 1), ("woord " * 40, 7), ("een\ntwee", 2), ("x" * 300, 1)]
)
def test_lines_break_at_spaces(words: str, lines: int) -> None:
    assert line_count(words, 9, 70, house_style()) == pytest.approx(lines, abs=1 if lines > 2 else 0)


def test_ink_of_capitals_is_lower_than_the_size_and_wide_as_the_words() -> None:
    width, height = ink_size("CONCEPT", 90, house_style(), bold=True)
    assert 0.7 * 90 < height / 25.4 * 72 < 0.8 * 90
    assert width == pytest.approx(text_width("CONCEPT", 90, house_style(), bold=True), rel=0.05)


@pytest.mark.parametrize("number", ["9", "10", "15"])
def test_number_of_a_chapter_fits_in_the_column_of_the_house_style(number: str) -> None:
    style = house_style()
    size, step = style.styles.heading1.size, style.report.number_indent
    assert tab_position(number, size, step, style, bold=True) == step


@pytest.mark.parametrize(("number", "stop"), [("1", 12), ("1.1", 12), ("10.12", 12), ("10.12.13", 24)])
def test_column_of_numbers_widens_in_steps(number: str, stop: float) -> None:
    assert tab_position(number, 9, 12, house_style(), bold=False) == stop
