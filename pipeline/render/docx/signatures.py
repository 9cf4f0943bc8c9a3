"""Who signs: capacity, room for the autograph, name; kept together with the end of the text before it."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.text.parfmt import ParagraphFormat

from pipeline.document.nodes import Signature, Signatures
from pipeline.render.docx.inlines import inline_runs
from pipeline.render.docx.measure import line_count
from pipeline.render.docx.oxml import Element, mm_twips, paragraph, w
from pipeline.render.docx.story import Story
from pipeline.render.docx.styles import indent

_COLUMNS = 2
_LINES_BEFORE = 2


def signatures(block: Signatures, story: Story) -> list[Element]:
    """Return one signature as paragraphs, several as a small table of two columns.

    The table is one of data: capacities are its header cells and names the cells below them, so a screen
    reader says the capacity with each name. Its rows stay whole and together.
    """
    if len(block.items) == 1:
        return [_capacity(block.items[0], story), _name(block.items[0], story)]
    elements: list[Element] = []
    for first in range(0, len(block.items), _COLUMNS):
        elements += _pair(block.items[first : first + _COLUMNS], story)
    return elements


def keep_with_signatures(before: list[Element], story: Story) -> None:
    """Keep at least two lines of text with the signatures (house style 1.5)."""
    lines = 0
    for element in reversed(before):
        if lines >= _LINES_BEFORE:
            return
        if isinstance(element, CT_Tbl):
            _keep_last_row(element)
            return
        _keep_with_next(element)
        words = "".join(text.text or "" for text in element.iter(qn("w:t")))
        lines += line_count(words, story.style.styles.body.size, story.area.width, story.style)


def _keep_last_row(table: CT_Tbl) -> None:
    for element in table.tr_lst[-1].iter(qn("w:p")):
        _keep_with_next(element)


def _keep_with_next(element: Element) -> None:
    assert isinstance(element, CT_P), "only paragraphs are kept with what follows"
    ParagraphFormat(element).keep_with_next = True


def _capacity(signature: Signature, story: Story, gap: float = 0) -> Element:
    """Return the line with the capacity; ``gap`` (mm) keeps it clear of a signature on its right."""
    properties = [indent(0, gap)] if gap else []
    return paragraph("OndertekeningFunctie", *inline_runs(signature.capacity, story), properties=properties)


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
        _row([_capacity(each, story, story.area.list_indent) for each in pair], widths, w("tblHeader")),
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
