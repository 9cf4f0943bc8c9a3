"""Rules for the pages and the head of a letter (house style 1.0)."""

from __future__ import annotations

from pipeline.document.nodes import Letterhead
from pipeline.house_style import HouseStyle
from pipeline.render.pdf.css import placed, rule, text_style
from pipeline.render.pdf.page_geometry import MM_PER_PT, mm, pt, text_width
from pipeline.render.pdf.signatures import signature_rules


def letter_rules(style: HouseStyle, front: Letterhead) -> str:
    """Return the CSS that only letters have."""
    return "\n".join((_pages(style, front), _furniture(style), _head(style), _body(style)))


def _pages(style: HouseStyle, front: Letterhead) -> str:
    layout = style.letter
    margins, bottom = layout.margins, style.page.height - layout.margins.bottom
    text_right = style.page.width - margins.right

    def box(name: str, content: str, *more: str) -> str:
        return rule(f"@{name}", f"content: {content}", "vertical-align: top", *more)

    paging = box(
        "bottom-right-corner",
        '"Pagina " counter(page) " van " counter(pages)',
        "text-align: left",
        f"padding: {mm(layout.paging.y - bottom)} 0 0 {mm(layout.paging.x - text_right)}",
        text_style(style.styles.paging, margins=False),
    )
    foot = box(
        "bottom-left",
        "element(foot)",
        f"width: {mm(text_width(style, letter=True))}",
        f"padding-top: {mm(layout.classification_bottom.y - bottom)}",
    )
    follow_up = box(
        "top-right-corner",
        "element(follow-up)",
        f"padding: {mm(layout.reference.y)} 0 0 {mm(layout.reference.x - text_right)}",
    )
    classification = box(
        "top-left",
        "element(top-classification)",
        f"width: {mm(text_width(style, letter=True))}",
        f"padding-top: {mm(layout.classification.y)}",
    )
    side = f"{mm(margins.right)} {mm(margins.bottom)} {mm(margins.left)}"
    follow = [paging, foot, *([follow_up] if front.follow_up else [])]
    follow += [classification] if front.classification else []
    # The text of the first page begins with the head fields: when these are long, the letter moves down.
    first = [
        f"margin: {mm(layout.head_fields.y)} {side}",
        rule("@top-right-corner", "content: none"),
        rule("@top-left", "content: none"),
        box("top-left-corner", "element(sender)"),
    ]
    return "\n".join(
        (
            rule("@page", f"margin: {mm(layout.body_top_follow)} {side}", *follow),
            rule("@page :first", *first),
        )
    )


def _furniture(style: HouseStyle) -> str:
    layout, styles, colors = style.letter, style.styles, style.colors
    emblem = layout.emblem
    classification = layout.classification_bottom
    return "\n".join(
        (
            rule(".sender", "position: running(sender)"),
            rule(
                ".emblem",
                "box-sizing: border-box",
                f"margin: {mm(emblem.y)} 0 {mm(-emblem.y - layout.emblem_height)} {mm(emblem.x)}",
                f"width: {mm(emblem.width)}",
                f"height: {mm(layout.emblem_height)}",
                f"border: {pt(style.table.rule)} dashed {colors.placeholder}",
            ),
            rule(
                ".wordmark",
                f"margin-left: {mm(layout.wordmark_left)}",
                f"height: {mm(2 * layout.wordmark_middle)}",
                "display: flex",
                "flex-direction: column",
                "justify-content: center",
                "white-space: nowrap",
            ),
            rule(".wordmark p", text_style(styles.wordmark)),
            rule(".follow-up", "position: running(follow-up)", f"width: {mm(layout.reference.width)}"),
            rule(".foot", "position: running(foot)"),
            rule(
                ".foot-classification",
                text_style(styles.classification),
                "font-weight: bold",
                f"height: {mm(classification.height)}",
            ),
            rule(
                ".foot .notice",
                text_style(styles.notice),
                f"color: {colors.notice}",
                f"margin-top: {mm(layout.notice.y - classification.y - classification.height)}",
            ),
            rule(
                ".top-classification",
                "position: running(top-classification)",
                text_style(styles.classification),
                "font-weight: bold",
            ),
        )
    )


def _head(style: HouseStyle) -> str:
    layout, styles = style.letter, style.styles
    left, top = layout.margins.left, layout.head_fields.y
    gap = layout.body_top_first - layout.head_fields.y - layout.head_fields.height
    lowered = layout.addressee.model_copy(update={"y": layout.addressee.y + styles.body.leading * MM_PER_PT})
    return "\n".join(
        (
            rule(".logo", placed(layout.emblem, left, top), f"height: {mm(layout.emblem_height)}"),
            rule(".return-address", placed(layout.return_address, left, top)),
            rule(".return-address p", text_style(styles.return_address)),
            rule(".classification", placed(layout.classification, left, top)),
            rule(".classification p", text_style(styles.classification), "font-weight: bold"),
            rule(".addressee", placed(layout.addressee, left, top)),
            rule(".addressee.lowered", placed(lowered, left, top)),
            rule(".addressee p", text_style(styles.body)),
            rule(".reference", placed(layout.reference, left, top)),
            rule(".group p", text_style(styles.reference)),
            rule(".group + .group", f"margin-top: {mm(layout.reference_gap)}"),
            rule(
                ".head-fields",
                f"min-height: {mm(layout.head_fields.height)}",
                f"margin-bottom: {mm(gap)}",
            ),
            rule(".fields", "margin: 0"),
            rule(".fields x-label", f"width: {mm(layout.head_value_left - layout.head_fields.x)}"),
            rule(".fields p", "margin: 0"),
        )
    )


def _body(style: HouseStyle) -> str:
    return "\n".join(
        (
            # A letter is black, its links too (house style 3).
            rule("a", "color: inherit"),
            rule("h1, h2, h3, h4", text_style(style.styles.letter_heading)),
            rule("h1", "font-weight: bold"),
            rule("h2, h3, h4", "font-weight: normal", "font-style: italic"),
            signature_rules(style, style.letter.signature_column),
        )
    )
