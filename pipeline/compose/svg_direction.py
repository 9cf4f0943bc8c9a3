"""Whether every text of an SVG is shown in the order in which it is written.

A sign that nobody sees can turn the direction of reading, and CSS can: then a picture shows other words than
stand in it, and Word, a browser and the PDF may each show others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.content.characters import turning

_EVERYWHERE = {"inherit", "initial", "unset", "revert", "revert-layer"}
_HARMLESS = {
    "direction": {"ltr"} | _EVERYWHERE,
    "unicode-bidi": {"normal", "embed", "isolate", "plaintext"} | _EVERYWHERE,
}
"""Any other value turns letters round, or is looked up where nobody sees it (CSS Writing Modes 4, 2)."""

_OPAQUE = re.compile(
    r"""/\*.*?(?:\*/|\Z) | "[^"\n]*(?:"|$) | '[^'\n]*(?:'|$) | url\(\s*[^"'\s)][^)]*(?:\)|\Z)""",
    re.DOTALL | re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
"""Comments, and texts in which no comment begins (CSS Syntax 3, 4.3); whoever looks refuses backslashes."""
_DECLARED = re.compile(r"(?<![\w-])(direction|unicode-bidi)\s*:([^;{}]*)", re.IGNORECASE)


def turned(root: etree._Element) -> str:
    """Return what turns a text of a picture round, as the end of a Dutch sentence; "" when nothing does."""
    if char := turning(etree.tostring(root, encoding="unicode")):
        return f"bevat een onzichtbaar teken dat de leesrichting verandert (U+{ord(char):04X})"
    name = next((name for name, value in _declarations(root) if value not in _HARMLESS[name]), "")
    return f"verandert de leesrichting met “{name}”" if name else ""


def style_texts(element: etree._Element) -> tuple[str, str]:
    """Return what an element ``style`` says, with and without the elements in it: programs differ in that."""
    own = [element.text or "", *(child.tail or "" for child in element)]
    return "".join(own), "".join(str(piece) for piece in element.itertext())


def _declarations(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the properties that decide the direction, each with its value as CSS compares it."""
    for element in root.iter(etree.Element):
        for key, value in element.attrib.items():
            name, text = etree.QName(key).localname, str(value)
            if name in _HARMLESS:
                yield name, text.strip().lower()
            elif name == "style":
                yield from _declared(text)
            elif name == "attributeName" and text.strip() in _HARMLESS:
                yield text.strip(), "changed while somebody looks"
        if etree.QName(element).localname == "style":
            for text in style_texts(element):
                yield from _declared(text)


def _declared(css: str) -> Iterator[tuple[str, str]]:
    for name, value in _DECLARED.findall(_OPAQUE.sub(" ", css)):
        yield name.lower(), value.replace("!important", "").strip().lower()
