"""The document tree as one HTML page."""

from __future__ import annotations

from typing import assert_never

from pipeline.document.nodes import Cover, Document, Letterhead, TitleBlock
from pipeline.render.pdf.blocks import blocks
from pipeline.render.pdf.cover import cover, title_block
from pipeline.render.pdf.headers import cover_furniture, letter_furniture, report_furniture
from pipeline.render.pdf.letterhead import letterhead
from pipeline.render.pdf.markup import element, text
from pipeline.render.pdf.writing import Writing


def html(writing: Writing, document: Document, kept: frozenset[int]) -> str:
    """Return the whole document; its look is in the style sheet, its pictures and watches in ``writing``.

    The blocks at the places ``kept`` of the body stay on the page of the block after them.
    """
    front = _front(writing, document)
    body = element("body", "\n".join((front, blocks(writing, document.body, kept))))
    head = element("head", element("title", text(document.metadata.title)))
    return "<!DOCTYPE html>\n" + element("html", head + body, lang=document.metadata.language)


def _front(writing: Writing, document: Document) -> str:
    front = document.front
    match front:
        case Letterhead():
            return letter_furniture(writing, front, document.notice) + letterhead(writing, front)
        case Cover():
            return cover(writing, front, cover_furniture(writing, front, document.notice))
        case TitleBlock():
            return report_furniture(front, document.notice) + title_block(writing, front)
        case _:
            assert_never(front)
