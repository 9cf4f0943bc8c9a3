"""Spaces between words that stand on two lines: the layout engine drops them, who listens needs them.

ISO 32000-1, 14.8.2.5: in tagged PDF a space in the text is what parts two words, and not their place on the
page. With it, what is broken without a space (after a hyphen, or inside a word) reads as one word.
"""

from __future__ import annotations

from typing import Any

from weasyprint.document import Document as Layout
from weasyprint.formatting_structure import boxes

from pipeline.render.pdf.layout_boxes import descendants


def write_word_spaces(layout: Layout) -> None:
    """Put a space, which nobody sees, at the end of each line where the text has a space or a forced end."""
    last: dict[int, Any] = {}
    for page in layout.pages:
        for line in descendants(page._page_box):
            if not isinstance(line, boxes.LineBox) or line.element is None:
                continue
            inside = list(descendants(line))
            texts = [box for box in inside if isinstance(box, boxes.TextBox)]
            if not texts:
                continue
            before = last.get(id(line.element))
            if before and (
                getattr(before, "precedes_space", False) or getattr(texts[0], "follows_space", False)
            ):
                _end_with_space(before)
            if any(box.element_tag == "br" for box in inside):
                _end_with_space(texts[-1])
            last[id(line.element)] = texts[-1]


def _end_with_space(box: Any) -> None:
    # The layout of a text is what is drawn; the box itself keeps its own text and width.
    if not box.pango_layout.text.endswith(" "):
        box.pango_layout.text += " "
