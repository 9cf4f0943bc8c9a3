"""The style sheet: rules for all documents, from the measures of the house style.

WeasyPrint's CSS; every measure and colour is a token. The rules for pages and fronts are in
``stylesheet_letter`` and ``stylesheet_report``.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.document.nodes import Cover, Document, Letterhead, TitleBlock
from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import TextStyle
from pipeline.render.pdf.css import rule, text_style
from pipeline.render.pdf.page_geometry import mm, pt
from pipeline.render.pdf.stylesheet_letter import letter_rules
from pipeline.render.pdf.stylesheet_report import report_rules


@dataclass(frozen=True, slots=True)
class Decorations:
    """Addresses of the pictures that the program draws itself; ``watermark`` is "" when there is none."""

    footnote_rule: str
    watermark: str


def stylesheet(document: Document, style: HouseStyle, decorations: Decorations) -> str:
    """Return the CSS of one document."""
    front = document.front
    match front:
        case Letterhead():
            layout, gap = style.letter, style.styles.body.leading
            pages = letter_rules(style, front)
        case Cover() | TitleBlock():
            layout, gap = style.report, style.report.paragraph_after
            pages = report_rules(style, front)
    return "\n".join(
        (
            _page(style, decorations.watermark),
            _text(style, gap),
            _lists(layout.list_indent, gap, layout.term_width),
            _tables(style, gap),
            _footnotes(style, decorations.footnote_rule),
            pages,
        )
    )


def _page(style: HouseStyle, watermark_url: str) -> str:
    page = style.page
    size = f"size: {mm(page.width)} {mm(page.height)}"
    if not watermark_url:
        return rule("@page", size)
    # A fixed background is placed from the corner of the paper, others from the corner of the text.
    background = (
        f'background: url("{watermark_url}") 50% 0 / {mm(page.width)} {mm(page.height)} no-repeat fixed'
    )
    return rule("@page", size, background)


def _text(style: HouseStyle, gap: float) -> str:
    body = style.styles.body
    return "\n".join(
        (
            rule(
                "html",
                f'font-family: "{style.fonts.family}"',
                f"color: {style.colors.text}",
                "hyphens: manual",
                "text-align: left",
                "orphans: 2",
                "widows: 2",
                "overflow-wrap: break-word",
                # Else viewers are asked to smooth pictures, which PDF/A forbids (ISO 19005-3, 6.2.8).
                "image-rendering: crisp-edges",
                text_style(body, margins=False),
            ),
            rule("body", "margin: 0"),
            rule("p", f"margin: 0 0 {pt(gap)}"),
            rule("p.note", text_style(style.styles.small)),
            rule(".keep", "break-after: avoid"),
            rule(".keep > table", "break-inside: avoid"),
            rule(".new-page", "break-before: page"),
            rule("strong, .bold, .label", "font-weight: bold"),
            rule("em, .italic", "font-style: italic"),
            rule("a", f"color: {style.colors.link}", "text-decoration: none"),
            rule("a.cross-reference", "color: inherit"),
            rule(
                "h1, h2, h3, h4",
                "break-after: avoid",
                "break-inside: avoid",
                "bookmark-label: attr(data-label)",
            ),
            # White above a heading is for mid-page; the engine would keep it after a forced break.
            rule(", ".join(f".new-page > h{level}" for level in range(1, 5)), "margin-top: 0"),
            rule("blockquote", f"margin: 0 0 {pt(gap)}"),
            rule("figure", f"margin: 0 0 {pt(gap)}", "break-inside: avoid"),
            rule("figure img", "display: block"),
            rule("figcaption", _caption_below(style.styles.caption), "break-before: avoid"),
            rule("x-body, x-contents, x-entry, x-decoration", "display: block"),
        )
    )


def _caption_below(caption: TextStyle) -> str:
    """Return a caption's style with the white space before and after in each other's place."""
    return (
        f"font-size: {pt(caption.size)}; line-height: {pt(caption.leading)}; "
        f"margin: {pt(caption.after)} 0 {pt(caption.before)}"
    )


def _lists(indent: float, gap: float, term: float) -> str:
    return "\n".join(
        (
            rule(".list", "display: block", f"margin: 0 0 {pt(gap)}"),
            rule(".list > x-item", "display: block", f"padding-left: {mm(indent)}"),
            # Taken out of the flow where it stands, as the engine does with its own list markers: such a
            # label goes along when the first line of its item moves to the next page.
            rule(
                ".list > x-item > x-label",
                "display: block",
                "position: absolute",
                f"margin-left: {mm(-indent)}",
                f"width: {mm(indent)}",
                "white-space: nowrap",
            ),
            # "12." and "aa." are as wide as the indent itself.
            rule(".wide > x-item", f"padding-left: {mm(1.5 * indent)}"),
            rule(
                ".wide > x-item > x-label", f"margin-left: {mm(-1.5 * indent)}", f"width: {mm(1.5 * indent)}"
            ),
            rule(".list p", "margin: 0"),
            rule(".list p + p", f"margin-top: {pt(gap)}"),
            rule(".list .list, .list table, .list figure", "margin-bottom: 0"),
            rule("td > :last-child, th > :last-child, blockquote > :last-child", "margin-bottom: 0"),
            rule("blockquote", f"padding: 0 {mm(indent)}"),
            # Fixed: a long word is broken, and does not take from the column of the terms.
            rule(
                ".pairs",
                "display: table",
                "table-layout: fixed",
                "width: 100%",
                f"margin-bottom: {pt(gap)}",
            ),
            rule(".pairs > x-item", "display: table-row", "break-inside: avoid"),
            rule(
                ".pairs > x-item > x-label, .pairs > x-item > x-body",
                "display: table-cell",
                "vertical-align: top",
            ),
            rule(".definitions x-label", "font-weight: bold", f"width: {mm(term)}", "box-sizing: border-box"),
            rule(".definitions p", "margin: 0"),
            rule(".short", "break-inside: avoid"),
            rule("table + .short", "break-before: avoid"),
            rule(".definitions p + p", f"margin-top: {pt(gap)}"),
        )
    )


def _tables(style: HouseStyle, gap: float) -> str:
    layout, colors, styles = style.table, style.colors, style.styles
    return "\n".join(
        (
            rule(
                "table",
                "width: 100%",
                "table-layout: fixed",
                "border-collapse: collapse",
                text_style(styles.table, margins=False),
                f"margin-bottom: {pt(max(gap, styles.table.leading))}",
            ),
            rule("caption", text_style(styles.caption), "text-align: left", "break-after: avoid"),
            rule(
                "td, th",
                "vertical-align: top",
                "text-align: left",
                f"padding: {mm(layout.padding_y)} {mm(layout.padding_x)}",
                f"border: 0 solid {colors.rule}",
                f"border-width: {pt(layout.rule)} 0",
            ),
            rule("th", "font-weight: normal"),
            rule("tr", "break-inside: avoid"),
            rule("tr.splittable", "break-inside: auto"),
            rule("thead th, thead td", f"background: {colors.header_fill}", f"color: {colors.lintblauw}"),
            rule("thead, .sums td, .sums th", "font-weight: bold"),
            rule("thead th", "font-weight: bold"),
            rule(".sums td, .sums th", f"background: {colors.sum_fill}"),
            rule(".sums", "break-before: avoid", "break-inside: avoid"),
            rule("td.right, th.right", "text-align: right"),
            rule("td.center, th.center", "text-align: center"),
            rule("td p, th p", "margin: 0"),
            rule("td p + p, th p + p", f"margin-top: {pt(styles.table.leading / 2)}"),
        )
    )


def _footnotes(style: HouseStyle, rule_url: str) -> str:
    note, call = style.styles.footnote, style.styles.footnote_call
    return "\n".join(
        (
            rule(
                "x-note",
                "float: footnote",
                "footnote-policy: line",
                "footnote-display: block",
                "font-weight: normal",
                "font-style: normal",
                "text-align: left",
                "text-indent: 0",
                f"color: {style.colors.text}",
                text_style(note),
            ),
            rule(
                "x-note::footnote-call",
                "content: attr(data-number)",
                f"font-size: {pt(call.size)}",
                "font-variant-position: normal",
                "vertical-align: super",
                "line-height: 0",
                "font-weight: normal",
                f"color: {style.colors.text}",
            ),
            rule("x-note::footnote-marker", "content: attr(data-number) ' '", "list-style: none"),
            rule(
                "@page",
                rule(
                    "@footnote",
                    f"margin-top: {pt(note.leading)}",
                    f"padding-top: {pt(note.leading / 2)}",
                    # A border would run over the whole width; the rule of the house style is shorter.
                    f'background: url("{rule_url}") 0 0 no-repeat',
                ),
            ),
        )
    )
