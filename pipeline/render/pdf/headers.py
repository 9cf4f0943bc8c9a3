"""Page furniture as HTML: what returns in the margins of pages and is skipped by people who listen."""

from __future__ import annotations

from math import cos, radians, sin

from pipeline.diagnostics import Code
from pipeline.document.nodes import Cover, Document, Letterhead, Picture, TitleBlock
from pipeline.document.text import plain_text
from pipeline.house_style import HouseStyle
from pipeline.render.pdf.letterhead import follow_up_column
from pipeline.render.pdf.markup import element, text
from pipeline.render.pdf.page_geometry import MM_PER_PT
from pipeline.render.pdf.writing import Watch, Writing


def letter_furniture(writing: Writing, front: Letterhead, notice: str) -> str:
    """Return the sender's mark, the column of the pages after the first, and the foot of the page."""
    foot = [element("p", text(front.classification.upper()), class_="foot-classification")]
    foot += [element("p", text(notice), class_="notice")] if notice else []
    parts = [
        _sender(writing, front),
        follow_up_column(writing, front.follow_up),
        element("div", "".join(foot), class_="foot"),
    ]
    if front.classification:
        parts.append(
            element("div", element("p", text(front.classification.upper())), class_="top-classification")
        )
    return "\n".join(part for part in parts if part)


def cover_furniture(writing: Writing, front: Cover, notice: str) -> str:
    """Return the sender's mark of the cover, and what stands on the pages after it."""
    return report_furniture(front, notice) + _sender(writing, front)


def report_furniture(front: Cover | TitleBlock, notice: str) -> str:
    """Return the running title and the notice at the foot of the page."""
    title = element("div", text(plain_text(front.title).replace("\n", " ")), class_="running-title")
    return title + (element("div", text(notice), class_="foot notice") if notice else "")


def _sender(writing: Writing, front: Letterhead | Cover) -> str:
    """Return the place for the emblem, unless there is a logo, and the words beside it."""
    placeholder = "" if front.logo else element("div", "", class_="emblem")
    lines = "".join(element("p", text(line)) for line in front.wordmark)
    words = element("div", lines, class_="wordmark", data_watch=_wordmark_watch(writing, front))
    return element("div", placeholder + words, class_="sender")


def _wordmark_watch(writing: Writing, front: Letterhead | Cover) -> str:
    letter, report = writing.style.letter, writing.style.report
    if isinstance(front, Letterhead):
        code, room = Code.LETTERHEAD_OVERFLOW, letter.wordmark_right - letter.wordmark_left
    else:
        code, room = Code.OVERFLOW, report.wordmark_right - report.wordmark.x
    longest = max(front.wordmark, key=len, default="")
    return writing.watch(
        Watch(
            code,
            f"De naam van de afzender is te breed voor de bladzijde; de langste regel is “{longest}”.",
            "Verdeel de naam over meer regels.",
            writing.where(),
            width=room,
        )
    )


def watermark(document: Document, style: HouseStyle) -> Picture | None:
    """Return the page-sized picture with the word that stands behind the text, or ``None``."""
    if not document.watermark:
        return None
    page, size = style.page, style.watermark.size * MM_PER_PT
    angle = radians(style.watermark.angle)
    # The word is centred on its capitals: their height, about 0.73 of the type size, lies above the baseline.
    drop = size * _CAPITALS / 2
    x, y = page.width / 2 + drop * sin(angle), page.height / 2 + drop * cos(angle)
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{page.width:g}mm" height="{page.height:g}mm" '
        f'viewBox="0 0 {page.width:g} {page.height:g}"><text text-anchor="middle" '
        f'transform="translate({x:.3f} {y:.3f}) rotate({-style.watermark.angle:g})" '
        f'font-family="{style.fonts.family}" font-weight="bold" font-size="{size:.3f}" '
        f'fill="{style.colors.watermark}">{text(document.watermark)}</text></svg>'
    )
    return Picture(drawing.encode(), "svg", page.width, page.height)


def footnote_rule(style: HouseStyle) -> Picture:
    """Return the line above the notes. A border would run over the whole width of the text."""
    width, height = style.footnote_rule.width, style.footnote_rule.thickness * MM_PER_PT
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:.4f}mm" '
        f'viewBox="0 0 1 1" preserveAspectRatio="none">'
        f'<rect width="1" height="1" fill="{style.colors.text}"/></svg>'
    )
    return Picture(drawing.encode(), "svg", width, height)


_CAPITALS = 0.729
"""Height of a capital as part of the type size, in DejaVu Sans (OS/2 sCapHeight)."""
