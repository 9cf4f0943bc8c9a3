"""Better tags than the layout engine writes: what WeasyPrint 70.0 leaves undone for PDF/UA-1 (ISO 14289-1).

Notes stand beside their call, a paragraph, list or table that runs over a page is one element, page furniture
is no content, header cells say what they head, and passages in another language say so.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint.document import Document as Layout
from weasyprint.pdf import tags

from pipeline.render.pdf.footnotes import CALL, MARKER, NOTE
from pipeline.render.pdf.tag_tree import Node, ObjectReference, Origin, read_tree, write_tree

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
_POINTS_PER_PIXEL = 0.75


class Finisher:
    """Finishes the tags of one PDF, as the last step before its bytes are written."""

    def __init__(self, origins: dict[int, Origin]) -> None:
        self._origins = origins

    def __call__(self, layout: Layout, pdf: Any) -> None:
        """Repair the tag tree; WeasyPrint calls this with the PDF that it made."""
        document = read_tree(pdf, self._origins)
        _unfold(document)
        _join_pieces(document)
        _lift_links(document, None)
        _place_notes(document)
        _prune(document)
        for node in document.walk():
            _describe(node, layout)
        write_tree(pdf, document)
        # Plain bytes, so that archives find the packet without reading the PDF.
        pdf.objects[_number(pdf.catalog["Metadata"])].compress = False


@contextmanager
def finishing_tags() -> Generator[Finisher]:
    """Yield a finisher that knows which HTML made each tag; write the PDF inside the ``with`` block."""
    origins: dict[int, Origin] = {}
    get_tag, build = tags._get_pdf_tag, tags._build_box_tree

    def own_tag(name: str | None) -> str:
        return _TAGS.get(name or "") or get_tag(name)

    def recording_build(box: Any, *rest: Any) -> Iterator[Any]:
        real = getattr(box, "_box", box)
        for element in build(box, *rest):
            if real.element is not None:
                origins.setdefault(element.number, Origin(real.element, real.element_tag))
            yield element

    tags._get_pdf_tag, tags._build_box_tree = own_tag, recording_build
    try:
        yield Finisher(origins)
    finally:
        tags._get_pdf_tag, tags._build_box_tree = get_tag, build


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


def _lift_links(node: Node, link: Node | None) -> None:
    """Give a link the annotations of the words inside it; the engine makes one for each bold part too."""
    if node.tag == "Link":
        link = link or node
    if link and link is not node:
        lifted = [kid for kid in node.kids if isinstance(kid, ObjectReference)]
        node.kids = [kid for kid in node.kids if not isinstance(kid, ObjectReference)]
        link.kids[:0] = lifted
    for kid in node.nodes:
        _lift_links(kid, link)


def _place_notes(document: Node) -> None:
    """Move each note from the end of its page to right behind its call, so that it is read there."""
    parents = {id(kid): node for node in document.walk() for kid in node.nodes}
    notes = {node.origin.element: node for node in document.walk() if node.origin and node.tag == "Note"}
    calls = [node for node in document.walk() if node.tag == "Reference" and node.origin]
    for call in calls:
        note = notes.pop(call.origin.element) if call.origin else None
        if note is None:
            continue
        note.dictionary["ID"] = pydyf.String(
            f"noot-{note.origin.element.get('data-number')}" if note.origin else ""
        )
        parents[id(note)].kids.remove(note)
        siblings = parents[id(call)].kids
        siblings.insert(siblings.index(call) + 1, note)


def _prune(node: Node) -> None:
    """Take away elements that hold nothing: the place of the notes, decorations."""
    for kid in node.nodes:
        _prune(kid)
        if not kid.kids and kid.tag in ("NonStruct", "Span", "Div"):
            node.kids.remove(kid)


def _describe(node: Node, layout: Layout) -> None:
    """Add what the engine does not say of an element."""
    if node.origin is None or "::" in node.origin.name:
        return
    element, attributes = node.origin.element, node.dictionary
    if language := element.get("lang"):
        attributes["Lang"] = pydyf.String(language)
    if node.tag in ("TH", "TD"):
        # A scope says the same as lists of header cells, and stays true when pieces of a table are joined.
        attributes["A"].pop("Headers", None)
        attributes.pop("ID", None)
        if scope := _SCOPES.get(element.get("scope") or ""):
            attributes["A"]["Scope"] = scope
    elif node.tag == "TBody" and element.get("class") == "sums":
        node.tag = "TFoot"
    elif node.tag == "Table" and (summary := element.get("data-summary")):
        attributes["A"] = pydyf.Dictionary({"O": "/Table", "Summary": pydyf.String(summary)})
    elif node.tag == "Figure":
        height = layout.pages[node.page].height
        left, top, right, bottom = attributes["A"]["BBox"]
        # The engine writes pixels from the top of the page, where points from its foot are due.
        corners = (left, height - bottom, right, height - top)
        attributes["A"]["BBox"] = pydyf.Array([corner * _POINTS_PER_PIXEL for corner in corners])


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
