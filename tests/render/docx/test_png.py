"""Dots become a file that another reader reads as the same dots."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import pytest
from PIL import Image

from pipeline.render.docx.png import write_png


def rows_of(dots: bytes, width: int) -> list[memoryview]:
    whole, length = memoryview(dots), width * 4
    return [whole[start : start + length] for start in range(0, len(dots), length)]


def drawing(width: int, height: int) -> bytes:
    return bytes((0, 0, 0, 255)) * width + bytes((255, 255, 255, 0)) * width * (height - 1)


def noise(width: int, height: int) -> bytes:
    return random.Random(7).randbytes(width * height * 4)


@pytest.mark.parametrize("draw", [drawing, noise])
@pytest.mark.parametrize("size", [(1, 1), (3, 2), (200, 90)])
def test_pillow_reads_the_same_dots(draw: Callable[[int, int], bytes], size: tuple[int, int]) -> None:
    dots = draw(*size)
    with Image.open(io.BytesIO(write_png(rows_of(dots, size[0]), size, 300))) as image:
        assert (image.mode, image.size) == ("RGBA", size)
        assert image.tobytes() == dots


def test_the_file_says_how_large_it_is_in_print() -> None:
    data = write_png(rows_of(drawing(4, 4), 4), (4, 4), 300)
    with Image.open(io.BytesIO(data)) as image:
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)


def test_rows_that_say_the_same_take_hardly_any_room() -> None:
    assert len(write_png(rows_of(drawing(1000, 1000), 1000), (1000, 1000), 300)) < 10_000
