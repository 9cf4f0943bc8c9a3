"""Looking at the laid-out boxes for what did not fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from weasyprint.document import Document as Layout
from weasyprint.formatting_structure import boxes

from pipeline.diagnostics import Diagnostic
from pipeline.render.pdf.layout_boxes import MM_PER_PX, attribute, descendants
from pipeline.render.pdf.writing import Watch

_TOLERANCE = 0.05
"""mm; below what a printer shows, above what rounding makes."""


def find_overflow(layout: Layout, watches: Mapping[str, Watch]) -> tuple[Diagnostic, ...]:
    """Return an error for every watched place that is larger than it may be, in the order of the document."""
    found: dict[str, Diagnostic] = {}
    seen: Counter[str] = Counter()
    for page in layout.pages:
        for box in descendants(page._page_box):
            key = attribute(box, "data-watch")
            if not key:
                continue
            seen[key] += 1
            watch = watches[key]
            too_often = watch.pages is not None and seen[key] > watch.pages
            if too_often or _exceeds(box, watch):
                found[key] = Diagnostic(watch.code, watch.message, watch.where, watch.hint)
    return tuple(found[key] for key in sorted(found, key=int))


def _exceeds(box: Any, watch: Watch) -> bool:
    if watch.height is not None and box.height * MM_PER_PX > watch.height + _TOLERANCE:
        return True
    if watch.width is not None and _right(box) - box.content_box_x() > watch.width / MM_PER_PX + _TOLERANCE:
        return True
    lines = _lines(box)
    return lines < watch.least or (watch.lines is not None and lines > watch.lines)


def _right(box: Any) -> float:
    """Return the right edge of the widest text or picture in a box, px."""
    kinds = (boxes.TextBox, boxes.ReplacedBox)
    edges = (_edge(inner) for inner in descendants(box) if isinstance(inner, kinds))
    return max(edges, default=box.content_box_x())


def _edge(box: Any) -> float:
    return box.content_box_x() + box.width


def _lines(box: Any) -> int:
    return sum(isinstance(inner, boxes.LineBox) for inner in descendants(box))
