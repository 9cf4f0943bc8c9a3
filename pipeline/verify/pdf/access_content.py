"""Content that is not where who listens would hear it: links without words, text outside the tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.document.nodes import Document, Text
from pipeline.document.walk import document_inlines
from pipeline.verify.difference import quoted
from pipeline.verify.passages import LINE_END, Reading
from pipeline.verify.pdf.faults import Fault, Sources
from pipeline.verify.pdf.file import Annotation
from pipeline.verify.pdf.marks import PageContent
from pipeline.verify.pdf.structure import Content, Element, ObjectReference
from pipeline.verify.pdf.words import RunsByContent

_BROKEN = re.compile(f"(\\S*[\N{HYPHEN}\N{SOFT HYPHEN}]){LINE_END}(\\S*)")


def link_faults(
    elements: Sequence[Element], annotations: Mapping[int, Annotation], runs: RunsByContent, sources: Sources
) -> Iterator[Fault]:
    """Return links that lead nowhere, or say nothing to who does not see them (ISO 14289-1 7.18.5)."""
    held: set[int] = set()
    for element in elements:
        keys = [kid.key for kid in element.kids if isinstance(kid, ObjectReference)]
        held.update(keys)
        for key in keys:
            annotation = annotations.get(key)
            if annotation and not annotation.contents.strip() and not runs.text(element).strip():
                yield Fault(f"Een link op bladzijde {annotation.page} van de PDF heeft geen woorden.")
    for key, annotation in annotations.items():
        if annotation.kind == "Link" and not annotation.uri and not annotation.target:
            words = quoted(annotation.contents)
            yield Fault(
                f"Een link op bladzijde {annotation.page} van de PDF leidt nergens heen: “{words}”.",
                sources.of(annotation.contents),
            )
        if annotation.kind == "Link" and key not in held:
            words = quoted(annotation.contents)
            yield Fault(
                f"Een link op bladzijde {annotation.page} staat niet in de structuur van de PDF: “{words}”.",
                sources.of(annotation.contents),
            )


def stray_faults(pages: Sequence[PageContent], root: Element, sources: Sources) -> Iterator[Fault]:
    """Return text and pictures that are neither in the tree nor furniture of the page (ISO 14289-1 7.1)."""
    held = set(root.contents())
    for page in pages:
        stray = [
            run.text
            for run in page.runs
            if not run.artifact and (run.mcid is None or Content(page.number, run.mcid) not in held)
        ]
        if stray:
            yield Fault(
                f"Op bladzijde {page.number} van de PDF staat tekst buiten de structuur: "
                f"“{quoted(stray[0])}”.",
                sources.of(stray[0]),
            )
        elif any(
            not shape.artifact and (shape.mcid is None or Content(page.number, shape.mcid) not in held)
            for shape in page.shapes
        ):
            yield Fault(f"Op bladzijde {page.number} van de PDF staat een tekening buiten de structuur.")


def word_faults(reading: Reading, document: Document, sources: Sources) -> Iterator[Fault]:
    """Return words that are broken at a line end by a hyphen that nobody typed: they are read as two."""
    found = [match for each in (*reading.passages, *reading.notes) for match in _BROKEN.finditer(each.words)]
    typed = _hyphenated_words(document) if found else frozenset[str]()
    for match in found:
        if not any(match[1] + match[2] in word for word in typed):
            yield Fault(
                f"“{match[1]}” en “{match[2]}” zijn in de PDF twee woorden, doordat het woord is afgebroken.",
                sources.of(match[2]),
            )


def _hyphenated_words(document: Document) -> frozenset[str]:
    texts = (inline.text for inline in document_inlines(document) if isinstance(inline, Text))
    return frozenset(word for text in texts for word in text.split() if "\N{HYPHEN}" in word)
