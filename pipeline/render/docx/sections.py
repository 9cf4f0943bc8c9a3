"""Sections: paper, margins, and which headers and footers belong to which pages."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document.nodes import Cover, Letterhead
from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import Margins
from pipeline.render.docx.elements import Element
from pipeline.render.docx.headers import Furniture
from pipeline.render.docx.oxml import mm_twips, w

_Reference = tuple[str, str, str]
"""Kind of reference, for which pages, relation."""


def letter_section(head: Letterhead, furniture: Furniture, style: HouseStyle) -> Element:
    """Return the section of a letter: its first page differs from the others."""
    references = (
        ("headerReference", "first", furniture.letter_first_header(head)),
        ("headerReference", "default", furniture.letter_follow_header(head)),
        ("footerReference", "first", furniture.letter_footer(head, 1)),
        ("footerReference", "default", furniture.letter_footer(head, 2)),
    )
    return _section(references, style, style.letter.margins, style.letter.body_top_follow, first_differs=True)


def cover_section(cover: Cover, furniture: Furniture, style: HouseStyle) -> Element:
    """Return the section of the cover, which has furniture but no running title and no page number."""
    references = (("headerReference", "default", furniture.cover_header(cover)),)
    return _section(references, style, style.report.margins, style.report.cover_title_top)


def text_section(furniture: Furniture, style: HouseStyle) -> Element:
    """Return the section of the text of a report, after its cover: all its pages are alike."""
    references = (
        ("headerReference", "default", furniture.report_header(running_title=True)),
        ("footerReference", "default", furniture.report_footer(2)),
    )
    return _section(references, style, style.report.margins, style.report.margins.top)


def annex_section(furniture: Furniture, style: HouseStyle) -> Element:
    """Return the section of an annex; its first page, which has the title itself, has no running title."""
    references = (
        ("headerReference", "first", furniture.report_header(running_title=False)),
        ("headerReference", "default", furniture.report_header(running_title=True)),
        ("footerReference", "first", furniture.report_footer(1)),
        ("footerReference", "default", furniture.report_footer(2)),
    )
    return _section(references, style, style.report.margins, style.report.margins.top, first_differs=True)


def _section(
    references: Sequence[_Reference],
    style: HouseStyle,
    margins: Margins,
    top: float,
    *,
    first_differs: bool = False,
) -> Element:
    """Write ``sectPr`` in the order of the schema; furniture is placed, so headers have no distance."""
    made = w("sectPr")
    for kind, pages, relation in references:
        reference = w(kind, type=pages)
        reference.attributes["r:id"] = relation
        made.append(reference)
    made.append(w("type", val="nextPage"))
    made.append(w("pgSz", w=mm_twips(style.page.width), h=mm_twips(style.page.height)))
    edges = {
        "top": top,
        "right": margins.right,
        "bottom": margins.bottom,
        "left": margins.left,
        "header": 0,
        "footer": 0,
        "gutter": 0,
    }
    made.append(w("pgMar", **{name: mm_twips(value) for name, value in edges.items()}))
    if first_differs:
        made.append(w("titlePg"))
    return made
