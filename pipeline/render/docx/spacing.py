"""White space between neighbours: the larger of what both ask for, never their sum.

CSS lets such spaces collapse; word processors do not agree with each other. So of two neighbours only one
keeps its white space, and then every program shows the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from pipeline.render.docx.elements import Element
from pipeline.render.docx.numbering import LIST_STYLES
from pipeline.render.docx.oxml import paragraph_property, pt_twips, set_paragraph_property
from pipeline.render.docx.styles import ParagraphStyle

_LISTS = {identity for identity, _ in LIST_STYLES}
_BLANK_LINES = {"WitregelW1", "WitregelW2"}


def settle_spacing(body: Iterable[Element], styles: Mapping[str, ParagraphStyle], table_gap: float) -> None:
    """Settle the white space between all neighbours; ``table_gap`` (pt) is what follows a table at least."""
    flow = (each for each in body if (each.is_paragraph or each.is_table) and not _is_framed(each))
    for upper, lower in pairwise(flow):
        if lower.is_paragraph and _is_on(lower, "pageBreakBefore"):
            continue
        if upper.is_paragraph and lower.is_paragraph:
            _settle(upper, lower, styles)
        elif upper.is_paragraph:
            _settle(upper, _first_paragraph(lower), styles)
        elif lower.is_paragraph:
            _settle_below_table(pt_twips(table_gap), lower, styles)


def _settle(upper: Element, lower: Element, styles: Mapping[str, ParagraphStyle]) -> None:
    after, before = _space(upper, "after", styles), _space(lower, "before", styles)
    if {_style(upper), _style(lower)} <= _LISTS:
        # Items of one list follow each other without white space, whatever their level.
        if _style(upper) != _style(lower) and not _ends_list(upper):
            _set_space(upper, "after", 0)
    elif _is_above_table(lower):
        _set_space(lower, "before", after + before)
        _set_space(upper, "after", 0)
    elif after and before:
        _set_space(*((upper, "after", 0) if after < before else (lower, "before", 0)))


def _settle_below_table(gap: int, lower: Element, styles: Mapping[str, ParagraphStyle]) -> None:
    if _style(lower) in _BLANK_LINES:
        return
    before = _space(lower, "before", styles)
    _set_space(lower, "before", gap + before if _is_above_table(lower) else max(gap, before))


def _is_above_table(paragraph: Element) -> bool:
    """Whether a paragraph is the caption of a table: its white is the table's own, and does not collapse."""
    return _style(paragraph) == "Caption" and _is_on(paragraph, "keepNext")


def _ends_list(paragraph: Element) -> bool:
    return paragraph_property(paragraph, "contextualSpacing") is not None


def _first_paragraph(table: Element) -> Element:
    return next(table.iter("w:p"))


def _space(paragraph: Element, side: str, styles: Mapping[str, ParagraphStyle]) -> int:
    direct = paragraph_property(paragraph, "spacing")
    value = direct.attributes.get(f"w:{side}") if direct is not None else None
    if value is not None:
        return int(value)
    style = styles[_style(paragraph)]
    return style.before if side == "before" else style.after


def _set_space(paragraph: Element, side: str, twips: int) -> None:
    set_paragraph_property(paragraph, "spacing", **{side: twips})


def _style(paragraph: Element) -> str:
    named = paragraph_property(paragraph, "pStyle")
    return named.attributes.get("w:val", "") if named is not None else ""


def _is_framed(element: Element) -> bool:
    return paragraph_property(element, "framePr") is not None


def _is_on(paragraph: Element, name: str) -> bool:
    return paragraph_property(paragraph, name) is not None
