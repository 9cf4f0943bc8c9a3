"""The graphics state of a page while its content is read (ISO 32000-1 8.4 and 9.3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pipeline.verify.pdf import syntax
from pipeline.verify.pdf.colors import BLACK, NO_COLOR, color, on_paper
from pipeline.verify.pdf.fonts import Font
from pipeline.verify.pdf.matrix import IDENTITY, Box, Matrix, box_around, combined

_STROKED_MODES = (1, 5)
_UNSEEN_MODES = (3, 7)


class Paint(NamedTuple):
    """The colour and opacity to fill or to stroke with. ``plain`` colours are told by grey, RGB or CMYK."""

    color: str = BLACK
    alpha: float = 1.0
    plain: bool = True

    @property
    def shown(self) -> str:
        """Return the colour as it shows on white."""
        return on_paper(self.color, self.alpha)

    def in_space(self, *, plain: bool) -> Paint:
        """Return the paint with which a colour space begins (``cs``)."""
        return Paint(BLACK if plain else NO_COLOR, self.alpha, plain)

    def of(self, components: bytes) -> Paint:
        """Return the paint with another colour of the same space (``scn``)."""
        return Paint(_color(components), self.alpha) if self.plain else self

    def device(self, components: bytes) -> Paint:
        """Return the paint with a colour in grey, RGB or CMYK, whatever the space was (``rg``)."""
        return Paint(_color(components), self.alpha)

    def with_alpha(self, alpha: float | None) -> Paint:
        """Return the paint with another opacity, the same when none is named."""
        return self if alpha is None else Paint(self.color, alpha, self.plain)


_INK = Paint()
"""With what a page begins."""


@lru_cache(maxsize=1024)
def _color(components: bytes) -> str:
    return color(syntax.numbers(components))


@dataclass
class GraphicsState:
    """What ``q`` saves and ``Q`` brings back."""

    matrix: Matrix = IDENTITY
    clip: Box | None = None
    fill: Paint = _INK
    stroke: Paint = _INK
    line_width: float = 1.0
    font: Font | None = None
    size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0

    def saved(self) -> GraphicsState:
        """Return a copy to come back to. All values are immutable; pages ask for thousands of copies."""
        state = GraphicsState.__new__(GraphicsState)
        state.__dict__.update(self.__dict__)
        return state

    @property
    def text_color(self) -> str:
        """Return the colour of letters: that of their outlines where only those are painted."""
        if self.mode in _UNSEEN_MODES:
            return NO_COLOR
        return (self.stroke if self.mode in _STROKED_MODES else self.fill).shown

    def set_fill(self, components: bytes) -> None:
        """Fill with grey, RGB or CMYK."""
        self.fill = self.fill.device(components)

    def set_stroke(self, components: bytes) -> None:
        """Stroke with grey, RGB or CMYK."""
        self.stroke = self.stroke.device(components)

    def set_line_width(self, operands: bytes) -> None:
        """Set the width of lines."""
        self.line_width = float(operands)

    def set_character_space(self, operands: bytes) -> None:
        """Set the room after each character."""
        self.character_space = float(operands)

    def set_word_space(self, operands: bytes) -> None:
        """Set the room after each space of one byte."""
        self.word_space = float(operands)

    def set_stretch(self, operands: bytes) -> None:
        """Set the width of characters in percent."""
        self.stretch = float(operands) / 100

    def set_leading(self, operands: bytes) -> None:
        """Set the distance of lines."""
        self.leading = float(operands)

    def set_rise(self, operands: bytes) -> None:
        """Set how far characters stand above the baseline."""
        self.rise = float(operands)

    def set_mode(self, operands: bytes) -> None:
        """Set whether letters are filled, stroked or unseen."""
        self.mode = int(float(operands))


STATE_OPERATORS: dict[bytes, Callable[[GraphicsState, bytes], None]] = {
    b"g": GraphicsState.set_fill,
    b"rg": GraphicsState.set_fill,
    b"k": GraphicsState.set_fill,
    b"G": GraphicsState.set_stroke,
    b"RG": GraphicsState.set_stroke,
    b"K": GraphicsState.set_stroke,
    b"w": GraphicsState.set_line_width,
    b"Tc": GraphicsState.set_character_space,
    b"Tw": GraphicsState.set_word_space,
    b"Tz": GraphicsState.set_stretch,
    b"TL": GraphicsState.set_leading,
    b"Ts": GraphicsState.set_rise,
    b"Tr": GraphicsState.set_mode,
}
"""Operators that only change the state, by what they change."""


@dataclass(slots=True)
class Path:
    """The path under construction: the points of each of its parts, in the space of its operators."""

    parts: list[list[tuple[float, float]]] = field(default_factory=list[list[tuple[float, float]]])

    def add(self, coordinates: list[float], *, begin: bool = False) -> None:
        """Add points: the end of a line, or the control points and end of a curve; ``begin`` a part there."""
        points = list(zip(coordinates[::2], coordinates[1::2], strict=True))
        if begin or not self.parts:
            self.parts.append(points)
        else:
            self.parts[-1] += points

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        """Add a whole rectangle as a part."""
        self.parts.append([(x, y), (x + width, y + height), (x + width, y), (x, y + height)])

    def boxes(self, matrix: Matrix) -> list[Box]:
        """Return the bounding box of each part that has more than a point."""
        return [box_around(part, matrix) for part in self.parts if len(part) > 1]


@dataclass(slots=True)
class TextPosition:
    """The text matrix and the text line matrix."""

    matrix: Matrix = IDENTITY
    line: Matrix = IDENTITY

    def place(self, matrix: Matrix) -> None:
        """Set both (``Tm``)."""
        self.matrix = self.line = matrix

    def next_line(self, x: float, y: float) -> None:
        """Go to the start of a line, so far from the start of the last one (``Td``)."""
        self.place(combined((1.0, 0.0, 0.0, 1.0, x, y), self.line))

    def advance(self, distance: float) -> None:
        """Go on after characters were shown, along the direction of the text."""
        a, b, c, d, e, f = self.matrix
        self.matrix = (a, b, c, d, e + distance * a, f + distance * b)
