"""Keeping paragraphs and tables on the page of what follows them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.text.parfmt import ParagraphFormat

from pipeline.render.docx.oxml import Element


def keep_with_next(element: Element) -> None:
    """Keep a paragraph, or the last row of a table, on the page where the next element begins."""
    lines = element.tr_lst[-1].iter(qn("w:p")) if isinstance(element, CT_Tbl) else (element,)
    for line in lines:
        assert isinstance(line, CT_P), "python-docx knows w:p"
        ParagraphFormat(line).keep_with_next = True


def keep_together(elements: Iterable[Element]) -> None:
    """Keep each element with the next; the last one is free."""
    for upper, _ in pairwise(elements):
        keep_with_next(upper)
