"""The files that a build can read, by their bytes: when none has changed, nothing else needs a look."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.engine.cache import key_of
from pipeline.engine.places import Places

_CONTENT, _TEMPLATES = "content", "templates"
_YAML = {".yaml", ".yml"}
_ELSEWHERE = "elders"
"""Stands for the digest of a link out of the project, which is not followed."""


def inputs_key(places: Places) -> str:
    """Return a name for all content, templates and house style; raise ``OSError`` for an unreadable file."""
    return key_of(*(f"{digest} {name}" for name, digest in sorted(_files(places))))


def input_files(places: Places) -> Mapping[str, str]:
    """Return the digest of each template, font and picture, by the name that people know.

    YAML is not among them: of content and house style the values count.
    """
    return {name: digest for name, digest in sorted(_files(places)) if Path(name).suffix not in _YAML}


def _files(places: Places) -> Iterator[tuple[str, str]]:
    folders = (
        (places.templates.shipped, f"kamerwerk/{_TEMPLATES}"),
        (places.templates.project, _TEMPLATES),
        (places.house_style, places.house_style_shown),
        (places.root / _CONTENT, _CONTENT),
    )
    return (each for folder, shown in folders if folder for each in _digests(folder, shown, places.root))


def _digests(folder: Path, shown: str, root: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the digest of each file below a folder; nothing outside the project is opened."""
    for file in sorted(folder.rglob("*")):
        name = f"{shown}/{file.relative_to(folder).as_posix()}"
        if file.is_symlink() and not file.resolve().is_relative_to(root.resolve()):
            yield name, _ELSEWHERE
        elif file.is_file():
            yield name, hashlib.sha256(file.read_bytes()).hexdigest()
