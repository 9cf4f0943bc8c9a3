"""Looking at the boxes that the layout engine made. They are untyped; what we ask of them is named here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.layout.absolute import AbsolutePlaceholder

MM_PER_PX = 25.4 / 96
"""The engine counts in CSS pixels, 96 to the inch."""


def descendants(box: Any) -> Iterator[Any]:
    """Yield a box and every box in it, in drawing order of the tree."""
    waiting = [box]
    while waiting:
        current = waiting.pop()
        if isinstance(current, AbsolutePlaceholder):
            current = current._box
        yield current
        waiting.extend(reversed(getattr(current, "children", ())))


def attribute(box: Any, name: str) -> str:
    """Return an attribute of the element that made this box, "" when there is none."""
    if box.element is None or "::" in (box.element_tag or ""):
        return ""
    return box.element.get(name) or ""
