"""Which words of the tree a file shows where: the pieces of text in a file laid along the tree's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, NamedTuple, Protocol, TypeVar

from pipeline.verify.geometry.measure import LETTER_TOLERANCE
from pipeline.verify.geometry.words import Words, compact

_CERTAIN = 12
"""So many characters that agree are enough to know where a run of words begins."""


class Shown(Protocol):
    """A piece of text in a file."""

    @property
    def text(self) -> str:
        """Return its characters."""
        ...

    @property
    def size(self) -> float:
        """Return its type size, pt."""
        ...


Piece = TypeVar("Piece", bound=Shown)


class Placed(NamedTuple, Generic[Piece]):
    """A piece of text that is characters ``start`` to ``end`` of words; ``page`` counts from 1."""

    shown: Piece
    words: Words
    start: int
    end: int
    page: int


@dataclass(frozen=True, slots=True)
class Alignment(Generic[Piece]):
    """Pieces by their place in the tree, in the order of the file, and those that are no words of it."""

    placed: tuple[Placed[Piece], ...]
    others: tuple[tuple[int, Piece], ...]


def align(pages: Iterable[Sequence[Piece]], words: Sequence[Words]) -> Alignment[Piece]:
    """Lay the pieces of each page along the words.

    A piece goes on with the words of the piece before it; else with words that were interrupted (by the end
    of a page, a note); else it begins words that did not begin yet, the first that agree. Words of the same
    type size go before others: "1" may be a cell, the number of a chapter or that of a note.
    """
    walk = _Walk(words)
    placed: list[Placed[Piece]] = []
    others: list[tuple[int, Piece]] = []
    for page, pieces in enumerate(pages, 1):
        characters = [compact(piece.text) for piece in pieces]
        for at, piece in enumerate(pieces):
            if not characters[at]:
                continue
            found = walk.find(characters, at, piece.size)
            if found is None:
                others.append((page, piece))
            else:
                index, start, end = found
                placed.append(Placed(piece, words[index], start, end, page))
    return Alignment(tuple(placed), tuple(others))


def contiguous(shown: Sequence[str], characters: str, *, whole: bool) -> Iterator[range]:
    """Yield where pieces that follow each other are together these characters.

    ``shown`` are the compact texts of the pieces. Unless ``whole``, more may follow in the last piece.
    """
    for first, each in enumerate(shown):
        if each and characters.startswith(each[: len(characters)]):
            last = _last(shown, first, characters, whole=whole)
            if last is not None:
                yield range(first, last + 1)


def agreement(characters: str, at: int, shown: str) -> int:
    """Return how many characters from ``at`` a piece shows, 0 when it shows others.

    A hyphen at its end may be the one of a broken word.
    """
    if characters.startswith(shown, at):
        return len(shown)
    if shown.endswith("-") and characters.startswith(shown[:-1], at):
        return len(shown) - 1
    return 0


def _last(shown: Sequence[str], first: int, characters: str, *, whole: bool) -> int | None:
    at = 0
    for index in range(first, len(shown)):
        each = shown[index]
        if not each:
            continue
        if not whole and each.startswith(characters[at:]):
            return index
        agreed = agreement(characters, at, each)
        if not agreed:
            return None
        at += agreed
        if at == len(characters):
            return index
    return None


@dataclass
class _Walk:
    """The state of going along the words.

    ``waiting`` are those that did not begin, by first character; ``returning`` those that may begin again.
    """

    words: Sequence[Words]
    waiting: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    returning: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    begun: dict[int, int] = field(default_factory=dict[int, int])
    """How far words are that began and did not end, the latest last."""

    def __post_init__(self) -> None:
        for index, each in enumerate(self.words):
            self.waiting.setdefault(each.characters[0], []).append(index)

    def find(self, shown: Sequence[str], at: int, size: float) -> tuple[int, int, int] | None:
        """Return the index of the words, first and end character that the piece is; ``None`` for no words.

        The first words are meant that agree with the piece and with what follows it; without such words those
        that the piece before belongs to, when they go on with the piece itself.
        """
        latest = next(reversed(self.begun), None)
        best: tuple[int, int] | None = None
        for index, start in self._candidates(shown[at][0], size):
            agreed, enough = _agreed(self.words[index].characters, start, shown, at)
            if enough:
                best = index, start
                break
            if agreed and index == latest:
                best = index, start
        if best is None:
            return None
        index, start = best
        return self._go_on(index, start, agreement(self.words[index].characters, start, shown[at]))

    def _candidates(self, first: str, size: float) -> Iterator[tuple[int, int]]:
        """Yield words, and how far they are, that go on with a character; the most likely first."""
        begun = reversed(self.begun.items())
        # A piece mostly goes on with the words before it; the others are only looked at when it does not.
        for index, start in islice(begun, 1):
            if self.words[index].characters.startswith(first, start):
                yield index, start
        found = [
            (index, start) for index, start in begun if self.words[index].characters.startswith(first, start)
        ]
        for chosen in (self.waiting, self.returning):
            found += [(index, 0) for index in chosen.get(first, ())]
        other_size: list[tuple[int, int]] = []
        for index, start in found:
            if abs(self.words[index].text.size - size) < LETTER_TOLERANCE:
                yield index, start
            else:
                other_size.append((index, start))
        yield from other_size

    def _go_on(self, index: int, start: int, agreed: int) -> tuple[int, int, int]:
        words, end = self.words[index], start + agreed
        first = words.characters[0]
        if start == 0:
            (self.waiting if index in self.waiting.get(first, ()) else self.returning)[first].remove(index)
        self.begun.pop(index, None)
        if end < len(words.characters):
            self.begun[index] = end
        elif words.repeats:
            self.returning.setdefault(first, []).append(index)
        return index, start, end


def _agreed(characters: str, start: int, shown: Sequence[str], first: int) -> tuple[int, bool]:
    """Return how many characters from ``start`` a piece and those after it show, and whether that is enough.

    It is when they are all, or many, or when the page ends there.
    """
    needed = min(len(characters) - start, _CERTAIN)
    count = 0
    for index in range(first, len(shown)):
        if not shown[index]:
            continue
        agreed = agreement(characters, start + count, shown[index])
        if not agreed:
            return count, False
        count += agreed
        if count >= needed:
            return count, True
    return count, count > 0
