"""The list of files in the build folder that are ours, with what they hold and what they were made with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import PurePosixPath
from typing import Literal, get_args

from pydantic import TypeAdapter, ValidationError

from pipeline.document.pdf_standard import PdfStandard
from pipeline.engine.origin import Origin

Format = Literal["docx", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)

MANIFEST = "manifest.json"
REJECTED = "afgekeurd"
"""Folder in the build folder for files that may not be used; below it stands the path of the real place."""
_VERSION = 2


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file that was written: path from the build folder, and what its bytes were."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document that was written. ``pages`` is the number of pages of its layout as PDF.

    While files are replaced, a path stands here twice: with what was there, and with what is coming.
    ``origin`` is ``None`` and ``fingerprint`` "" for files of a version that did not write them down.
    """

    id: str
    kind: str
    status: str
    standard: PdfStandard
    pages: int
    fingerprint: str
    origin: Origin | None
    files: tuple[FileEntry, ...]

    @property
    def stem(self) -> str:
        """Path of the files without suffix: which document this is, also when two would share an id.

        Of rejected files it is the path that they would have had.
        """
        return self.files[0].path.rpartition(".")[0].removeprefix(f"{REJECTED}/")

    @property
    def is_rejected(self) -> bool:
        """Whether the files stand apart."""
        return self.files[0].path.startswith(f"{REJECTED}/")


@dataclass(frozen=True, slots=True)
class Manifest:
    """Our files by the stem of their document: those that may be used, and those that were rejected."""

    documents: Mapping[str, DocumentEntry] = field(default_factory=dict[str, DocumentEntry])
    rejected: Mapping[str, DocumentEntry] = field(default_factory=dict[str, DocumentEntry])


def file_entries(stem: str, files: Mapping[Format, bytes]) -> tuple[FileEntry, ...]:
    """Describe the files of a document, in the order of their formats."""
    return tuple(
        FileEntry(f"{stem}.{suffix}", hashlib.sha256(data).hexdigest(), len(data))
        for suffix, data in sorted(files.items())
    )


class ManifestError(Exception):
    """The manifest was not written by this program, or has been changed."""


@dataclass(frozen=True, slots=True)
class _Document:
    """A document as it stands in the file: its origin by number, because most have the same."""

    id: str
    kind: str
    status: str
    pages: int
    files: tuple[FileEntry, ...]
    standard: PdfStandard = "ua-1"
    fingerprint: str = ""
    origin: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """The file as a whole. Version 1 knew documents only."""

    version: Literal[1, 2]
    origins: tuple[Origin, ...] = ()
    documents: tuple[_Document, ...]
    rejected: tuple[_Document, ...] = ()


def dump_manifest(manifest: Manifest) -> str:
    """Write the entries as JSON, in an order that does not depend on that of the work."""
    entries = (*manifest.documents.values(), *manifest.rejected.values())
    origins = sorted({entry.origin for entry in entries if entry.origin}, key=_written)
    numbers = {origin: number for number, origin in enumerate(origins)}
    file = _File(
        version=_VERSION,
        origins=tuple(origins),
        documents=_as_written(manifest.documents.values(), numbers),
        rejected=_as_written(manifest.rejected.values(), numbers),
    )
    return json.dumps(asdict(file), ensure_ascii=False, indent=2) + "\n"


def load_manifest(text: str) -> Manifest:
    """Read what ``dump_manifest`` wrote.

    Raise ``ManifestError`` for anything else, also for a path that leaves the build folder: files are removed
    on the word of this list.
    """
    try:
        file = TypeAdapter(_File).validate_json(text)
        origins = tuple(_with_known_commit(each) for each in file.origins)
        documents = [_entry(each, origins) for each in file.documents]
        rejected = [_entry(each, origins) for each in file.rejected]
    except (ValidationError, IndexError) as error:
        raise ManifestError from error
    if any(each.is_rejected for each in documents) or not all(each.is_rejected for each in rejected):
        raise ManifestError
    return Manifest({each.stem: each for each in documents}, {each.stem: each for each in rejected})


def _as_written(entries: Iterable[DocumentEntry], numbers: Mapping[Origin, int]) -> tuple[_Document, ...]:
    return tuple(
        _Document(
            id=entry.id,
            kind=entry.kind,
            status=entry.status,
            pages=entry.pages,
            files=entry.files,
            standard=entry.standard,
            fingerprint=entry.fingerprint,
            origin=numbers[entry.origin] if entry.origin else None,
        )
        for entry in sorted(entries, key=lambda entry: (entry.id, entry.stem))
    )


def _entry(written: _Document, origins: tuple[Origin, ...]) -> DocumentEntry:
    if not written.files or not all(_is_output(file.path) for file in written.files):
        raise ManifestError
    if written.origin is not None and written.origin < 0:
        raise ManifestError
    return DocumentEntry(
        id=written.id,
        kind=written.kind,
        status=written.status,
        standard=written.standard,
        pages=written.pages,
        fingerprint=written.fingerprint,
        origin=None if written.origin is None else origins[written.origin],
        files=written.files,
    )


def _with_known_commit(origin: Origin) -> Origin:
    """Return an origin without the empty commit that stood for an unknown one before."""
    return origin if origin.commit is None or origin.commit.id else replace(origin, commit=None)


def _written(origin: Origin) -> str:
    return json.dumps(asdict(origin))


def _is_output(path: str) -> bool:
    pure = PurePosixPath(path)
    inside = not pure.is_absolute() and ".." not in pure.parts and "\\" not in path and ":" not in path
    return inside and pure.suffix.removeprefix(".") in FORMATS
