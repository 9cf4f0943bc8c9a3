"""Who signs: capacity, room for the autograph, name; kept together with the end of the text before it."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P

from pipeline.document.nodes import Signature, Signatures
from pipeline.render.docx.inlines import inline_runs
from pipeline.render.docx.measure import line_count
from pipeline.render.docx.oxml import Element, mm_twips, paragraph, w
from pipeline.render.docx.story import Story

_COLUMNS = 2
_LINES_BEFORE = 2


def signatures(block: Signatures, story: Story) -> list[Element]:
    """Return one signature as paragraphs, several as a small table of two columns.

    The table is one of data: capacities are its header cells and names the cells below them, so a screen reader says
    the capacity with each name. Its rows stay whole and together.
    """
    if len(block.items) == 1:
        return [_capacity(block.items[0], story), _name(block.items[0], story)]
    elements: list[Element] = []
    for first in range(0, len(block.items), _COLUMNS):
        elements += _pair(block.items[first : first + _COLUMNS], story)
    return elements


def keep_with_signatures(before: list[Element], story: Story) -> None:
    """Keep the paragraphs above the signatures with them, until they are good for two lines (house style 1.5)."""
    lines = 0
    for element in reversed(before):
        if lines >= _LINES_BEFORE or not isinstance(element, CT_P):
            return
        element.get_or_add_pPr().get_or_add_keepNext()
        words = "".join(text.text or "" for text in element.iter(qn("w:t")))
        lines += line_count(words, story.style.styles.body.size, story.area.width, story.style)


def _capacity(signature: Signature, story: Story) -> Element:
    return paragraph("OndertekeningFunctie", *inline_runs(signature.capacity, story))


def _name(signature: Signature, story: Story) -> Element:
    return paragraph("OndertekeningNaam", *inline_runs(signature.name, story))


def _pair(pair: tuple[Signature, ...], story: Story) -> Iterator[Element]:
    widths = [story.area.signature_column] * (len(pair) - 1)
    widths.append(story.area.width - sum(widths))
    yield w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="TableNormal"),
            w("tblW", w=mm_twips(story.area.width), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
            w("tblCaption", val="Ondertekening"),
        ),
        w("tblGrid", *(w("gridCol", w=mm_twips(width)) for width in widths)),
        _row([_capacity(each, story) for each in pair], widths, w("tblHeader")),
        _row([_name(each, story) for each in pair], widths),
    )
    yield paragraph("WitregelW1")


def _row(cells: list[Element], widths: list[float], header: Element | None = None) -> Element:
    return w(
        "tr",
        w("trPr", w("cantSplit"), header),
        *(
            w("tc", w("tcPr", w("tcW", w=mm_twips(width), type="dxa")), cell)
            for cell, width in zip(cells, widths, strict=True)
        ),
    )
