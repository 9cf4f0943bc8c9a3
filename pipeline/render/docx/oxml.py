"""Elements of WordprocessingML, and the units in which it measures.

Twips are twentieths of a point, EMU are 914 400 to the inch; type sizes are in half points (ISO/IEC 29500-1
17.18).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from xml.sax.saxutils import quoteattr

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser, parse_xml
from lxml import etree

Element = etree._Element
"""Any element; python-docx's own classes of elements are kinds of it."""

_MM_PER_INCH = 25.4
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_DECLARED = {"w": nsmap["w"]}

_DRAWING_NAMESPACES = {
    **{prefix: nsmap[prefix] for prefix in ("w", "wp", "a", "pic", "r")},
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Return ``<w:tag>`` with attributes of the same namespace; children that are ``None`` are left out."""
    # Tens of thousands of elements in an agenda: python-docx's own maker works out the same name each time.
    named = {w_name(name): str(value) for name, value in attributes.items()}
    made = oxml_parser.makeelement(w_name(tag), named, _DECLARED)
    made.extend(child for child in children if child is not None)
    return made


@cache
def w_name(name: str) -> str:
    """Return a name of the main namespace, as lxml writes it."""
    return qn(f"w:{name}")


def text_element(words: str) -> Element:
    """Return ``<w:t>`` that keeps its spaces."""
    made = w("t")
    made.text = words
    made.set(_SPACE, "preserve")
    return made


def drawing(markup: str) -> Element:
    """Parse a piece of DrawingML or VML; the usual prefixes are known."""
    declared = " ".join(f"xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in _DRAWING_NAMESPACES.items())
    return parse_xml(f"<root {declared}>{markup}</root>")[0]


def run(properties: Iterable[Element], *content: Element) -> Element:
    """Return ``<w:r>`` with its properties (in the order of the schema) and content."""
    chosen = list(properties)
    return w("r", w("rPr", *chosen) if chosen else None, *content)


def paragraph(style: str, *content: Element, properties: Iterable[Element] = ()) -> Element:
    """Return ``<w:p>`` in a style; ``properties`` are what follows ``pStyle``, in the order of the schema."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *content)


def paragraph_property(element: Element, name: str) -> Element | None:
    """Return a property that a paragraph has of its own, ``None`` also when it is no paragraph."""
    first = element[0] if len(element) else None
    return first.find(w_name(name)) if first is not None and first.tag == w_name("pPr") else None


def mm_twips(millimetres: float) -> int:
    """Millimetres in twips."""
    return round(millimetres / _MM_PER_INCH * 1440)


def pt_twips(points: float) -> int:
    """Points in twips."""
    return round(points * 20)


def mm_emu(millimetres: float) -> int:
    """Millimetres in English metric units."""
    return round(millimetres / _MM_PER_INCH * 914400)


def pt_emu(points: float) -> int:
    """Points in English metric units."""
    return round(points * 12700)


def pt_mm(points: float) -> float:
    """Points in millimetres."""
    return points / 72 * _MM_PER_INCH


def mm_pt(millimetres: float) -> float:
    """Millimetres in points."""
    return millimetres / _MM_PER_INCH * 72


def half_points(points: float) -> int:
    """Points in half points."""
    return round(points * 2)


def hex_color(color: str) -> str:
    """Return a colour token as Word writes it: without the number sign, in capitals."""
    return color.removeprefix("#").upper()
