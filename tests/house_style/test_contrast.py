import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.house_style.contrast import contrast, least_contrast, luminance

COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert (luminance("#000000"), luminance("#ffffff")) == pytest.approx((0, 1))


@pytest.mark.parametrize(("grey", "expected"), [("#767676", 4.54), ("#777777", 4.48), ("#959595", 2.99)])
def test_greys_on_white_have_their_known_contrast(grey: str, expected: float) -> None:
    assert contrast(grey, "#ffffff") == pytest.approx(expected, abs=0.01)


@given(COLORS, COLORS)
def test_contrast_has_no_direction_and_stays_within_bounds(one: str, other: str) -> None:
    assert 1 <= contrast(one, other) <= 21.0001
    assert contrast(one, other) == contrast(other, one)


def test_large_text_may_be_weaker() -> None:
    assert [least_contrast(9, bold=True), least_contrast(14, bold=True), least_contrast(14, bold=False)] == [
        4.5,
        3,
        4.5,
    ]
    assert least_contrast(18, bold=False) == 3
