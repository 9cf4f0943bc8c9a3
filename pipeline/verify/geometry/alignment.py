"""Which words of the tree a file shows where: the pieces of text in a file laid along the tree's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, NamedTuple, Protocol, TypeVar

from pipeline.verify.geometry.measure import LETTER_TOLERANCE
from pipeline.verify.geometry.words import Words, compact

_CERTAIN = 12
"""So many characters that agree are enough to know that words may be meant."""


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


def align(stretches: Iterable[Sequence[tuple[int, Piece]]], words: Sequence[Words]) -> Alignment[Piece]:
    """Lay pieces, each with its page, along the words.

    A stretch is text that goes on; its end (that of a page) may cut words off. A piece goes on with the words
    of the piece before it; else with words that were interrupted (by the end of a stretch, a note) or did
    not begin yet, those that agree longest. Words of the same type size go before others: "1" may be a cell,
    the number of a chapter or that of a note.
    """
    walk = _Walk(words)
    placed: list[Placed[Piece]] = []
    others: list[tuple[int, Piece]] = []
    for stretch in stretches:
        characters = [compact(piece.text) for _, piece in stretch]
        for at, (page, piece) in enumerate(stretch):
            if not characters[at] or walk.leads_to_page(characters[at]):
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
    leading: bool = False
    """Whether the words before ended, and dots and the number of a page may follow."""

    def __post_init__(self) -> None:
        for index, each in enumerate(self.words):
            self.waiting.setdefault(each.characters[0], []).append(index)

    def leads_to_page(self, shown: str) -> bool:
        """Whether a piece is of the dots after a line of a contents list, or the number of its page."""
        if not self.leading:
            return False
        is_dots = not shown.strip(".")
        self.leading = is_dots
        return is_dots or shown.isdigit()

    def find(self, shown: Sequence[str], at: int, size: float) -> tuple[int, int, int] | None:
        """Return the index of the words, first and end character that the piece is; ``None`` for no words.

        The words are meant that agree longest with the piece and with what follows it, up to the first that
        do so as far as they go. Those that the piece before belongs to are meant too when they go on with the
        piece itself, and no other words agree with more.
        """
        latest = next(reversed(self.begun), None)
        going_on: tuple[int, int] | None = None
        going_on_for = 0
        best: tuple[int, int] | None = None
        for candidates in self._candidates(shown[at], size):
            fitting: list[tuple[int, int]] = []
            for index, start in candidates:
                agreed, enough = _agreed(self.words[index].characters, start, shown, at)
                if enough:
                    fitting.append((index, start))
                elif index == latest:
                    going_on, going_on_for = (index, start) if agreed else None, agreed
            if fitting:
                best = self._best(fitting, shown, at)
                break
        # Where a stretch ends within words, they agree with no more than what stands before its notes.
        if going_on and (best is None or self._length(*best, shown, at)[0] <= going_on_for):
            best = going_on
        if best is None:
            return None
        index, start = best
        return self._go_on(index, start, agreement(self.words[index].characters, start, shown[at]))

    def _candidates(self, piece: str, size: float) -> Iterator[list[tuple[int, int]]]:
        """Yield words, and how far they are, that may go on with a piece: likely ones before others."""
        # The hyphen at the end of a piece may not be of the words; without it every piece must be theirs.
        stem = piece.removesuffix("-") or piece
        begun = reversed(self.begun.items())
        # A piece mostly goes on with the words before it; the others are only looked at when it does not.
        for index, start in islice(begun, 1):
            if self.words[index].characters.startswith(stem, start):
                yield [(index, start)]
        found = [
            (index, start) for index, start in begun if self.words[index].characters.startswith(stem, start)
        ]
        for chosen in (self.waiting, self.returning):
            found += [
                (index, 0)
                for index in chosen.get(piece[0], ())
                if self.words[index].characters.startswith(stem)
            ]
        own_size, other_size = list[tuple[int, int]](), list[tuple[int, int]]()
        for index, start in found:
            is_own = abs(self.words[index].text.size - size) < LETTER_TOLERANCE
            (own_size if is_own else other_size).append((index, start))
        yield own_size
        yield other_size

    def _best(self, fitting: Sequence[tuple[int, int]], shown: Sequence[str], at: int) -> tuple[int, int]:
        """Return the words that agree longest; once some agree as far as they go, no later ones are meant."""
        best, longest = fitting[0], 0
        for index, start in fitting if len(fitting) > 1 else ():
            agreed, whole = self._length(index, start, shown, at)
            if agreed > longest:
                best, longest = (index, start), agreed
                if whole:
                    break
        return best

    def _length(self, index: int, start: int, shown: Sequence[str], at: int) -> tuple[int, bool]:
        """Return how many characters of words are shown, and whether they agree as far as they go."""
        characters = self.words[index].characters
        return _agreed(characters, start, shown, at, certain=len(characters))

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
        self.leading = words.to_page and end == len(words.characters)
        return index, start, end


def _agreed(
    characters: str, start: int, shown: Sequence[str], first: int, certain: int = _CERTAIN
) -> tuple[int, bool]:
    """Return how many characters from ``start`` a piece and those after it show, and whether that is enough.

    It is when they are all, or ``certain``, or when the stretch ends there.
    """
    needed = min(len(characters) - start, certain)
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
