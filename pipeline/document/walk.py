"""Going through a tree in reading order, to look at it or to make a changed copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from pipeline.document.nodes import (
    Block,
    Caption,
    Cell,
    Cover,
    CrossReference,
    Definition,
    DefinitionList,
    Document,
    Emphasis,
    Figure,
    Footnote,
    Front,
    Heading,
    Inline,
    Language,
    Letterhead,
    LineBreak,
    Link,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Signatures,
    Strong,
    Table,
    TableOfContents,
    Text,
    TitleBlock,
)

InlineChange = Callable[[Inline], Inline]
BlockChange = Callable[[Block], Block]


def _same_block(block: Block) -> Block:
    return block


def _same_inline(inline: Inline) -> Inline:
    return inline


def iter_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every block in reading order, a container before what it holds."""
    for block in blocks:
        yield block
        for inner in child_blocks(block):
            yield from iter_blocks(inner)


def child_blocks(block: Block) -> Iterator[tuple[Block, ...]]:
    """Yield the groups of blocks directly inside a block: items, cells, descriptions."""
    match block:
        case List():
            yield from (item.blocks for item in block.items)
        case DefinitionList():
            yield from (item.blocks for item in block.items)
        case Quote():
            yield block.blocks
        case Table():
            for row in (*block.head, *block.body, *block.foot):
                yield from (cell.blocks for cell in row.cells)
        case Heading() | Paragraph() | Figure() | Signatures() | TableOfContents() | PageBreak():
            return
        case _:
            assert_never(block)


def block_inlines(block: Block) -> Iterator[tuple[Inline, ...]]:
    """Yield the runs of inline nodes that belong to a block itself and not to the blocks inside it."""
    match block:
        case Heading() | Paragraph():
            yield block.children
        case Table() | Figure():
            if block.caption:
                yield block.caption.children
        case DefinitionList():
            yield from (item.term for item in block.items)
        case Signatures():
            for item in block.items:
                yield item.capacity
                yield item.name
        case TableOfContents():
            yield block.title
        case List() | Quote() | PageBreak():
            return
        case _:
            assert_never(block)


def front_inlines(front: Front) -> Iterator[tuple[Inline, ...]]:
    """Yield the runs of inline nodes of the letterhead, cover or title, in reading order."""
    match front:
        case Letterhead():
            yield front.return_address
            yield from front.addressee
            for group in (*front.reference, *front.follow_up):
                yield from group.lines
            yield from (field.value for field in front.fields)
        case Cover() | TitleBlock():
            yield front.title
            yield front.subtitle
            yield from front.lines
        case _:
            assert_never(front)


def iter_inlines(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield every inline node, a container before what it holds."""
    for inline in inlines:
        yield inline
        match inline:
            case Strong() | Emphasis() | Language() | Link() | Footnote():
                yield from iter_inlines(inline.children)
            case Text() | LineBreak() | CrossReference():
                pass
            case _:
                assert_never(inline)


def document_inlines(document: Document) -> Iterator[Inline]:
    """Yield every inline node of a document: front matter first, then the body."""
    for run in front_inlines(document.front):
        yield from iter_inlines(run)
    for block in iter_blocks(document.body):
        for run in block_inlines(block):
            yield from iter_inlines(run)


def change_inlines(inlines: tuple[Inline, ...], change: InlineChange) -> tuple[Inline, ...]:
    """Return a copy in which ``change`` was applied to each node, a container before what it holds."""

    def one(inline: Inline) -> Inline:
        changed = change(inline)
        match changed:
            case Strong() | Emphasis() | Language() | Link() | Footnote():
                return replace(changed, children=change_inlines(changed.children, change))
            case Text() | LineBreak() | CrossReference():
                return changed
            case _:
                assert_never(changed)

    return tuple(one(inline) for inline in inlines)


def change_blocks(
    blocks: tuple[Block, ...], inline: InlineChange = _same_inline, block: BlockChange = _same_block
) -> tuple[Block, ...]:
    """Return a copy in which both changes were applied in reading order, a container before what it holds."""
    return tuple(_change_block(each, inline, block) for each in blocks)


def _change_block(node: Block, inline: InlineChange, block: BlockChange) -> Block:
    changed = block(node)
    match changed:
        case Heading() | Paragraph():
            return replace(changed, children=change_inlines(changed.children, inline))
        case List():
            items = tuple(ListItem(change_blocks(item.blocks, inline, block)) for item in changed.items)
            return replace(changed, items=items)
        case DefinitionList():
            definitions = tuple(
                Definition(change_inlines(item.term, inline), change_blocks(item.blocks, inline, block))
                for item in changed.items
            )
            return replace(changed, items=definitions)
        case Quote():
            return replace(changed, blocks=change_blocks(changed.blocks, inline, block))
        case Table():
            return replace(
                changed,
                caption=_change_caption(changed.caption, inline),
                head=_change_rows(changed.head, inline, block),
                body=_change_rows(changed.body, inline, block),
                foot=_change_rows(changed.foot, inline, block),
            )
        case Figure():
            return replace(changed, caption=_change_caption(changed.caption, inline))
        case Signatures():
            signatures = tuple(
                replace(
                    item,
                    capacity=change_inlines(item.capacity, inline),
                    name=change_inlines(item.name, inline),
                )
                for item in changed.items
            )
            return replace(changed, items=signatures)
        case TableOfContents():
            return replace(changed, title=change_inlines(changed.title, inline))
        case PageBreak():
            return changed
        case _:
            assert_never(changed)


def _change_caption(caption: Caption | None, inline: InlineChange) -> Caption | None:
    return caption and replace(caption, children=change_inlines(caption.children, inline))


def _change_rows(rows: tuple[Row, ...], inline: InlineChange, block: BlockChange) -> tuple[Row, ...]:
    def cell(old: Cell) -> Cell:
        return replace(old, blocks=change_blocks(old.blocks, inline, block))

    return tuple(Row(tuple(cell(old) for old in row.cells)) for row in rows)
