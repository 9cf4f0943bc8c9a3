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
            f"De afbeelding is {_mm(picture.width)} breed en {_mm(picture.height)} hoog; met haar bijschrift "
            f"past dat niet op de bladzijde van {_mm(width)} bij {_mm(height)}.",
            "Maak de afbeelding kleiner.",
            where,
            height=height,
            width=width,
        )
    )
    size = f"width: {picture.width:g}mm; height: {picture.height:g}mm"
    image = void("img", src=writing.pictures.add(picture, where), alt=block.alt, style=size)
    place = writing.place((), block.source)
    below = caption(writing, "figcaption", "Figuur", block.caption)
    return element("figure", image + below, id=block.id, data_watch=watch, data_place=place)


def caption(writing: Writing, name: str, kind: str, words: Caption | None) -> str:
    """Return an element ``name`` that says "Figuur 1" or "Tabel 3" in bold and what it shows; "" without."""
    if words is None:
        return ""
    content = inlines(words.children)
    if words.number:
        number = f"{kind}\N{NO-BREAK SPACE}{words.number}"
        content = element("strong", text(number)) + text(" ") + content
    return element(name, content, data_place=writing.place(words.children, words.source))


def _mm(value: float) -> str:
    return f"{value:.0f}\N{NO-BREAK SPACE}mm"
