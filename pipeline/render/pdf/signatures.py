"""Who signs, as HTML."""

from __future__ import annotations

from weasyprint.document import Document as Layout
from weasyprint.document import Page
from weasyprint.formatting_structure import boxes

from pipeline.document.nodes import Block, Signature, Signatures
from pipeline.render.pdf.inlines import inlines
from pipeline.render.pdf.layout_boxes import attribute, descendants
from pipeline.render.pdf.markup import element

_COLUMNS = 2
_LINES_BEFORE = 2
_CLASS = "signatures"


def signatures(block: Signatures) -> str:
    """Return the signatures, two beside each other; who listens hears each one whole before the next."""
    items = "".join(_signature(index, item) for index, item in enumerate(block.items))
    return element("div", items, class_=_CLASS)


def _signature(index: int, signature: Signature) -> str:
    row, column = divmod(index, _COLUMNS)
    # Capacities share a grid row and names the next, so that the names of a pair stand on one line.
    capacity = element(
        "p", inlines(signature.capacity), class_="capacity", style=_place(2 * row + 1, column + 1)
    )
    name = element("p", inlines(signature.name), class_="name", style=_place(2 * row + 2, column + 1))
    return capacity + name


def _place(row: int, column: int) -> str:
    return f"grid-row: {row}; grid-column: {column}"


def kept_blocks(body: tuple[Block, ...], count: int) -> frozenset[int]:
    """Return the places in ``body`` of the ``count`` blocks before each signature block."""
    places = (index for index, block in enumerate(body) if isinstance(block, Signatures))
    return frozenset(before for place in places for before in range(max(0, place - count), place))


def stand_alone(layout: Layout) -> bool:
    """Whether signatures stand on a page with fewer than two lines of text above them (house style 1.5)."""
    return any(_lacks_text(page) for page in layout.pages)


def _lacks_text(page: Page) -> bool:
    lines = 0
    for box in descendants(page._page_box.children[0]):
        if attribute(box, "class") == _CLASS:
            return lines < _LINES_BEFORE
        lines += isinstance(box, boxes.LineBox)
    return False
