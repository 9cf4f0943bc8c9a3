"""What the XMP metadata of a PDF says (ISO 16684-1)."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
}


def read_xmp(text: str) -> Mapping[str, tuple[str, ...]] | None:
    """Return the values of simple properties and lists by usual name ("dc:title"); ``None`` when not XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        return None
    found: dict[str, tuple[str, ...]] = {}
    for description in root.iter(f"{_RDF}Description"):
        for name, value in description.attrib.items():
            found[_usual(str(name))] = (str(value),)
        for each in description.iterchildren(tag=etree.Element):
            items = [_text(item) for item in each.iter(f"{_RDF}li")]
            found[_usual(str(each.tag))] = tuple(items) if items else (_text(each),)
    return found


def _usual(name: str) -> str:
    namespace, _, local = name.removeprefix("{").rpartition("}")
    return f"{_PREFIXES.get(namespace, namespace)}:{local}"


def _text(element: etree._Element) -> str:
    return (element.text or "").strip()
