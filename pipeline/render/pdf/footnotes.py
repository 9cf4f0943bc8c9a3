"""Footnotes: their HTML, and the proof after layout that each stands whole on the page of its call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from weasyprint.document import Document as Layout

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.document.nodes import Document, Footnote
from pipeline.document.text import first_source
from pipeline.document.walk import document_inlines
from pipeline.render.pdf.layout_boxes import descendants
from pipeline.render.pdf.markup import element

NOTE = "x-note"
CALL = f"{NOTE}::footnote-call"
MARKER = f"{NOTE}::footnote-marker"

_LONG = 0.5
"""Part of a page that its notes may fill; text that must stay together may need the rest."""


class FootnotePlacementError(RuntimeError):
    """A note stands on another page than its call though there is room: a fault of the program."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a call or note stands: page from 1, height in px, and whether it sticks out above."""

    page: int
    height: float
    outside: bool


def footnote(number: int, content: str) -> str:
    """Return a note, written where its call stands; the style sheet sends it to the foot of the page."""
    return element(NOTE, content, data_number=str(number))


def check_footnotes(layout: Layout, document: Document) -> tuple[Diagnostic, ...]:
    """Return an error for every note that is too long for the page of its call, in the order of the notes.

    Raise ``FootnotePlacementError`` when a note stands elsewhere though there was room, or is lost.
    """
    calls, notes = _places(layout)
    crowded = _crowded_pages(layout, calls, notes)
    too_long: list[int] = []
    for number, call in sorted(calls.items()):
        note = notes.get(number)
        if note and note.page == call.page and not note.outside:
            continue
        if call.page not in crowded:
            printed = note.page if note else None
            raise FootnotePlacementError(f"note {number} is called on page {call.page}, printed on {printed}")
        too_long.append(number)
    if len(notes) != len(calls):
        raise FootnotePlacementError(f"{len(notes)} notes for {len(calls)} calls")
    return _findings(too_long, document)


def _places(layout: Layout) -> tuple[dict[int, _Place], dict[int, _Place]]:
    """Return the first place of each call and of each note, by the number of the note."""
    calls: dict[int, _Place] = {}
    notes: dict[int, _Place] = {}
    kinds = {CALL: calls, NOTE: notes}
    for page_number, page in enumerate(layout.pages, 1):
        top: float = page._page_box.content_box_y()
        for box in descendants(page._page_box):
            if box.element_tag in kinds:
                place = _Place(page_number, box.height, _is_above(box, top))
                kinds[box.element_tag].setdefault(int(box.element.get("data-number")), place)
    return calls, notes


def _is_above(box: Any, top: float) -> bool:
    return box.position_y < top - 1


def _crowded_pages(
    layout: Layout, calls: Mapping[int, _Place], notes: Mapping[int, _Place]
) -> frozenset[int]:
    """Return the pages whose calls ask for more notes than a page should hold."""
    filled: dict[int, float] = {}
    for number, call in calls.items():
        if number in notes:
            filled[call.page] = filled.get(call.page, 0) + notes[number].height
    return frozenset(
        page for page, height in filled.items() if height > _LONG * layout.pages[page - 1]._page_box.height
    )


def _findings(numbers: Iterable[int], document: Document) -> tuple[Diagnostic, ...]:
    notes = {inline.number: inline for inline in document_inlines(document) if isinstance(inline, Footnote)}
    return tuple(_finding(notes[number], document) for number in numbers)


def _finding(note: Footnote, document: Document) -> Diagnostic:
    return Diagnostic(
        Code.OVERFLOW,
        f"Noot {note.number} is te lang voor de bladzijde waar haar nootcijfer staat.",
        note.source or first_source(note.children) or Location(document.id),
        "Maak de noot korter, of zet een deel ervan in de tekst zelf.",
    )
