"""Which words of the tree a file shows where: the pieces of text in a file laid along the tree's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from pipeline.verify.geometry.words import Words, compact

_CERTAIN = 12
"""So many characters that agree are enough to know where a run of words begins."""


class Shown(Protocol):
    """A piece of text in a file."""

    @property
    def text(self) -> str:
        """Return its characters."""
        ...


Piece = TypeVar("Piece", bound=Shown)


@dataclass(frozen=True, slots=True)
class Placed(Generic[Piece]):
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
    of a page, a note); else it begins words that did not begin yet, the first that agree.
    """
    walk = _Walk(words)
    placed: list[Placed[Piece]] = []
    others: list[tuple[int, Piece]] = []
    for page, pieces in enumerate(pages, 1):
        characters = [compact(piece.text) for piece in pieces]
        for at, piece in enumerate(pieces):
            if not characters[at]:
                continue
            found = walk.find(characters, at)
            if found is None:
                others.append((page, piece))
            else:
                index, start, end = found
                placed.append(Placed(piece, words[index], start, end, page))
    return Alignment(tuple(placed), tuple(others))


def contiguous(pieces: Sequence[Shown], characters: str, *, whole: bool) -> Iterator[range]:
    """Yield where pieces that follow each other are together these characters.

    Unless ``whole``, more may follow in the last piece.
    """
    shown = [compact(piece.text) for piece in pieces]
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

    def find(self, shown: Sequence[str], at: int) -> tuple[int, int, int] | None:
        """Return the index of the words, first and end character that the piece is; ``None`` for no words."""
        for index in reversed(self.begun):
            start = self.begun[index]
            agreed = agreement(self.words[index].characters, start, shown[at])
            if agreed:
                return self._go_on(index, start, agreed)
        for chosen in (self.waiting, self.returning):
            for index in chosen.get(shown[at][0], ()):
                if self._agree(self.words[index].characters, shown, at):
                    chosen[shown[at][0]].remove(index)
                    return self._go_on(index, 0, agreement(self.words[index].characters, 0, shown[at]))
        return None

    def _go_on(self, index: int, start: int, agreed: int) -> tuple[int, int, int]:
        words, end = self.words[index], start + agreed
        self.begun.pop(index, None)
        if end < len(words.characters):
            self.begun[index] = end
        elif words.repeats:
            self.returning.setdefault(words.characters[0], []).append(index)
        return index, start, end

    @staticmethod
    def _agree(characters: str, shown: Sequence[str], first: int) -> bool:
        """Whether a piece and those after it on the page are the first characters of words."""
        needed = min(len(characters), _CERTAIN)
        at = 0
        for index in range(first, len(shown)):
            if not shown[index]:
                continue
            agreed = agreement(characters, at, shown[index])
            if not agreed:
                return False
            at += agreed
            if at >= needed:
                return True
        return at > 0
