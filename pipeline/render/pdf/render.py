"""From document to PDF: write HTML, lay it out, look at what came of it, finish the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

from weasyprint import CSS, HTML
from weasyprint.document import Document as Layout

from pipeline.diagnostics import Diagnostic
from pipeline.document.nodes import Document, Heading, Letterhead
from pipeline.document.walk import iter_blocks
from pipeline.house_style import HouseStyle
from pipeline.render.pdf.fonts import font_configuration, font_urls
from pipeline.render.pdf.footnotes import check_footnotes
from pipeline.render.pdf.headers import footnote_rule, watermark
from pipeline.render.pdf.html import html
from pipeline.render.pdf.metadata import file_identifier
from pipeline.render.pdf.overflow import find_overflow
from pipeline.render.pdf.resources import OwnResources
from pipeline.render.pdf.stylesheet import Decorations, stylesheet
from pipeline.render.pdf.tagging import finishing_tags
from pipeline.render.pdf.weasyprint_repairs import repair_weasyprint
from pipeline.render.pdf.writing import Writing


@dataclass(frozen=True, slots=True)
class RenderedPdf:
    """A PDF and what is known of it.

    ``page_map`` tells on which page each heading with an id begins, as the page number is printed.
    ``diagnostics`` holds an error for everything that does not fit; ``data`` is complete even then.
    """

    data: bytes
    pages: int
    page_map: Mapping[str, int]
    diagnostics: tuple[Diagnostic, ...]


def render_pdf(document: Document, style: HouseStyle) -> RenderedPdf:
    """Make the PDF of a numbered document: the same bytes for the same document and house style.

    Raise ``FootnotePlacementError``, ``RepairError`` or ``ForbiddenResourceError`` for faults of the program.
    """
    repair_weasyprint()
    writing = Writing(style, document.id, letter=isinstance(document.front, Letterhead))
    page = html(writing, document)
    css = stylesheet(document, style, _decorations(writing, document))
    layout = _lay_out(page, css, writing)
    check_footnotes(layout)
    return RenderedPdf(
        data=_write(layout, file_identifier(page, css)),
        pages=len(layout.pages),
        page_map=_page_map(layout, document),
        diagnostics=find_overflow(layout, writing.watches),
    )


def _decorations(writing: Writing, document: Document) -> Decorations:
    behind = watermark(document, writing.style)
    return Decorations(
        footnote_rule=writing.pictures.add(footnote_rule(writing.style)),
        watermark=writing.pictures.add(behind) if behind else "",
    )


def _lay_out(page: str, css: str, writing: Writing) -> Layout:
    fonts = font_configuration()
    fetcher = OwnResources(font_urls(writing.style), writing.pictures)
    sheet = CSS(string=css, font_config=fonts, url_fetcher=fetcher)
    return HTML(string=page, url_fetcher=fetcher).render(font_config=fonts, stylesheets=[sheet])


def _write(layout: Layout, identifier: bytes) -> bytes:
    target = BytesIO()
    with finishing_tags() as finisher:
        layout.write_pdf(target, finisher=finisher, pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return target.getvalue()


def _page_map(layout: Layout, document: Document) -> Mapping[str, int]:
    headings = {block.id for block in iter_blocks(document.body) if isinstance(block, Heading) and block.id}
    found: dict[str, int] = {}
    for number, page in enumerate(layout.pages, 1):
        for anchor in page.anchors:
            if anchor in headings:
                found.setdefault(anchor, number)
    return MappingProxyType(found)
