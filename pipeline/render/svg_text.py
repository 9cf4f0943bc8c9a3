"""Text in SVG pictures: WeasyPrint draws it letter by letter, and an accent by itself stands on a circle."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from weasyprint.svg import Node


@cache
def keep_accents_on_letters() -> None:
    """Let WeasyPrint take an accent together with its letter, once per process.

    Upstream: cut text into the clusters of Pango and not into characters.
    """
    own: Any = Node.text

    def text(self: Node) -> str | None:
        found: str | None = own.fget(self)
        return found if found is None or found.isascii() else _Accented(found)

    setattr(Node, "text", property(text))  # noqa: B010 - the stubs know no such assignment


class _Accented(str):
    """A text of which who goes along it gets each letter with its accents."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        letter = ""
        for char in super().__iter__():
            if letter and not unicodedata.category(char).startswith("M"):
                yield letter
                letter = ""
            letter += char
        if letter:
            yield letter
