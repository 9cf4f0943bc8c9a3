"""Rules for the pages, the front and the headings of a report or annex (house style 2.1 and 2.2)."""

from __future__ import annotations

from pipeline.document.nodes import Cover, TitleBlock
from pipeline.house_style import HouseStyle
from pipeline.render.pdf.css import rule, text_style
from pipeline.render.pdf.page_geometry import mm, pt
from pipeline.render.pdf.signatures import signature_rules


def report_rules(style: HouseStyle, front: Cover | TitleBlock) -> str:
    """Return the CSS that only reports and annexes have."""
    parts = [
        _pages(style, front),
        _furniture(style),
        _titles(style),
        _headings(style),
        _contents(style),
        signature_rules(style, style.report.signature_column),
    ]
    return "\n".join(parts)


def _pages(style: HouseStyle, front: Cover | TitleBlock) -> str:
    layout = style.report
    margins, bottom = layout.margins, style.page.height - layout.margins.bottom
    footer = f"padding-top: {mm(layout.footer_top - bottom)}"
    paging = rule(
        "@bottom-right",
        'content: "Pagina " counter(page) " van " counter(pages)',
        "vertical-align: top",
        footer,
        text_style(style.styles.paging, margins=False),
    )
    notice = rule("@bottom-left", "content: element(foot)", "vertical-align: top", footer)
    title = rule(
        "@top-left",
        "content: element(running-title)",
        "vertical-align: top",
        f"padding-top: {mm(layout.header_top)}",
    )
    sides = f"{mm(margins.top)} {mm(margins.right)} {mm(margins.bottom)} {mm(margins.left)}"
    pages = rule("@page", f"margin: {sides}", paging, notice, title)
    if isinstance(front, TitleBlock):
        return pages + "\n" + rule("@page :first", rule("@top-left", "content: none"))
    # The coloured block fills the foot of the cover, so the notice stands at its head.
    cover = [
        rule("@bottom-right", "content: none"),
        rule("@bottom-left", "content: none"),
        rule(
            "@top-left",
            "content: element(foot)",
            "vertical-align: top",
            f"padding-top: {mm(layout.header_top)}",
        ),
        rule("@top-left-corner", "content: element(sender)", "vertical-align: top"),
    ]
    return "\n".join(
        (
            pages,
            rule(
                "@page cover",
                f"margin: {mm(layout.cover_title_top)} {mm(margins.right)} 0 {mm(margins.left)}",
                # The watermark is drawn at half size, to be whole above the block.
                f"background-size: auto {mm(layout.cover_block_top)}",
                *cover,
            ),
        )
    )


def _furniture(style: HouseStyle) -> str:
    layout, styles, colors = style.report, style.styles, style.colors
    emblem, wordmark = layout.emblem, layout.wordmark
    return "\n".join(
        (
            rule(".sender", "position: running(sender)"),
            rule(
                ".emblem",
                "box-sizing: border-box",
                f"margin: {mm(emblem.y)} 0 {mm(-emblem.y - emblem.height)} {mm(emblem.x)}",
                f"width: {mm(emblem.width)}",
                f"height: {mm(emblem.height)}",
                f"border: {pt(style.table.rule)} dashed {colors.placeholder}",
            ),
            rule(
                ".wordmark",
                f"margin-left: {mm(wordmark.x)}",
                f"padding-top: {mm(wordmark.y)}",
                "white-space: nowrap",
            ),
            rule(".wordmark p", text_style(styles.wordmark)),
            rule(".running-title", "position: running(running-title)", text_style(styles.paging)),
            rule(".foot", "position: running(foot)", text_style(styles.notice), f"color: {colors.notice}"),
        )
    )


def _titles(style: HouseStyle) -> str:
    layout, styles, colors = style.report, style.styles, style.colors
    left, top = layout.margins.left, layout.cover_title_top
    return "\n".join(
        (
            rule(".cover", "page: cover", "break-after: page"),
            rule(
                ".cover .logo",
                "position: absolute",
                f"left: {mm(layout.emblem.x - left)}",
                f"top: {mm(layout.emblem.y - top)}",
                f"width: {mm(layout.emblem.width)}",
            ),
            rule(
                ".cover .block",
                "position: absolute",
                f"left: {mm(-left)}",
                f"width: {mm(style.page.width)}",
                f"top: {mm(layout.cover_block_top - top)}",
                f"height: {mm(style.page.height - layout.cover_block_top)}",
                f"background: {colors.hemelblauw}",
            ),
            rule(".title", text_style(styles.cover_title), "font-weight: bold", f"color: {colors.lintblauw}"),
            rule(".subtitle", text_style(styles.cover_subtitle)),
            rule(".line", text_style(styles.cover_line)),
            rule(".annex .title", text_style(styles.heading1), "margin-top: 0"),
            rule(".annex", f"margin-bottom: {pt(styles.heading1.after)}"),
        )
    )


def _headings(style: HouseStyle) -> str:
    styles, colors, indent = style.styles, style.colors, style.report.number_indent
    numbered = "h1.decimal, h2.decimal, h3.decimal, h4.decimal"
    return "\n".join(
        (
            rule("h1", text_style(styles.heading1), "font-weight: normal", f"color: {colors.lintblauw}"),
            rule("h2", text_style(styles.heading2), "font-weight: bold", f"color: {colors.lintblauw}"),
            rule("h3", text_style(styles.heading3), "font-weight: bold"),
            rule("h4", text_style(styles.heading4), "font-weight: normal", "font-style: italic"),
            rule(".chapter", "break-before: page"),
            rule(".chapter, .cover + h1", "margin-top: 0"),
            rule(numbered, f"padding-left: {mm(indent)}", f"text-indent: {mm(-indent)}"),
            rule(
                ".decimal > .number",
                "display: inline-block",
                "white-space: pre",
                f"min-width: {mm(indent)}",
                "text-indent: 0",
            ),
        )
    )


def _contents(style: HouseStyle) -> str:
    styles, indent = style.styles, style.report.number_indent
    return "\n".join(
        (
            rule("x-entry", "break-inside: avoid"),
            rule("x-entry p", "margin: 0"),
            rule(".level1", text_style(styles.contents1), "font-weight: bold"),
            rule(".level2, .level3, .level4", text_style(styles.contents2), f"padding-left: {mm(indent)}"),
            rule("x-entry a", "color: inherit"),
            rule("x-entry a::after", 'content: leader(dotted) " " target-counter(attr(href), page)'),
            # Not a negative text-indent: the engine forgets that when it measures the leader.
            rule(".numbered", f"padding-left: {mm(indent)}"),
            rule(
                ".numbered x-label",
                "position: absolute",
                f"margin-left: {mm(-indent)}",
                f"width: {mm(indent)}",
            ),
        )
    )
