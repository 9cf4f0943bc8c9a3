"""The words of a cover and of the head of an annex."""

from __future__ import annotations

from pipeline.document.nodes import Cover, TitleBlock
from pipeline.render.docx.elements import Element
from pipeline.render.docx.inlines import inline_runs
from pipeline.render.docx.oxml import paragraph
from pipeline.render.docx.story import Story


def cover(front: Cover, section: Element, story: Story) -> list[Element]:
    """Return the front page; its last paragraph ends the section, so that the text starts on a new page."""
    lines = title_block(front, story)
    properties = lines[-1].find("w:pPr")
    assert properties is not None, "paragraph() always writes pPr"
    properties.append(section)
    return lines


def title_block(front: Cover | TitleBlock, story: Story) -> list[Element]:
    """Return title, subtitle and the lines below them."""
    lines = [paragraph("Title", *inline_runs(front.title, story))]
    if front.subtitle:
        lines.append(paragraph("Subtitle", *inline_runs(front.subtitle, story)))
    return [*lines, *(paragraph("Titelregel", *inline_runs(line, story)) for line in front.lines)]
