"""Which values of YAML a template printed: read from what it wrote, so that nothing has to be told twice."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.compose.environment import Rendered
from pipeline.compose.origins import without_marks
from pipeline.compose.vocabulary_elements import ORIGIN
from pipeline.diagnostics import Source

_WORDS = "//text() | //@label | //@summary | //@href"
"""What people read or follow; other attributes are the program's."""


def printed_values(root: etree._Element, rendered: Rendered) -> frozenset[Source]:
    """Return the values whose words stand in the text, in attributes that people read, and in drawings."""
    return frozenset(_sources(root, rendered))


def _sources(root: etree._Element, rendered: Rendered) -> Iterator[Source]:
    for words in _strings(root, _WORDS):
        yield from (
            piece.source for piece in rendered.origins.split(words) if piece.source and piece.text.strip()
        )
    for number in _strings(root, f"//@{ORIGIN}"):
        if source := rendered.origins.source(number):
            yield source
    for key in _strings(root, "//picture/@key"):
        if picture := rendered.pictures.get(without_marks(key)):
            yield from picture.drawn


def _strings(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path)
    return [str(each) for each in found] if isinstance(found, list) else []
