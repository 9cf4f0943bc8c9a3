"""Who signs: capacity, room for the autograph, name; kept together with the end of the text before it."""

from __future__ import annotations

from pipeline.document.nodes import Signature, Signatures
from pipeline.document.text import plain_text
from pipeline.render.docx.elements import Element
from pipeline.render.docx.inlines import inline_runs
from pipeline.render.docx.keeping import keep_with_next
from pipeline.render.docx.measure import line_count
from pipeline.render.docx.oxml import mm_twips, paragraph, paragraph_property, pt_mm, pt_twips, w
from pipeline.render.docx.story import Story
from pipeline.render.docx.styles import indent

_CAPACITY_STYLE = "OndertekeningFunctie"
_NAME_STYLE = "OndertekeningNaam"
_COLUMNS = 2
_LINES_BEFORE = 2


def signatures(block: Signatures, story: Story) -> list[Element]:
    """Return one signature as paragraphs, several as cells beside each other.

    Who listens hears each signature whole before the next: a cell holds capacity and name. The table is there
    for the places only, so it says nothing of header cells.
    """
    if len(block.items) == 1:
        return _signature(block.items[0], story)
    items = block.items
    pairs = [items[first : first + _COLUMNS] for first in range(0, len(items), _COLUMNS)]
    rows = [_row(pair, story, last=pair is pairs[-1]) for pair in pairs]
    return [w("tbl", _properties(story), _grid(story), *rows)]


def keep_with_signatures(before: list[Element], story: Story) -> None:
    """Keep at least two lines of text with the signatures (house style 1.5).

    Earlier signatures with only a heading below them come along, so that all stand on one page; what stands
    before a new page cannot.
    """
    lines = 0
    for element in reversed(before):
        if lines >= _LINES_BEFORE:
            return
        keep_with_next(element)
        if element.is_table or _starts_page(element):
            return
        words = "".join(each.text for each in element.iter("w:t"))
        lines += line_count(words, story.style.styles.body.size, story.area.width, story.style)


def _starts_page(element: Element) -> bool:
    return paragraph_property(element, "pageBreakBefore") is not None


def _signature(
    signature: Signature, story: Story, *, gap: float = 0, lower: int = 0, last: bool = True
) -> list[Element]:
    """Return capacity and name.

    ``gap`` (mm) keeps a capacity clear of the signature on its right; ``lower`` is how many lines the name
    stands lower than usual, to be level with the name beside it; what is not ``last`` keeps with the next.
    """
    capacity = paragraph(
        _CAPACITY_STYLE,
        *inline_runs(signature.capacity, story),
        properties=[indent(0, gap)] if gap else [],
    )
    properties = [] if last else [w("keepNext")]
    if lower:
        leading = story.style.styles.body.leading
        space = (story.style.letter.signature_space + lower) * leading
        properties.append(w("spacing", before=pt_twips(space)))
    return [capacity, paragraph(_NAME_STYLE, *inline_runs(signature.name, story), properties=properties)]


def _properties(story: Story) -> Element:
    return w(
        "tblPr",
        w("tblStyle", val="TableNormal"),
        w("tblW", w=mm_twips(story.area.width), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )


def _grid(story: Story) -> Element:
    return w("tblGrid", *(w("gridCol", w=mm_twips(width)) for width in _widths(story)))


def _widths(story: Story) -> tuple[float, float]:
    column = story.area.signature_column
    return column, story.area.width - column


def _row(pair: tuple[Signature, ...], story: Story, *, last: bool) -> Element:
    """Return a row of one or two signatures that stays whole; a column without a signature has no cell."""
    first, second = _widths(story)
    places = list(zip(pair, (first, second), (pt_mm(story.style.styles.body.size), 0), strict=False))
    lines = [_lines(signature, width - gap, story) for signature, width, gap in places]
    cells = [
        w(
            "tc",
            w("tcPr", w("tcW", w=mm_twips(width), type="dxa")),
            *_signature(signature, story, gap=gap, lower=max(lines) - own, last=last),
        )
        for (signature, width, gap), own in zip(places, lines, strict=True)
    ]
    properties = w("trPr", w("cantSplit"))
    if len(pair) < _COLUMNS:
        properties = w(
            "trPr", w("gridAfter", val=1), w("wAfter", w=mm_twips(second), type="dxa"), w("cantSplit")
        )
    return w("tr", properties, *cells)


def _lines(signature: Signature, width: float, story: Story) -> int:
    """Return how many lines the capacity takes."""
    return line_count(plain_text(signature.capacity), story.style.styles.body.size, width, story.style)
