from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from pipeline.preview.pages import NARROWEST, WIDEST, page_picture, page_sizes
from tests.projects import ONE_PAGE_PDF


def test_pages_are_measured_in_mm() -> None:
    ((width, height),) = page_sizes(ONE_PAGE_PDF)
    assert width == pytest.approx(209.9, abs=0.1)
    assert height == pytest.approx(297.0, abs=0.1)


@pytest.mark.parametrize(
    ("asked", "given"), [(800, 800), (1237, 1237), (0, NARROWEST), (10**9, WIDEST)], ids=str
)
def test_a_picture_is_as_wide_as_asked_within_reason(asked: int, given: int) -> None:
    picture = Image.open(BytesIO(page_picture(ONE_PAGE_PDF, 1, asked)))
    assert picture.format == "PNG"
    assert abs(picture.width - given) <= 1
    assert picture.height == pytest.approx(picture.width * 842 / 595, abs=2)
