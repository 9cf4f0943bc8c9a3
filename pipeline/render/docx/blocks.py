"""Blocks of text: each kind of node becomes paragraphs and tables of Word."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from pipeline.document.nodes import (
    Block,
    DefinitionList,
    Figure,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Signatures,
    Table,
    TableOfContents,
)
from pipeline.render.docx.captions import caption
from pipeline.render.docx.definitions import definitions, is_short
from pipeline.render.docx.elements import Element
from pipeline.render.docx.inlines import inline_runs, text_run
from pipeline.render.docx.keeping import keep_with_next
from pipeline.render.docx.lists import list_paragraphs
from pipeline.render.docx.measure import number_in_words, tab_position
from pipeline.render.docx.oxml import paragraph, pt_twips, set_paragraph_property, w
from pipeline.render.docx.place import Place
from pipeline.render.docx.signatures import keep_with_signatures, signatures
from pipeline.render.docx.story import Story
from pipeline.render.docx.styles import heading_text, indent, tab_stops
from pipeline.render.docx.tables import table
from pipeline.render.docx.toc import table_of_contents

_HAIR = 1.0
"""Height of a line that nobody sees, pt."""


def write_blocks(blocks: tuple[Block, ...], story: Story, place: Place) -> list[Element]:
    """Return the elements of a row of blocks, with what the neighbours ask of each other in place."""
    elements: list[Element] = []
    previous: Block | None = None
    for block in blocks:
        made = _block(block, story, place)
        if isinstance(previous, PageBreak) and made:
            made = _on_new_page(made)
        elif previous is not None and elements:
            if isinstance(block, Signatures):
                keep_with_signatures(elements, story)
            made = _below(previous, elements[-1], block, made, story, place)
        elements += made
        previous = block
    return elements


def _below(
    previous: Block, last: Element, block: Block, made: list[Element], story: Story, place: Place
) -> list[Element]:
    """Settle with the end of the block above what this block asks of it."""
    if last.is_table and made and made[0].is_table:
        # Word would join two tables that touch.
        return [_between(block, story), *made]
    if last.is_table and isinstance(block, DefinitionList) and is_short(block):
        keep_with_next(last)
    elif last.is_paragraph and _in_a_row(previous, block) and not place.depth and not place.in_table:
        # Word leaves out the white between the items of a list, and of two lists too unless told otherwise.
        set_paragraph_property(last, "contextualSpacing", val=0)
    return made


def _between(lower: Block, story: Story) -> Element:
    """Return the white between two tables. Signatures have their own white above them and stay with it."""
    signed = isinstance(lower, Signatures)
    gap = _HAIR if signed else story.area.table_gap
    height = w("spacing", line=pt_twips(gap), lineRule="exact")
    return paragraph("WitregelW1", properties=[w("keepNext"), height] if signed else [height])


def _in_a_row(upper: Block, lower: Block) -> bool:
    both = (upper, lower)
    return all(isinstance(each, List) for each in both) or all(
        isinstance(each, DefinitionList) for each in both
    )


def _block(block: Block, story: Story, place: Place) -> list[Element]:
    match block:
        case Heading():
            made = [_heading(block, story, place)]
            return _on_new_page(made) if block.page_break else made
        case Paragraph():
            return [_paragraph(block, story, place)]
        case List():
            return list_paragraphs(block, story, place, write_blocks)
        case DefinitionList():
            return definitions(block, story, place, write_blocks)
        case Quote():
            step = story.area.list_indent
            style = place.style if place.in_table else "Quote"
            inner = replace(place, style=style, left=place.left + step, right=place.right + step)
            return write_blocks(block.blocks, story, inner)
        case Table():
            return table(block, story, place, write_blocks)
        case Figure():
            return _figure(block, story, place)
        case Signatures():
            return signatures(block, story)
        case TableOfContents():
            return table_of_contents(block, story)
        case PageBreak():
            return []
        case _:
            assert_never(block)


def _heading(heading: Heading, story: Story, place: Place) -> Element:
    words = inline_runs(heading.children, story)
    properties: list[Element] = []
    if heading.number and number_in_words(heading.number):
        words = [text_run(f"{heading.number} "), *words]
    elif heading.number:
        text = heading_text(heading.level, story.style, letter=story.area.is_letter)
        step = story.area.number_indent
        stop = tab_position(heading.number, text.size, step, story.style, bold=True)
        properties += [
            tab_stops((("left", place.left + stop),)),
            indent(place.left + stop, place.right, stop),
        ]
        words = [text_run(f"{heading.number}\t"), *words]
    elif place.left:
        properties.append(indent(place.left, place.right))
    style = f"Heading{heading.level}"
    return paragraph(style, *story.bookmarks.around(heading.id, words), properties=properties)


def _paragraph(block: Paragraph, story: Story, place: Place) -> Element:
    style = "Toelichting" if block.role == "note" and not place.in_table else place.style
    properties = place.properties(keep_next=block.keep_with_next)
    return paragraph(style, *inline_runs(block.children, story), properties=properties)


def _figure(figure: Figure, story: Story, place: Place) -> list[Element]:
    """Return the picture, no wider than its column, and the caption below it."""
    picture = figure.picture
    scale = min(1, (place.width or story.area.width) / picture.width)
    sized = replace(picture, width=picture.width * scale, height=picture.height * scale)
    image = story.pictures.inline(sized, figure.alt, story.part)
    properties = place.properties(keep_next=figure.caption is not None)
    line = paragraph("Figuur", image, properties=properties)
    if figure.caption is None:
        return [line]
    return [line, caption("Figuur", figure.caption, figure.id, story, place, below=True)]


def _on_new_page(elements: list[Element]) -> list[Element]:
    first = elements[0]
    if not first.is_paragraph:
        return [paragraph("WitregelW1", properties=[w("pageBreakBefore")]), *elements]
    set_paragraph_property(first, "pageBreakBefore")
    begin_at_top(first)
    return elements


def begin_at_top(element: Element) -> None:
    """Take away the white above a paragraph that begins a page; word processors would print it."""
    if element.is_paragraph:
        set_paragraph_property(element, "spacing", before=0)
