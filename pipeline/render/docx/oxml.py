"""Elements of WordprocessingML, and the units in which it measures.

Twips are twentieths of a point, EMU are 914 400 to the inch; type sizes are in half points (ISO/IEC 29500-1
17.18).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from xml.sax.saxutils import quoteattr

from docx.oxml.ns import nsmap
from lxml import etree

from pipeline.render.docx.elements import Drawn, Element

_MM_PER_INCH = 25.4

_DRAWING_NAMESPACES = {
    **{prefix: nsmap[prefix] for prefix in ("w", "wp", "a", "pic", "r")},
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_DECLARED = {"w", "r"}
"""What the root of every part with drawings declares."""
_PREFIX = re.compile(r"[< ](\w+):\w+(?=[ />=])")


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Return ``<w:tag>`` with attributes of the same namespace; children that are ``None`` are left out."""
    named = {_w_name(name): str(value) for name, value in attributes.items()} if attributes else {}
    return Element(_w_name(tag), named, [child for child in children if child is not None])


@cache
def _w_name(name: str) -> str:
    return f"w:{name}"


def text_element(words: str) -> Element:
    """Return ``<w:t>`` that keeps its spaces."""
    return Element("w:t", {"xml:space": "preserve"}, text=words)


def drawing(markup: str) -> Element:
    """Return DrawingML or VML inside one element without attributes; it declares the prefixes that it uses.

    Raises ``lxml.etree.XMLSyntaxError`` when it is not well-formed.
    """
    declared = " ".join(f"xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in _DRAWING_NAMESPACES.items())
    # Parsed and written, so that it is spelled as all else in the file.
    around = etree.tostring(etree.fromstring(f"<root {declared}>{markup}</root>"), encoding="unicode")
    inside = around[around.index(">") + 1 : around.rindex("<")]
    name, _, rest = inside[1:].partition(">")
    used = (prefix for prefix in dict.fromkeys(_PREFIX.findall(inside)) if prefix not in _DECLARED)
    own = "".join(f" xmlns:{prefix}={quoteattr(_DRAWING_NAMESPACES[prefix])}" for prefix in used)
    return Drawn(name, f"<{name}{own}>{rest}")


def run(properties: Iterable[Element], *content: Element) -> Element:
    """Return ``<w:r>`` with its properties (in the order of the schema) and content."""
    chosen = list(properties)
    return Element("w:r", {}, [w("rPr", *chosen), *content] if chosen else list(content))


def paragraph(style: str, *content: Element, properties: Iterable[Element] = ()) -> Element:
    """Return ``<w:p>`` in a style; ``properties`` are what follows ``pStyle``, in the order of the schema."""
    named = Element("w:pStyle", {"w:val": style})
    return Element("w:p", {}, [Element("w:pPr", {}, [named, *properties]), *content])


def paragraph_property(element: Element, name: str) -> Element | None:
    """Return a property that a paragraph has of its own, ``None`` also when it is no paragraph."""
    first = element.children[0] if element.children else None
    return first.find(_w_name(name)) if first is not None and first.name == "w:pPr" else None


def set_paragraph_property(element: Element, name: str, **attributes: int) -> None:
    """Give a paragraph a property of its own, at its place in the schema; others of its attributes stay."""
    known = paragraph_property(element, name)
    if known is None:
        known = w(name)
        if not (element.children and element.children[0].name == "w:pPr"):
            element.children.insert(0, w("pPr"))
        properties = element.children[0].children
        after = _PROPERTIES[_PROPERTIES.index(_w_name(name)) + 1 :]
        place = next((at for at, each in enumerate(properties) if each.name in after), len(properties))
        properties.insert(place, known)
    known.attributes.update({_w_name(key): str(value) for key, value in attributes.items()})


_PROPERTIES = tuple(
    f"w:{name}"
    for name in (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
        *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
        *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
        *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc"),
        *("textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr"),
        *("sectPr", "pPrChange"),
    )
)
"""The children of ``w:pPr`` in their order (ISO/IEC 29500-1 17.3.1.26)."""


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
