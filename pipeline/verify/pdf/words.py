"""What a PDF says, in the order of its structure tree: passages, notes, links and other languages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.verify.passages import Kind, Marked, Passage, Reading, call
from pipeline.verify.pdf.file import Annotation
from pipeline.verify.pdf.lines import Words, clean
from pipeline.verify.pdf.marks import PageContent, Run
from pipeline.verify.pdf.structure import Content, Element, ObjectReference
from pipeline.verify.pdf.table_grid import columns, rows

NOTES = frozenset({"Note", "FENote"})
"""What a footnote is called: before PDF 2.0, and from then on."""

_HEADINGS: Mapping[str, Kind] = {"H1": "heading1", "H2": "heading2", "H3": "heading3", "H4": "heading4"}
_INLINE = frozenset(
    {"Span", "Link", "Reference", "Em", "Strong", "Quote", "Code", "Sub", "Annot", "Lbl", "NonStruct"}
)
_MOST_DIGITS = 4
_LEADER = re.compile(r"[.\s]*")


def read_words(
    root: Element, pages: Sequence[PageContent], annotations: Mapping[int, Annotation], language: str
) -> Reading:
    """Return what a structure tree says. ``language`` is that of the document.

    Figures are left out, but for their captions; so is what the tree does not hold.
    """
    teller = _Teller(root, RunsByContent(pages), annotations, language)
    teller.element(root, _Place("text"))
    return Reading(
        passages=tuple(teller.passages),
        notes=tuple(note for _, note in sorted(teller.notes, key=lambda each: each[0])),
        links=tuple(teller.links),
        languages=tuple(teller.languages),
    )


class RunsByContent:
    """The runs of each piece of marked content of a document."""

    def __init__(self, pages: Sequence[PageContent]) -> None:
        self._runs: dict[tuple[int, int], list[Run]] = defaultdict(list)
        for page in pages:
            for run in page.runs:
                if run.mcid is not None and not run.artifact:
                    self._runs[page.number, run.mcid].append(run)

    def of(self, content: Content) -> Sequence[Run]:
        """Return the runs of a piece of content, in the order in which they are painted."""
        return self._runs.get((content.page, content.mcid), ())

    def text(self, element: Element) -> str:
        """Return all characters of an element and of those below it, without knowledge of lines."""
        return "".join(run.text for content in element.contents() for run in self.of(content))


def note_number(note: Element, runs: RunsByContent) -> int:
    """Return the number that a note has as its label, 0 when it has none."""
    label = next((kid for kid in note.elements if kid.tag == "Lbl"), None)
    return _number("" if label is None else runs.text(label))


def called_number(element: Element, runs: RunsByContent, note_ids: frozenset[str]) -> int:
    """Return the number of the note that an element calls, 0 when it is no call.

    Before PDF 2.0 a call is a ``Reference``, from then on an element that points to its note.
    """
    if element.tag == "Reference" or not note_ids.isdisjoint(element.refers_to):
        return _number(runs.text(element))
    return 0


def _number(text: str) -> int:
    number = text.strip()
    return int(number) if number.isdecimal() and len(number) <= _MOST_DIGITS else 0


@dataclass(frozen=True, slots=True)
class _Place:
    """What a paragraph is here, its column when in a cell, and the language ("": that of the document)."""

    kind: Kind
    column: int = -1
    lang: str = ""


class _Teller:
    """Walks the tree and gathers what it says. ``notes`` stand by their number."""

    def __init__(
        self, root: Element, runs: RunsByContent, annotations: Mapping[int, Annotation], language: str
    ) -> None:
        self.passages: list[Passage] = []
        self.notes: list[tuple[int, Passage]] = []
        self.links: list[Marked] = []
        self.languages: list[Marked] = []
        self._runs = runs
        self._annotations = annotations
        self._language = language
        self._note_ids = frozenset(each.id for each in root.walk() if each.tag in NOTES and each.id)

    def element(self, element: Element, place: _Place) -> None:
        """Tell an element that holds paragraphs or is one."""
        place = self._in_language(element, place)
        match element.tag:
            case "H1" | "H2" | "H3" | "H4":
                self._passage(element, replace(place, kind=_HEADINGS[element.tag], column=-1))
            case "Lbl":
                self._passage(element, replace(place, kind="label", column=-1))
            case "Table":
                self._table(element, place)
            case "Figure":
                self._captions(element, place)
            case "TOCI":
                self._entry(element, replace(place, kind="entry"))
            case "Caption":
                self._container(element, replace(place, kind="caption", column=-1))
            case "Note" | "FENote":
                self._note(element, place)
            case _ if element.tag in _INLINE and not _has_blocks(element):
                self._passage(element, place)
            case _:
                self._container(element, place)

    def _container(self, element: Element, place: _Place) -> None:
        """Tell what stands in an element; words that stand in it without a paragraph are one of their own."""
        loose: list[Element | Content | ObjectReference] = []
        for kid in element.kids:
            if isinstance(kid, Element) and not _is_inline(kid, element):
                self._loose(element, loose, place)
                self.element(kid, place)
            else:
                loose.append(kid)
        self._loose(element, loose, place)

    def _loose(self, parent: Element, kids: list[Element | Content | ObjectReference], place: _Place) -> None:
        if kids:
            self._passage(parent._replace(kids=tuple(kids)), place)
            kids.clear()

    def _captions(self, figure: Element, place: _Place) -> None:
        for each in figure.walk():
            if each.tag == "Caption":
                self.element(each, place)

    def _table(self, table: Element, place: _Place) -> None:
        for kid in table.elements:
            if kid.tag == "Caption":
                self.element(kid, place)
        for group in rows(table):
            for row, cells in columns(group):
                for cell, column in cells:
                    kind: Kind = "header" if cell.tag == "TH" else "cell"
                    lang = self._language_of(cell, self._language_of(row, place.lang))
                    self._container(cell, _Place(kind, column, lang))

    def _entry(self, entry: Element, place: _Place) -> None:
        """Tell a line of the contents list: what stands before the dots and the page, without label."""
        words = Words()
        for kid in entry.elements:
            if kid.tag != "Lbl":
                self._inline(kid, words, place.lang)
        self._close(words, place, _without_page(words.pieces))

    def _note(self, note: Element, place: _Place) -> None:
        """Tell a note: its number is its label, or its place among the notes when it has none."""
        words = Words()
        for kid in note.kids:
            if not (isinstance(kid, Element) and kid.tag == "Lbl"):
                self._inline(kid, words, place.lang)
        self.languages += words.foreign()
        if words.text:
            order = note_number(note, self._runs) or len(self.notes) + 1
            self.notes.append((order, Passage("note", words.text)))

    def _passage(self, element: Element, place: _Place) -> None:
        words = Words()
        if element.actual_text is not None:
            self._replaced(element, words, place.lang)
        else:
            for kid in element.kids:
                self._inline(kid, words, place.lang)
        self._close(words, place, words.text)

    def _close(self, words: Words, place: _Place, text: str) -> None:
        self.languages += words.foreign()
        if text:
            self.passages.append(Passage(place.kind, text, place.column))

    def _inline(self, kid: Element | Content | ObjectReference, words: Words, lang: str) -> None:
        if isinstance(kid, Content):
            for run in self._runs.of(kid):
                words.add_run(run, kid.page, lang)
            return
        if isinstance(kid, ObjectReference) or kid.tag == "Figure":
            return
        lang = self._language_of(kid, lang)
        if kid.tag in NOTES:
            self._note(kid, _Place("note", lang=lang))
        elif kid.actual_text is not None:
            self._replaced(kid, words, lang)
        elif number := called_number(kid, self._runs, self._note_ids):
            # A space at the end of a line is written in what ends it.
            space = " " if self._runs.text(kid).endswith(" ") else ""
            self._replaced(kid, words, lang, call(number) + space)
        else:
            start = words.mark()
            for each in kid.kids:
                self._inline(each, words, lang)
            if kid.tag == "Link" and (address := self._address(kid)):
                self.links.append(Marked(address, words.since(start)))

    def _replaced(self, element: Element, words: Words, lang: str, text: str | None = None) -> None:
        """Add a text where the first characters of an element stand, in place of all of them."""
        said = element.actual_text if text is None else text
        for content in element.contents():
            for run in self._runs.of(content):
                words.add_run(run, content.page, lang, said)
                said = ""

    def _address(self, link: Element) -> str:
        keys = (kid.key for each in link.walk() for kid in each.kids if isinstance(kid, ObjectReference))
        found = (self._annotations[key].uri for key in keys if key in self._annotations)
        return next((uri for uri in found if uri), "")

    def _in_language(self, element: Element, place: _Place) -> _Place:
        return replace(place, lang=self._language_of(element, place.lang)) if element.lang else place

    def _language_of(self, element: Element, around: str) -> str:
        """Return the language of an element in words that are in another."""
        if not element.lang:
            return around
        return "" if element.lang == self._language else element.lang


def _is_inline(element: Element, parent: Element) -> bool:
    """Return whether an element is part of the words around it, as a figure without caption is."""
    if element.tag == "Figure":
        return all(each.tag != "Caption" for each in element.walk())
    if element.tag == "Lbl" and parent.tag == "LI":
        return False
    return element.tag in NOTES or (element.tag in _INLINE and not _has_blocks(element))


def _has_blocks(element: Element) -> bool:
    """Return whether paragraphs stand in an element that is part of one as a rule."""
    return any(
        each.tag not in _INLINE and each.tag not in NOTES and each.tag != "Figure"
        for kid in element.elements
        for each in kid.walk()
    )


def _without_page(parts: Sequence[str]) -> str:
    """Return the words of a line of the contents list, of which the last part is the number of the page."""
    kept = list(parts)
    if kept and kept[-1].strip().isdecimal():
        kept.pop()
        while kept and _LEADER.fullmatch(kept[-1]):
            kept.pop()
    return clean("".join(kept))
