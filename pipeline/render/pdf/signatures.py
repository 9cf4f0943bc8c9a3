"""Who signs: their HTML, their look, and the text that stays on their page."""

from __future__ import annotations

from collections.abc import Iterator

from weasyprint.document import Document as Layout
from weasyprint.formatting_structure import boxes

from pipeline.document.nodes import Block, Heading, PageBreak, Signature, Signatures
from pipeline.house_style import HouseStyle
from pipeline.render.pdf.css import rule
from pipeline.render.pdf.inlines import inlines
from pipeline.render.pdf.layout_boxes import attribute, descendants
from pipeline.render.pdf.markup import element
from pipeline.render.pdf.page_geometry import mm, pt
from pipeline.render.pdf.writing import Writing

_COLUMNS = 2
_LINES_BEFORE = 2
_CLASS = "signatures"


def signatures(writing: Writing, block: Signatures) -> str:
    """Return the signatures, two beside each other; who listens hears each one whole before the next.

    One signature has no column: its capacity may be as wide as the text. Each pair is a grid of its own,
    because the engine cannot end a page within a grid that is longer than a page.
    """
    kind = _CLASS if len(block.items) == 1 else f"{_CLASS} beside"
    return "".join(
        element("div", _row(writing, block.items[first : first + _COLUMNS]), class_=kind)
        for first in range(0, len(block.items), _COLUMNS)
    )


def _row(writing: Writing, items: tuple[Signature, ...]) -> str:
    return "".join(_signature(writing, column, item) for column, item in enumerate(items, 1))


def _signature(writing: Writing, column: int, signature: Signature) -> str:
    # Capacities share a row of the grid and names the next, so that the names of a pair stand on one line.
    return "".join(
        element(
            "p",
            inlines(words),
            class_=kind,
            style=f"grid-row: {row}; grid-column: {column}",
            data_place=writing.place(words),
        )
        for row, (kind, words) in enumerate((("capacity", signature.capacity), ("name", signature.name)), 1)
    )


def signature_rules(style: HouseStyle, column: float) -> str:
    """Return the CSS of signatures whose second column begins at ``column`` mm (house style 1.5)."""
    leading = style.styles.body.leading
    before, space = style.letter.signature_before * leading, style.letter.signature_space * leading
    return "\n".join(
        (
            rule(f".{_CLASS}", f"margin-top: {pt(before)}", "break-before: avoid", "break-inside: avoid"),
            rule(f".{_CLASS}.beside", "display: grid", f"grid-template-columns: {mm(column)} minmax(0, 1fr)"),
            rule(f".{_CLASS} p", "margin: 0"),
            rule(f".{_CLASS} .name", f"margin-top: {pt(space)}"),
        )
    )


def kept_blocks(body: tuple[Block, ...], count: int) -> frozenset[int]:
    """Return the places in ``body`` of at most ``count`` blocks before each signature block.

    A new page ends the run: what stands above it cannot come along.
    """
    kept: set[int] = set()
    for place, block in enumerate(body):
        if isinstance(block, Signatures):
            kept.update(_run_before(body, place, count))
    return frozenset(kept)


def _run_before(body: tuple[Block, ...], place: int, count: int) -> list[int]:
    run: list[int] = []
    for before in range(place - 1, max(-1, place - 1 - count), -1):
        block = body[before]
        if isinstance(block, PageBreak):
            break
        run.append(before)
        if isinstance(block, Heading) and block.page_break:
            break
    return run


def stand_alone(layout: Layout) -> bool:
    """Whether signatures stand on a page with fewer than two lines of text above them (house style 1.5)."""
    return any(lines < _LINES_BEFORE for lines in _lines_above(layout))


def begin_page(layout: Layout) -> bool:
    """Whether a page begins with signatures."""
    return 0 in _lines_above(layout)


def _lines_above(layout: Layout) -> Iterator[int]:
    """Yield how many lines of text stand above the first signatures of each page that has any."""
    for page in layout.pages:
        lines = 0
        for box in descendants(page._page_box.children[0]):
            if _CLASS in attribute(box, "class").split():
                yield lines
                break
            lines += isinstance(box, boxes.LineBox)
