"""Who signs, as HTML."""

from __future__ import annotations

from pipeline.document.nodes import Signature, Signatures
from pipeline.render.pdf.inlines import inlines
from pipeline.render.pdf.markup import element

_COLUMNS = 2


def signatures(block: Signatures) -> str:
    """Return the signatures, two beside each other; who listens hears each one whole before the next."""
    items = "".join(_signature(index, item) for index, item in enumerate(block.items))
    return element("div", items, class_="signatures")


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
