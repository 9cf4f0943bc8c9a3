"""What is verified: a document with the files that were made of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.document.nodes import Document
from pipeline.document.pdf_standard import PdfStandard
from pipeline.house_style import HouseStyle
from pipeline.verify.expected import Expected, expected
from pipeline.verify.geometry.flow import document_words
from pipeline.verify.geometry.words import Words


@dataclass(frozen=True)
class Subject:
    """A document and its finished files. A file that was not asked for is ``None``.

    ``shown_pdf`` and ``shown_docx`` are how messages name the files ("build/brieven/…/kamerbrief.pdf").
    """

    document: Document
    style: HouseStyle
    standard: PdfStandard
    pdf: bytes | None
    docx: bytes | None
    shown_pdf: str
    shown_docx: str

    @cached_property
    def told(self) -> Expected:
        """What both files must say, worked out once for all proofs."""
        return expected(self.document)

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The words of both files with the letters and places of the house style, worked out once."""
        return document_words(self.document, self.style)
