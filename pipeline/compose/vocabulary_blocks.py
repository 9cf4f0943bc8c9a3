"""Read the blocks of the vocabulary: headings, paragraphs, lists, figures, signatures."""

from __future__ import annotations

from typing import cast

from pipeline.compose.accessibility import HEADING_HINT, skipped_level
from pipeline.compose.origins import Piece
from pipeline.compose.typography import typeset
from pipeline.compose.vocabulary_elements import BLOCK_ELEMENTS, INLINE_ELEMENTS, PLACE, Element
from pipeline.compose.vocabulary_inline import raw_inlines, read_inlines
from pipeline.compose.vocabulary_table import read_caption, read_table
from pipeline.diagnostics import Code
from pipeline.document.nodes import (
    Block,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    HeadingNumbering,
    Inline,
    List,
    ListItem,
    ListKind,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Quote,
    Signature,
    Signatures,
    TableOfContents,
)
from pipeline.document.text import first_source, plain_text

Content = list[tuple[Piece, ...] | Element]

_ORDERED: tuple[ListKind, ...] = ("decimal", "letter")
_ROLES: tuple[ParagraphRole, ...] = ("body", "salutation", "closing", "note")
_NUMBERINGS: tuple[HeadingNumbering, ...] = ("none", "decimal", "annex")


def read_blocks_of(element: Element) -> tuple[Block, ...]:
    """Return the blocks of an element that holds blocks only; sections are looked through."""
    blocks: list[Block] = []
    for child in element.children(*sorted(BLOCK_ELEMENTS)):
        blocks += _read_block(child)
    return tuple(blocks)


def read_flow(element: Element) -> tuple[Block, ...]:
    """Return the blocks of an item, cell or description; words between blocks become paragraphs of their own.

    There is always at least one block, an empty paragraph when nothing was written.
    """
    blocks: list[Block] = []
    run: Content = []
    for item in element.content():
        if isinstance(item, Element) and item.tag not in INLINE_ELEMENTS:
            blocks += _loose_paragraph(run, element)
            run = []
            if item.tag in BLOCK_ELEMENTS:
                blocks += _read_block(item)
            else:
                item.refuse_here(element, tuple(sorted(BLOCK_ELEMENTS | INLINE_ELEMENTS)))
        else:
            run.append(item)
    blocks += _loose_paragraph(run, element)
    return tuple(blocks) or (Paragraph((), source=element.own_source()),)


def _loose_paragraph(run: Content, element: Element) -> list[Block]:
    children = typeset(raw_inlines(run, element))
    return [Paragraph(children, source=first_source(children))] if children else []


def _read_block(element: Element) -> list[Block]:
    element.check_attributes()
    match element.tag:
        case "section":
            return list(read_blocks_of(element))
        case "p":
            return _read_paragraph(element)
        case "h1" | "h2" | "h3" | "h4":
            return _read_heading(element)
        case "ul":
            return _read_list(element, "bullet", 1)
        case "ol":
            kind = cast(ListKind, element.choice("kind", _ORDERED))  # choice() returns one of _ORDERED
            return _read_list(element, kind, element.number("start", 1))
        case "dl":
            return _read_definitions(element)
        case "blockquote":
            blocks = read_flow(element)
            return [Quote(blocks, source=element.own_source())]
        case "table":
            return list(read_table(element, read_flow))
        case "figure":
            return _read_figure(element)
        case "signatures":
            return _read_signatures(element)
        case "toc":
            return [TableOfContents(read_inlines(element), depth=min(element.number("depth", 2), 4))]
        case _:
            element.children()
            return [PageBreak()]


def _read_paragraph(element: Element) -> list[Block]:
    children = read_inlines(element)
    role = cast(ParagraphRole, element.choice("role", _ROLES))  # choice() returns one of _ROLES
    keep = element.choice("keep", ("", "next")) == "next"
    if not children:
        return []
    return [Paragraph(children, role, keep, element.own_source() or first_source(children))]


def _read_heading(element: Element) -> list[Block]:
    children = read_inlines(element)
    if not children:
        element.reading.refuse(element, "Deze kop is leeg.")
        return []
    level = int(element.tag[1])
    if PLACE in element.node.attrib and level > element.reading.heading_level + 1:
        # A heading in Markdown was looked at where it was typed.
        message = skipped_level(level, element.reading.heading_level, plain_text(children))
        element.reading.report(Code.HEADING_LEVEL, message, element.place(), HEADING_HINT)
    element.reading.heading_level = level
    heading = Heading(
        level=level,
        children=children,
        id=element.attribute("id"),
        label=element.words("label"),
        numbering=cast(HeadingNumbering, element.choice("numbering", _NUMBERINGS)),  # one of _NUMBERINGS
        page_break=element.choice("page-break", ("no", "yes")) == "yes",
        source=first_source(children) or element.own_source(),
    )
    return [heading]


def _read_list(element: Element, kind: ListKind, start: int) -> list[Block]:
    items: list[ListItem] = []
    for child in element.children("li"):
        child.check_attributes()
        items.append(ListItem(read_flow(child)))
    return [List(kind, tuple(items), start, element.own_source())] if items else []


def _read_definitions(element: Element) -> list[Block]:
    items: list[Definition] = []
    term: tuple[Inline, ...] | None = None
    for child in element.children("dt", "dd"):
        child.check_attributes()
        if child.tag == "dt":
            if term is not None:
                element.reading.refuse(child, "Voor deze <dt> staat een <dt> zonder <dd>.")
            term = read_inlines(child)
        elif term is not None:
            items.append(Definition(term, read_flow(child)))
            term = None
        elif items:
            items[-1] = Definition(items[-1].term, (*items[-1].blocks, *read_flow(child)))
        else:
            element.reading.refuse(child, "Een <dl> begint met een <dt>.")
    if term is not None:
        element.reading.refuse(element, "De laatste <dt> heeft geen <dd>.")
    return [DefinitionList(tuple(items), element.own_source())] if items else []


def _read_figure(element: Element) -> list[Block]:
    parts = element.parts("picture", "figcaption")
    if not parts["picture"]:
        element.reading.refuse(element, 'In een <figure> hoort een <picture key="…"/>.')
        return []
    picture = parts["picture"][0]
    key = picture.attribute("key")
    registered = element.reading.pictures.get(key)
    if registered is None:
        element.reading.refuse(picture, f"Er is geen afbeelding met de sleutel “{key}”.")
        return []
    if not registered.alt.strip():
        message = "Deze afbeelding heeft geen tekstalternatief."
        element.reading.report(Code.PICTURE_NO_ALT, message, registered.source or picture.place())
    figure = Figure(
        registered.picture,
        registered.alt,
        read_caption(parts["figcaption"][0]) if parts["figcaption"] else None,
        element.attribute("id"),
        registered.source or element.own_source(),
    )
    return [figure]


def _read_signatures(element: Element) -> list[Block]:
    items: list[Signature] = []
    for child in element.children("signature"):
        child.check_attributes()
        parts = child.parts("capacity", "name")
        if not parts["capacity"] or not parts["name"]:
            element.reading.refuse(child, "Een <signature> heeft een <capacity> en een <name>.")
            continue
        who, called = read_inlines(parts["capacity"][0]), read_inlines(parts["name"][0])
        items.append(Signature(who, called, first_source((*who, *called))))
    return [Signatures(tuple(items), element.own_source())] if items else []
