"""Read what stands before the text: the letterhead, the cover of a report, the title of an annex."""

from __future__ import annotations

from typing import Literal, cast

from pipeline.compose.vocabulary_elements import Element
from pipeline.compose.vocabulary_inline import read_inlines
from pipeline.document.nodes import (
    Cover,
    Front,
    HeadField,
    Inline,
    Letterhead,
    ReferenceGroup,
    TitleBlock,
)
from pipeline.document.text import plain_text

FRONT_ELEMENTS = ("letterhead", "cover", "title-block")

GroupEmphasis = Literal["none", "bold", "italic"]
_EMPHASES: tuple[GroupEmphasis, ...] = ("none", "bold", "italic")
_LETTERHEAD = (
    *("wordmark", "return-address", "classification", "addressee", "reference", "follow-up"),
    "field",
)


def read_front_of(element: Element) -> Front:
    """Return the front matter that an element of ``FRONT_ELEMENTS`` holds."""
    element.check_attributes()
    return _read_letterhead(element) if element.tag == "letterhead" else _read_titled(element)


def _read_letterhead(element: Element) -> Letterhead:
    parts = element.parts(*_LETTERHEAD, many="field")
    return Letterhead(
        return_address=_words(parts["return-address"]),
        addressee=_lines(parts["addressee"]),
        fields=tuple(_read_field(child) for child in parts["field"]),
        reference=_read_groups(parts["reference"]),
        follow_up=_read_groups(parts["follow-up"]),
        classification=plain_text(_words(parts["classification"])),
        wordmark=_plain_lines(parts["wordmark"]),
    )


def _read_titled(element: Element) -> Cover | TitleBlock:
    names = ("wordmark", "title", "subtitle", "line")
    parts = element.parts(*(names if element.tag == "cover" else names[1:]), many="line")
    title, subtitle = _words(parts["title"]), _words(parts["subtitle"])
    lines = tuple(line for line in map(read_inlines, parts["line"]) if line)
    if not title:
        element.reading.refuse(element, f"In <{element.tag}> hoort een <title> met tekst.")
    if element.tag == "cover":
        return Cover(title, subtitle, lines, _plain_lines(parts["wordmark"]))
    return TitleBlock(title, subtitle, lines)


def _read_field(element: Element) -> HeadField:
    label = element.words("label")
    if not label:
        element.reading.refuse(element, 'Een <field> heeft een label nodig: label="Datum".')
    return HeadField(label, read_inlines(element))


def _read_groups(parts: list[Element]) -> tuple[ReferenceGroup, ...]:
    groups: list[ReferenceGroup] = []
    for child in (group for part in parts for group in part.children("group")):
        child.check_attributes()
        emphasis = cast(GroupEmphasis, child.choice("emphasis", _EMPHASES))  # choice() returns one of these
        group = ReferenceGroup(_lines([child]), child.words("label"), emphasis)
        if group.lines or group.label:
            groups.append(group)
    return tuple(groups)


def _words(parts: list[Element]) -> tuple[Inline, ...]:
    return read_inlines(parts[0]) if parts else ()


def _lines(parts: list[Element]) -> tuple[tuple[Inline, ...], ...]:
    lines: list[tuple[Inline, ...]] = []
    for child in (line for part in parts for line in part.children("line")):
        child.check_attributes()
        if line := read_inlines(child):
            lines.append(line)
    return tuple(lines)


def _plain_lines(parts: list[Element]) -> tuple[str, ...]:
    return tuple(plain_text(line) for line in _lines(parts))
