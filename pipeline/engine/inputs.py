"""The files that a build can read, by their bytes: when none has changed, nothing else needs a look."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from pipeline.engine.cache import key_of
from pipeline.engine.places import Places

_CONTENT = "content"


def inputs_key(places: Places) -> str:
    """Return a name for all content, templates and house style; raise ``OSError`` for an unreadable file."""
    return key_of(*digests_below(places.root / _CONTENT, places.root), templates_key(places))


def templates_key(places: Places) -> str:
    """Return a name for all templates and the house style."""
    folders = (places.templates.project, places.templates.shipped, places.house_style)
    return key_of(*(line for folder in folders if folder for line in digests_below(folder, places.root)))


def digests_below(folder: Path, root: Path) -> Iterator[str]:
    """Yield a digest and a path for each file below a folder; nothing outside the project is opened."""
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_symlink() and not file.resolve().is_relative_to(root.resolve()):
            yield f"elders {name}"
        elif file.is_file():
            yield f"{hashlib.sha256(file.read_bytes()).hexdigest()} {name}"
