"""Blocks of text as HTML."""

from __future__ import annotations

from typing import assert_never

from pipeline.document.labels import list_label
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
from pipeline.document.text import plain_text
from pipeline.render.pdf.figures import figure
from pipeline.render.pdf.inlines import inlines
from pipeline.render.pdf.markup import element, text
from pipeline.render.pdf.signatures import signatures
from pipeline.render.pdf.tables import table
from pipeline.render.pdf.toc import table_of_contents
from pipeline.render.pdf.writing import Writing

_NARROW = 2
"""Characters of a list label that leave white before the text in the indent of the house style."""

_SHORT = 10
"""Items of a list of definitions that stay together on one page, such as the facts of an afspraak."""


def blocks(writing: Writing, content: tuple[Block, ...], kept: frozenset[int] = frozenset()) -> str:
    """Return blocks as HTML, one after the other; those at ``kept`` stay with the next block."""
    parts: list[str] = []
    new_page = False
    for index, block in enumerate(content):
        if isinstance(block, PageBreak):
            new_page = True
            continue
        html = _block(writing, block)
        if index in kept:
            html = element("div", html, class_="keep")
        parts.append(element("div", html, class_="new-page") if new_page else html)
        new_page = False
    return "\n".join(parts)


def _block(writing: Writing, block: Block) -> str:
    match block:
        case Heading():
            return _heading(writing, block)
        case Paragraph():
            keep = " keep" if block.keep_with_next else ""
            place = writing.place(block.children)
            return element("p", inlines(block.children), class_=block.role + keep, data_place=place)
        case List():
            return _list(writing, block)
        case DefinitionList():
            return _definitions(writing, block)
        case Quote():
            return element("blockquote", blocks(writing, block.blocks))
        case Table():
            return table(writing, block, blocks)
        case Figure():
            return figure(writing, block)
        case Signatures():
            return signatures(writing, block)
        case TableOfContents():
            return table_of_contents(block)
        case PageBreak():
            return ""
        case _:
            assert_never(block)


def _heading(writing: Writing, heading: Heading) -> str:
    words = plain_text(heading.children).replace("\n", " ")
    content = inlines(heading.children)
    if heading.number:
        # The space stands inside the column of the number, which it would else make wider.
        content = element("span", text(f"{heading.number} "), class_="number") + content
    kinds = [heading.numbering] if heading.number else []
    kinds += ["chapter"] if heading.page_break else []
    label = f"{heading.number} {words}".strip()
    return element(
        f"h{heading.level}",
        content,
        id=heading.id,
        class_=" ".join(kinds),
        data_label=label,
        data_place=writing.place(heading.children),
    )


def _list(writing: Writing, block: List) -> str:
    items = "\n".join(
        element(
            "x-item",
            element("x-label", text(list_label(block.kind, number)))
            + element("x-body", blocks(writing, item.blocks)),
        )
        for number, item in enumerate(block.items, block.start)
    )
    last = list_label(block.kind, block.start + len(block.items) - 1)
    wide = " wide" if len(last) > _NARROW else ""
    return element("x-list", items, class_=f"list {block.kind}{wide}")


def _definitions(writing: Writing, block: DefinitionList) -> str:
    items = "\n".join(
        element(
            "x-item",
            element("x-label", inlines(item.term), data_place=writing.place(item.term))
            + element("x-body", blocks(writing, item.blocks)),
        )
        for item in block.items
    )
    short = " short" if len(block.items) <= _SHORT else ""
    return element("x-list", items, class_=f"pairs definitions{short}")
