"""Pictures of pages: how they are kept, and when two of them show the same.

A page is kept at a low resolution and in few shades, as a small file. Two pictures are the same when the
means of all small squares of pixels are: edges of letters may be smoothed differently, but a moved line or
another colour shows.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

_SHADES = 16
"""Per colour channel."""

_MOST_COLOURS = 256
"""As a palette holds."""

_REACH = 2
"""Pixels around a pixel of which the mean is taken: a square of 5 by 5."""

_TOLERANCE = 12
"""Of 255; one shade is 17."""


def reduced(picture: Image.Image) -> Image.Image:
    """Return the picture in the shades in which goldens are kept."""
    step = 255 / (_SHADES - 1)
    return picture.convert("RGB").point([round(round(value / step) * step) for value in range(256)] * 3)


def png(picture: Image.Image) -> bytes:
    """Return a small PNG of a reduced picture."""
    if picture.getcolors(_MOST_COLOURS):
        picture = picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=_MOST_COLOURS)
    target = BytesIO()
    picture.save(target, "PNG", optimize=True)
    return target.getvalue()


def read_png(file: Path) -> Image.Image:
    """Return the picture in a file, in full colour."""
    with Image.open(file) as picture:
        return picture.convert("RGB")


def same(expected: Image.Image, actual: Image.Image) -> bool:
    """Whether two reduced pictures show the same."""
    return expected.size == actual.size and _beyond_tolerance(expected, actual).getbbox() is None


def difference(expected: Image.Image, actual: Image.Image) -> Image.Image:
    """Return the actual picture, pale, with red where it is not as expected; all red where sizes differ."""
    red = Image.new("RGB", actual.size, "red")
    if expected.size != actual.size:
        return red
    pale = Image.blend(actual, Image.new("RGB", actual.size, "white"), 0.7)
    return Image.composite(red, pale, _beyond_tolerance(expected, actual))


def _beyond_tolerance(expected: Image.Image, actual: Image.Image) -> Image.Image:
    """Return a mask that is white where the means differ too much in some channel, black elsewhere."""
    means = [picture.filter(ImageFilter.BoxBlur(_REACH)) for picture in (expected, actual)]
    red, green, blue = ImageChops.difference(*means).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point([0 if value <= _TOLERANCE else 255 for value in range(256)])
