"""Pictures with their caption as HTML."""

from __future__ import annotations

from pipeline.diagnostics import Code, Location
from pipeline.document.nodes import Caption, Figure
from pipeline.render.pdf.inlines import inlines
from pipeline.render.pdf.markup import element, text, void
from pipeline.render.pdf.page_geometry import text_height, text_width
from pipeline.render.pdf.writing import Watch, Writing


def figure(writing: Writing, block: Figure) -> str:
    """Return a figure: the picture with its text alternative, and its caption below."""
    picture = block.picture
    width, height = text_width(writing.style, writing.letter), text_height(writing.style, writing.letter)
    where = block.source or Location(writing.document_id)
    watch = writing.watch(
        Watch(
            Code.OVERFLOW,
            "De afbeelding met haar bijschrift past niet op de bladzijde. "
            f"De afbeelding is {_mm(picture.width)} breed "
            f"en {_mm(picture.height)} hoog; er is {_mm(width)} bij {_mm(height)} beschikbaar.",
            "Maak de afbeelding kleiner.",
            where,
            height=height,
            width=width,
        )
    )
    size = f"width: {picture.width:g}mm; height: {picture.height:g}mm"
    image = void("img", src=writing.pictures.add(picture, where), alt=block.alt, style=size)
    caption = element("figcaption", caption_words("Figuur", block.caption)) if block.caption else ""
    return element("figure", image + caption, id=block.id, data_watch=watch)


def caption_words(kind: str, caption: Caption) -> str:
    """Return "Figuur 1" or "Tabel 3" in bold, and what the caption says."""
    words = inlines(caption.children)
    if not caption.number:
        return words
    return element("strong", text(f"{kind}\N{NO-BREAK SPACE}{caption.number}")) + text(" ") + words


def _mm(value: float) -> str:
    return f"{value:.0f}\N{NO-BREAK SPACE}mm"
