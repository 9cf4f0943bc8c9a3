"""Names for the places that links and page references point to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.render.docx.elements import Element
from pipeline.render.docx.oxml import w

_LONGEST = 40
_REFUSED = re.compile(r"[^A-Za-z0-9_]")


@dataclass(frozen=True, slots=True)
class Bookmarks:
    """Gives each id of the tree one bookmark name that Word accepts; link and target may ask in any order.

    Word allows letters, digits and underscores, a letter first, and 40 characters.
    """

    _names: dict[str, str] = field(default_factory=dict[str, str])
    _placed: list[str] = field(default_factory=list[str])

    def name(self, identity: str) -> str:
        """Return the name that belongs to an id."""
        if identity not in self._names:
            self._names[identity] = self._free_name(identity)
        return self._names[identity]

    def around(self, identity: str, content: list[Element]) -> list[Element]:
        """Return content between the start and end of its bookmark; as it is when it has no id."""
        if not identity:
            return content
        name = self.name(identity)
        number = len(self._placed)
        self._placed.append(name)
        return [w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)]

    def _free_name(self, identity: str) -> str:
        plain = _REFUSED.sub("_", identity)
        wanted = (plain if plain[:1].isalpha() else f"doel_{plain}")[:_LONGEST]
        taken = {name.lower() for name in self._names.values()}
        candidate, count = wanted, 1
        while candidate.lower() in taken:
            count += 1
            candidate = f"{wanted[: _LONGEST - len(str(count)) - 1]}_{count}"
        return candidate
