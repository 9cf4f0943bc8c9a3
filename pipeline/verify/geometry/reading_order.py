"""The text of a finished file in the order in which it is read, where the file says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.verify.pdf.marks import Run
from pipeline.verify.pdf.structure import Content, Element
from pipeline.verify.pdf.words import NOTES

OnPage = tuple[int, Run]
"""A run of text with its page, counted from 1."""


def stretches(pages: Iterable[tuple[int, Sequence[Run]]], root: Element | None) -> list[list[OnPage]]:
    """Return stretches of text, each as it is read: the text, the notes, and what the structure leaves out.

    A file without structure has a stretch for each page, as it is painted. That is another order: the
    numbers in a contents list are painted after all else on their page, where they may be taken for the rest
    of words that the end of the page cuts off. Text of pictures is left out, where the structure tells it.
    """
    painted = [[(page, run) for run in runs] for page, runs in pages]
    if root is None:
        return painted
    order = _Order(painted)
    order.walk(root, order.text)
    left_out = ([each for each in stretch if _mark(each) in order.unread] for stretch in painted)
    return [order.text, order.notes, *left_out]


class _Order:
    """Goes through a structure. ``unread`` is the marked content that it did not come by, and all without."""

    def __init__(self, painted: Iterable[Iterable[OnPage]]) -> None:
        self.unread: dict[tuple[int, int | None], list[OnPage]] = {}
        for each in (each for stretch in painted for each in stretch):
            self.unread.setdefault(_mark(each), []).append(each)
        self.text: list[OnPage] = []
        self.notes: list[OnPage] = []

    def walk(self, element: Element, found: list[OnPage]) -> None:
        """Gather the text of an element, and that of notes by itself: they interrupt what calls them."""
        for kid in element.kids:
            if isinstance(kid, Content):
                found += self.unread.pop((kid.page, kid.mcid), ())
            elif isinstance(kid, Element):
                self._below(kid, self.notes if kid.tag in NOTES else found)

    def _below(self, element: Element, found: list[OnPage]) -> None:
        if element.tag != "Figure":
            self.walk(element, found)
            return
        captions = list(_captions(element))
        for caption in captions:
            self.walk(caption, found)
        for content in element.contents():
            self.unread.pop((content.page, content.mcid), None)


def _captions(figure: Element) -> Iterator[Element]:
    return (each for each in figure.walk() if each.tag == "Caption")


def _mark(each: OnPage) -> tuple[int, int | None]:
    page, run = each
    return page, run.mcid
