"""The program itself, stage by stage, on one document.

It uses only what the program also had in its first release with a cache, because ``benchmarks.history`` runs
this file with that.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.warm import Round, clock
from pipeline.engine.makers import Makers
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import make_plan
from pipeline.engine.workers import begin_worker
from pipeline.render.docx import render_docx
from pipeline.render.pdf import render_pdf
from pipeline.verify.quick import verify_quickly
from pipeline.verify.subject import Subject


def document(project: str, identity: str) -> Round:
    """Make and verify a document: compose its tree, write PDF and Word, give the quick proofs."""
    places, makers = resolve_places(Path(project)), Makers()
    _begin(makers)
    plan = make_plan(places, makers)
    request = next(each.request for each in plan.documents if each.request.id == identity)
    style = plan.style
    assert style, "the house style of the program can be read"

    def work() -> Mapping[str, float]:
        parts: dict[str, float] = {}
        with clock(parts, "tree"):
            composed = makers.compose(request, plan.project, style, places.templates).document
        assert composed, "the content is sound"
        with clock(parts, "pdf"):
            pdf = render_pdf(composed, style, "ua-1")
        with clock(parts, "docx"):
            docx = render_docx(composed, style, dict(pdf.page_map), pdf.pages)
        subject = Subject(composed, style, "ua-1", pdf.data, docx, "document.pdf", "document.docx")
        with clock(parts, "verify"):
            verdict = verify_quickly(subject)
        assert not verdict.findings, "what the program makes is right"
        return parts

    return work


def _begin(makers: Makers) -> None:
    """Begin as a process of a build does; in earlier times there was nothing to prepare."""
    begin_worker()
    prepare: Callable[[], None] | None = getattr(makers, "prepare", None)
    if prepare:
        prepare()
        gc.freeze()
