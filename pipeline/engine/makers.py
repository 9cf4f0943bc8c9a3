"""The rooms that the engine calls, as one value: a test hands over small ones of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from pipeline.document.nodes import Document
from pipeline.document.pdf_standard import PdfStandard
from pipeline.engine.readers import Readers
from pipeline.engine.workers import Prepare
from pipeline.house_style import HouseStyle
from pipeline.render.rendered import Draft, RenderedPdf
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import Verdict

# The rooms are imported when there is work for them: that takes a second, and often there is none.


def _pdf(document: Document, style: HouseStyle, standard: PdfStandard) -> RenderedPdf:
    from pipeline.render.pdf import render_pdf  # noqa: PLC0415

    return render_pdf(document, style, standard)


def _draft(document: Document, style: HouseStyle) -> Draft:
    from pipeline.render.pdf import draft_pdf  # noqa: PLC0415

    return draft_pdf(document, style)


def _docx(document: Document, style: HouseStyle, page_map: dict[str, int], pages: int) -> bytes:
    from pipeline.render.docx import render_docx  # noqa: PLC0415

    return render_docx(document, style, page_map, pages)


def _verify(subject: Subject) -> Verdict:
    from pipeline.verify.quick import verify_quickly  # noqa: PLC0415

    return verify_quickly(subject)


def _verify_thoroughly(subjects: Sequence[Subject], scratch: Path) -> tuple[Verdict, ...]:
    from pipeline.verify.thorough import verify_thoroughly  # noqa: PLC0415

    return verify_thoroughly(subjects, scratch)


def _prepare() -> None:
    # What is absent here is told by who needs it.
    with suppress(ImportError, OSError):
        for room in ("render.pdf", "render.docx", "verify.quick"):
            import_module(f"pipeline.{room}")


RenderPdf = Callable[[Document, HouseStyle, PdfStandard], RenderedPdf]
DraftPdf = Callable[[Document, HouseStyle], Draft]
RenderDocx = Callable[[Document, HouseStyle, dict[str, int], int], bytes]
Verify = Callable[[Subject], Verdict]
VerifyThoroughly = Callable[[Sequence[Subject], Path], tuple[Verdict, ...]]


@dataclass(frozen=True, slots=True)
class Makers(Readers):
    """What makes documents too: functions of modules, because other processes must be able to find them."""

    pdf: RenderPdf = _pdf
    draft: DraftPdf = _draft
    docx: RenderDocx = _docx
    verify: Verify = _verify
    verify_thoroughly: VerifyThoroughly = _verify_thoroughly
    prepare: Prepare = _prepare
    """What a process does before it makes its first document."""
