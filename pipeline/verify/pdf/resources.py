"""What the names in a content stream stand for (ISO 32000-1 7.8.3)."""

from __future__ import annotations

import pikepdf

from pipeline.verify.errors import UnreadableFileError
from pipeline.verify.pdf import syntax
from pipeline.verify.pdf.fonts import Font, read_font
from pipeline.verify.pdf.unpacking import Budget

Alphas = tuple[float | None, float | None]
"""The opacities for filling and for stroking, ``None`` where they stay what they were."""


class Shelf:
    """What the pages of a file share: fonts, so that each is read once, and how much may be unpacked."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self._fonts: dict[tuple[int, int], Font] = {}

    def font(self, font: pikepdf.Object) -> Font:
        """Return a font of a page's resources."""
        if not font.is_indirect:
            return read_font(font, self.budget)
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = read_font(font, self.budget)
        return self._fonts[font.objgen]


class Resources:
    """The resources of a page or form. Names are operands, with their slash."""

    def __init__(self, holder: pikepdf.Object, shelf: Shelf) -> None:
        self.holder = holder
        self._shelf = shelf
        self._fonts: dict[bytes, Font] = {}
        self._alphas: dict[bytes, Alphas] = {}

    def get(self, category: str, operand: bytes) -> pikepdf.Object | None:
        """Return what a name stands for, ``None`` when the resources do not say."""
        entries = self.holder.get(category)
        name = syntax.name(operand)
        return entries.get(name) if isinstance(entries, pikepdf.Dictionary) and name else None

    def font(self, operand: bytes) -> Font:
        """Return a font; raise ``UnreadableFileError`` when there is none by that name."""
        if operand not in self._fonts:
            font = self.get("/Font", operand)
            if font is None:
                raise UnreadableFileError("een bladzijde noemt een lettertype dat er niet is")
            self._fonts[operand] = self._shelf.font(font)
        return self._fonts[operand]

    def alphas(self, operand: bytes) -> Alphas:
        """Return the opacities that a graphics state sets."""
        if operand not in self._alphas:
            state = self.get("/ExtGState", operand)
            self._alphas[operand] = (
                (None, None) if state is None else (_alpha(state, "/ca"), _alpha(state, "/CA"))
            )
        return self._alphas[operand]


def _alpha(state: pikepdf.Object, key: str) -> float | None:
    return float(state[key]) if key in state else None
