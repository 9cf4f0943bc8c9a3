"""Where on its pages a document shows what was written in YAML, for who points at a page to find the line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from weasyprint.document import Document as Layout

from pipeline.document.nodes import Document, Footnote
from pipeline.document.text import first_source, plain_text
from pipeline.document.walk import document_inlines
from pipeline.render.pdf.footnotes import NOTE
from pipeline.render.pdf.layout_boxes import MM_PER_PX, attribute, descendants
from pipeline.render.pdf.writing import Passage
from pipeline.render.rendered import Place


def printed_places(layout: Layout, passages: Mapping[str, Passage], document: Document) -> tuple[Place, ...]:
    """Return the places of everything that came from YAML, page by page in reading order."""
    notes = dict(_notes(document))
    found: list[Place] = []
    for number, page in enumerate(layout.pages, 1):
        seen: set[Passage] = set()
        for box in descendants(page._page_box):
            passage = passages.get(attribute(box, "data-place")) or notes.get(_note_number(box))
            # The lines of a paragraph name the same element as the paragraph around them, which comes first.
            if passage and passage not in seen and box.width and box.height:
                seen.add(passage)
                found.append(_place(box, passage, number))
    return tuple(found)


def _notes(document: Document) -> Iterator[tuple[int, Passage]]:
    for note in document_inlines(document):
        if isinstance(note, Footnote):
            source = note.source or first_source(note.children)
            if source:
                yield note.number, Passage(f"note {note.number}", source, plain_text(note.children))


def _note_number(box: Any) -> int:
    return int(box.element.get("data-number")) if box.element_tag == NOTE else 0


def _place(box: Any, passage: Passage, page: int) -> Place:
    return Place(
        source=passage.source,
        words=" ".join(passage.words.split()),
        page=page,
        left=box.border_box_x() * MM_PER_PX,
        top=box.border_box_y() * MM_PER_PX,
        width=box.border_width() * MM_PER_PX,
        height=box.border_height() * MM_PER_PX,
    )
