"""From document to PDF: write HTML, lay it out, look at what came of it, finish the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from types import MappingProxyType

from weasyprint import CSS
from weasyprint.document import Document as Layout

from pipeline.collecting import collecting_afterwards, not_collecting
from pipeline.document.nodes import Document, Heading, Letterhead
from pipeline.document.pdf_standard import PdfStandard
from pipeline.document.walk import iter_blocks
from pipeline.house_style import HouseStyle
from pipeline.render.pdf.complaints import Complaints, listening
from pipeline.render.pdf.fonts import font_configuration
from pipeline.render.pdf.footnotes import check_footnotes
from pipeline.render.pdf.headers import footnote_rule, watermark
from pipeline.render.pdf.html import html
from pipeline.render.pdf.information import Information
from pipeline.render.pdf.metadata import file_identifier
from pipeline.render.pdf.overflow import find_overflow
from pipeline.render.pdf.page import Page
from pipeline.render.pdf.places import printed_places
from pipeline.render.pdf.resources import OwnResources, refusing
from pipeline.render.pdf.signatures import begin_page, kept_blocks, stand_alone
from pipeline.render.pdf.standards import DECLARATIONS
from pipeline.render.pdf.stylesheet import Decorations, stylesheet
from pipeline.render.pdf.tables import find_headless, rows_over_notes, rows_to_split
from pipeline.render.pdf.tagging import Finisher
from pipeline.render.pdf.weasyprint_repairs import repair_weasyprint
from pipeline.render.pdf.word_spaces import write_word_spaces
from pipeline.render.pdf.writing import Writing
from pipeline.render.rendered import Draft, RenderedPdf


def render_pdf(document: Document, style: HouseStyle, standard: PdfStandard = "ua-1") -> RenderedPdf:
    """Make the PDF of a numbered document: the same bytes for the same document, house style and standard.

    For faults of the program raise ``FootnotePlacementError``, ``RepairError``, ``ForbiddenResourceError`` or
    ``LayoutComplaintError``.
    """
    with collecting_afterwards():
        return _render(document, style, standard)


def _render(document: Document, style: HouseStyle, standard: PdfStandard) -> RenderedPdf:
    repair_weasyprint()
    with refusing(), listening() as complaints:
        made = _settle(document, style)
        data = _write(made, document, standard)
    return _rendered(made, document, data, complaints)


def draft_pdf(document: Document, style: HouseStyle) -> Draft:
    """Make the pages of a document to look at, without the tags and the rest that a finished file has.

    Its ``finish`` makes the file that ``render_pdf`` makes. Both raise what that raises.
    """
    repair_weasyprint()
    with not_collecting(), refusing(), listening() as complaints:
        made = _settle(document, style)
        data = _draw(made)
    pdf = _rendered(made, document, data, complaints)
    return Draft(pdf, partial(_finish, made, document, pdf))


def _finish(made: _Made, document: Document, draft: RenderedPdf, standard: PdfStandard) -> RenderedPdf:
    with not_collecting(), refusing(), listening() as complaints:
        data = _write(made, document, standard)
    more = complaints.diagnostics(made.writing.pictures)
    return replace(draft, data=data, diagnostics=tuple(dict.fromkeys((*more, *draft.diagnostics))))


_KEPT = 2
"""Blocks that stay on the page of the signature below them: in a report a heading and the text above it."""

_LEAST_KEPT = 1
"""Such blocks where more do not fit on a page with all signatures: a report keeps the heading at least."""

_MOST_KEPT = 3
"""Such blocks at most; two lines of text are seldom spread over more."""

_ATTEMPTS = 8
"""How often a document is laid out anew at most; each time its breaks differ from all times before."""


@dataclass(frozen=True, slots=True)
class _Breaks:
    """What is known about page breaks: how many blocks are kept with signatures, which rows may split.

    ``raised`` is how much higher than the end of their page rows end, mm, by their names.
    """

    kept: int
    splittable: frozenset[str] = frozenset()
    raised: frozenset[tuple[str, float]] = frozenset()


@dataclass(frozen=True, slots=True)
class _Made:
    """A document that is laid out, and what belongs to it."""

    layout: Layout
    html: str
    writing: Writing
    breaks: _Breaks


def _settle(document: Document, style: HouseStyle) -> _Made:
    """Lay out a document until its page breaks are good, and make it ready to be drawn."""
    made = _lay_out(document, style, _first_breaks(document))
    for _ in range(_ATTEMPTS):
        better = _better_breaks(made)
        if better == made.breaks:
            break
        made = _lay_out(document, style, better)
    write_word_spaces(made.layout)
    return made


def _rendered(made: _Made, document: Document, data: bytes, complaints: Complaints) -> RenderedPdf:
    unusable = complaints.diagnostics(made.writing.pictures)
    too_long = *check_footnotes(made.layout, document), *find_headless(made.layout, made.writing)
    return RenderedPdf(
        data=data,
        pages=len(made.layout.pages),
        page_map=_page_map(made.layout, document),
        diagnostics=(*unusable, *find_overflow(made.layout, made.writing.watches), *too_long),
        places=printed_places(made.layout, made.writing.passages, document),
    )


def _first_breaks(document: Document) -> _Breaks:
    # A letter's end seldom falls on a page end, and keeping its last paragraphs together would leave white.
    return _Breaks(0 if isinstance(document.front, Letterhead) else _KEPT)


def _better_breaks(made: _Made) -> _Breaks:
    kept = made.breaks.kept
    if made.writing.letter and kept < _MOST_KEPT and stand_alone(made.layout):
        kept = max(_KEPT, kept + 1)
    elif not made.writing.letter and kept > _LEAST_KEPT and begin_page(made.layout):
        kept = _LEAST_KEPT
    raised = dict(made.breaks.raised)
    for name, over in rows_over_notes(made.layout).items():
        raised[name] = raised.get(name, 0.0) + over
    splittable = made.breaks.splittable | rows_to_split(made.layout)
    return _Breaks(kept, splittable, frozenset(raised.items()))


def _lay_out(document: Document, style: HouseStyle, breaks: _Breaks) -> _Made:
    letter = isinstance(document.front, Letterhead)
    writing = Writing(style, document.id, letter, splittable=breaks.splittable, raised=dict(breaks.raised))
    page = html(writing, document, kept_blocks(document.body, breaks.kept))
    css = stylesheet(document, style, _decorations(writing, document))
    fonts = font_configuration(style)
    fetcher = OwnResources((), writing.pictures)
    sheet = CSS(string=css, font_config=fonts, url_fetcher=fetcher)
    layout = Page(page, fetcher).render(font_config=fonts, stylesheets=[sheet])
    return _Made(layout, page, writing, breaks)


def _decorations(writing: Writing, document: Document) -> Decorations:
    behind = watermark(document, writing.style)
    return Decorations(
        footnote_rule=writing.pictures.add(footnote_rule(writing.style)),
        watermark=writing.pictures.add(behind) if behind else "",
    )


def _write(made: _Made, document: Document, standard: PdfStandard) -> bytes:
    declaration = DECLARATIONS[standard]
    information = Information(document, declaration)
    made.layout.metadata = information
    parts = (made.html.encode(), information.packet, document.source_yaml.encode())
    target = BytesIO()
    made.layout.write_pdf(
        target,
        finisher=Finisher(declaration),
        pdf_variant=declaration.variant,
        pdf_tags=True,
        pdf_identifier=file_identifier(parts, made.writing.pictures, made.writing.style),
    )
    return target.getvalue()


def _draw(made: _Made) -> bytes:
    target = BytesIO()
    # A copy has fonts of its own, so what is drawn now leaves no trace in the finished file.
    made.layout.copy().write_pdf(target, uncompressed_pdf=True)
    return target.getvalue()


def _page_map(layout: Layout, document: Document) -> Mapping[str, int]:
    headings = {block.id for block in iter_blocks(document.body) if isinstance(block, Heading) and block.id}
    found: dict[str, int] = {}
    for number, page in enumerate(layout.pages, 1):
        for anchor in page.anchors:
            if anchor in headings:
                found.setdefault(anchor, number)
    return MappingProxyType(found)
