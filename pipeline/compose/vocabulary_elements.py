"""The closed list of elements and attributes, and reading one element: its place, attributes and children."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.compose.origins import Origins, Piece, without_marks
from pipeline.compose.scope import RegisteredPicture
from pipeline.compose.template_errors import template_location
from pipeline.compose.typography import typeset_words
from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.diagnostics.nearness import did_you_mean

PLACE = "_at"
"""Written by the environment into start tags of templates: ``template:line``."""

ORIGIN = "_src"
"""Written by our own Markdown into start tags: an entry in the register of origins."""

INLINE_ELEMENTS = frozenset({"strong", "em", "br", "a", "span", "footnote", "cross-reference"})
BLOCK_ELEMENTS = frozenset(
    {
        *(
            "h1",
            "h2",
            "h3",
            "h4",
            "p",
            "ul",
            "ol",
            "dl",
            "blockquote",
            "table",
            "figure",
            "signatures",
            "toc",
        ),
        *("page-break", "section"),
    }
)
_HEADING = frozenset({"id", "label", "numbering", "page-break"})

ELEMENTS: Mapping[str, frozenset[str]] = {
    "document": frozenset(),
    "body": frozenset(),
    "section": frozenset(),
    "letterhead": frozenset(),
    "cover": frozenset(),
    "title-block": frozenset(),
    "wordmark": frozenset(),
    "line": frozenset(),
    "return-address": frozenset(),
    "classification": frozenset(),
    "addressee": frozenset(),
    "reference": frozenset(),
    "follow-up": frozenset(),
    "group": frozenset({"label", "emphasis"}),
    "field": frozenset({"label"}),
    "title": frozenset(),
    "subtitle": frozenset(),
    "h1": _HEADING,
    "h2": _HEADING,
    "h3": _HEADING,
    "h4": _HEADING,
    "p": frozenset({"role", "keep"}),
    "ul": frozenset(),
    "ol": frozenset({"kind", "start"}),
    "li": frozenset(),
    "dl": frozenset(),
    "dt": frozenset(),
    "dd": frozenset(),
    "blockquote": frozenset(),
    "table": frozenset({"id", "widths", "summary"}),
    "caption": frozenset(),
    "thead": frozenset(),
    "tbody": frozenset(),
    "tfoot": frozenset(),
    "tr": frozenset(),
    "th": frozenset({"scope", "colspan", "rowspan", "align"}),
    "td": frozenset({"colspan", "rowspan", "align"}),
    "figure": frozenset({"id"}),
    "picture": frozenset({"key"}),
    "figcaption": frozenset(),
    "signatures": frozenset(),
    "signature": frozenset(),
    "capacity": frozenset(),
    "name": frozenset(),
    "toc": frozenset({"depth"}),
    "page-break": frozenset(),
    "strong": frozenset(),
    "em": frozenset(),
    "br": frozenset(),
    "a": frozenset({"href"}),
    "span": frozenset({"lang"}),
    "footnote": frozenset(),
    "cross-reference": frozenset({"to"}),
}
"""Every element with the attributes that it may have."""

_FROM_HTML = {"b": "strong", "i": "em", "h5": "h4", "h6": "h4", "div": "section", "img": "picture"}
_INTEGER = re.compile(r"[1-9]\d{0,3}")


def unknown_element(name: str, where: Source | Location) -> Diagnostic:
    """Return the finding for an element that no document can have."""
    near = _FROM_HTML.get(name)
    hint = f"Gebruik <{near}>." if near else did_you_mean(name, ELEMENTS)
    return Diagnostic(Code.VOCABULARY, f"<{name}> bestaat niet in een document.", where, hint)


@dataclass(slots=True)
class Reading:
    """What a whole reading shares: the origins, the pictures, and the findings so far."""

    origins: Origins
    pictures: Mapping[str, RegisteredPicture]
    name: str
    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])
    heading_level: int = 0
    """Level of the heading that was read last; 0 before the first."""

    def report(self, code: Code, message: str, where: Source | Location, hint: str = "") -> None:
        """Keep a finding."""
        self.diagnostics.append(Diagnostic(code, message, where, hint))

    def refuse(self, element: Element, message: str, hint: str = "") -> None:
        """Keep the finding that something does not belong where it stands."""
        self.report(Code.VOCABULARY, message, element.place(), hint)


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the XML with the reading that it belongs to."""

    node: etree._Element
    reading: Reading

    @property
    def tag(self) -> str:
        """The name as written."""
        return str(self.node.tag)

    def place(self) -> Source | Location:
        """Return where the element was written: a value in YAML or a line of a template."""
        node: etree._Element | None = self.node
        while node is not None:
            if source := self.reading.origins.source(node.get(ORIGIN, "")):
                return source
            if PLACE in node.attrib:
                name, _, line = str(node.get(PLACE)).rpartition(":")
                return template_location(name, int(line))
            node = node.getparent()
        return template_location(self.reading.name)

    def own_source(self) -> Source | None:
        """Return the source that Markdown gave the element, else that of its first sourced attribute."""
        if source := self.reading.origins.source(self.node.get(ORIGIN, "")):
            return source
        for name, value in self.node.attrib.items():
            if name not in {PLACE, ORIGIN}:
                for piece in self.reading.origins.split(str(value)):
                    if piece.source:
                        return piece.source
        return None

    def attribute(self, name: str, default: str = "") -> str:
        """Return an attribute's value as written, trimmed."""
        return without_marks(str(self.node.get(name, default))).strip()

    def words(self, name: str) -> str:
        """Return an attribute that people read, with the typography of the house style."""
        return typeset_words(self.attribute(name))

    def choice(self, name: str, allowed: tuple[str, ...]) -> str:
        """Return an attribute that must be one of ``allowed``; the first of them when absent or wrong."""
        value = self.attribute(name, allowed[0])
        if value in allowed:
            return value
        hint = did_you_mean(value, allowed) or f"Het kan zijn: {', '.join(allowed)}."
        self.reading.refuse(self, f"“{value}” kan niet als {name} van <{self.tag}>.", hint)
        return allowed[0]

    def number(self, name: str, default: int) -> int:
        """Return an attribute that is a whole number from 1."""
        value = self.attribute(name, str(default))
        if _INTEGER.fullmatch(value):
            return int(value)
        self.reading.refuse(self, f"{name} van <{self.tag}> is “{value}”, maar moet een getal vanaf 1 zijn.")
        return default

    def content(self) -> Iterator[tuple[Piece, ...] | Element]:
        """Yield the texts and elements inside, in order; comments are passed over."""
        if self.node.text:
            yield self.reading.origins.split(self.node.text)
        for child in self.node:
            if isinstance(child, etree._ProcessingInstruction | etree._Entity):
                self.reading.refuse(self, f"“{child}” kan niet in een sjabloon staan.")
            elif not isinstance(child, etree._Comment):
                yield Element(child, self.reading)
            if child.tail:
                yield self.reading.origins.split(child.tail)

    def children(self, *allowed: str) -> list[Element]:
        """Return the elements inside; stray text and elements other than ``allowed`` are refused."""
        found: list[Element] = []
        for item in self.content():
            if not isinstance(item, Element):
                self._refuse_text(item)
            elif item.tag in allowed:
                found.append(item)
            else:
                item.refuse_here(self, allowed)
        return found

    def parts(self, *allowed: str, many: str = "") -> dict[str, list[Element]]:
        """Return the elements inside by name; only the one named ``many`` may stand there more than once."""
        found: dict[str, list[Element]] = {name: [] for name in allowed}
        for child in self.children(*allowed):
            child.check_attributes()
            if found[child.tag] and child.tag != many:
                self.reading.refuse(child, f"<{child.tag}> kan maar één keer in <{self.tag}> staan.")
            else:
                found[child.tag].append(child)
        return found

    def refuse_here(self, parent: Element, allowed: tuple[str, ...]) -> None:
        """Report that this element cannot stand in its parent."""
        if self.tag not in ELEMENTS:
            self.reading.diagnostics.append(unknown_element(self.tag, self.place()))
            return
        hint = f"In <{parent.tag}> kan: {', '.join(f'<{name}>' for name in allowed)}." if allowed else ""
        self.reading.refuse(self, f"<{self.tag}> kan niet in <{parent.tag}> staan.", hint)

    def check_attributes(self) -> None:
        """Refuse the attributes that the element does not have."""
        allowed = ELEMENTS.get(self.tag, frozenset())
        for name in self.node.attrib:
            if name not in allowed and name not in {PLACE, ORIGIN}:
                hint = did_you_mean(str(name), allowed)
                self.reading.refuse(self, f"<{self.tag}> heeft geen attribuut “{name}”.", hint)

    def _refuse_text(self, pieces: tuple[Piece, ...]) -> None:
        for piece in pieces:
            if piece.text.strip():
                where = piece.source or self.place()
                shown = " ".join(piece.text.split())[:40]
                self.reading.report(
                    Code.VOCABULARY,
                    f"De tekst “{shown}” staat los in <{self.tag}>.",
                    where,
                    "Zet tekst in een alinea: <p>…</p>.",
                )
                return
