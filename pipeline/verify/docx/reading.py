"""Open a finished Word file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.verify.docx.markup import Element, child, parse
from pipeline.verify.docx.numbering import read_lists
from pipeline.verify.docx.package import Package, open_package
from pipeline.verify.docx.story import read_story
from pipeline.verify.docx.styles import Styles, read_styles
from pipeline.verify.errors import UnreadableFileError
from pipeline.verify.passages import Reading


@dataclass(frozen=True, slots=True)
class DocxFile:
    """A Word file, taken apart. A part that the file does not have is ``None``.

    ``roots`` are the XML parts by name ("word/document.xml"). ``headers`` and ``footers`` are by the id of
    the relationship that the sections name.
    """

    package: Package
    main: str
    roots: Mapping[str, Element]
    document: Element
    body: Element
    style_sheet: Element | None
    numbering: Element | None
    footnotes: Element | None
    settings: Element | None
    core: Element | None
    application: Element | None
    custom: Element | None
    headers: Mapping[str, Element]
    footers: Mapping[str, Element]
    styles: Styles
    reading: Reading

    @property
    def furniture(self) -> tuple[Element, ...]:
        """Return the headers and footers, each once."""
        return tuple(dict.fromkeys((*self.headers.values(), *self.footers.values())))

    @property
    def stories(self) -> tuple[Element, ...]:
        """Return every text by itself: the body, each note, each header and footer."""
        notes = () if self.footnotes is None else tuple(self.footnotes)
        return (self.body, *notes, *self.furniture)


def open_docx(data: bytes) -> DocxFile:
    """Return the Word file in these bytes. Raises ``UnreadableFileError`` when it cannot be read."""
    package = open_package(data)
    main = next(iter(package.related("", "officeDocument")), "")
    if not main:
        raise UnreadableFileError("In het Word-bestand ontbreekt het onderdeel met de tekst.")
    roots = {
        part: parse(content, part)
        for part, content in package.parts.items()
        if part.endswith(".xml") and part != "[Content_Types].xml"
    }
    if main not in roots:
        raise UnreadableFileError("Het onderdeel met de tekst is geen XML.")
    body = child(roots[main], "w:body")
    if body is None:
        raise UnreadableFileError("In het onderdeel met de tekst ontbreekt de tekst.")

    def one(source: str, kind: str) -> Element | None:
        return next((roots[part] for part in package.related(source, kind) if part in roots), None)

    def furniture(kind: str) -> dict[str, Element]:
        relations = package.relationships.get(main, {}).values()
        return {
            each.id: roots[each.target] for each in relations if each.kind == kind and each.target in roots
        }

    styles = read_styles(one(main, "styles"), read_lists(one(main, "numbering")))
    notes = next(iter(package.related(main, "footnotes")), "")
    relationships = package.relationships
    reading = read_story(
        body, relationships.get(main, {}), roots.get(notes), relationships.get(notes, {}), styles
    )
    return DocxFile(
        package=package,
        main=main,
        roots=roots,
        document=roots[main],
        body=body,
        style_sheet=one(main, "styles"),
        numbering=one(main, "numbering"),
        footnotes=roots.get(notes),
        settings=one(main, "settings"),
        core=one("", "core-properties"),
        application=one("", "extended-properties"),
        custom=one("", "custom-properties"),
        headers=furniture("header"),
        footers=furniture("footer"),
        styles=styles,
        reading=reading,
    )
