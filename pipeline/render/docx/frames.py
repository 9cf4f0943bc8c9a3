"""Frames: paragraphs that stand at a place on the page but are read where they are written.

A frame is made of paragraphs with the same ``w:framePr``; unlike a text box it keeps its words in the flow of
the text, so that a screen reader and a converter meet them in order (ISO/IEC 29500-1 17.3.1.11).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pipeline.house_style.tokens import Box
from pipeline.render.docx.elements import Element
from pipeline.render.docx.oxml import mm_twips, w

HeightRule = Literal["exact", "atLeast", "auto"]

_BEFORE_FRAME = {f"w:{name}" for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore")}


def framed(box: Box, paragraphs: Iterable[Element], rule: HeightRule = "exact") -> list[Element]:
    """Put paragraphs together in one frame, measured from the corner of the page.

    ``rule`` says what the height of the box means: never other, at least this, or as high as the words need.
    """
    found = list(paragraphs)
    for each in found:
        properties = each.find("w:pPr")
        assert properties is not None, "paragraph() always writes pPr"
        properties.children.insert(_place(properties), _frame(box, rule))
    return found


def _frame(box: Box, rule: HeightRule) -> Element:
    height = {"h": mm_twips(box.height), "hRule": rule} if rule != "auto" else {}
    return w(
        "framePr",
        w=mm_twips(box.width),
        **height,
        wrap="around",
        vAnchor="page",
        hAnchor="page",
        x=mm_twips(box.x),
        # Zero would mean "in the line of the text" to Word.
        y=max(1, mm_twips(box.y)),
    )


def _place(properties: Element) -> int:
    """``framePr`` follows the style and the keep rules and precedes everything else in ``pPr``."""
    return sum(1 for child in properties.children if child.name in _BEFORE_FRAME)
