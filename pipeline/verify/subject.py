"""What is verified: a document with the files that were made of it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.document.nodes import Document
from pipeline.document.pdf_standard import PdfStandard
from pipeline.house_style import HouseStyle


@dataclass(frozen=True, slots=True)
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
