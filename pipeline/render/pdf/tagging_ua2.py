"""What PDF/UA-2 asks of tags beyond PDF/UA-1 (ISO 14289-2, on the structure of ISO 32000-2).

Elements name their namespace, a note and its call point at each other, an entry of the contents list at its
heading, a caption stands inside its figure, and links and bookmarks lead to elements and not to places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pydyf

from pipeline.render.pdf.footnotes import CALL
from pipeline.render.pdf.tag_tree import Node, object_number, structure_root

_ONLY_IN_PDF17 = frozenset({"TOC", "TOCI", "BlockQuote"})
"""Types that only the namespace of PDF 1.7 has, which is that of elements that name none."""

_INLINE = {"strong": "Strong", "em": "Em"}


def tag_as_pdf2(pdf: Any, document: Node) -> None:
    """Change a finished tree of PDF 1.7 into one of PDF 2.0; write it to the file afterwards."""
    _rename(document)
    _connect_notes(document)
    _connect_contents(document)
    _take_in_captions(document)
    namespace = structure_root(pdf)["Namespaces"][0]
    for node in document.walk():
        if node.tag not in _ONLY_IN_PDF17:
            node.dictionary["NS"] = namespace


def write_structure_destinations(pdf: Any, document: Node) -> None:
    """Let links and bookmarks inside the document lead to an element as well as to a place on a page."""
    targets = _targets(document)
    names = pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", ())
    for index in range(0, len(names), 2):
        names[index + 1] = _destination(targets[names[index].string], names[index + 1])
    headings = [node for node in document.walk() if re.fullmatch("H[1-6]", node.tag)]
    for heading, bookmark in zip(headings, _bookmarks(pdf), strict=True):
        to = _destination(heading, bookmark.pop("Dest"))
        bookmark["A"] = pydyf.Dictionary({"Type": "/Action", "S": "/GoTo", **to})


def _rename(document: Node) -> None:
    for node in document.walk():
        if node.origin is None:
            continue
        if node.tag == "Note":
            node.tag = "FENote"
            node.dictionary["A"] = pydyf.Dictionary({"O": "/FENote", "NoteType": "/Footnote"})
        elif node.tag == "Reference":
            node.tag = "Span"
        elif node.tag == "L" and "A" not in node.dictionary:
            node.dictionary["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": "/Description"})
        elif node.tag == "P" and node.origin.element.get("class") == "title":
            node.tag = "Title"
        else:
            node.tag = _INLINE.get(node.origin.name, node.tag)


def _connect_notes(document: Node) -> None:
    notes = {node.origin.element: node for node in document.walk() if node.origin and node.tag == "FENote"}
    for call in document.walk():
        if call.origin and call.origin.name == CALL:
            _refer(call, notes[call.origin.element])
            _refer(notes[call.origin.element], call)


def _connect_contents(document: Node) -> None:
    targets = _targets(document)
    for entry in document.walk():
        if entry.tag == "TOCI" and entry.origin:
            link = entry.origin.element.find(".//a")
            _refer(entry, targets[link.get("href").removeprefix("#")])


def _refer(node: Node, other: Node) -> None:
    node.dictionary["Ref"] = pydyf.Array([other.dictionary.reference])


def _take_in_captions(document: Node) -> None:
    for frame in document.walk():
        figures = [node for node in frame.nodes if node.tag == "Figure"]
        captions = [node for node in frame.nodes if node.tag == "Caption"]
        for figure, caption in zip(figures, captions, strict=False):
            frame.kids.remove(caption)
            figure.kids.append(caption)


def _targets(document: Node) -> Mapping[str, Node]:
    """Return the elements that links can lead to, by the id of their HTML."""
    found: dict[str, Node] = {}
    for node in document.walk():
        if node.origin and "::" not in node.origin.name and (name := node.origin.element.get("id")):
            found.setdefault(name, node)
    return found


def _destination(node: Node, place: Any) -> Any:
    return pydyf.Dictionary({"D": place, "SD": pydyf.Array([node.dictionary.reference, *place[1:]])})


def _bookmarks(pdf: Any) -> Iterator[Any]:
    """Yield the bookmarks in the order in which they are shown."""

    def below(parent: Any) -> Iterator[Any]:
        reference = parent.get("First")
        while reference:
            bookmark = pdf.objects[object_number(reference)]
            yield bookmark
            yield from below(bookmark)
            reference = bookmark.get("Next")

    if "Outlines" in pdf.catalog:
        yield from below(pdf.objects[object_number(pdf.catalog["Outlines"])])
