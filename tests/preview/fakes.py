"""A small layout engine for tests of the preview: one page, on which the title stands."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from pipeline.diagnostics import Code, Diagnostic, Source
from pipeline.document import nodes as n
from pipeline.document.pdf_standard import PdfStandard
from pipeline.engine.makers import Makers
from pipeline.house_style import HouseStyle
from pipeline.render.rendered import Draft, Place, RenderedPdf
from tests.engine import fakes
from tests.projects import AGENDA, ONE_PAGE_PDF

TITLE = Source(AGENDA, ("titel",))
FINISH_CRASH = "[afmaken mislukt]"
LATE = "[later gevonden]"


def pdf(document: n.Document, style: HouseStyle, standard: PdfStandard) -> RenderedPdf:
    """Return a real PDF of one page whose bytes depend on the title; an error where the title asks for it."""
    title = document.metadata.title
    if fakes.RENDER_CRASH in title:
        raise ArithmeticError(title)
    findings = (Diagnostic(Code.OVERFLOW, "De titel past niet.", TITLE),) if fakes.OVERFLOW in title else ()
    place = Place(TITLE, title, page=1, left=30, top=40, width=120, height=8)
    return RenderedPdf(ONE_PAGE_PDF + f"% {title}\n".encode(), 1, MappingProxyType({}), findings, (place,))


def draft(document: n.Document, style: HouseStyle) -> Draft:
    """Return the same page; where the title asks for it, finishing goes wrong or finds something more."""
    title = document.metadata.title

    def finish(standard: PdfStandard) -> RenderedPdf:
        if FINISH_CRASH in title:
            raise ArithmeticError(title)
        made = pdf(document, style, standard)
        found = (Diagnostic(Code.PICTURE_NO_ALT, "Er is geen tekst bij.", TITLE),) if LATE in title else ()
        return replace(made, diagnostics=(*made.diagnostics, *found))

    return Draft(pdf(document, style, "ua-1"), finish)


MAKERS: Makers = replace(fakes.MAKERS, pdf=pdf, draft=draft)
