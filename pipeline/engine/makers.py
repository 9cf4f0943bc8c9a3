"""The rooms that the engine calls, as one value: a test hands over small ones of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.checks import check_project
from pipeline.compose.documents import Composed, compose
from pipeline.compose.environment import TemplateFolders
from pipeline.compose.texts import check_texts
from pipeline.content.documents import DocumentRequest
from pipeline.content.project import Project
from pipeline.diagnostics import Diagnostic
from pipeline.document.nodes import Document
from pipeline.house_style import HouseStyle
from pipeline.render.docx import render_docx
from pipeline.render.pdf import RenderedPdf, render_pdf

Check = Callable[[Project], tuple[Diagnostic, ...]]
Compose = Callable[[DocumentRequest, Project, HouseStyle, TemplateFolders], Composed]
RenderPdf = Callable[[Document, HouseStyle], RenderedPdf]
RenderDocx = Callable[[Document, HouseStyle, dict[str, int], int], bytes]


@dataclass(frozen=True, slots=True)
class Makers:
    """What makes documents: functions of modules, because other processes must be able to find them."""

    check: Check = check_project
    texts: Check = check_texts
    compose: Compose = compose
    pdf: RenderPdf = render_pdf
    docx: RenderDocx = render_docx
