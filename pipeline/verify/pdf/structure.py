"""The structure tree of a PDF: what its content is and in which order (ISO 32000-1 14.7 and 14.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pikepdf

from pipeline.verify.errors import UnreadableFileError

_DEEPEST = 120
_WIDEST = 1000
"""Columns and rows that a cell can span; more is damage."""

_ROLES = 12
"""Roles mapped to roles that are followed before it must be a circle."""


class Content(NamedTuple):
    """Marked content on a page, counted from 1."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class ObjectReference:
    """An annotation that belongs to an element, by its key in ``PdfFile.annotations``."""

    key: int


class Element(NamedTuple):
    """A structure element. ``tag`` is the standard structure type, without slash, that its own maps to.

    ``bbox`` has left, bottom, right and top in points from the bottom left corner. ``None`` for ``alt`` and
    ``actual_text`` means that the file does not say; ``page`` is 0 when the element does not name one.
    ``refers_to`` are the ids of the elements that it points to (PDF 2.0).
    """

    tag: str
    kids: tuple[Kid, ...]
    page: int = 0
    id: str = ""
    lang: str = ""
    alt: str | None = None
    actual_text: str | None = None
    scope: str = ""
    colspan: int = 1
    rowspan: int = 1
    bbox: tuple[float, float, float, float] | None = None
    refers_to: tuple[str, ...] = ()

    @property
    def elements(self) -> Iterator[Element]:
        """Return the elements directly below."""
        return (kid for kid in self.kids if isinstance(kid, Element))

    def walk(self) -> Iterator[Element]:
        """Return this element and all below it, in reading order."""
        ahead = [self]
        while ahead:
            element = ahead.pop()
            yield element
            ahead += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]

    def contents(self) -> Iterator[Content]:
        """Return the marked content of this element and of all below it, in reading order."""
        ahead: list[Kid] = [self]
        while ahead:
            kid = ahead.pop()
            if isinstance(kid, Element):
                ahead += reversed(kid.kids)
            elif isinstance(kid, Content):
                yield kid


Kid = Element | Content | ObjectReference

PLAIN_ELEMENT = re.compile(
    rb"<< (?:/A << /O /Table (?:/Scope /(\w+) )?>> )?/K \[ ((?:\d+ (?:\d+ R )?)*)\] /P \d+ \d+ R "
    rb"/Pg (\d+) (\d+) R /S (/\w+) /Type /StructElem >>"
)
"""An element as most are: kids that stand in a list, and no more about it than its type and its page."""
_PLAIN_KID = re.compile(rb"(\d+) (?:(\d+) R )?")


def read_structure(pdf: pikepdf.Pdf, pages: Mapping[tuple[int, int], int]) -> Element | None:
    """Return the structure tree as one element ``StructTreeRoot``, ``None`` when there is none.

    ``pages`` gives the number of each page by its object.

    Raise ``UnreadableFileError``: the tree holds itself or is too deep to be one.
    """
    tree = pdf.Root.get("/StructTreeRoot")
    if not isinstance(tree, pikepdf.Dictionary):
        return None
    reader = _Tree(pdf, tree.get("/RoleMap", pikepdf.Dictionary()), pages)
    return Element("StructTreeRoot", reader.kids(tree.get("/K"), 0, 0))


class _Tree:
    def __init__(self, pdf: pikepdf.Pdf, roles: pikepdf.Object, pages: Mapping[tuple[int, int], int]) -> None:
        self._pdf = pdf
        self._roles = roles
        self._pages = pages
        self._tags: dict[tuple[str, tuple[int, int]], str] = {}
        self._seen: set[tuple[int, int]] = set()

    def kids(self, below: pikepdf.Object | int | None, page: int, depth: int) -> tuple[Kid, ...]:
        """Return what an element has as ``/K``; ``page`` is where content stands that names no page."""
        _check(depth)
        if below is None:
            return ()
        if isinstance(below, int):
            return (Content(page, below),)
        listed = list(below) if isinstance(below, pikepdf.Array) else [below]
        found: list[Kid] = []
        for kid in listed:
            if isinstance(kid, int):
                found.append(Content(page, kid))
            elif isinstance(kid, pikepdf.Dictionary) and (read := self._kid(kid, page, depth)) is not None:
                found.append(read)
        return tuple(found)

    def _kid(self, kid: pikepdf.Object, page: int, depth: int) -> Kid | None:
        # An element first: most kids are, and pikepdf is slow in looking for a key that is not there.
        if "/S" in kid:
            return self._element(kid, page, depth)
        if "/MCID" in kid:
            return Content(self._page(kid.get("/Pg"), page), int(kid["/MCID"]))
        return ObjectReference(kid["/Obj"].objgen[0]) if "/Obj" in kid else None

    def _page(self, own: pikepdf.Object | None, page: int) -> int:
        return page if own is None else self._pages.get(own.objgen, 0)

    def _element(self, element: pikepdf.Object, page: int, depth: int) -> Element:
        if element.is_indirect:
            self._see(element.objgen)
        # One text is many times faster to get out of pikepdf than an object for each thing in it.
        if plain := PLAIN_ELEMENT.fullmatch(element.unparse(resolved=True)):
            return self._plain(plain, depth + 1)
        entries = dict(element.items())
        page = self._page(entries.get("/Pg"), page)
        attributes = _attributes(entries.get("/A"))
        return Element(
            tag=self._tag(str(entries["/S"]), entries.get("/NS")),
            kids=self.kids(entries.get("/K"), page, depth + 1),
            page=page,
            id=str(entries.get("/ID", "")),
            lang=str(entries.get("/Lang", "")),
            alt=_text(entries.get("/Alt")),
            actual_text=_text(entries.get("/ActualText")),
            scope=str(attributes.get("/Scope", "")).removeprefix("/"),
            colspan=_span(attributes.get("/ColSpan")),
            rowspan=_span(attributes.get("/RowSpan")),
            bbox=_box(attributes.get("/BBox")),
            refers_to=tuple(str(other.get("/ID", "")) for other in entries.get("/Ref", ())),
        )

    def _plain(self, element: re.Match[bytes], depth: int) -> Element:
        scope, below, number, generation, own = element.groups()
        page = self._pages.get((int(number), int(generation)), 0)
        kids: list[Kid] = []
        _check(depth)
        for first, second in _PLAIN_KID.findall(below):
            if not second:
                kids.append(Content(page, int(first)))
            elif (read := self._referred((int(first), int(second)), page, depth)) is not None:
                kids.append(read)
        return Element(
            self._tag(own.decode("ascii"), None),
            tuple(kids),
            page,
            scope=scope.decode("ascii") if scope else "",
        )

    def _referred(self, key: tuple[int, int], page: int, depth: int) -> Kid | None:
        """Return what stands in the list of a plain element: nearly always another plain one."""
        kid = self._pdf.get_object(*key)
        if plain := PLAIN_ELEMENT.fullmatch(kid.unparse(resolved=True)):
            self._see(key)
            return self._plain(plain, depth + 1)
        return self._kid(kid, page, depth) if isinstance(kid, pikepdf.Dictionary) else None

    def _see(self, key: tuple[int, int]) -> None:
        if key in self._seen:
            raise UnreadableFileError("een onderdeel van de structuurboom staat er twee keer in")
        self._seen.add(key)

    def _tag(self, own: str, namespace: pikepdf.Object | None) -> str:
        """Return the standard type of an element's own type (ISO 32000-2 14.8.6)."""
        key = own, namespace.objgen if namespace is not None else (0, 0)
        if key not in self._tags:
            self._tags[key] = self._standard(own, namespace).removeprefix("/")
        return self._tags[key]

    def _standard(self, tag: str, namespace: pikepdf.Object | None) -> str:
        for _ in range(_ROLES):
            roles = self._roles if namespace is None else namespace.get("/RoleMapNS", pikepdf.Dictionary())
            role = roles.get(tag)
            if role is None:
                return tag
            if isinstance(role, pikepdf.Array):
                tag, namespace = str(role[0]), role[1]
            elif str(role) == tag:
                return tag
            else:
                tag, namespace = str(role), None
        raise UnreadableFileError("soorten van de structuurboom verwijzen in een kring naar elkaar")


def _check(depth: int) -> None:
    if depth > _DEEPEST:
        raise UnreadableFileError("de structuurboom is dieper dan een document kan zijn")


def _attributes(holder: pikepdf.Object | None) -> dict[str, pikepdf.Object]:
    """Return all attributes of an element, whoever owns them; of equal ones the last counts."""
    if holder is None:
        return {}
    found: dict[str, pikepdf.Object] = {}
    for each in holder if isinstance(holder, pikepdf.Array) else [holder]:
        if isinstance(each, pikepdf.Dictionary):
            found |= dict(each.items())
    return found


def _span(value: pikepdf.Object | None) -> int:
    return 1 if value is None else min(max(1, int(value)), _WIDEST)


def _text(value: pikepdf.Object | None) -> str | None:
    return None if value is None else str(value)


def _box(value: pikepdf.Object | None) -> tuple[float, float, float, float] | None:
    if not isinstance(value, pikepdf.Array):
        return None
    left, bottom, right, top = (float(side) for side in value)
    return left, bottom, right, top
