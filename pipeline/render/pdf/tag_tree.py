"""The tag tree of a PDF as objects that can be moved about, read from the file before it is written.

ISO 32000-1, 14.7: structure elements refer to marked content by number, and the parent tree refers back from
every number to its element. After a change both directions are written anew, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pydyf


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A piece of the content of a page (counted from 0)."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class ObjectReference:
    """A link annotation that belongs to an element: numbers of the OBJR dictionary and of the annotation."""

    number: int
    annotation: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Which HTML made a tag: the element, and its name with the pseudo-element, such as ``a::after``.

    ``leader`` marks the dots between an entry of a contents list and its page.
    """

    element: Any
    name: str
    leader: bool = False


@dataclass(eq=False)
class Node:
    """A structure element. ``page`` is the page of its first content, counted from 0."""

    dictionary: Any
    page: int
    origin: Origin | None
    kids: list[Node | MarkedContent | ObjectReference] = field(
        default_factory=list["Node | MarkedContent | ObjectReference"]
    )

    @property
    def tag(self) -> str:
        """Return the structure type, such as ``P``."""
        return str(self.dictionary["S"]).removeprefix("/")

    @tag.setter
    def tag(self, value: str) -> None:
        self.dictionary["S"] = f"/{value}"

    @property
    def nodes(self) -> list[Node]:
        """Return the elements among the kids."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> Iterator[Node]:
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.nodes:
            yield from kid.walk()


def read_tree(pdf: Any) -> Node:
    """Return the document element with everything below it."""
    pages = {object_number(reference): index for index, reference in enumerate(pdf.page_references)}

    def read(dictionary: Any) -> Node:
        page = pages[object_number(dictionary["Pg"])] if "Pg" in dictionary else 0
        node = Node(dictionary, page, _origin(dictionary))
        for kid in dictionary["K"]:
            if isinstance(kid, int):
                node.kids.append(MarkedContent(page, kid))
                continue
            target = pdf.objects[object_number(kid)]
            if target["Type"] == "/OBJR":
                node.kids.append(ObjectReference(target.number, object_number(target["Obj"])))
            else:
                node.kids.append(read(target))
        return node

    return read(pdf.objects[object_number(structure_root(pdf)["K"][0])])


def _origin(dictionary: Any) -> Origin | None:
    # The engine itself forgets it; see the repairs.
    box = getattr(dictionary, "box", None)
    if box is None or box.element is None:
        return None
    return Origin(box.element, box.element_tag, box.is_leader)


def write_tree(pdf: Any, document: Node) -> None:
    """Write the tree and the parent tree back; content and links outside the tree become page furniture."""
    owners: dict[MarkedContent, Any] = {}
    links: dict[int, Any] = {}
    for node in document.walk():
        node.dictionary["K"] = pydyf.Array([_kid(pdf, node, kid) for kid in node.kids])
        for kid in node.kids:
            if isinstance(kid, Node):
                kid.dictionary["P"] = node.dictionary.reference
            elif isinstance(kid, MarkedContent):
                owners[kid] = node.dictionary
            else:
                links[kid.annotation] = node.dictionary
    live = {node.dictionary.number for node in document.walk()}
    elements: list[Any] = [item for item in pdf.objects if isinstance(item, pydyf.Dictionary)]
    for element in elements:
        if element.get("Type") == "/StructElem" and element.number not in live:
            # Emptied and not taken out, because pydyf counts on every object being there.
            element.clear()
    _write_parents(pdf, owners, links)
    for index in range(len(pdf.page_references)):
        page = pdf.objects[object_number(pdf.page_references[index])]
        _make_artifacts(pdf.objects[object_number(page["Contents"])], index, owners)
        if "Annots" in page:
            page["Annots"] = pydyf.Array([link for link in page["Annots"] if object_number(link) in links])


def _kid(pdf: Any, node: Node, kid: Node | MarkedContent | ObjectReference) -> Any:
    if isinstance(kid, Node):
        return kid.dictionary.reference
    if isinstance(kid, ObjectReference):
        return pdf.objects[kid.number].reference
    if kid.page == node.page:
        return kid.number
    page = pdf.page_references[kid.page]
    return pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": kid.number})


def _write_parents(pdf: Any, owners: Mapping[MarkedContent, Any], links: Mapping[int, Any]) -> None:
    numbers = pydyf.Array()
    for index in range(len(pdf.page_references)):
        held = {content.number: owner for content, owner in owners.items() if content.page == index}
        count = max(held, default=-1) + 1
        row = [held[number].reference if number in held else b"null" for number in range(count)]
        numbers.extend((index, pydyf.Array(row)))
    for key, (annotation, owner) in enumerate(links.items(), len(pdf.page_references)):
        pdf.objects[annotation]["StructParent"] = key
        numbers.extend((key, owner.reference))
    pdf.objects[object_number(structure_root(pdf)["ParentTree"])]["Nums"] = numbers


def _make_artifacts(stream: Any, page: int, owners: Mapping[MarkedContent, Any]) -> None:
    """Mark content without an owner as furniture of the page (ISO 32000-1, 14.8.2.2)."""
    operators: list[Any] = stream.stream
    for index, operator in enumerate(operators):
        if operator != b"BDC" or "MCID" not in operators[index - 1]:
            continue
        if MarkedContent(page, operators[index - 1]["MCID"]) not in owners:
            operators[index - 2 : index] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]


def structure_root(pdf: Any) -> Any:
    """Return the root of the tag tree."""
    return pdf.objects[object_number(pdf.catalog["StructTreeRoot"])]


def object_number(reference: bytes) -> int:
    """Return the number in a reference such as ``b"12 0 R"``."""
    return int(reference.split()[0])
