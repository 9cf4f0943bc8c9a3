"""The package of a Word file: its zip, its parts, and the relationships between them (ISO/IEC 29500-2)."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from pipeline.gate.limits import WORD_FILE_BYTES, WORD_FILE_PARTS
from pipeline.verify.docx.markup import Element, local_name, name, parse
from pipeline.verify.errors import UnreadableFileError

CONTENT_TYPES = "[Content_Types].xml"

_COMPRESSIONS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
"""What Python's zipfile raises over damaged bytes; encryption and odd versions are a ``RuntimeError``."""


@dataclass(frozen=True, slots=True)
class Member:
    """An entry of the zip as its directory lists it."""

    name: str
    date: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Relationship:
    """A part's reference to another part or, when ``external``, to an address outside.

    ``kind`` is the last word of the relationship's type ("styles", "hyperlink"); ``target`` is the name of a
    part without its leading slash, or the address.
    """

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """Everything in the zip. Part names have no leading slash: ``word/document.xml``.

    ``relationships`` are by the name of the part that refers ("" for the package itself) and then by id.
    """

    members: tuple[Member, ...]
    parts: Mapping[str, bytes]
    relationships: Mapping[str, Mapping[str, Relationship]]
    content_types: Element

    def related(self, source: str, kind: str) -> tuple[str, ...]:
        """Return the parts that a part refers to with this kind of relationship; parts that exist only."""
        found = self.relationships.get(source, {}).values()
        return tuple(each.target for each in found if each.kind == kind and each.target in self.parts)

    def content_type(self, part: str) -> str:
        """Return the content type of a part, "" when the package does not say (ISO/IEC 29500-2 7.2.3)."""
        extension = part.rpartition(".")[2].lower()
        default = ""
        for entry in self.content_types:
            kind = entry.get("ContentType", "")
            if entry.get("PartName", "").lower() == f"/{part}".lower():
                return kind
            if local_name(entry) == "Default" and entry.get("Extension", "").lower() == extension:
                default = kind
        return default


def open_package(data: bytes) -> Package:
    """Return the package in these bytes. Raises ``UnreadableFileError`` when it is none, or far too large."""
    members, parts = _unpack(data)
    if CONTENT_TYPES not in parts:
        raise UnreadableFileError(f"In het Word-bestand ontbreekt “{CONTENT_TYPES}”.")
    relationships = {
        _source_of(part): _relationships(parse(content, part), _source_of(part))
        for part, content in parts.items()
        if part.endswith(".rels")
    }
    return Package(members, parts, relationships, parse(parts[CONTENT_TYPES], CONTENT_TYPES))


def _unpack(data: bytes) -> tuple[tuple[Member, ...], dict[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse_excess(entries)
            members = tuple(Member(entry.filename, entry.date_time) for entry in entries)
            return members, {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except _ZIP_ERRORS as error:
        raise UnreadableFileError("Het Word-bestand is beschadigd: het is niet uit te pakken.") from error


def _refuse_excess(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > WORD_FILE_PARTS or sum(entry.file_size for entry in entries) > WORD_FILE_BYTES:
        raise UnreadableFileError("Het Word-bestand is uitgepakt onredelijk groot en wordt niet gelezen.")
    if any(entry.compress_type not in _COMPRESSIONS for entry in entries):
        raise UnreadableFileError("Het Word-bestand is ingepakt op een manier die Word niet kent.")


def _source_of(rels: str) -> str:
    """Return the part that a part with relationships belongs to; "" for the package."""
    folder, _, file = rels.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def _relationships(root: Element, source: str) -> dict[str, Relationship]:
    found: dict[str, Relationship] = {}
    for entry in root.iter(name("rel:Relationship")):
        external = entry.get("TargetMode") == "External"
        target = entry.get("Target", "")
        identity = entry.get("Id", "")
        kind = entry.get("Type", "").rpartition("/")[2]
        where = target if external else _part_name(target, source)
        found[identity] = Relationship(identity, kind, where, external)
    return found


def _part_name(target: str, source: str) -> str:
    """Return the name of the part that a target means, seen from the part that refers to it."""
    path = unquote(target.partition("#")[0])
    joined = posixpath.join("/", posixpath.dirname(source), path)
    return posixpath.normpath(joined).lstrip("/")
