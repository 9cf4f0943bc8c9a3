"""Pairs of term and description, as paragraphs with the description in a column of its own.

A table without header cells would tell a screen reader less than a line that starts with its term.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.nodes import Definition, DefinitionList, Paragraph
from pipeline.document.text import plain_text
from pipeline.render.docx.elements import Element
from pipeline.render.docx.inlines import Look, inline_runs, text_run
from pipeline.render.docx.keeping import keep_together
from pipeline.render.docx.measure import text_width
from pipeline.render.docx.oxml import paragraph, pt_mm, w
from pipeline.render.docx.place import Place, WriteBlocks
from pipeline.render.docx.story import Story
from pipeline.render.docx.styles import indent, tab_stops

_SHORT = 10


def definitions(block: DefinitionList, story: Story, place: Place, write: WriteBlocks) -> list[Element]:
    """Return a paragraph per pair; further blocks of a description stand below its first.

    A pair stays whole, and so does a short list, such as the facts of an afspraak.
    """
    pairs = [_definition(item, story, place, write) for item in block.items]
    elements = [element for pair in pairs for element in pair]
    for whole in [elements] if is_short(block) else pairs:
        keep_together(whole)
    return elements


def is_short(block: DefinitionList) -> bool:
    """Whether a list stays on one page, and with a table that stands right above it."""
    return len(block.items) <= _SHORT


def _definition(item: Definition, story: Story, place: Place, write: WriteBlocks) -> list[Element]:
    term = inline_runs(item.term, story, Look(strong=True))
    column = story.area.term_width
    inner = replace(place, left=place.left + column)
    first, rest = item.blocks[:1], item.blocks[1:]
    if not (first and isinstance(first[0], Paragraph) and _fits(item, story)):
        above = [w("keepNext"), w("spacing", after=0)] if item.blocks else []
        if place.left:
            above.append(indent(place.left + column, place.right, column))
        return [paragraph("Begrip", *term, properties=above), *write(item.blocks, story, inner)]
    properties: list[Element] = []
    if place.left:
        stop = place.left + column
        properties = [tab_stops((("left", stop),)), indent(stop, place.right, column)]
    words = [*term, text_run("\t"), *inline_runs(first[0].children, story)]
    return [paragraph("Begrip", *words, properties=properties), *write(rest, story, inner)]


def _fits(item: Definition, story: Story) -> bool:
    """Whether the term leaves a little room before the column of descriptions."""
    size = story.style.styles.body.size
    width = text_width(plain_text(item.term), size, story.style, bold=True)
    return width + pt_mm(size) <= story.area.term_width
