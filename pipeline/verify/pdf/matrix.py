"""Transformations and boxes in the space of a page: points, from the bottom left corner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def combined(first: Matrix, second: Matrix) -> Matrix:
    """Return the transformation that does ``first`` and then ``second`` (ISO 32000-1 8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


class Box(NamedTuple):
    """A rectangle by its sides, in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Return the horizontal extent."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return the vertical extent."""
        return self.top - self.bottom

    def within(self, other: Box | None) -> Box:
        """Return the part inside another box, all of it when there is none; it may be turned inside out."""
        if other is None:
            return self
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def holds(self, other: Box) -> bool:
        """Return whether another box lies inside this one."""
        return (
            self.left <= other.left
            and self.right >= other.right
            and self.bottom <= other.bottom
            and self.top >= other.top
        )

    def grown(self, x: float, y: float) -> Box:
        """Return the box with room added on either side."""
        return Box(self.left - x, self.bottom - y, self.right + x, self.top + y)


def box_around(points: Iterable[tuple[float, float]], matrix: Matrix) -> Box:
    """Return the bounding box of points after a transformation. At least one point is needed."""
    a, b, c, d, e, f = matrix
    xs, ys = zip(*((a * x + c * y + e, b * x + d * y + f) for x, y in points), strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def around(boxes: Sequence[Box]) -> Box:
    """Return the bounding box of boxes. At least one is needed."""
    return Box(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )
