"""The proofs that every build gives: no other program is started, and each file is read once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from pipeline.collecting import not_collecting
from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.verify.docx.access import docx_access
from pipeline.verify.docx.reading import open_docx
from pipeline.verify.docx.soundness import docx_soundness
from pipeline.verify.errors import UnreadableFileError
from pipeline.verify.geometry.docx import docx_geometry
from pipeline.verify.geometry.pdf import pdf_geometry
from pipeline.verify.parity import parity
from pipeline.verify.pdf.access import pdf_access
from pipeline.verify.pdf.file import PdfFile
from pipeline.verify.pdf.reading import opened, read_pdf
from pipeline.verify.standards.quick import quick_standard
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import FileFormat, ProofResult, Verdict


def verify_quickly(subject: Subject) -> Verdict:
    """Give the quick proofs of the files that are there. A file that cannot be read is one finding.

    An exception of a proof rises: it says that the proof is wrong and nothing about the file, so it is no
    finding. Who calls keeps the files back and tells it as a fault of the program; the proofs that went well
    would not let them through either.
    """
    with not_collecting():
        return _proofs(subject)


def _proofs(subject: Subject) -> Verdict:
    if subject.pdf is None:
        return Verdict(tuple(_docx_proofs(subject)))
    with ThreadPoolExecutor(max_workers=1) as beside:
        try:
            with opened(subject.pdf) as pdf:
                # The validator of others computes without holding Python up: on another core, while we read.
                standard = beside.submit(quick_standard, subject)
                file = read_pdf(pdf)
        except UnreadableFileError as error:
            return Verdict((_unreadable("pdf", error, subject.shown_pdf), *_docx_proofs(subject)))
        own, docx = tuple(_pdf_proofs(file, subject)), tuple(_docx_proofs(subject))
        return Verdict((*own, standard.result(), *docx))


def _pdf_proofs(file: PdfFile, subject: Subject) -> Iterator[ProofResult]:
    yield parity(file.reading, subject.told, "pdf", subject.shown_pdf)
    yield pdf_geometry(file, subject)
    yield pdf_access(file, subject)


def _docx_proofs(subject: Subject) -> Iterator[ProofResult]:
    if subject.docx is None:
        return
    try:
        file = open_docx(subject.docx)
    except UnreadableFileError as error:
        yield _unreadable("docx", error, subject.shown_docx)
        return
    yield parity(file.reading, subject.told, "docx", subject.shown_docx)
    yield docx_geometry(file, subject)
    yield docx_access(file, subject)
    yield docx_soundness(file, subject)


def _unreadable(file_format: FileFormat, error: UnreadableFileError, shown: str) -> ProofResult:
    message = f"{shown} is niet te lezen: {str(error).rstrip('.')}."
    finding = Diagnostic(Code.STANDARD, message, Location(shown))
    return ProofResult("standards", file_format, "het bestand is te lezen", findings=(finding,))
