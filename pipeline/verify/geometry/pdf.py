"""The geometry of a PDF: every measure that the house style gives, taken in the finished file."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.house_style.tokens import TextStyle
from pipeline.verify.geometry.measure import Observation, geometry_proof
from pipeline.verify.geometry.metrics import css_baseline, face
from pipeline.verify.geometry.places import block_places, page_sizes, signature_places, text_places
from pipeline.verify.geometry.shapes import shape_places
from pipeline.verify.geometry.sheets import Ruler, take_apart
from pipeline.verify.geometry.typography import colours, leadings, letters
from pipeline.verify.pdf.file import PdfFile
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult

TOLERANCE = 0.5
"""How far a place may be off, mm."""


def pdf_geometry(file: PdfFile, subject: Subject) -> ProofResult:
    """Hold places, letters, leading and colours of a PDF against the house style."""
    return geometry_proof(
        _observations(file, subject),
        "pdf",
        "plaatsen, letters, regelafstand en kleuren tegen de huisstijl, gemeten in de PDF",
    )


def _observations(file: PdfFile, subject: Subject) -> Iterator[Observation]:
    regular = face(subject.style)

    def baseline(text: TextStyle) -> float:
        return css_baseline(text, regular)

    ruler = Ruler(subject.document, subject.style, TOLERANCE, baseline, subject.shown_pdf)
    sheets = take_apart(file, subject)
    yield from page_sizes(sheets, ruler)
    yield from block_places(sheets, ruler)
    yield from text_places(sheets, ruler)
    yield from signature_places(sheets, ruler)
    yield from shape_places(file, sheets, ruler)
    yield from letters(sheets, ruler)
    yield from leadings(sheets, ruler)
    yield from colours(sheets, ruler)
