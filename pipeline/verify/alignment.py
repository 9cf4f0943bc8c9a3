"""Which passage of a file belongs to which passage of the tree, when they are not all the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_ALIKE = 0.5
"""From here on two texts are one text that changed, and not two texts."""

_MOST_PAIRS = 2500
"""Pairs of texts that are compared at most; a file that differs more than that is wrong altogether."""


@dataclass(frozen=True, slots=True)
class Step:
    """Places in the file and the places in the tree that belong together.

    One and one as a rule. No place in the file: it lacks a text; no place in the tree: the file has a text
    beyond it. More on a side: the same letters, divided over texts in another way.
    """

    read: range
    source: range


def align(read: Sequence[str], source: Sequence[str]) -> list[Step]:
    """Return how two rows of texts belong together, in the order of the file and of the tree."""
    head = 0
    while head < min(len(read), len(source)) and read[head] == source[head]:
        head += 1
    tail = 0
    while tail < min(len(read), len(source)) - head and read[-1 - tail] == source[-1 - tail]:
        tail += 1
    return [
        *_pairs(0, 0, head),
        *_middle(read, source, range(head, len(read) - tail), range(head, len(source) - tail)),
        *_pairs(len(read) - tail, len(source) - tail, tail),
    ]


def moved_texts(steps: Sequence[Step], read: Sequence[str], source: Sequence[str]) -> Mapping[int, int]:
    """Return for texts that stand elsewhere: their place in the tree, and their place in the file."""
    surplus: dict[str, list[int]] = {}
    for step in steps:
        for at in step.read if not step.source else ():
            surplus.setdefault(read[at], []).append(at)
    moved: dict[int, int] = {}
    for step in steps:
        for place in step.source if not step.read else ():
            if found := surplus.get(source[place]):
                moved[place] = found.pop(0)
    return moved


def _middle(read: Sequence[str], source: Sequence[str], ours: range, theirs: range) -> list[Step]:
    if _exchanged(_part(read, ours), _part(source, theirs)):
        between = _pairs(ours.start + 1, theirs.start + 1, len(ours) - 2)
        return [*_alone(ours[:1], theirs[:1]), *between, *_alone(ours[-1:], theirs[-1:])]
    matcher = SequenceMatcher(None, _part(read, ours), _part(source, theirs), autojunk=False)
    steps: list[Step] = []
    for kind, start, end, source_start, source_end in matcher.get_opcodes():
        here, there = ours[start:end], theirs[source_start:source_end]
        if kind == "equal":
            steps += _pairs(here.start, there.start, len(here))
        else:
            steps += _changed(read, source, here, there)
    return steps


def _exchanged(read: Sequence[str], source: Sequence[str]) -> bool:
    """Whether the first and the last text stand in each other's place, and those between in their own."""
    if len(read) < 2 or len(read) != len(source):
        return False
    return (read[0], read[-1]) == (source[-1], source[0]) and read[1:-1] == source[1:-1]


def _changed(read: Sequence[str], source: Sequence[str], here: range, there: range) -> list[Step]:
    """Return how texts belong together of which none is the same."""
    if here and there and "".join(_part(read, here)) == "".join(_part(source, there)):
        return [Step(here, there)]
    if len(here) == len(there):
        return _pairs(here.start, there.start, len(here))
    if len(here) * len(there) > _MOST_PAIRS:
        common = min(len(here), len(there))
        return [
            *_pairs(here.start, there.start, common),
            *_alone(here[common:], there[common:]),
        ]
    return _alike(read, source, here, there)


def _alike(read: Sequence[str], source: Sequence[str], here: range, there: range) -> list[Step]:
    """Pair texts so that together they are as much alike as can be, without crossing."""
    likeness = [[_likeness(read[at], source[place]) for place in there] for at in here]
    best = [[0.0] * (len(there) + 1) for _ in range(len(here) + 1)]
    for row in range(len(here) - 1, -1, -1):
        for column in range(len(there) - 1, -1, -1):
            paired = likeness[row][column] + best[row + 1][column + 1]
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    steps: list[Step] = []
    row = column = 0
    while row < len(here) and column < len(there):
        paired = likeness[row][column] + best[row + 1][column + 1]
        if likeness[row][column] and best[row][column] == paired:
            steps += _pairs(here[row], there[column], 1)
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            steps += _alone(here[row : row + 1], there[:0])
            row += 1
        else:
            steps += _alone(here[:0], there[column : column + 1])
            column += 1
    return [*steps, *_alone(here[row:], there[column:])]


def _likeness(read: str, source: str) -> float:
    matcher = SequenceMatcher(None, read, source, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0
    ratio = matcher.ratio()
    return ratio if ratio >= _ALIKE else 0


def _pairs(read: int, source: int, count: int) -> list[Step]:
    return [Step(range(read + k, read + k + 1), range(source + k, source + k + 1)) for k in range(count)]


def _alone(here: range, there: range) -> list[Step]:
    return [
        *(Step(range(at, at + 1), there[:0]) for at in here),
        *(Step(here[:0], range(place, place + 1)) for place in there),
    ]


def _part(texts: Sequence[str], places: range) -> Sequence[str]:
    return texts[places.start : places.stop]
