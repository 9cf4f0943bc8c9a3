"""Real footnotes of Word: a part of their own, which python-docx 1.2.0 does not make."""

from __future__ import annotations

from dataclasses import dataclass

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from docx.parts.document import DocumentPart

from pipeline.document.nodes import Document, Footnote
from pipeline.document.walk import document_inlines
from pipeline.render.docx.elements import Element
from pipeline.render.docx.oxml import paragraph, run, text_element, w

SEPARATOR_ID = -1
CONTINUATION_ID = 0

CALL_STYLE = "FootnoteReference"
NUMBER_STYLE = "FootnoteCharacters"


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The part with the notes of the document; notes have the number of the tree as their id."""

    part: Part
    elements: list[Element]

    def add(self, number: int, content: list[Element]) -> Element:
        """Store a note and return the run that calls it.

        The number in the note itself stands on the line, at the size of its text: raised it would be too
        small to read.
        """
        mark = run([w("rStyle", val=NUMBER_STYLE)], w("footnoteRef"))
        body = paragraph("FootnoteText", mark, run((), text_element(" ")), *content)
        self.elements.append(w("footnote", body, id=number))
        return run([w("rStyle", val=CALL_STYLE)], w("footnoteReference", id=number))


def has_notes(document: Document) -> bool:
    """Whether a document holds a footnote anywhere."""
    return any(isinstance(inline, Footnote) for inline in document_inlines(document))


def create_footnotes(main: DocumentPart, package: Package, *, related: bool) -> Footnotes:
    """Make the part with its separators; when not ``related`` (no notes) it stays out of the file."""
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, package=package)
    if related:
        main.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    separators = [
        _separator("separator", SEPARATOR_ID),
        _separator("continuationSeparator", CONTINUATION_ID),
    ]
    return Footnotes(part, separators)


def _separator(kind: str, number: int) -> Element:
    return w("footnote", paragraph("FootnoteText", run((), w(kind))), type=kind, id=number)
