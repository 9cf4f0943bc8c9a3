"""What every part of the text needs while it is written: house style, text area, registers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from docx.opc.part import Part

from pipeline.document.nodes import Cover, Front, Letterhead, TitleBlock
from pipeline.house_style import HouseStyle
from pipeline.render.docx.bookmarks import Bookmarks
from pipeline.render.docx.figures import Pictures
from pipeline.render.docx.footnotes import Footnotes
from pipeline.render.docx.numbering import Numbering


@dataclass(frozen=True, slots=True)
class Area:
    """The column of text: measures in mm; ``paragraph_after`` and ``table_gap``, white below, in points."""

    width: float
    height: float
    paragraph_after: float
    table_gap: float
    list_indent: float
    term_width: float
    number_indent: float
    signature_column: float
    is_letter: bool


def text_area(front: Front, style: HouseStyle) -> Area:
    """Return the measures of the text column of this kind of document."""
    number_indent = style.report.number_indent
    match front:
        case Letterhead():
            layout, top = style.letter, style.letter.body_top_follow
        case Cover() | TitleBlock():
            layout, top = style.report, style.report.margins.top
        case _:
            assert_never(front)
    return Area(
        width=style.page.width - layout.margins.left - layout.margins.right,
        height=style.page.height - top - layout.margins.bottom,
        paragraph_after=layout.paragraph_after,
        table_gap=max(layout.paragraph_after, style.styles.table.leading),
        list_indent=layout.list_indent,
        term_width=layout.term_width,
        number_indent=number_indent,
        signature_column=layout.signature_column,
        is_letter=isinstance(front, Letterhead),
    )


@dataclass(frozen=True, slots=True)
class Story:
    """Where text is being written. ``part`` holds the relations (links, pictures) of that text."""

    part: Part
    style: HouseStyle
    area: Area
    bookmarks: Bookmarks
    footnotes: Footnotes
    numbering: Numbering
    pictures: Pictures
    page_map: Mapping[str, int]

    def in_part(self, part: Part) -> Story:
        """Return the same story for text that stands in another part, such as a header or the notes."""
        return replace(self, part=part)
