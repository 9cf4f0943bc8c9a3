"""Lists at the end of an agenda that follow from its text: abbreviations and sources that it really uses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.compose.citations import read_kamerstuk
from pipeline.content.models.gedeeld import Afkorting, Bron
from pipeline.content.values import sort_key
from pipeline.content.values.citation_kinds import Kamerstuk
from pipeline.diagnostics import Diagnostic
from pipeline.document.nodes import Document, Text
from pipeline.document.walk import document_inlines


def used_abbreviations(document: Document, register: Iterable[Afkorting]) -> tuple[Afkorting, ...]:
    """Return the abbreviations of the register that stand as a word in the document, sorted."""
    words = "\n".join(node.text for node in document_inlines(document) if isinstance(node, Text))
    used = (each for each in register if re.search(rf"(?<!\w){re.escape(each.kort)}(?!\w)", words))
    return tuple(sorted(used, key=lambda each: sort_key(each.kort)))


def used_sources(cited: Iterable[str], register: Iterable[Bron]) -> tuple[Bron, ...]:
    """Return the sources that the document cites, each once, by alphabet.

    Papers of parliament stand at "Kamerstukken", by dossier and number: as numbers, whatever the year.
    """
    wanted = set(cited)
    return tuple(sorted((source for source in register if source.id in wanted), key=_source_order))


_SourceOrder = tuple[tuple[str, str], tuple[bool, str, str], tuple[bool, int, str]]


def _source_order(source: Bron) -> _SourceOrder:
    if source.kamerstuk is None:
        words = " ".join(str(part) for part in (source.uitgever, source.titel, source.datum) if part)
        return _by_words(words)
    found = read_kamerstuk(source.kamerstuk, source.datum, source.source)
    if not isinstance(found, Kamerstuk):
        return _by_words(str(source.kamerstuk) if isinstance(found, Diagnostic) else str(found))
    dossier, number = found.dossier, found.number
    digits = re.match(r"\d*", number)
    value = int(digits[0]) if digits and digits[0] else len(number)
    return (
        sort_key("Kamerstukken"),
        (not dossier.number.isdigit(), dossier.number, dossier.addition),
        (number.isalpha(), value, number),
    )


def _by_words(words: str) -> _SourceOrder:
    return sort_key(words), (False, "", ""), (False, 0, "")
