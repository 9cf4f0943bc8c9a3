"""Making one document: render it, write its files where nobody looks yet, and prove that they are right."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.document.nodes import Document
from pipeline.document.pdf_standard import PdfStandard
from pipeline.document.walk import document_inlines
from pipeline.engine.faults import Fault, fault_of
from pipeline.engine.makers import Makers
from pipeline.engine.manifest import Format
from pipeline.house_style import HouseStyle
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Order:
    """A document to make. ``staging`` is a folder of its own; ``shown`` how messages name its files."""

    document: Document
    style: HouseStyle
    formats: tuple[Format, ...]
    standard: PdfStandard
    staging: Path
    shown: Mapping[Format, str]


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A file that waits to be moved to its place, and what its bytes are."""

    path: Path
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making one document.

    ``files`` is empty when the layout has errors, or when the program failed before there were files.
    ``verdict`` is ``None`` when nothing was proven.
    """

    files: Mapping[Format, StagedFile] = field(default_factory=dict[Format, StagedFile])
    pages: int = 0
    seconds: float = 0
    findings: tuple[Diagnostic, ...] = ()
    verdict: Verdict | None = None
    fault: Fault | None = None


def make_document(order: Order, makers: Makers) -> Made:
    """Render a document in the formats asked for, write the files and verify them; nothing is raised."""
    start = time.perf_counter()
    made = _write_and_verify(order, makers)
    return replace(made, seconds=time.perf_counter() - start)


def weight(document: Document) -> int:
    """Return how much work a document is, so that the largest can begin first."""
    return sum(1 for _ in document_inlines(document))


def _write_and_verify(order: Order, makers: Makers) -> Made:
    identity = order.document.id
    try:
        # The PDF is always laid out: Word's list of contents and number of pages come from it.
        pdf = makers.pdf(order.document, order.style, order.standard)
        if any(finding.is_error for finding in pdf.diagnostics):
            return Made(pages=pdf.pages, findings=pdf.diagnostics)
        files: dict[Format, bytes] = {}
        if "docx" in order.formats:
            files["docx"] = makers.docx(order.document, order.style, dict(pdf.page_map), pdf.pages)
        if "pdf" in order.formats:
            files["pdf"] = pdf.data
    except Exception as error:
        return Made(fault=fault_of(identity, error))
    try:
        staged: dict[Format, StagedFile] = {
            suffix: _write(order.staging / suffix, data) for suffix, data in files.items()
        }
        made = Made(staged, pdf.pages, findings=pdf.diagnostics)
        subject = _subject(order, staged)
    except OSError:
        return Made(findings=(*pdf.diagnostics, _no_room(order)))
    try:
        return replace(made, verdict=makers.verify(subject))
    except Exception as error:
        return replace(made, fault=fault_of(identity, error))


def _write(file: Path, data: bytes) -> StagedFile:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return StagedFile(file, hashlib.sha256(data).hexdigest(), len(data))


def _subject(order: Order, staged: Mapping[Format, StagedFile]) -> Subject:
    """Read the files back: what is proven is what stands on the disk."""
    data = {suffix: file.path.read_bytes() for suffix, file in staged.items()}
    return Subject(
        document=order.document,
        style=order.style,
        standard=order.standard,
        pdf=data.get("pdf"),
        docx=data.get("docx"),
        shown_pdf=order.shown["pdf"],
        shown_docx=order.shown["docx"],
    )


def _no_room(order: Order) -> Diagnostic:
    return Diagnostic(
        Code.OUTPUT_LOCKED,
        "Dit bestand kan niet worden geschreven.",
        Location(order.shown[order.formats[0]]),
        "Kijk naar de rechten op de map en naar de ruimte op de schijf.",
    )
