"""Better tags than the layout engine writes: what WeasyPrint 70.0 leaves undone for PDF/UA-1 (ISO 14289-1).

Notes stand beside their call, a paragraph, list or table that runs over a page is one element, page furniture
is no content, header cells say what they head, and passages in another language say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pydyf
from weasyprint.document import Document as Layout

from pipeline.render.pdf.footnotes import CALL, MARKER, NOTE
from pipeline.render.pdf.standards import Declaration
from pipeline.render.pdf.tag_tree import Node, ObjectReference, object_number, read_tree, write_tree
from pipeline.render.pdf.tagging_ua2 import tag_as_pdf2, write_structure_destinations
from pipeline.render.pdf.written_once import write_once

_TAGS = {
    NOTE: "Note",
    CALL: "Reference",
    MARKER: "Lbl",
    "x-list": "L",
    "x-item": "LI",
    "x-label": "Lbl",
    "x-body": "LBody",
    "x-contents": "TOC",
    "x-entry": "TOCI",
}
"""The elements of our own HTML and their structure types (ISO 32000-1, 14.8.4)."""

_SCOPES = {"col": "/Column", "row": "/Row"}
_NUMBERINGS = {"bullet": "/Disc", "decimal": "/Decimal", "letter": "/LowerAlpha"}
_POINTS_PER_PIXEL = 0.75


class Finisher:
    """Finishes one PDF, as the last step before its bytes are written."""

    def __init__(self, declaration: Declaration) -> None:
        self._declaration = declaration

    def __call__(self, layout: Layout, pdf: Any) -> None:
        """Repair the tag tree; WeasyPrint calls this with the PDF that it made."""
        document = read_tree(pdf)
        _name(document)
        _gather_links(document)
        _unfold(document)
        _join_pieces(document)
        _place_notes(document, pdf.catalog["Lang"])
        _prune(document)
        for node in document.walk():
            _describe(node, layout, pdf)
        if self._declaration.pdf2:
            tag_as_pdf2(pdf, document)
        write_tree(pdf, document)
        if self._declaration.pdf2:
            write_structure_destinations(pdf, document)
        _finish_catalog(pdf)
        write_once(pdf)


def _finish_catalog(pdf: Any) -> None:
    # Plain bytes, so that archives find the packet without reading the PDF.
    pdf.objects[object_number(pdf.catalog["Metadata"])].compress = False
    if "AF" in pdf.catalog:
        # The engine names the same attachment twice.
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def _name(document: Node) -> None:
    """Give the elements of our own HTML their types, and leave out the dots of a contents list."""
    for node in document.walk():
        if node.origin is None:
            continue
        node.tag = _TAGS.get(node.origin.name, node.tag)
        if node.origin.leader:
            node.kids.clear()


def _gather_links(document: Node) -> None:
    """Leave one annotation for each line of a link: the engine makes more for its bold words and its page.

    Those lie within the first, and a listener would meet the link as often as there are annotations.
    """
    for link in [node for node in document.walk() if _is_link(node)]:
        for inner in [node for node in link.walk() if node is not link]:
            inner.kids = [kid for kid in inner.kids if not isinstance(kid, ObjectReference)]
            if inner.tag == "Link":
                inner.tag = "Span"


def _is_link(node: Node) -> bool:
    return node.tag == "Link" and node.origin is not None and node.origin.name == "a"


def _unfold(node: Node) -> None:
    """Take away an element directly inside another of the same HTML element, such as a table's wrapper."""
    for kid in node.nodes:
        _unfold(kid)
    kids = node.kids
    for kid in node.nodes:
        same = kid.origin and node.origin and kid.origin.element is node.origin.element
        if same and kid.tag == node.tag:
            index = kids.index(kid)
            kids[index : index + 1] = kid.kids


def _join_pieces(node: Node) -> None:
    """Make one element again of the pieces that page and line ends made of it."""
    first: dict[tuple[Any, str, str], Node] = {}
    for kid in node.nodes:
        if kid.origin is None or "::" in kid.origin.name:
            continue
        whole = first.setdefault((kid.origin.element, kid.origin.name, kid.tag), kid)
        if whole is kid:
            continue
        node.kids.remove(kid)
        # The head of a table that is printed again on the next page is furniture there.
        if kid.tag != "THead":
            whole.kids += kid.kids
    for kid in node.nodes:
        _join_pieces(kid)


def _place_notes(document: Node, language: Any) -> None:
    """Move each note from the end of its page to right behind its call, so that it is read there.

    A note that is called in a passage in another language is in ``language``, that of the document.
    """
    parents = {id(kid): node for node in document.walk() for kid in node.nodes}
    notes = {node.origin.element: node for node in document.walk() if node.origin and node.tag == "Note"}
    calls = [node for node in document.walk() if node.tag == "Reference"]
    for call in calls:
        note = notes.pop(call.origin.element) if call.origin else None
        if note is None or note.origin is None:
            continue
        note.dictionary["ID"] = pydyf.String(f"noot-{note.origin.element.get('data-number')}")
        if _is_foreign(call, parents):
            note.dictionary["Lang"] = language
        parents[id(note)].kids.remove(note)
        siblings = parents[id(call)].kids
        siblings.insert(siblings.index(call) + 1, note)


def _is_foreign(node: Node, parents: Mapping[int, Node]) -> bool:
    """Whether an element stands in a passage in another language; the document itself is none."""
    around = parents[id(node)]
    while id(around) in parents:
        if around.origin and around.origin.element.get("lang"):
            return True
        around = parents[id(around)]
    return False


def _prune(node: Node) -> None:
    """Take away elements that hold nothing: the place of the notes, decorations."""
    for kid in node.nodes:
        _prune(kid)
        if not kid.kids and kid.tag in ("NonStruct", "Span", "Div"):
            node.kids.remove(kid)


def _describe(node: Node, layout: Layout, pdf: Any) -> None:
    """Add what the engine does not say of an element."""
    if node.origin is None or "::" in node.origin.name:
        return
    element, attributes = node.origin.element, node.dictionary
    if language := element.get("lang"):
        attributes["Lang"] = pydyf.String(language)
    match node.tag:
        case "TH" | "TD":
            # A scope says the same as a list of header cells, and stays true when pieces are joined.
            attributes["A"].pop("Headers", None)
            attributes.pop("ID", None)
            if scope := _SCOPES.get(element.get("scope") or ""):
                attributes["A"]["Scope"] = scope
        case "TBody" if element.get("class") == "sums":
            node.tag = "TFoot"
        case "Table" if summary := element.get("data-summary"):
            attributes["A"] = pydyf.Dictionary({"O": "/Table", "Summary": pydyf.String(summary)})
        case "L":
            if numbering := _numbering(element):
                attributes["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": numbering})
        case "Figure":
            _place_figure(node, layout)
        case "Link":
            _describe_link(node, pdf)
        case _:
            pass


def _numbering(element: Any) -> str | None:
    names = (element.get("class") or "").split()
    return next((_NUMBERINGS[name] for name in names if name in _NUMBERINGS), None)


def _place_figure(node: Node, layout: Layout) -> None:
    """Write the place of a figure in points from the foot of the page, and not in pixels from its top."""
    height = layout.pages[node.page].height
    left, top, right, bottom = node.dictionary["A"]["BBox"]
    corners = (left, height - bottom, right, height - top)
    node.dictionary["A"]["BBox"] = pydyf.Array([corner * _POINTS_PER_PIXEL for corner in corners])


def _describe_link(node: Node, pdf: Any) -> None:
    """Say in words where a link inside the document goes; the engine gives the name of the place."""
    if node.origin is None or not (node.origin.element.get("href") or "").startswith("#"):
        return
    words = " ".join("".join(node.origin.element.itertext()).split())
    for kid in node.kids:
        if isinstance(kid, ObjectReference):
            pdf.objects[kid.annotation]["Contents"] = pydyf.String(words)
