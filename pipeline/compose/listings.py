"""Lists at the end of an agenda that follow from its text: abbreviations and sources that it really uses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.content.models.gedeeld import Afkorting, Bron
from pipeline.content.values import sort_key
from pipeline.document.nodes import Document, Text
from pipeline.document.walk import document_inlines


def used_abbreviations(document: Document, register: Iterable[Afkorting]) -> tuple[Afkorting, ...]:
    """Return the abbreviations of the register that stand as a word in the document, sorted."""
    words = "\n".join(node.text for node in document_inlines(document) if isinstance(node, Text))
    used = (each for each in register if re.search(rf"(?<!\w){re.escape(each.kort)}(?!\w)", words))
    return tuple(sorted(used, key=lambda each: sort_key(each.kort)))


def used_sources(cited: Iterable[str], register: Iterable[Bron]) -> tuple[Bron, ...]:
    """Return the sources that the document cites, in the order of the register, each once."""
    wanted = set(cited)
    return tuple(source for source in register if source.id in wanted)
