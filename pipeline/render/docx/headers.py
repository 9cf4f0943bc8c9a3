"""The furniture of a page: what stands in headers and footers and is not part of what a reader reads.

Everything in it stands at a place measured from the corner of the page. The ordinary paragraph at the end of
each header carries the drawings and, on the first page of a letter, the height that makes the text start
lower.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docx.opc.part import XmlPart
from docx.oxml.ns import nsmap
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart

from pipeline.document.nodes import Cover, Document, Letterhead, Picture
from pipeline.document.text import plain_text
from pipeline.house_style.tokens import Box
from pipeline.render.docx.elements import Element, markup_of
from pipeline.render.docx.fields import page_of_pages
from pipeline.render.docx.frames import framed
from pipeline.render.docx.inlines import text_run
from pipeline.render.docx.letterhead import classification, reference_column
from pipeline.render.docx.measure import text_width
from pipeline.render.docx.oxml import mm_twips, paragraph, pt_mm, w
from pipeline.render.docx.story import Story
from pipeline.render.docx.watermark import watermark


@dataclass(frozen=True, slots=True)
class Furniture:
    """Writes the headers and footers of one document. ``pages`` is what ``NUMPAGES`` shows at first."""

    document: Document
    story: Story
    main: DocumentPart
    pages: int

    def letter_first_header(self, head: Letterhead) -> str:
        """Return the relation of the header of page 1: emblem and wordmark, as high as the letterhead."""
        layout = self.story.style.letter
        part, relation = self.main.add_header_part()
        middle = layout.wordmark_middle - self._wordmark_height(head.wordmark) / 2
        wordmark = self._wordmark(head.wordmark, layout.wordmark_left, middle)
        emblem = layout.emblem.model_copy(update={"height": layout.emblem_height})
        drawings = [self._emblem(emblem, head.logo, head.logo_alt, part), *self._watermark()]
        spacer = w("spacing", line=mm_twips(layout.body_top_first), lineRule="exact")
        return _fill(part, [*wordmark, paragraph("Header", *drawings, properties=[spacer])], relation)

    def letter_follow_header(self, head: Letterhead) -> str:
        """Return the relation of the header of later pages: classification and the short reference column."""
        layout = self.story.style.letter
        part, relation = self.main.add_header_part()
        frames = classification(head.classification, layout.classification) if head.classification else []
        frames += reference_column(head.follow_up, self.story.in_part(part))
        return _fill(part, [*frames, paragraph("Header", *self._watermark())], relation)

    def letter_footer(self, head: Letterhead, page: int) -> str:
        """Return the relation of a footer: classification, page number in the reference column, notice."""
        layout = self.story.style.letter
        part, relation = self.main.add_footer_part()
        frames = (
            classification(head.classification, layout.classification_bottom) if head.classification else []
        )
        frames += framed(layout.paging, [paragraph("Paginering", *page_of_pages(page, self.pages))])
        return _fill(
            part, [*frames, *self._notice(layout.notice.x, layout.notice.y), paragraph("Footer")], relation
        )

    def cover_header(self, cover: Cover) -> str:
        """Return the relation of the header of the cover: emblem, wordmark, notice, coloured block.

        The block fills the lower half, so the notice stands at the head and the watermark above the block.
        """
        layout, page = self.story.style.report, self.story.style.page
        part, relation = self.main.add_header_part()
        top = layout.cover_block_top
        drawings = [
            self.story.pictures.block(
                Box(x=0, y=top, width=page.width, height=page.height - top),
                self.story.style.colors.hemelblauw,
            ),
            self._emblem(layout.emblem, cover.logo, cover.logo_alt, part),
            *self._watermark(top),
        ]
        frames = self._wordmark(cover.wordmark, layout.wordmark.x, layout.wordmark.y)
        frames += self._notice(layout.margins.left, layout.header_top)
        return _fill(part, [*frames, paragraph("Header", *drawings)], relation)

    def report_header(self, *, running_title: bool) -> str:
        """Return the relation of a header of the text, with or without the title of the document."""
        layout = self.story.style.report
        part, relation = self.main.add_header_part()
        title: list[Element] = []
        if running_title:
            words = paragraph("Header", text_run(_title(self.document)))
            title = framed(self._line_box(layout.margins.left, layout.header_top), [words])
        return _fill(part, [*title, paragraph("Header", *self._watermark())], relation)

    def report_footer(self, page: int) -> str:
        """Return the relation of a footer of the text: notice, and the page number on the right."""
        layout = self.story.style.report
        part, relation = self.main.add_footer_part()
        right = w("jc", val="right")
        number = paragraph("Paginering", *page_of_pages(page, self.pages), properties=[right])
        half = self.story.area.width / 2
        place = self._line_box(layout.margins.left + half, layout.footer_top).model_copy(
            update={"width": half}
        )
        frames = [*self._notice(layout.margins.left, layout.footer_top), *framed(place, [number])]
        return _fill(part, [*frames, paragraph("Footer")], relation)

    def _line_box(self, left: float, top: float) -> Box:
        height = pt_mm(self.story.style.styles.paging.leading)
        return Box(x=left, y=top, width=self.story.area.width, height=height)

    def _emblem(self, box: Box, logo: Picture | None, alt: str, part: XmlPart) -> Element:
        if logo:
            return self.story.pictures.placed(logo, alt, box, part)
        return self.story.pictures.placeholder(box, alt)

    def _wordmark(self, lines: Iterable[str], left: float, top: float) -> list[Element]:
        """Return the name of the sender, one line each; it has the width to the edge of the page."""
        words = [paragraph("Woordmerk", text_run(line)) for line in lines]
        width = self.story.style.page.width - left
        return framed(Box(x=left, y=top, width=width, height=0), words, "auto")

    def _wordmark_height(self, lines: tuple[str, ...]) -> float:
        return len(lines) * pt_mm(self.story.style.styles.wordmark.leading)

    def _notice(self, left: float, top: float) -> list[Element]:
        if not self.document.notice:
            return []
        words = paragraph("Aanduiding", text_run(self.document.notice))
        style = self.story.style.styles.notice
        width = text_width(self.document.notice, style.size, self.story.style) + pt_mm(style.size)
        return framed(Box(x=left, y=top, width=width, height=pt_mm(style.leading)), [words])

    def _watermark(self, height: float | None = None) -> list[Element]:
        """Return the watermark, in the middle of the upper ``height`` mm or of the whole page."""
        if not self.document.watermark:
            return []
        style, number = self.story.style, self.story.pictures.next_number()
        return [watermark(self.document.watermark, style, number, height or style.page.height)]


def _title(document: Document) -> str:
    """Return the title as it is printed on the front; a letter has none."""
    front = document.front
    return "" if isinstance(front, Letterhead) else plain_text(front.title).replace("\n", " ")


def _fill(part: XmlPart, content: Iterable[Element], relation: str) -> str:
    """Replace what python-docx puts in a new header or footer; return the relation."""
    root = part.element
    for child in list(root):
        root.remove(child)
    declared = f'xmlns:w="{nsmap["w"]}" xmlns:r="{nsmap["r"]}"'
    root.extend(parse_xml(f"<root {declared}>{markup_of(content)}</root>"))
    return relation
