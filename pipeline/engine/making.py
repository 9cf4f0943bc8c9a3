"""Making one document: render it in its formats, and prove that they are right."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Diagnostic
from pipeline.document.nodes import Document
from pipeline.document.pdf_standard import PdfStandard
from pipeline.engine.cache import Cache
from pipeline.engine.faults import Fault, fault_of, is_refusal, refusal
from pipeline.engine.fingerprint import content_fingerprint
from pipeline.engine.makers import Makers
from pipeline.engine.manifest import FORMATS, Format
from pipeline.engine.stages import Stages
from pipeline.engine.task import Task
from pipeline.house_style import HouseStyle
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import Verdict


@dataclass(frozen=True)
class Order:
    """A document to make. ``shown`` is how messages name its files.

    It and what comes of it can be sent to another machine: the files are bytes until they are put in place.
    """

    document: Document
    style: HouseStyle
    formats: tuple[Format, ...]
    standard: PdfStandard
    shown: Mapping[Format, str]
    cache: Cache | None = None
    """What earlier runs made; none makes everything anew."""

    @cached_property
    def fingerprint(self) -> str:
        """Return the name of everything that the bytes of the document are made from."""
        return content_fingerprint(self.document, self.style)

    @property
    def named(self) -> str:
        """Return the file by which messages name the document."""
        return self.shown[self.formats[0]]


def order_of(task: Task, request: DocumentRequest, document: Document, style: HouseStyle) -> Order:
    """Return the order to make a document; messages name its files by where they will stand."""
    shown: dict[Format, str] = {suffix: f"{task.shown}/{request.stem}.{suffix}" for suffix in FORMATS}
    return Order(document, style, task.formats, task.standard, shown, task.cache)


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making one document.

    ``files`` is empty when the layout has errors, or when the program failed before there were files.
    ``verdict`` is ``None`` when nothing was proven.
    """

    files: Mapping[Format, bytes] = field(default_factory=dict[Format, bytes])
    pages: int = 0
    seconds: float = 0
    findings: tuple[Diagnostic, ...] = ()
    verdict: Verdict | None = None
    fault: Fault | None = None
    is_new: bool = False
    """Whether it was made now, and not found in what earlier runs made."""


def make_document(order: Order, makers: Makers) -> Made:
    """Render a document in the formats asked for and verify its files; nothing is raised."""
    start = time.perf_counter()
    made = _make_and_verify(order, stages_of(order, makers))
    return replace(made, seconds=time.perf_counter() - start, is_new=True)


def stages_of(order: Order, makers: Makers) -> Stages:
    """Return what makes and proves a document."""
    return Stages(order.document, order.style, order.fingerprint, makers, order.cache)


def recall_document(order: Order, makers: Makers) -> Made | None:
    """Return what earlier runs made and proved of a document, ``None`` when anything is left to do."""
    stages = stages_of(order, makers)
    pdf = stages.kept_pdf(order.standard)
    if pdf is None or any(finding.is_error for finding in pdf.diagnostics):
        return None
    docx = stages.kept_docx(pdf.page_map, pdf.pages) if "docx" in order.formats else None
    known: dict[Format, bytes | None] = {"docx": docx, "pdf": pdf.data}
    files: dict[Format, bytes] = {
        suffix: data for suffix in order.formats if (data := known[suffix]) is not None
    }
    verdict = stages.kept_verdict(_subject(order, files)) if len(files) == len(order.formats) else None
    return Made(files, pdf.pages, 0, pdf.diagnostics, verdict) if verdict else None


def _make_and_verify(order: Order, stages: Stages) -> Made:
    identity = order.document.id
    try:
        # The PDF is always laid out: Word's list of contents and number of pages come from it.
        pdf = stages.pdf(order.standard)
        if any(finding.is_error for finding in pdf.diagnostics):
            return Made(pages=pdf.pages, findings=pdf.diagnostics)
        files: dict[Format, bytes] = {}
        if "docx" in order.formats:
            files["docx"] = stages.docx(pdf.page_map, pdf.pages)
        if "pdf" in order.formats:
            files["pdf"] = pdf.data
    except Exception as error:
        return _without_files(order, error)
    made = Made(files, pdf.pages, findings=pdf.diagnostics)
    try:
        return replace(made, verdict=stages.verify(_subject(order, files)))
    except Exception as error:
        fault = fault_of(identity, error)
        return _without_files(order, error) if fault.of_machine else replace(made, fault=fault)


def _without_files(order: Order, error: Exception) -> Made:
    if is_refusal(error):
        return Made(findings=(refusal(error, order.named),))
    return Made(fault=fault_of(order.document.id, error))


def _subject(order: Order, files: Mapping[Format, bytes]) -> Subject:
    return Subject(
        document=order.document,
        style=order.style,
        standard=order.standard,
        pdf=files.get("pdf"),
        docx=files.get("docx"),
        shown_pdf=order.shown["pdf"],
        shown_docx=order.shown["docx"],
    )
