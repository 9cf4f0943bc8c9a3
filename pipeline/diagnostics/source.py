"""Where something was written: by key path while documents are made, by line when it is reported."""

from __future__ import annotations

from dataclasses import dataclass

KeyPath = tuple[str | int, ...]
"""The keys and list indexes that lead to a value: ``("kansen", 0, "meerwaarde")``."""


def key_name(path: KeyPath) -> str:
    """Return what a person calls a value beside its line: the keys below the last list, ``middelen.bedrag``.

    For an item of a list that is the key of the list.
    """
    items = [index for index, part in enumerate(path) if isinstance(part, int)]
    below = path[items[-1] + 1 :] if items else path
    keys = below or tuple(part for part in path if isinstance(part, str))[-1:]
    return ".".join(map(str, keys))


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A value in a YAML file, named by its key path.

    Documents carry sources and not line numbers, so a document stays the same when a comment moves its lines.
    ``line`` and ``column`` count from 0 *inside the text of the value* (a paragraph of a Markdown block).
    """

    file: str
    """Path from the project's root, with forward slashes."""
    path: KeyPath = ()
    line: int = 0
    column: int = 0

    def child(self, *keys: str | int) -> Source:
        """Return the source of a value below this one."""
        return Source(self.file, (*self.path, *keys))

    def inside(self, line: int, column: int = 0) -> Source:
        """Return the source of a place in this value's text, counted from where this source points."""
        return Source(self.file, self.path, self.line + line, column if line else self.column + column)


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a text file, as a person and an editor count it: line and column from 1."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 0
    """Number of characters meant, 0 where that is not known."""
