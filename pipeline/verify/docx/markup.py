"""XML of a Word file: read without trust, and asked about in the prefixes of ISO/IEC 29500."""

from __future__ import annotations

from functools import cache

from lxml import etree

from pipeline.gate.limits import WORD_MARKUP_BYTES
from pipeline.verify.errors import UnreadableFileError

Element = etree._Element
"""Any element."""

_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}

_DOCTYPE = b"<!DOCTYPE"
_FALSE = frozenset({"0", "false", "off"})


@cache
def name(prefixed: str) -> str:
    """Return a name such as ``w:p`` as lxml writes it; a name without prefix is in no namespace."""
    prefix, _, local = prefixed.rpartition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}" if prefix else local


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def parse(data: bytes, part: str) -> Element:
    """Return the root of a part. Raises ``UnreadableFileError`` when it is no XML that Word would read.

    A part is UTF-8 and has no document type: entities could make it grow without end (ISO/IEC 29500-2 8.1.4
    forbids them).
    """
    if len(data) > WORD_MARKUP_BYTES:
        raise UnreadableFileError(f"Het onderdeel “{part}” van het Word-bestand is onredelijk groot.")
    if _DOCTYPE in data:
        message = f"Het onderdeel “{part}” heeft een DOCTYPE; in een Word-bestand is dat verboden."
        raise UnreadableFileError(message)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFileError(f"Het onderdeel “{part}” is niet als XML te lezen.") from error


def child(element: Element | None, prefixed: str) -> Element | None:
    """Return the first child of that name; of nothing, nothing."""
    return None if element is None else next(element.iterchildren(name(prefixed)), None)


def value(element: Element | None, attribute: str = "w:val", absent: str = "") -> str:
    """Return an attribute; ``absent`` when there is no element or no such attribute."""
    return absent if element is None else element.get(name(attribute), absent)


def number(text: str) -> int | None:
    """Return a whole number as WordprocessingML writes it, ``None`` when it is none."""
    try:
        return int(text)
    except ValueError:
        return None


def is_on(element: Element | None) -> bool:
    """Return whether a property that is on or off is on: it is there and does not say 0, false or off."""
    return element is not None and is_true(value(element, absent="1"))


def is_true(text: str) -> bool:
    """Return what a value of ST_OnOff means (ISO/IEC 29500-1 22.9.2.7)."""
    return text not in _FALSE
