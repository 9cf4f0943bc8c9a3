"""Writing CSS."""

from __future__ import annotations

from pipeline.house_style.tokens import Box, TextStyle
from pipeline.render.pdf.page_geometry import mm, pt


def rule(selector: str, *declarations: str) -> str:
    """Return a rule; a declaration may be a nested rule (the margin boxes of a page)."""
    return f"{selector} {{ {'; '.join(declarations)} }}"


def text_style(style: TextStyle, *, margins: bool = True) -> str:
    """Return type size and line pitch, with the white space before and after unless ``margins`` is off."""
    letters = f"font-size: {pt(style.size)}; line-height: {pt(style.leading)}"
    return letters + (f"; margin: {pt(style.before)} 0 {pt(style.after)}" if margins else "")


def placed(box: Box, left: float, top: float) -> str:
    """Return the place of an element on a page whose text area begins at ``left`` and ``top``."""
    return f"position: absolute; left: {mm(box.x - left)}; top: {mm(box.y - top)}; width: {mm(box.width)}"
