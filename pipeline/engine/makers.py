"""The rooms that the engine calls, as one value: a test hands over small ones of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.document.nodes import Document
from pipeline.document.pdf_standard import PdfStandard
from pipeline.engine.readers import Readers
from pipeline.house_style import HouseStyle
from pipeline.render.docx import render_docx
from pipeline.render.pdf import RenderedPdf, render_pdf
from pipeline.verify.quick import verify_quickly
from pipeline.verify.subject import Subject
from pipeline.verify.thorough import verify_thoroughly
from pipeline.verify.verdict import Verdict

RenderPdf = Callable[[Document, HouseStyle, PdfStandard], RenderedPdf]
RenderDocx = Callable[[Document, HouseStyle, dict[str, int], int], bytes]
Verify = Callable[[Subject], Verdict]
VerifyThoroughly = Callable[[Sequence[Subject], Path], tuple[Verdict, ...]]


@dataclass(frozen=True, slots=True)
class Makers(Readers):
    """What makes documents too: functions of modules, because other processes must be able to find them."""

    pdf: RenderPdf = render_pdf
    docx: RenderDocx = render_docx
    verify: Verify = verify_quickly
    verify_thoroughly: VerifyThoroughly = verify_thoroughly
