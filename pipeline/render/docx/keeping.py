"""Keeping paragraphs and tables on the page of what follows them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from pipeline.render.docx.elements import Element
from pipeline.render.docx.oxml import set_paragraph_property


def keep_with_next(element: Element) -> None:
    """Keep a paragraph, or the last row of a table, on the page where the next element begins."""
    rows = [child for child in element.children if child.name == "w:tr"] if element.is_table else []
    for line in rows[-1].iter("w:p") if rows else (element,):
        set_paragraph_property(line, "keepNext")


def keep_together(elements: Iterable[Element]) -> None:
    """Keep each element with the next; the last one is free."""
    for upper, _ in pairwise(elements):
        keep_with_next(upper)
