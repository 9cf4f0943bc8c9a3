"""Rendering documents side by side, in processes that each import the libraries once."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from pipeline.diagnostics import Diagnostic
from pipeline.document.nodes import Document
from pipeline.document.walk import document_inlines
from pipeline.engine.faults import Fault, fault_of
from pipeline.engine.makers import Makers
from pipeline.engine.manifest import Format
from pipeline.house_style import HouseStyle

_LIBRARIES = ("weasyprint", "fontTools")
_LOST = "het proces is onverwacht gestopt"


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of laying out one document. ``files`` is empty when it has errors or a fault."""

    id: str
    files: dict[Format, bytes]
    pages: int = 0
    seconds: float = 0
    findings: tuple[Diagnostic, ...] = ()
    fault: Fault | None = None


def default_jobs() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def render_document(
    document: Document, style: HouseStyle, formats: Sequence[Format], makers: Makers
) -> Rendered:
    """Render one document in the formats asked for.

    The PDF is always laid out: Word's list of contents and number of pages come from it. Nothing is raised.
    """
    start = time.perf_counter()
    try:
        pdf = makers.pdf(document, style)
        files: dict[Format, bytes] = {}
        if not any(finding.is_error for finding in pdf.diagnostics):
            if "docx" in formats:
                files["docx"] = makers.docx(document, style, dict(pdf.page_map), pdf.pages)
            if "pdf" in formats:
                files["pdf"] = pdf.data
    except Exception as error:
        return Rendered(document.id, {}, fault=fault_of(document.id, error))
    return Rendered(document.id, files, pdf.pages, time.perf_counter() - start, pdf.diagnostics)


def render_documents(
    documents: Sequence[Document], style: HouseStyle, formats: Sequence[Format], makers: Makers, jobs: int
) -> Iterator[tuple[int, Rendered]]:
    """Render documents, the largest first, and yield each with its index as soon as it is done.

    A document that takes its process down with it is reported as a fault; the others are still rendered.
    """
    order = sorted(range(len(documents)), key=lambda index: _size(documents[index]), reverse=True)
    if jobs == 1 or len(documents) == 1:
        quiet_libraries()
        for index in order:
            yield index, render_document(documents[index], style, formats, makers)
        return
    lost: list[int] = []
    for index, rendered in _side_by_side(order, documents, style, formats, makers, min(jobs, len(documents))):
        if rendered is None:
            lost.append(index)
        else:
            yield index, rendered
    for index in lost:
        # One of these broke the shared pool; alone, each can only break its own.
        for _, rendered in _side_by_side([index], documents, style, formats, makers, 1):
            identity = documents[index].id
            yield index, rendered or Rendered(identity, {}, fault=Fault(identity, _LOST))


def _side_by_side(
    order: Sequence[int],
    documents: Sequence[Document],
    style: HouseStyle,
    formats: Sequence[Format],
    makers: Makers,
    jobs: int,
) -> Iterator[tuple[int, Rendered | None]]:
    """Yield what each document gave; ``None`` when its process was lost."""
    # Spawned, not forked: the layout library's threads and caches do not survive a fork.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=_prepare_process, initargs=(makers,))
    try:
        futures: dict[Future[Rendered], int] = {}
        for index in order:
            futures[pool.submit(render_document, documents[index], style, formats, makers)] = index
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except BrokenProcessPool:
                yield futures[future], None
    finally:
        pool.shutdown(cancel_futures=True)


def _prepare_process(_makers: Makers) -> None:
    """Make a new process ready; receiving the makers has imported the libraries."""
    # The main process decides what an interrupt means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    quiet_libraries()


def quiet_libraries() -> None:
    """Keep the English remarks of libraries off the terminal, unless the program is being mended."""
    if os.environ.get("KAMERWERK_DEBUG") != "1":
        for name in _LIBRARIES:
            logger = logging.getLogger(name)
            logger.addHandler(logging.NullHandler())
            logger.propagate = False


def _size(document: Document) -> int:
    return sum(1 for _ in document_inlines(document))
