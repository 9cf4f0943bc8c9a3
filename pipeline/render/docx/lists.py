"""Lists as Word numbers them; the paragraphs of an item stand under each other."""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.nodes import Block, List, ListItem, Paragraph
from pipeline.render.docx.elements import Element
from pipeline.render.docx.inlines import inline_runs
from pipeline.render.docx.measure import text_width
from pipeline.render.docx.numbering import list_level, list_style
from pipeline.render.docx.oxml import paragraph, pt_mm, w
from pipeline.render.docx.place import Place, WriteBlocks
from pipeline.render.docx.story import Story
from pipeline.render.docx.styles import indent


def list_paragraphs(block: List, story: Story, place: Place, write: WriteBlocks) -> list[Element]:
    """Return the paragraphs of a list. Each numbered list counts anew from its own start."""
    level = list_level(place.depth)
    number = story.numbering.instance(block.kind, level, block.start)
    step = _step(block, story)
    return [element for item in block.items for element in _item(item, number, step, story, place, write)]


def _item(
    item: ListItem, number: int, step: float, story: Story, place: Place, write: WriteBlocks
) -> list[Element]:
    """Return an item: its first paragraph carries the bullet or number, the rest aligns with its words."""
    first, rest = _first_paragraph(item.blocks)
    level = list_level(place.depth)
    style = place.style if place.in_table else list_style(place.depth)
    properties: list[Element] = [w("keepNext")] if place.keep_next or first.keep_with_next else []
    properties.append(w("numPr", w("ilvl", val=level), w("numId", val=number)))
    if place.left or place.right or step != story.area.list_indent:
        properties.append(indent(place.left + step, place.right, step))
    line = paragraph(style, *inline_runs(first.children, story), properties=properties)
    inner = replace(
        place,
        style="Normal" if not place.in_table else place.style,
        left=place.left + step,
        depth=place.depth + 1,
    )
    return [line, *write(rest, story, inner)]


def _step(block: List, story: Story) -> float:
    """Return how far the words of a list stand in, mm: more than usual when its last number is wide."""
    size = story.style.styles.body.size
    last = f"{block.start + len(block.items) - 1}." if block.kind == "decimal" else ""
    return max(story.area.list_indent, text_width(last, size, story.style) + pt_mm(size / 3))


def _first_paragraph(blocks: tuple[Block, ...]) -> tuple[Paragraph, tuple[Block, ...]]:
    """Split off the paragraph that carries the bullet; an item that starts otherwise gets an empty one."""
    if blocks and isinstance(blocks[0], Paragraph):
        return blocks[0], blocks[1:]
    return Paragraph(()), blocks
