"""All proofs: those of every build, and those for which other programs are started."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pipeline.verify.errors import UnreadableFileError
from pipeline.verify.geometry.office import office_geometry
from pipeline.verify.geometry.pages import page_differences
from pipeline.verify.pdf.file import PdfFile
from pipeline.verify.pdf.reading import open_pdf
from pipeline.verify.quick import verify_quickly
from pipeline.verify.standards.libreoffice import office_pages
from pipeline.verify.standards.missing import Missing, unproven
from pipeline.verify.standards.open_xml import open_xml
from pipeline.verify.standards.programs import Programs
from pipeline.verify.standards.verapdf import verapdf
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult, Verdict

_GEOMETRY = "plaatsen tegen de huisstijl, gemeten zoals LibreOffice het Word-bestand toont"
_PAGES = "bladzijden van LibreOffice naast die van de PDF"


def verify_thoroughly(subjects: Sequence[Subject], scratch: Path) -> tuple[Verdict, ...]:
    """Give all proofs of these documents: a verdict each, in the same order.

    Beside the quick proofs: PDF/UA and PDF/A by veraPDF, Open XML by the SDK, and places and page breaks in
    LibreOffice. Each of those programs gets all files; they run beside each other and write in ``scratch``
    only. One that is absent leaves its proofs undone, and a finding says which.
    """
    with ThreadPoolExecutor() as pool, Programs() as programs:
        norms = pool.submit(verapdf, subjects, scratch, programs)
        schemas = pool.submit(open_xml, subjects, scratch, programs)
        pages = pool.submit(_office_files, subjects, scratch, programs)
        quick = [verify_quickly(subject) for subject in subjects]
        proofs = zip(subjects, quick, norms.result(), schemas.result(), pages.result(), strict=True)
        return tuple(
            Verdict((*_still_missing(first, norm), *norm, *schema, *_in_office(subject, office)))
            for subject, first, norm, schema, office in proofs
        )


def _office_files(
    subjects: Sequence[Subject], scratch: Path, programs: Programs
) -> tuple[bytes | Missing | None, ...]:
    """Return LibreOffice's PDF of each Word file, ``None`` for a document without one."""
    files = {index: subject.docx for index, subject in enumerate(subjects) if subject.docx is not None}
    made = dict(zip(files, office_pages(tuple(files.values()), scratch, programs), strict=True))
    return tuple(made.get(index) for index in range(len(subjects)))


def _still_missing(quick: Verdict, norms: tuple[ProofResult, ...]) -> tuple[ProofResult, ...]:
    """Leave out that the quick validator does not know the norms of a PDF, when veraPDF proved them."""
    if not norms or not all(result.done for result in norms):
        return quick.results
    return tuple(
        result
        for result in quick.results
        if result.done or (result.proof, result.format) != ("standards", "pdf")
    )


def _in_office(subject: Subject, made: bytes | Missing | None) -> tuple[ProofResult, ...]:
    """Judge LibreOffice's pages: their geometry, and against those of the PDF when there is one."""
    if made is None:
        return ()
    office = made if isinstance(made, Missing) else _open(made, "De PDF die LibreOffice maakte")
    if isinstance(office, Missing):
        geometry = unproven("geometry", "docx", _GEOMETRY, office, subject.shown_docx)
    else:
        geometry = office_geometry(office, subject)
    if subject.pdf is None:
        return (geometry,)
    pdf = _open(subject.pdf, "De PDF")
    if isinstance(office, Missing):
        return geometry, unproven("pages", "docx", _PAGES, office, subject.shown_docx)
    if isinstance(pdf, Missing):
        return geometry, unproven("pages", "docx", _PAGES, pdf, subject.shown_docx)
    return geometry, page_differences(office, pdf, subject)


def _open(data: bytes, called: str) -> PdfFile | Missing:
    try:
        return open_pdf(data)
    except UnreadableFileError as error:
        return Missing(f"{called} is niet te lezen: {error}.", "")
