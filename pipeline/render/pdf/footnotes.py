"""Footnotes: their HTML, and the proof after layout that each stands on the page of its call."""

from __future__ import annotations

from typing import Any

from weasyprint.document import Document as Layout

from pipeline.render.pdf.layout_boxes import descendants
from pipeline.render.pdf.markup import element

NOTE = "x-note"
CALL = f"{NOTE}::footnote-call"
MARKER = f"{NOTE}::footnote-marker"


class FootnotePlacementError(RuntimeError):
    """A note stands on another page than its call: a fault of the program, never of the content."""


def footnote(number: int, content: str) -> str:
    """Return a note, written where its call stands; the style sheet sends it to the foot of the page."""
    return element(NOTE, content, data_number=str(number))


def check_footnotes(layout: Layout) -> None:
    """Raise ``FootnotePlacementError`` unless every note stands on the page where it is called first."""
    calls: dict[Any, int] = {}
    notes: dict[Any, int] = {}
    for number, page in enumerate(layout.pages, 1):
        for box in descendants(page._page_box):
            if box.element_tag == CALL:
                calls.setdefault(box.element, number)
            elif box.element_tag == NOTE:
                notes.setdefault(box.element, number)
    for note, page_number in calls.items():
        if notes.get(note) != page_number:
            name = note.get("data-number")
            raise FootnotePlacementError(
                f"note {name} is called on page {page_number}, printed on {notes.get(note)}"
            )
    if len(notes) != len(calls):
        raise FootnotePlacementError(f"{len(notes)} notes for {len(calls)} calls")
