"""What stands on a page of a PDF, with its place in mm from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple


class Run(NamedTuple):
    """Characters that one operator shows, in one font and colour. A page has hundreds, and tuples are quick.

    ``x`` is the left end, ``baseline`` the height of the baseline and ``width`` the advance, all in mm.
    ``size`` is the type size in points after all transformations; ``angle`` is in degrees anticlockwise.
    ``font`` is the PostScript name without subset prefix. ``color`` is ``#rrggbb`` as it shows on white, ""
    where a pattern paints the characters or nothing does. ``mcid`` is the number of the marked content around
    it, ``None`` outside; ``artifact`` marks furniture of the page. ``text`` is what the marked content says
    instead when it says so: at its first run, with nothing at the others.
    """

    text: str
    x: float
    baseline: float
    width: float
    size: float
    font: str
    color: str
    mcid: int | None
    artifact: bool
    angle: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled area, a line or a picture: its bounding box in mm within what clips it.

    The border of a box is a line; what a pattern or shading paints is a picture. Pictures have "" as
    ``color``.
    """

    kind: Literal["fill", "stroke", "picture"]
    x: float
    y: float
    width: float
    height: float
    color: str
    mcid: int | None
    artifact: bool


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page: its size in mm, and its runs and shapes in the order in which they are painted."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    shapes: tuple[Shape, ...]
