"""The words of a paragraph as a person sees them, each with its link and its language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.verify.docx.markup import Element, name, value
from pipeline.verify.docx.package import Relationship
from pipeline.verify.docx.styles import Styles
from pipeline.verify.passages import call

TAB = "\t"

_CHARACTERS = {
    name("w:noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
    name("w:softHyphen"): "\N{SOFT HYPHEN}",
    name("w:tab"): TAB,
    name("w:ptab"): TAB,
    name("w:cr"): "\n",
}
_WRAPPERS = {
    name(f"w:{each}")
    for each in ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo")
}
"""Elements around runs that change nothing about the words in them; what is deleted is not among these."""
_RUN, _TEXT, _HYPERLINK = name("w:r"), name("w:t"), name("w:hyperlink")
_FIELD_MARK, _BREAK, _SYMBOL = name("w:fldChar"), name("w:br"), name("w:sym")
_REFERENCE = name("w:footnoteReference")
_SPACE = name("xml:space")
_BLANKS = " \t\r\n"
_ONE_LINE = str.maketrans("\t\r\n", "   ")


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address outside the document; two links to one address are not the same link."""

    element: Element
    address: str


class Piece(NamedTuple):
    """Words of one run. A tab is a piece of its own."""

    words: str
    language: str
    link: Link | None


@dataclass(slots=True)
class WordReader:
    """Reads the paragraphs of one part, in their order: fields may reach over paragraphs.

    ``calls`` are the ids of the notes in the order of their calls, the same list for all parts.
    """

    styles: Styles
    relationships: Mapping[str, Relationship]
    calls: list[str]
    _fields: list[bool] = field(default_factory=list[bool])
    """For each field that is open whether its result has begun."""

    def pieces(self, paragraph: Element) -> list[Piece]:
        """Return the words of a paragraph; results of fields and not their codes, nothing that is hidden."""
        return list(self._inside(paragraph, paragraph, None))

    def _inside(self, around: Element, paragraph: Element, link: Link | None) -> Iterator[Piece]:
        for each in around:
            if each.tag == _RUN:
                yield from self._run(each, paragraph, link)
            elif each.tag == _HYPERLINK:
                yield from self._inside(each, paragraph, self._link(each) or link)
            elif each.tag in _WRAPPERS:
                yield from self._inside(each, paragraph, link)

    def _link(self, hyperlink: Element) -> Link | None:
        relation = self.relationships.get(value(hyperlink, "r:id"))
        return Link(hyperlink, relation.target) if relation and relation.external else None

    def _run(self, run: Element, paragraph: Element, link: Link | None) -> Iterator[Piece]:
        look = self.styles.type(run, paragraph)
        gathered = ""
        for each in run:
            if each.tag == _FIELD_MARK:
                self._mark(value(each, "w:fldCharType"))
                continue
            if look.hidden or not all(self._fields):
                continue
            words = self._words(each).upper() if look.capitals else self._words(each)
            if words == TAB:
                if gathered:
                    yield Piece(gathered, look.language, link)
                    gathered = ""
                yield Piece(TAB, look.language, link)
            else:
                gathered += words
        if gathered:
            yield Piece(gathered, look.language, link)

    def _mark(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _words(self, element: Element) -> str:
        """Return the words of a child of a run; pictures and what only lays out have none."""
        if element.tag == _TEXT:
            return _text(element)
        if element.tag == _REFERENCE:
            identity = value(element, "w:id")
            if identity not in self.calls:
                self.calls.append(identity)
            return call(self.calls.index(identity) + 1)
        if element.tag == _BREAK:
            return "\n" if value(element, "w:type", absent="textWrapping") == "textWrapping" else ""
        if element.tag == _SYMBOL:
            return _symbol(value(element, "w:char"))
        return _CHARACTERS.get(str(element.tag), "")


def _text(element: Element) -> str:
    """Return text with the spaces that Word keeps: those at its ends only when it is told to."""
    words = element.text or ""
    if element.get(_SPACE) != "preserve":
        words = words.strip(_BLANKS)
    return words.translate(_ONE_LINE)


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\N{REPLACEMENT CHARACTER}"
