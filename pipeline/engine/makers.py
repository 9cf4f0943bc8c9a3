"""The rooms that the engine calls, as one value: a test hands over small ones of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.checks import check_project
from pipeline.compose.documents import Composed, compose
from pipeline.compose.environment import TemplateFolders
from pipeline.compose.texts import check_texts
from pipeline.content.documents import DocumentRequest
from pipeline.content.project import Project
from pipeline.diagnostics import Diagnostic
from pipeline.document.nodes import Document
from pipeline.document.pdf_standard import PdfStandard
from pipeline.house_style import HouseStyle
from pipeline.render.docx import render_docx
from pipeline.render.pdf import RenderedPdf, render_pdf
from pipeline.verify.quick import verify_quickly
from pipeline.verify.subject import Subject
from pipeline.verify.thorough import verify_thoroughly
from pipeline.verify.verdict import Verdict

Check = Callable[[Project], tuple[Diagnostic, ...]]
Compose = Callable[[DocumentRequest, Project, HouseStyle, TemplateFolders], Composed]
RenderPdf = Callable[[Document, HouseStyle, PdfStandard], RenderedPdf]
RenderDocx = Callable[[Document, HouseStyle, dict[str, int], int], bytes]
Verify = Callable[[Subject], Verdict]
VerifyThoroughly = Callable[[Sequence[Subject], Path], tuple[Verdict, ...]]


@dataclass(frozen=True, slots=True)
class Makers:
    """What makes documents: functions of modules, because other processes must be able to find them."""

    check: Check = check_project
    texts: Check = check_texts
    compose: Compose = compose
    pdf: RenderPdf = render_pdf
    docx: RenderDocx = render_docx
    verify: Verify = verify_quickly
    verify_thoroughly: VerifyThoroughly = verify_thoroughly
