"""Colours of PDF operators as ``#rrggbb``."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf

NO_COLOR = ""
"""What is painted by a pattern, a shading or inks, and so has no single colour that can be told."""
BLACK = "#000000"

_PLAIN_SPACES = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/CalGray", "/CalRGB", "/ICCBased"}


def is_plain(space: pikepdf.Object | str) -> bool:
    """Return whether the numbers in a colour space are those of grey, RGB or CMYK."""
    family = space[0] if isinstance(space, pikepdf.Array) else space
    return str(family) in _PLAIN_SPACES


def color(components: Sequence[float]) -> str:
    """Return the colour that one (grey), three (RGB) or four (CMYK) components between 0 and 1 name."""
    match components:
        case [grey]:
            return _hexadecimal(grey, grey, grey)
        case [red, green, blue]:
            return _hexadecimal(red, green, blue)
        case [cyan, magenta, yellow, black]:
            rest = 1 - black
            return _hexadecimal((1 - cyan) * rest, (1 - magenta) * rest, (1 - yellow) * rest)
        case _:
            return NO_COLOR


def on_paper(shade: str, alpha: float) -> str:
    """Return how a colour shows on white when it is painted with an opacity under 1."""
    if alpha >= 1 or shade == NO_COLOR:
        return shade
    channels = (int(shade[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _hexadecimal(*(1 - alpha * (1 - channel) for channel in channels))


def _hexadecimal(*channels: float) -> str:
    return "#" + "".join(f"{round(min(max(channel, 0.0), 1.0) * 255):02x}" for channel in channels)
