"""Faults in the package of a Word file: its zip, and parts and relationships that do not meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.verify.docx.markup import Element, name
from pipeline.verify.docx.package import CONTENT_TYPES, Package
from pipeline.verify.docx.reading import DocxFile

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The date of every member, so that the same document has the same bytes on every day."""
_RELATION_ATTRIBUTES = {name(f"r:{each}") for each in ("id", "embed", "link", "pict")}


def package_faults(file: DocxFile) -> Iterator[str]:
    """Yield in Dutch, as the end of a sentence, what is wrong with the package."""
    yield from _members(file.package)
    yield from _content_types(file.package)
    yield from _relationships(file)
    yield from _unreachable(file.package)


def _members(package: Package) -> Iterator[str]:
    for each, count in Counter(member.name.lower() for member in package.members).items():
        if count > 1:
            yield f"het pakket bevat “{each}” twee keer"
    for member in package.members:
        if member.name.startswith("/") or "\\" in member.name or ".." in member.name.split("/"):
            yield f"het pakket bevat “{member.name}”, een naam die buiten het pakket wijst"
        if member.date != _ZIP_DATE:
            yield f"het onderdeel “{member.name}” draagt een datum van opslaan"


def _content_types(package: Package) -> Iterator[str]:
    for part in package.parts:
        if part != CONTENT_TYPES and not package.content_type(part):
            yield f"het onderdeel “{part}” heeft geen soort"


def _relationships(file: DocxFile) -> Iterator[str]:
    """Every relationship leads somewhere, and every part asks only for relationships that it has."""
    asked = {part: _asked(root) for part, root in file.roots.items()}
    for source, relations in file.package.relationships.items():
        for each in relations.values():
            if not each.external and each.target not in file.package.parts:
                yield f"“{source or 'het pakket'}” verwijst naar “{each.target}”, dat ontbreekt"
            elif each.kind == "image" and each.id not in asked.get(source, ()):
                yield f"de afbeelding “{each.target}” wordt in “{source}” niet gebruikt"
    for part, relations in asked.items():
        known = file.package.relationships.get(part, {})
        for missing in sorted(relations - known.keys()):
            yield f"“{part}” gebruikt de relatie {missing}, die niet bestaat"


def _asked(root: Element) -> set[str]:
    return {
        str(value)
        for element in root.iter()
        for attribute, value in element.items()
        if attribute in _RELATION_ATTRIBUTES
    }


def _unreachable(package: Package) -> Iterator[str]:
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        relations = package.relationships.get(waiting.pop(), {}).values()
        new = {each.target for each in relations if not each.external} - reached
        reached |= new
        waiting += new
    for part in package.parts:
        if part not in reached and not part.endswith(".rels") and part != CONTENT_TYPES:
            yield f"het onderdeel “{part}” wordt nergens gebruikt"
