from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.numerals import NUMERAL, number_of


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("één", 1),
        ("Twee", 2),
        ("twaalf", 12),
        ("twintig", 20),
        ("drieëntwintig", 23),
        ("zevenenveertig", 47),
        ("99", 99),
        ("391.657", 391_657),
    ],
)
def test_a_number_is_read_in_words_and_in_figures(typed: str, number: int) -> None:
    assert re.fullmatch(NUMERAL, typed, re.IGNORECASE)
    assert number_of(typed) == number


@pytest.mark.parametrize("typed", ["een", "veel", "tweede", "1,5", "vijftigduizend", ""])
def test_what_is_no_whole_number_is_not_read(typed: str) -> None:
    assert re.fullmatch(NUMERAL, typed, re.IGNORECASE) is None


@given(st.integers(0, 10**9))
def test_every_number_in_figures_is_read_as_dutch_writes_it(number: int) -> None:
    typed = f"{number:,}".replace(",", ".")
    assert re.fullmatch(NUMERAL, typed)
    assert number_of(typed) == number
