"""The contents list: a real TOC field whose entries and page numbers are already there."""

from __future__ import annotations

from pipeline.document.nodes import ContentsEntry, TableOfContents
from pipeline.render.docx.elements import Element
from pipeline.render.docx.fields import field, field_begin, field_end
from pipeline.render.docx.inlines import inline_runs, internal_link, text_run
from pipeline.render.docx.measure import number_in_words, tab_position
from pipeline.render.docx.oxml import paragraph, run, w
from pipeline.render.docx.story import Story
from pipeline.render.docx.styles import indent, tab_stops


def table_of_contents(block: TableOfContents, story: Story) -> list[Element]:
    """Return the title and the entries. Word can renew the field; it does not ask to.

    Page numbers are those of the PDF. Raises ``KeyError`` when an entry has no page.
    """
    title = paragraph("TOCHeading", *inline_runs(block.title, story))
    contents = [[_link(entry, story)] for entry in block.entries]
    if contents:
        contents[0] = [*field_begin(f'TOC \\o "1-{block.depth}" \\h \\z \\u'), *contents[0]]
        contents[-1].append(field_end())
    lines = (
        paragraph(f"TOC{entry.level}", *content, properties=_own_stops(entry, story))
        for entry, content in zip(block.entries, contents, strict=True)
    )
    return [title, *lines]


def _link(entry: ContentsEntry, story: Story) -> Element:
    name = story.bookmarks.name(entry.target)
    number = (
        [text_run(entry.number + (" " if number_in_words(entry.number) else "\t"))] if entry.number else []
    )
    page = field(f"PAGEREF {name} \\h", str(story.page_map[entry.target]))
    return internal_link(name, [*number, text_run(entry.text), run((), w("tab")), *page])


def _own_stops(entry: ContentsEntry, story: Story) -> list[Element]:
    """Return the tabs and indent of an entry for which those of the style do not fit.

    That is one whose number is wider than the column of numbers, and one without a number in that column:
    a chapter begins at the edge of the text, what is deeper where the words of numbered entries begin.
    """
    area, texts = story.area, story.style.styles
    first = entry.level == 1
    if not entry.number or number_in_words(entry.number):
        tabs = (("clear", area.number_indent), ("right", area.width))
        return [tab_stops(tabs, leader="dot"), indent(0 if first else area.number_indent)]
    size = (texts.contents1 if first else texts.contents2).size
    position = tab_position(entry.number, size, area.number_indent, story.style, bold=first)
    if position == area.number_indent:
        return []
    tabs = (("clear", area.number_indent), ("left", position), ("right", area.width))
    return [tab_stops(tabs, leader="dot"), indent(position, 0, position)]
