"""Where a line ends that has nowhere to end: words of more than one box without a space between them."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.line_break import can_break_text

_ROUNDING = 1e-6
"""px; sums of widths differ by less than this."""
_SIGN = "\N{CJK RADICAL REPEAT}"
"""A line may end on both sides of this letter, unless what stands there forbids it (Unicode, UAX 14)."""

Waiting = tuple[int, Any, Any]
"""A box on a line: its place in the box around it, how it is laid out, and what it was before that."""


def last_resort(
    context: Any,
    box: Any,
    block: Any,
    sides: tuple[float, float],
    skipped: Any,
    on_line: list[Waiting],
    waiting: list[Waiting],
    beyond: Waiting,
) -> dict[int, Any] | None:
    """Put boxes on a line that is too long, as far as it reaches.

    ``box`` is the line, or an inline box in it; ``block`` holds the line and ``sides`` are where the box
    begins and must end, px. ``waiting`` are boxes between which no line ends of itself, and ``beyond`` is the
    one that sticks out; ``skipped`` says what of them stands on lines before. Return where the next line
    begins, as the engine writes that; ``None`` to leave that to the boxes around it.
    """
    start, end = sides
    if start > block.content_box_x() + _ROUNDING or box.style["white_space"] != "normal" or not waiting:
        # Words before the box may have a better place.
        return None
    placed = [*waiting, beyond]
    for at in range(len(waiting), 0, -1):
        if _may_part(placed[at - 1][2], placed[at][2]):
            on_line.extend(waiting[:at])
            return {placed[at][0]: None}
    for at in range(len(waiting), -1, -1):
        index, laid, whole = placed[at]
        room = end - laid.position_x if at == len(waiting) else laid.margin_width() - 1
        part, resume_at = _split(context, whole, block, (laid.position_x, room), (skipped or {}).get(index))
        if part is not None and resume_at and part.margin_width() <= room + _ROUNDING:
            on_line.extend((*waiting[:at], (index, part, whole)))
            return {index: resume_at}
    # There are only calls of notes, more than a line can hold.
    on_line.extend(waiting)
    return {beyond[0]: None}


def _may_part(before: Any, after: Any) -> bool:
    """Whether a line may end between two boxes."""
    if _is_call(after):
        return False
    last, first = _letter(before, -1), _letter(after, 0)
    lang = after.style["lang"]
    return bool(last and first) and can_break_text(last + _SIGN, lang) and can_break_text(_SIGN + first, lang)


def _split(
    context: Any, box: Any, block: Any, room: tuple[float, float], skipped: Any
) -> tuple[Any, dict[int, Any] | None]:
    """Return what of a box fits and where it goes on; words may be broken as at the beginning of a line."""
    if _is_call(box):
        return None, None
    start, width = room
    split = inline.split_inline_level(
        context, box, start, start + width, 0, skipped, block, [], [], [], [], [], None, None
    )
    return split[0], split[1]


def _is_call(box: Any) -> bool:
    return (box.element_tag or "").endswith("::footnote-call")


def _letter(box: Any, at: int) -> str:
    """Return the first (0) or last (-1) letter of a box, "" for a picture."""
    if isinstance(box, boxes.TextBox):
        return str(box.text)[at] if box.text else ""
    children = getattr(box, "children", ())
    return _letter(children[at], at) if children else ""
