"""A tree of XML as it will be written: a third of what lxml takes for the tens of thousands of an agenda.

Names and attributes have the prefix that they are written with ("w:val"); the root of a part declares those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


class Element:
    """An element: its name, its attributes in the order in which they are written, and children or text."""

    __slots__ = ("attributes", "children", "name", "text")

    def __init__(
        self, name: str, attributes: dict[str, str], children: list[Element] | None = None, text: str = ""
    ) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Element] = [] if children is None else children
        self.text = text

    @property
    def is_paragraph(self) -> bool:
        """Whether it is a ``w:p``."""
        return self.name == "w:p"

    @property
    def is_table(self) -> bool:
        """Whether it is a ``w:tbl``."""
        return self.name == "w:tbl"

    def append(self, child: Element) -> None:
        """Add a child after the others."""
        self.children.append(child)

    def extend(self, children: Iterable[Element]) -> None:
        """Add children after the others."""
        self.children.extend(children)

    def find(self, name: str) -> Element | None:
        """Return the first child of that name."""
        for child in self.children:
            if child.name == name:
                return child
        return None

    def iter(self, name: str) -> Iterator[Element]:
        """Return all of that name: itself and what it holds, in the order of the text."""
        if self.name == name:
            yield self
        for child in self.children:
            yield from child.iter(name)

    def write(self, to: list[str]) -> None:
        """Add the markup to pieces of markup."""
        start = self.name
        for key, value in self.attributes.items():
            # Nearly all are words or numbers; asking that is quicker than looking for what must be escaped.
            start += f' {key}="{value if value.isalnum() else value.translate(_IN_ATTRIBUTE)}"'
        if self.children:
            to.append(f"<{start}>")
            for child in self.children:
                child.write(to)
            to.append(f"</{self.name}>")
        elif self.text:
            to.append(f"<{start}>{self.text.translate(_IN_TEXT)}</{self.name}>")
        else:
            to.append(f"<{start}/>")


class Drawn(Element):
    """A drawing, of which the markup is ready."""

    __slots__ = ()

    def __init__(self, name: str, markup: str) -> None:
        super().__init__(name, {}, text=markup)

    def write(self, to: list[str]) -> None:
        """Add the markup to pieces of markup."""
        to.append(self.text)


def markup_of(elements: Iterable[Element]) -> str:
    """Return elements as they stand in a file."""
    pieces: list[str] = []
    for each in elements:
        each.write(pieces)
    return "".join(pieces)
