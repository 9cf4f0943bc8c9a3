"""Who signs: their HTML, their look, and the text that stays on their page."""

from __future__ import annotations

from weasyprint.document import Document as Layout
from weasyprint.document import Page
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

    One signature has no column: its capacity may be as wide as the text.
    """
    items = "".join(_signature(writing, index, item) for index, item in enumerate(block.items))
    beside = "" if len(block.items) == 1 else " beside"
    return element("div", items, class_=_CLASS + beside)


def _signature(writing: Writing, index: int, signature: Signature) -> str:
    row, column = divmod(index, _COLUMNS)
    # Capacities share a grid row and names the next, so that the names of a pair stand on one line.
    capacity = element(
        "p",
        inlines(signature.capacity),
        class_="capacity later" if row else "capacity",
        style=_place(2 * row + 1, column + 1),
        data_place=writing.place(signature.capacity),
    )
    name = element(
        "p",
        inlines(signature.name),
        class_="name",
        style=_place(2 * row + 2, column + 1),
        data_place=writing.place(signature.name),
    )
    return capacity + name


def _place(row: int, column: int) -> str:
    return f"grid-row: {row}; grid-column: {column}"


def signature_rules(style: HouseStyle, column: float) -> str:
    """Return the CSS of signatures whose second column begins at ``column`` mm (house style 1.5)."""
    leading = style.styles.body.leading
    before, space = style.letter.signature_before * leading, style.letter.signature_space * leading
    return "\n".join(
        (
            rule(f".{_CLASS}", f"margin-top: {pt(before)}", "break-before: avoid", "break-inside: avoid"),
            rule(f".{_CLASS}.beside", "display: grid", f"grid-template-columns: {mm(column)} minmax(0, 1fr)"),
            rule(f".{_CLASS} p", "margin: 0"),
            rule(f".{_CLASS} .later", f"margin-top: {pt(before)}"),
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
    return any(_lacks_text(page) for page in layout.pages)


def _lacks_text(page: Page) -> bool:
    lines = 0
    for box in descendants(page._page_box.children[0]):
        if _CLASS in attribute(box, "class").split():
            return lines < _LINES_BEFORE
        lines += isinstance(box, boxes.LineBox)
    return False
