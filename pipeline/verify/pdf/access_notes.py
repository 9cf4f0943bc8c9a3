"""Notes in the structure: each right behind its call, to be named by an id, on the page of its call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.verify.pdf.faults import Fault, Sources
from pipeline.verify.pdf.structure import Element
from pipeline.verify.pdf.words import NOTES, RunsByContent, called_number, note_number


def note_faults(elements: Sequence[Element], runs: RunsByContent, sources: Sources) -> Iterator[Fault]:
    """Return what is wrong with the notes of a file (ISO 14289-1 7.9, ISO 14289-2 8.2.5.14)."""
    placed = [
        (note, parent.kids[place - 1] if place else None)
        for parent in elements
        for place, note in enumerate(parent.kids)
        if isinstance(note, Element) and note.tag in NOTES
    ]
    ids = Counter(note.id for note, _ in placed)
    numbers = [note_number(note, runs) for note, _ in placed]
    for number, (note, before) in zip(numbers, placed, strict=True):
        called = called_number(before, runs, frozenset({note.id})) if isinstance(before, Element) else 0
        said: list[str] = []
        if not note.id or ids[note.id] > 1:
            said.append("heeft in de structuur van de PDF geen eigen kenmerk")
        if called != number:
            said.append("staat in de structuur van de PDF niet direct achter haar nootcijfer")
        elif isinstance(before, Element) and _pages(note) != _pages(before):
            said.append("staat in de PDF niet op de bladzijde van haar nootcijfer")
        for each in said:
            yield Fault(f"Noot {number} {each}.", sources.of_note(number))
    if numbers != list(range(1, len(numbers) + 1)):
        yield Fault("De noten staan in de structuur van de PDF niet op volgorde van hun nummers.")


def _pages(element: Element) -> set[int]:
    return {content.page for content in element.contents()}
