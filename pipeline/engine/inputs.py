"""The files that a build can read, by their bytes: when none has changed, nothing else needs a look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine.cache import key_of
from pipeline.engine.places import Places
from pipeline.gate.files import barred, digest_of

_CONTENT, _TEMPLATES = "content", "templates"
_YAML = {".yaml", ".yml"}
_ELSEWHERE = "elders"
"""Stands for the digest of a link that leads nowhere or out of the project; it is not followed."""
_UNREADABLE = "onleesbaar"
"""Stands for the digest of a file that may not be read, or was gone before it could be."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """What a file was when it was looked at.

    ``mark`` is what the file system tells of the last change: a file that was changed and changed back has
    the same digest and another mark.
    """

    digest: str
    mark: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Inputs:
    """All content, templates and house style at one moment, by the names that people know."""

    files: Mapping[str, InputFile]

    @property
    def key(self) -> str:
        """Return a name for all that stands in the files."""
        return key_of(*(f"{file.digest} {name}" for name, file in self.files.items()))

    @property
    def aside(self) -> Mapping[str, str]:
        """Return the digest of each template, font and picture.

        YAML is not among them: of content and house style the values count.
        """
        return {name: file.digest for name, file in self.files.items() if Path(name).suffix not in _YAML}

    def differing(self, later: Inputs) -> tuple[str, ...]:
        """Return the names of the files that somebody wrote, made or took away in between."""
        names = sorted({*self.files, *later.files})
        return tuple(name for name in names if self.files.get(name) != later.files.get(name))


def look_at_inputs(places: Places) -> Inputs:
    """Return what stands in the files now; nothing outside the project is opened, and nothing is raised."""
    folders = (
        (places.templates.shipped, f"kamerwerk/{_TEMPLATES}"),
        (places.templates.project, _TEMPLATES),
        (places.house_style, places.house_style_shown),
        (places.root / _CONTENT, _CONTENT),
    )
    found = (each for folder, shown in folders if folder for each in _below(folder, shown, places.root))
    return Inputs(dict(sorted(found)))


def _below(folder: Path, shown: str, root: Path) -> Iterator[tuple[str, InputFile]]:
    for file in sorted(folder.rglob("*")):
        name = f"{shown}/{file.relative_to(folder).as_posix()}"
        if file.is_symlink() and barred(file, root):
            yield name, InputFile(_ELSEWHERE)
        elif file.is_file():
            yield name, _look_at(file)


def _look_at(file: Path) -> InputFile:
    try:
        # The mark comes first: what changes after it, shows in the next one.
        stat = file.stat()
        digest = digest_of(file)
    except OSError:
        return InputFile(_UNREADABLE)
    return InputFile(digest, (stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))
