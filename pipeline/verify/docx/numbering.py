"""Lists as the numbering part defines them: which words stand before a paragraph (ISO/IEC 29500-1 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pipeline.verify.docx.markup import Element, child, name, number, value
from pipeline.verify.docx.properties import layer

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PLACE = re.compile("%([1-9])")
_MOST_REPEATS = 30
"""Word repeats a letter at most this often (780 is ``zz…z`` 30 times) and then begins anew."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list. ``text`` has ``%1`` to ``%9`` where the numbers of the levels come."""

    start: int
    format: str
    text: str
    paragraph: Mapping[str, str]
    """What the level says of its paragraphs, such as their indent."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a document: their levels by ``numId``, and by ``numId`` what they count together."""

    levels: Mapping[str, Mapping[int, Level]]
    definitions: Mapping[str, str]
    restarts: frozenset[tuple[str, int]]
    """Levels of lists that begin a new count although they share their definition with earlier lists."""

    def level(self, list_id: str, depth: int) -> Level | None:
        """Return a level, ``None`` when the list or the level is not defined."""
        return self.levels.get(list_id, {}).get(depth)


def read_lists(root: Element | None) -> Lists:
    """Return the lists of a numbering part; none when there is no such part."""
    if root is None:
        return Lists({}, {}, frozenset())
    shapes = {
        value(shape, "w:abstractNumId"): _levels(shape) for shape in root.findall(name("w:abstractNum"))
    }
    levels: dict[str, Mapping[int, Level]] = {}
    definitions: dict[str, str] = {}
    restarts: set[tuple[str, int]] = set()
    for entry in root.findall(name("w:num")):
        identity, definition = value(entry, "w:numId"), value(child(entry, "w:abstractNumId"))
        own = dict(shapes.get(definition, {}))
        for override in entry.findall(name("w:lvlOverride")):
            depth = number(value(override, "w:ilvl")) or 0
            own.update(_levels(override))
            start = number(value(child(override, "w:startOverride")))
            if start is not None and depth in own:
                replaced = own[depth]
                own[depth] = Level(start, replaced.format, replaced.text, replaced.paragraph)
                restarts.add((identity, depth))
        levels[identity], definitions[identity] = own, definition
    return Lists(levels, definitions, frozenset(restarts))


def _levels(shape: Element) -> dict[int, Level]:
    return {
        number(value(each, "w:ilvl")) or 0: Level(
            start=number(value(child(each, "w:start"), absent="0")) or 0,
            format=value(child(each, "w:numFmt"), absent="decimal"),
            text=value(child(each, "w:lvlText")),
            paragraph=layer(child(each, "w:pPr")),
        )
        for each in shape.findall(name("w:lvl"))
    }


@dataclass(slots=True)
class Counter:
    """Counts the items of all lists while a document is read from begin to end."""

    lists: Lists
    _counts: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])
    _begun: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])

    def label(self, list_id: str, depth: int) -> str:
        """Return what stands before the next item of a list at this depth, "" when nothing does."""
        level = self.lists.level(list_id, depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(self.lists.definitions[list_id], {})
        self._count(list_id, depth, level, counts)

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            of = self.lists.level(list_id, at) or level
            return _FORMATS.get(of.format, str)(counts.get(at, of.start))

        return _PLACE.sub(shown, level.text) if level.format != "none" else ""

    def _count(self, list_id: str, depth: int, level: Level, counts: dict[int, int]) -> None:
        """Count one further; an item ends the counts of the deeper levels."""
        first = (list_id, depth) not in self._begun
        if depth not in counts or (first and (list_id, depth) in self.lists.restarts):
            counts[depth] = level.start
        else:
            counts[depth] += 1
        self._begun.add((list_id, depth))
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]


def _letter(count: int) -> str:
    """Return a, b … z, aa, bb … as Word counts in letters."""
    if count < 1:
        return ""
    turn, at = divmod(count - 1, len(_LETTERS))
    return _LETTERS[at] * (turn % _MOST_REPEATS + 1)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "bullet": lambda _: "",
    "none": lambda _: "",
}
