"""The geometry of a Word file as LibreOffice shows it: places measured in the PDF that it makes."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.verify.geometry.measure import Observation, geometry_proof
from pipeline.verify.geometry.metrics import office_baseline
from pipeline.verify.geometry.places import block_places, page_sizes, signature_places, text_places
from pipeline.verify.geometry.sheets import Ruler, take_apart
from pipeline.verify.pdf.file import PdfFile
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult

TOLERANCE = 1.0
"""How far a place may be off, mm: LibreOffice rounds, and has other letters than Word."""


def office_geometry(file: PdfFile, subject: Subject) -> ProofResult:
    """Hold the places in LibreOffice's PDF of the Word file against the house style.

    Letters and colours are left out: where Verdana is absent LibreOffice takes others, and the Word file
    itself says which are meant.
    """
    return geometry_proof(
        _observations(file, subject),
        "docx",
        "plaatsen tegen de huisstijl, gemeten zoals LibreOffice het Word-bestand toont",
    )


def _observations(file: PdfFile, subject: Subject) -> Iterator[Observation]:
    ruler = Ruler(subject.document, subject.style, TOLERANCE, office_baseline, subject.shown_docx)
    sheets = take_apart(file, subject)
    yield from page_sizes(sheets, ruler)
    yield from block_places(sheets, ruler)
    yield from text_places(sheets, ruler)
    yield from signature_places(sheets, ruler)
