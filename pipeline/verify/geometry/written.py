"""The text of a Word file, run by run, as its styles make it; and its frames and sections. Lengths in mm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from pipeline.verify.docx.markup import Element, child, is_on, name, number, value
from pipeline.verify.docx.reading import DocxFile
from pipeline.verify.docx.styles import Shape, Styles, Type
from pipeline.verify.geometry.measure import MM_PER_PT

_TWIPS_PER_PT = 20
_PARAGRAPH, _RUN, _CELL = name("w:p"), name("w:r"), name("w:tc")
_CHARACTERS = {name("w:noBreakHyphen"): "-", name("w:br"): "\n", name("w:cr"): "\n"}
_TEXT, _TAB = name("w:t"), name("w:tab")
_CALL, _OWN_NUMBER = name("w:footnoteReference"), name("w:footnoteRef")


class Written(NamedTuple):
    """Characters of one run. ``type`` is how they look, ``shape`` how their paragraph stands.

    ``after_tab``: a tab stands before them in their paragraph. ``cell``: where the cell begins that they
    stand in, from the edge of the table, mm; ``None`` outside tables. ``opens_page``: their paragraph begins
    a page.
    """

    text: str
    type: Type
    shape: Shape
    after_tab: bool
    cell: float | None
    opens_page: bool

    @property
    def size(self) -> float:
        """Return the type size, pt."""
        return self.type.size

    @property
    def left(self) -> float:
        """Return where the characters begin, from the left margin, when they are the first there, mm.

        A paragraph that hangs out has its first words at the edge and those after a tab, or after the number
        of a list, at the indent (ISO/IEC 29500-1 17.3.1.12).
        """
        at_indent = self.after_tab or self.shape.numbering is not None
        return mm(self.shape.left if at_indent else self.shape.left + self.shape.first)


@dataclass(frozen=True, slots=True)
class Frame:
    """Paragraphs in one frame: their text with the height of each paragraph's top in the frame."""

    x: float
    y: float
    width: float
    height: float
    paragraphs: tuple[tuple[Written, ...], ...]
    tops: tuple[float, ...]

    @property
    def text(self) -> tuple[Written, ...]:
        """Return the text of all paragraphs."""
        return tuple(each for paragraph in self.paragraphs for each in paragraph)


@dataclass(frozen=True, slots=True)
class Section:
    """Paper and margins of a section, and its headers and footers by kind: ``first`` and ``default``."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    headers: Mapping[str, Element]
    footers: Mapping[str, Element]
    first_differs: bool

    def furniture(self, *, first: bool) -> tuple[Element, ...]:
        """Return header and footer of its first page, or of the pages after that."""
        kind = "first" if first and self.first_differs else "default"
        return tuple(group[kind] for group in (self.headers, self.footers) if kind in group)


def mm(twips: float) -> float:
    """Return twips as millimetres."""
    return twips / _TWIPS_PER_PT * MM_PER_PT


def sections(file: DocxFile) -> tuple[Section, ...]:
    """Return the sections of the text."""
    return tuple(_section(each, file) for each in file.body.iter(name("w:sectPr")))


def frames(part: Element, styles: Styles) -> Iterator[Frame]:
    """Yield the frames directly in a part: neighbours with the same ``w:framePr`` are one frame."""
    paragraphs = [(each, styles.shape(each)) for each in part.iterchildren(_PARAGRAPH)]
    for place, group in groupby(paragraphs, lambda each: tuple(sorted(each[1].frame.items()))):
        if place:
            yield _frame(dict(place), list(group), styles)


def plain_height(part: Element, styles: Styles) -> float:
    """Return how high the paragraphs outside frames are together."""
    shapes = (styles.shape(each) for each in part.iterchildren(_PARAGRAPH))
    return sum(_height(shape) for shape in shapes if not shape.frame)


def body_text(file: DocxFile) -> Iterator[Written]:
    """Yield the text outside frames."""
    calls = call_numbers(file)
    opens = False
    for paragraph in file.body.iter(_PARAGRAPH):
        shape = file.styles.shape(paragraph)
        if not shape.frame:
            opens = opens or shape.page_break_before
            yield from _written(paragraph, file.styles, calls, opens_page=opens)
            # The section that ends with this paragraph ends its page too.
            opens = child(child(paragraph, "w:pPr"), "w:sectPr") is not None


def note_text(file: DocxFile) -> Iterator[Written]:
    """Yield the text of the notes, each with its number, in the order of their calls."""
    calls = call_numbers(file)
    notes = () if file.footnotes is None else file.footnotes.iterchildren(name("w:footnote"))
    by_id = {value(note, "w:id"): note for note in notes}
    for identity, number_ in calls.items():
        if identity in by_id:
            for paragraph in by_id[identity].iter(_PARAGRAPH):
                yield from _written(paragraph, file.styles, calls, own=number_)


def call_numbers(file: DocxFile) -> Mapping[str, int]:
    """Return the numbers of the notes by their ids: Word counts in the order of the calls."""
    found: dict[str, int] = {}
    for reference in file.body.iter(_CALL):
        found.setdefault(value(reference, "w:id"), len(found) + 1)
    return found


def _frame(place: Mapping[str, str], group: list[tuple[Element, Shape]], styles: Styles) -> Frame:
    heights = [_height(shape) for _, shape in group]
    texts = [tuple(_written(paragraph, styles, {})) for paragraph, _ in group]
    tops = [sum(heights[:at]) + mm(group[at][1].before) for at in range(len(group))]
    filled = [at for at, text in enumerate(texts) if text]

    def length(key: str) -> float:
        return mm(number(place.get(key, "")) or 0)

    return Frame(
        x=length("x"),
        y=length("y"),
        width=length("w"),
        height=length("h"),
        paragraphs=tuple(texts[at] for at in filled),
        tops=tuple(tops[at] for at in filled),
    )


def _height(shape: Shape) -> float:
    """Return the height of a paragraph of one line of exact height."""
    return mm(shape.before + shape.line + shape.after)


def _written(
    paragraph: Element,
    styles: Styles,
    calls: Mapping[str, int],
    own: int = 0,
    *,
    opens_page: bool = False,
) -> Iterator[Written]:
    """Yield the text of a paragraph, results of fields and not their codes."""
    shape = styles.shape(paragraph)
    cell = _cell_left(paragraph)
    after_tab = False
    for run in paragraph.iter(_RUN):
        gathered = ""
        look = styles.type(run, paragraph)
        for each in run:
            if each.tag == _TAB:
                if gathered:
                    yield Written(gathered, look, shape, after_tab, cell, opens_page)
                gathered, after_tab = "", True
            else:
                gathered += _characters(each, calls, own)
        if gathered and not look.hidden:
            yield Written(gathered, look, shape, after_tab, cell, opens_page)


def _cell_left(paragraph: Element) -> float | None:
    """Return where the cell around a paragraph begins, from the edge of its table."""
    cell = next(paragraph.iterancestors(_CELL), None)
    if cell is None:
        return None
    before = (child(child(each, "w:tcPr"), "w:tcW") for each in cell.itersiblings(_CELL, preceding=True))
    return mm(sum(number(value(width, "w:w")) or 0 for width in before))


def _characters(element: Element, calls: Mapping[str, int], own: int) -> str:
    if element.tag == _TEXT:
        return element.text or ""
    if element.tag == _CALL:
        return str(calls.get(value(element, "w:id"), ""))
    if element.tag == _OWN_NUMBER:
        return str(own or "")
    return _CHARACTERS.get(str(element.tag), "")


def _section(properties: Element, file: DocxFile) -> Section:
    size, margins = child(properties, "w:pgSz"), child(properties, "w:pgMar")

    def length(of: Element | None, attribute: str) -> float:
        return mm(number(value(of, attribute)) or 0)

    return Section(
        width=length(size, "w:w"),
        height=length(size, "w:h"),
        left=length(margins, "w:left"),
        right=length(margins, "w:right"),
        top=length(margins, "w:top"),
        bottom=length(margins, "w:bottom"),
        headers=_by_kind(properties.iterchildren(name("w:headerReference")), file.headers),
        footers=_by_kind(properties.iterchildren(name("w:footerReference")), file.footers),
        first_differs=is_on(child(properties, "w:titlePg")),
    )


def _by_kind(references: Iterable[Element], parts: Mapping[str, Element]) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for each in references:
        part = parts.get(value(each, "r:id"))
        if part is not None:
            found[value(each, "w:type", absent="default")] = part
    return found
