"""Whether an SVG is only a picture: no programs, nothing from elsewhere, and an end to its drawing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from pipeline.compose.svg_direction import style_texts, turned
from pipeline.gate.limits import SVG_DEPTH, SVG_ELEMENTS

_ACTIVE = frozenset(
    {"script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler", "link", "base"}
)
_EMBEDDED = re.compile(r"url\(\s*['\"]?\s*data:|@font-face", re.IGNORECASE)
_EXTERNAL = re.compile(r"url\((?!\s*['\"]?\s*#)|@import", re.IGNORECASE)
_OWN_PART = re.compile(r"^#(.+)$|url\(\s*['\"]?#([^'\")]+)")
_FOREIGN = "brengt een ander bestand of een eigen lettertype mee"
_ELSEWHERE = "verwijst naar iets buiten de afbeelding"
_ENDLESS = f"tekent meer dan {SVG_ELEMENTS:,} onderdelen, of een onderdeel in zichzelf".replace(",", ".")


def danger_in(root: etree._Element) -> str:
    """Return why an SVG is refused, as the end of a Dutch sentence; "" when it is a plain picture."""
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        return "heeft een DTD met entiteiten"
    return next(_more_than_a_picture(root), "") or turned(root) or _too_much(root)


def _more_than_a_picture(root: etree._Element) -> Iterator[str]:
    for element in (*root.itersiblings(preceding=True), *root.iter()):
        if isinstance(element, etree._Comment | etree._ProcessingInstruction):
            if getattr(element, "target", "") == "xml-stylesheet":
                yield _ELSEWHERE
            continue
        name = etree.QName(element).localname
        if name in _ACTIVE:
            yield f"bevat <{name}>"
        for key, value in element.attrib.items():
            local = etree.QName(key).localname
            if local.lower().startswith("on"):
                yield "bevat een script"
            if _EMBEDDED.search(str(value)):
                yield _FOREIGN
            if local == "href" and not str(value).startswith("#"):
                yield _FOREIGN if str(value).strip().lower().startswith("data:") else _ELSEWHERE
            if _EXTERNAL.search(str(value)) or (local == "style" and "\\" in str(value)):
                yield _ELSEWHERE
        for css in style_texts(element) if name == "style" else ():
            if _EMBEDDED.search(css):
                yield _FOREIGN
            # A backslash can spell url() in a way that nobody recognises.
            if _EXTERNAL.search(css) or "\\" in css:
                yield _ELSEWHERE


def _too_much(root: etree._Element) -> str:
    """Return why drawing would take too long: an element counts as often as others show it."""
    if _depth(root) > SVG_DEPTH:
        return f"heeft meer dan {SVG_DEPTH} groepen in elkaar"
    elements = list(root.iter(tag=etree.Element))
    if len(elements) > SVG_ELEMENTS:
        return _ENDLESS
    by_id = {each.get("id", ""): each for each in elements}
    styled = [
        name
        for each in elements
        if etree.QName(each).localname == "style"
        for css in set(style_texts(each))
        for name in _parts(css)
    ]
    try:
        drawn = _Drawing(by_id).weight(root)
        drawn += len(elements) * sum(_Drawing(by_id).weight(by_id[name]) for name in styled if name in by_id)
    except _EndlessError:
        return _ENDLESS
    return _ENDLESS if drawn > SVG_ELEMENTS else ""


class _EndlessError(Exception):
    """A part shows itself, or parts show one another very deep."""


class _Drawing:
    """Counts what is drawn, each part once reckoned."""

    def __init__(self, by_id: dict[str, etree._Element]) -> None:
        self._by_id = by_id
        self._known: dict[etree._Element, int] = {}
        self._open: set[etree._Element] = set()

    def weight(self, element: etree._Element) -> int:
        """Return how many elements are drawn where this one stands. Raises ``_EndlessError``."""
        if element in self._known:
            return self._known[element]
        if element in self._open or len(self._open) > 2 * SVG_DEPTH:
            raise _EndlessError
        self._open.add(element)
        shown = [
            self._by_id[name]
            for value in element.attrib.values()
            for name in _parts(str(value))
            if name in self._by_id
        ]
        inside = element.iterchildren(tag=etree.Element)
        total = 1 + sum(self.weight(each) for each in (*inside, *shown))
        self._open.discard(element)
        self._known[element] = total
        return total


def _parts(value: str) -> list[str]:
    """Return the ids of the picture's own parts that a value names."""
    return [first or second for first, second in _OWN_PART.findall(value)]


def _depth(root: etree._Element) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
