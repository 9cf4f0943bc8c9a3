"""Parts of a tree as simpler parts: for formats whose cells and lists hold less."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document.labels import list_label
from pipeline.document.nodes import Block, Cell, Heading, Inline, List, Paragraph, Text
from pipeline.document.walk import block_inlines, child_blocks

Run = tuple[Inline, ...]


def heading_words(heading: Heading) -> Run:
    """Return the number and the words of a heading."""
    return (Text(f"{heading.number} "), *heading.children) if heading.number else heading.children


def cell_runs(cell: Cell) -> tuple[Run, ...]:
    """Return what a cell says as runs of text, one for each paragraph; items begin with their label."""
    return tuple(_runs(cell.blocks))


def _runs(blocks: tuple[Block, ...]) -> Iterator[Run]:
    for block in blocks:
        if isinstance(block, List):
            for number, item in enumerate(block.items, block.start):
                label = Text(f"{list_label(block.kind, number)} ")
                first, *rest = _runs(item.blocks)
                yield (label, *first)
                yield from rest
        elif isinstance(block, Paragraph):
            yield block.children
        else:
            yield from block_inlines(block)
            for inner in child_blocks(block):
                yield from _runs(inner)
