"""The list of files in the build folder that are ours, with what they hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Literal, get_args

from pydantic import TypeAdapter, ValidationError

Format = Literal["docx", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)

MANIFEST = "manifest.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file that was written: path from the build folder, and what its bytes were."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document that was written. ``pages`` is the number of pages of its layout as PDF."""

    id: str
    kind: str
    status: str
    pages: int
    files: tuple[FileEntry, ...]

    @property
    def stem(self) -> str:
        """Path of the files without suffix: which document this is, also when two would share an id."""
        return self.files[0].path.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class _Manifest:
    version: Literal[1]
    documents: tuple[DocumentEntry, ...]


class ManifestError(Exception):
    """The manifest was not written by this program, or has been changed."""


def dump_manifest(entries: Mapping[str, DocumentEntry]) -> str:
    """Write the entries as JSON, in an order that does not depend on that of the work."""
    documents = sorted(entries.values(), key=lambda entry: (entry.id, entry.stem))
    content = {"version": _VERSION, "documents": [asdict(entry) for entry in documents]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def load_manifest(text: str) -> dict[str, DocumentEntry]:
    """Read what ``dump_manifest`` wrote, by stem.

    Raise ``ManifestError`` for anything else, also for a path that leaves the build folder: files are removed
    on the word of this list.
    """
    try:
        manifest = TypeAdapter(_Manifest).validate_json(text)
    except ValidationError as error:
        raise ManifestError from error
    for entry in manifest.documents:
        if not entry.files or not all(_is_output(file.path) for file in entry.files):
            raise ManifestError
    return {entry.stem: entry for entry in manifest.documents}


def _is_output(path: str) -> bool:
    pure = PurePosixPath(path)
    inside = not pure.is_absolute() and ".." not in pure.parts and "\\" not in path and ":" not in path
    return inside and pure.suffix.removeprefix(".") in FORMATS
