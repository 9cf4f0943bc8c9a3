"""What a Word file says about itself, against what its document says (house style 9)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document.metadata import Metadata
from pipeline.verify.difference import quoted
from pipeline.verify.docx.markup import child
from pipeline.verify.docx.reading import DocxFile

_LONGEST = 255
"""Characters that Word keeps of a property."""

_CORE = {
    "dc:title": "titel",
    "dc:subject": "onderwerp",
    "dc:creator": "auteur",
    "cp:lastModifiedBy": "laatste bewerker",
    "cp:keywords": "trefwoorden",
    "dc:description": "beschrijving",
    "cp:category": "categorie",
    "cp:contentStatus": "status",
    "dc:identifier": "kenmerk",
}


def property_faults(file: DocxFile, metadata: Metadata) -> Iterator[str]:
    """Yield a sentence for each property that differs: a person as author, another date, a lost title."""
    wanted = {
        "dc:title": metadata.title,
        "dc:subject": metadata.subject,
        "dc:creator": metadata.author,
        "cp:lastModifiedBy": metadata.author,
        "cp:keywords": ", ".join(metadata.keywords),
        "dc:description": metadata.description,
        "cp:category": metadata.category,
        "cp:contentStatus": metadata.status,
        "dc:identifier": metadata.identifier,
    }
    for key, value in wanted.items():
        found = _text(file, key)
        if not _says(found, value):
            name = _CORE[key]
            yield f"Het Word-bestand noemt als {name} “{quoted(found)}”, het document “{quoted(value)}”."
    for key in ("dcterms:created", "dcterms:modified"):
        found, day = _text(file, key), metadata.date.isoformat()
        if not found.startswith(day):
            yield f"Het Word-bestand heeft als datum “{found}” en niet {day}."
    said = dict(_custom(file))
    for each in metadata.properties:
        if not _says(said.pop(each.name, ""), each.value):
            yield f"De eigenschap {each.name} van het Word-bestand is niet “{quoted(each.value)}”."
    for name in said:
        yield f"Het Word-bestand heeft een eigenschap die er niet hoort: {name}."


def _says(found: str, value: str) -> bool:
    """Whether a property holds a value; one that is too long for Word ends in an ellipsis."""
    if len(value) <= _LONGEST:
        return found == value
    return found.endswith("…") and value.startswith(found[:-1]) and len(found) > _LONGEST // 2


def _text(file: DocxFile, key: str) -> str:
    found = child(file.core, key)
    return "" if found is None else found.text or ""


def _custom(file: DocxFile) -> Iterator[tuple[str, str]]:
    for each in file.custom if file.custom is not None else ():
        yield str(each.get("name", "")), "".join(map(str, each.itertext()))
