"""The Word renderer: writes a document tree as a DOCX file in the house style."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from docx.document import Document as WordDocument

from pipeline.collecting import not_collecting
from pipeline.document.nodes import Cover, Document, Letterhead, TitleBlock
from pipeline.house_style import HouseStyle
from pipeline.render.docx.blocks import begin_at_top, write_blocks
from pipeline.render.docx.bookmarks import Bookmarks
from pipeline.render.docx.elements import Element
from pipeline.render.docx.figures import Pictures
from pipeline.render.docx.footnotes import create_footnotes, has_notes
from pipeline.render.docx.headers import Furniture
from pipeline.render.docx.letterhead import letterhead
from pipeline.render.docx.numbering import Numbering
from pipeline.render.docx.oxml import paragraph
from pipeline.render.docx.package import close_package, open_package, package_of
from pipeline.render.docx.place import Place
from pipeline.render.docx.sections import annex_section, cover_section, letter_section, text_section
from pipeline.render.docx.spacing import settle_spacing
from pipeline.render.docx.story import Story, text_area
from pipeline.render.docx.styles import paragraph_styles, style_elements
from pipeline.render.docx.titles import cover, title_block

__all__ = ["render_docx"]


def render_docx(document: Document, style: HouseStyle, page_map: Mapping[str, int], pages: int) -> bytes:
    """Return the bytes of a Word file; equal arguments give equal bytes.

    ``page_map`` gives the page of each heading id, for the entries of the contents list, and ``pages`` the
    number of pages that ``Pagina 1 van 3`` shows until Word has counted. Raises ``KeyError`` for a contents
    entry without a page.
    """
    # Tens of thousands of elements are made, and all of them are needed until they are written.
    with not_collecting():
        return _written(document, style, page_map, pages)


def _written(document: Document, style: HouseStyle, page_map: Mapping[str, int], pages: int) -> bytes:
    noted = has_notes(document)
    word = open_package(document, style, pages, notes=noted)
    main = word.part
    story = _story(document, style, page_map, word, noted=noted)
    styles = paragraph_styles(document, style, story.area)
    body = _content(document, story, Furniture(document, story, main, pages))
    settle_spacing(body, {each.id: each for each in styles}, story.area.table_gap)
    contents = {
        "document": body,
        "styles": style_elements(styles, document, style),
        "numbering": story.numbering.elements,
        "footnotes": story.footnotes.elements,
    }
    return close_package(word, contents)


def _story(
    document: Document, style: HouseStyle, page_map: Mapping[str, int], word: WordDocument, *, noted: bool
) -> Story:
    main, package, area = word.part, package_of(word), text_area(document.front, style)
    numbering = Numbering(area.list_indent)
    numbering.define()
    return Story(
        part=main,
        style=style,
        area=area,
        bookmarks=Bookmarks(),
        footnotes=create_footnotes(main, package, related=noted),
        numbering=numbering,
        pictures=Pictures(package, style),
        page_map=page_map,
    )


def _content(document: Document, story: Story, furniture: Furniture) -> list[Element]:
    """Return all of the body: front matter, text, and the properties of the sections."""
    style, front = story.style, document.front
    text = write_blocks(document.body, story, Place(story.area.width))
    if text and text[-1].is_table:
        # Word wants a paragraph after the last table.
        text.append(paragraph("WitregelW1"))
    match front:
        case Letterhead():
            for element in text[:1]:
                begin_at_top(element)
            return [*letterhead(front, story), *text, letter_section(front, furniture, style)]
        case Cover():
            first = cover(front, cover_section(front, furniture, style), story)
            for element in text[:1]:
                begin_at_top(element)
            return [*first, *text, text_section(furniture, style)]
        case TitleBlock():
            return [*title_block(front, story), *text, annex_section(furniture, style)]
        case _:
            assert_never(front)
