"""The front of a report (a cover) and of an annex (a title above the text) as HTML."""

from __future__ import annotations

from pipeline.diagnostics import Code
from pipeline.document.nodes import Cover, Inline, TitleBlock
from pipeline.render.pdf.inlines import inlines
from pipeline.render.pdf.markup import element, void
from pipeline.render.pdf.page_geometry import text_width
from pipeline.render.pdf.writing import Watch, Writing


def cover(writing: Writing, front: Cover, furniture: str) -> str:
    """Return the front page. ``furniture`` is HTML of what stands in its margins, such as the wordmark."""
    layout = writing.style.report
    watch = writing.watch(
        Watch(
            Code.OVERFLOW,
            "De titel en de regels daaronder passen niet op de bovenste helft van het omslag.",
            "Maak de titel of de ondertitel korter.",
            writing.where(front.title, front.subtitle, *front.lines),
            height=layout.cover_block_top - layout.cover_title_top,
            width=text_width(writing.style, letter=False),
        )
    )
    logo = (
        void("img", class_="logo", src=writing.pictures.add(front.logo, writing.where()), alt=front.logo_alt)
        if front.logo
        else ""
    )
    words = element("div", _words(writing, front), class_="title-block", data_watch=watch)
    block = element("x-decoration", "", class_="block")
    return element("section", furniture + logo + words + block, class_="cover")


def title_block(writing: Writing, front: TitleBlock) -> str:
    """Return the title above the text of an annex."""
    return element("div", _words(writing, front), class_="title-block annex")


def _words(writing: Writing, front: Cover | TitleBlock) -> str:
    def paragraph(run: tuple[Inline, ...], kind: str) -> str:
        return element("p", inlines(run), class_=kind, data_place=writing.place(run))

    parts = [paragraph(front.title, "title")]
    if front.subtitle:
        parts.append(paragraph(front.subtitle, "subtitle"))
    parts += [paragraph(line, "line") for line in front.lines]
    return "\n".join(parts)
