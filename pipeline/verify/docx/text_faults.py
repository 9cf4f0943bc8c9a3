"""Faults in the text of a Word file: what points nowhere, and what Word would have to repair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.verify.docx.fields import fields_of
from pipeline.verify.docx.markup import Element, child, name, number, value
from pipeline.verify.docx.reading import DocxFile

_STYLE_USES = (
    ("w:pStyle", "paragraph", "alineastijl"),
    ("w:rStyle", "character", "tekenstijl"),
    ("w:tblStyle", "table", "tabelstijl"),
)
_STYLE_LINKS = ("w:basedOn", "w:next", "w:link")
_BLOCKS = {name(f"w:{each}") for each in ("p", "tbl", "sdt", "customXml")}
_PARAGRAPH, _TABLE, _TEXT = name("w:p"), name("w:tbl"), name("w:t")
_OUTSIDE = (("w:txbxContent", "een tekstvak"), ("w:endnoteReference", "een eindnoot"))
_WANTED = (
    *("w:bookmarkStart", "w:bookmarkEnd", "w:hyperlink", "w:tc", "w:tbl", "w:footnoteReference", "w:numPr"),
    *("wp:docPr", "wp:inline", "wp:anchor"),
    *(element for element, _, _ in _STYLE_USES),
    *(element for element, _ in _OUTSIDE),
)
_TOP = "_top"
"""A bookmark that every document has: its begin."""


def text_faults(file: DocxFile) -> Iterator[str]:
    """Yield in Dutch, as the end of a sentence, what is wrong with the text of a file."""
    elements = _Elements(file)
    yield from _pointers(file, elements)
    yield from _bookmarks(elements)
    yield from _blocks(file, elements)
    yield from _notes(file, elements)
    yield from _styles(file, elements)
    yield from _lists(file, elements)
    yield from _drawings(elements)
    yield from _outside(elements)


class _Elements:
    """The elements of all stories that are asked for, by name: gathered in one walk."""

    def __init__(self, file: DocxFile) -> None:
        self._found: dict[str, list[Element]] = {name(each): [] for each in _WANTED}
        for story in file.stories:
            for element in story.iter(*self._found):
                self._found[str(element.tag)].append(element)

    def __getitem__(self, prefixed: str) -> list[Element]:
        return self._found[name(prefixed)]


def _pointers(file: DocxFile, elements: _Elements) -> Iterator[str]:
    """Fields and links to bookmarks: each closed, with words, and with a bookmark that exists."""
    known = {value(each, "w:name").lower() for each in elements["w:bookmarkStart"]} | {_TOP}
    for story in file.stories:
        fields = fields_of(story)
        yield from fields.faults
        for target in fields.targets():
            if target.lower() not in known:
                yield f"een veld verwijst naar de bladwijzer “{target}”, die niet bestaat"
    for link in elements["w:hyperlink"]:
        target = value(link, "w:anchor")
        if target and target.lower() not in known:
            yield f"een link verwijst naar de bladwijzer “{target}”, die niet bestaat"
        if not any((text.text or "").strip() for text in link.iter(_TEXT)):
            yield "een link heeft geen woorden"


def _bookmarks(elements: _Elements) -> Iterator[str]:
    starts = elements["w:bookmarkStart"]
    for repeated in _repeated(value(each, "w:name").lower() for each in starts):
        yield f"de bladwijzer “{repeated}” komt twee keer voor"
    opened = [value(each, "w:id") for each in starts]
    for repeated in _repeated(opened):
        yield f"twee bladwijzers hebben hetzelfde nummer {repeated}"
    closed = [value(each, "w:id") for each in elements["w:bookmarkEnd"]]
    for lonely in sorted(set(opened) ^ set(closed)):
        yield f"bladwijzer {lonely} heeft geen begin of geen einde"


def _blocks(file: DocxFile, elements: _Elements) -> Iterator[str]:
    """Word repairs a cell or story that does not end in a paragraph, and joins tables that touch."""
    for cell in elements["w:tc"]:
        if not _ends_in_paragraph(cell):
            yield "een tabelcel eindigt niet met een alinea"
    for story in file.stories:
        if not _ends_in_paragraph(story):
            yield "een tekst eindigt niet met een alinea"
    for table in elements["w:tbl"]:
        following = table.getnext()
        if following is not None and following.tag == _TABLE:
            yield "twee tabellen staan tegen elkaar aan, zodat Word er één van maakt"


def _ends_in_paragraph(container: Element) -> bool:
    last = next((each for each in container.iterchildren(reversed=True) if each.tag in _BLOCKS), None)
    return last is not None and last.tag == _PARAGRAPH


def _notes(file: DocxFile, elements: _Elements) -> Iterator[str]:
    called = [value(each, "w:id") for each in elements["w:footnoteReference"]]
    notes = () if file.footnotes is None else file.footnotes.findall(name("w:footnote"))
    written = [value(each, "w:id") for each in notes if not value(each, "w:type")]
    for missing in sorted(set(called) - set(written)):
        yield f"noot {missing} wordt aangeroepen en bestaat niet"
    for uncalled in sorted(set(written) - set(called)):
        yield f"noot {uncalled} wordt nergens aangeroepen"
    for repeated in _repeated(called):
        yield f"noot {repeated} wordt twee keer aangeroepen"
    for repeated in _repeated(written):
        yield f"twee noten hebben hetzelfde nummer {repeated}"


def _styles(file: DocxFile, elements: _Elements) -> Iterator[str]:
    styles = file.styles
    for element, kind, shown in _STYLE_USES:
        used = {value(each) for each in elements[element]}
        for missing in sorted(each for each in used if not styles.exists(kind, each)):
            yield f"de {shown} “{missing}” bestaat niet"
    for style in () if file.style_sheet is None else file.style_sheet.iter(name("w:style")):
        for link in _STYLE_LINKS:
            target = child(style, link)
            if target is not None and not any(
                styles.exists(kind, value(target)) for _, kind, _ in _STYLE_USES
            ):
                identity = value(style, "w:styleId")
                yield f"de stijl “{identity}” verwijst naar “{value(target)}”, die niet bestaat"


def _lists(file: DocxFile, elements: _Elements) -> Iterator[str]:
    lists = file.styles.lists
    used = [*elements["w:numPr"]]
    if file.style_sheet is not None:
        used += file.style_sheet.iter(name("w:numPr"))
    asked = {(value(child(each, "w:numId")), number(value(child(each, "w:ilvl"))) or 0) for each in used}
    for list_id, depth in sorted(asked):
        if list_id not in {"", "0"} and lists.level(list_id, depth) is None:
            yield f"lijst {list_id} met niveau {depth} is niet bepaald"


def _drawings(elements: _Elements) -> Iterator[str]:
    numbers = (value(each, "id") for each in elements["wp:docPr"])
    for repeated in _repeated(numbers):
        yield f"twee tekeningen hebben hetzelfde nummer {repeated}"
    for drawing in (*elements["wp:inline"], *elements["wp:anchor"]):
        extent = child(drawing, "wp:extent")
        sides = (number(value(extent, "cx")), number(value(extent, "cy")))
        if not all(side and side > 0 for side in sides):
            yield "een tekening heeft geen afmetingen"


def _outside(elements: _Elements) -> Iterator[str]:
    """Words that do not stand in the running text, where who listens may never meet them."""
    for element, shown in _OUTSIDE:
        for each in elements[element]:
            words = "".join(text.text or "" for text in each.iter(_TEXT))
            if words or element == "w:endnoteReference":
                yield f"er staat tekst in {shown}"


def _repeated(values: Iterable[str]) -> list[str]:
    return [each for each, count in Counter(values).items() if count > 1]
