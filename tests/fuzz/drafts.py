"""Content that has been drawn but does not agree yet: what points elsewhere is still a draw, not a name.

A strategy cannot know which ids other files will hold. So it draws a ``Pointer``, and ``settled`` puts in its
place one of the names that exist in the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

Draft: TypeAlias = "dict[str, Draft] | list[Draft] | str | int | Pointer | Prose | None"
"""A value of YAML in the making."""

Group: TypeAlias = dict[str, Draft]
"""A group of keys in the making."""

Scope: TypeAlias = Mapping[object, Sequence[str]]
"""The names that exist, for each kind of thing that can be pointed at."""

ABSENT = "\N{REPLACEMENT CHARACTER}"
"""What a pointer becomes when there is nothing to point at: a key that may be left out, then is."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A name of some kind, drawn as a number; ``form`` is how a text writes it.

    A group cannot be without a pointer that is ``needed``.
    """

    kind: object
    choice: int
    form: str = "{}"
    needed: bool = False

    def settled(self, scope: Scope) -> str:
        """Return the name that the number picks."""
        known = scope.get(self.kind, ())
        return self.form.format(known[self.choice % len(known)]) if known else ABSENT


@dataclass(frozen=True, slots=True)
class Prose:
    """A text in pieces. Where a pointer finds nothing, its piece is left out."""

    pieces: tuple[str | Pointer, ...]

    def relabelled(self, old: str, new: str) -> Prose:
        """Return the text with another beginning of its labels."""
        return Prose(
            tuple(piece.replace(old, new) if isinstance(piece, str) else piece for piece in self.pieces)
        )

    def settled(self, scope: Scope) -> str:
        """Return the text with every pointer in its place."""
        parts = [piece if isinstance(piece, str) else piece.settled(scope) for piece in self.pieces]
        return "".join(part for part in parts if part != ABSENT)


def settled(draft: Draft, scope: Scope) -> Draft:
    """Return a draft without pointers; keys and entries whose pointer finds nothing are left out."""
    match draft:
        case Pointer() | Prose():
            return draft.settled(scope)
        case dict():
            for value in draft.values():
                if isinstance(value, Pointer) and value.needed and value.settled(scope) == ABSENT:
                    return ABSENT
            made = {key: settled(value, scope) for key, value in draft.items()}
            return {key: value for key, value in made.items() if value != ABSENT}
        case list():
            return [value for value in (settled(each, scope) for each in draft) if value != ABSENT]
        case _:
            return draft


def groups_of(owner: Group, key: str) -> list[Group]:
    """Return the groups in a list of a group; none when the key is absent."""
    return cast("list[Group]", owner.get(key) or [])


def group_of(owner: Group, key: str) -> Group | None:
    """Return the group under a key, when it is there."""
    return cast("Group | None", owner.get(key))


def ids_of(groups: Sequence[Group]) -> list[str]:
    """Return the ids of groups."""
    return [str(group["id"]) for group in groups]
