"""Widths of words in the letters of the house style."""

from __future__ import annotations

import pytest

from pipeline.render.docx.measure import line_count, tab_position, text_width
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


@pytest.mark.parametrize(("number", "stop"), [("1", 12), ("1.1", 12), ("10.12", 12), ("10.12.13", 24)])
def test_column_of_numbers_widens_in_steps(number: str, stop: float) -> None:
    assert tab_position(number, 9, 12, house_style(), bold=False) == stop
