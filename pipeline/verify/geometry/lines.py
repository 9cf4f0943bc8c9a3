"""Lines of text on a page: pieces of the same words on one baseline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.verify.geometry.alignment import Placed, agreement, contiguous
from pipeline.verify.geometry.blocks import BESIDE, Block
from pipeline.verify.geometry.measure import MM_PER_PT
from pipeline.verify.geometry.words import Words, compact
from pipeline.verify.pdf.marks import PageContent, Run

_RAISED = 0.6
"""A baseline that lies less than this part of the type size away is of the same line: calls of notes."""


@dataclass(frozen=True)
class Line:
    """A line: its pieces from left to right. ``space`` is the width of a space in parts of the type size."""

    pieces: tuple[Placed[Run], ...]
    space: float

    @property
    def words(self) -> Words:
        """Return the words that it is a line of."""
        return self.pieces[0].words

    @property
    def page(self) -> int:
        """Return its page, counted from 1."""
        return self.pieces[0].page

    @property
    def start(self) -> int:
        """Return the place in the words of its first character."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Return the place in the words after its last character."""
        return self.pieces[-1].end

    @property
    def largest(self) -> float:
        """Return its largest type size, pt."""
        return max(piece.shown.size for piece in self.pieces)

    @cached_property
    def baseline(self) -> float:
        """Return the height of its baseline, mm; that of raised characters is another."""
        largest = self.largest
        return next(piece.shown.baseline for piece in self.pieces if piece.shown.size == largest)

    @property
    def left(self) -> float:
        """Return where its first character begins, mm."""
        return left_of(self.pieces[0].shown, self.space)

    @property
    def right(self) -> float:
        """Return where its last character ends, mm."""
        last = self.pieces[-1].shown
        blanks = len(last.text) - len(last.text.rstrip())
        return last.x + last.width - blanks * self.space * last.size * MM_PER_PT

    def is_raised(self, piece: Placed[Run]) -> bool:
        """Whether a piece of it is the call of a note."""
        return any(each.raised for each in self.words.pieces_between(piece.start, piece.end))


@dataclass(frozen=True, slots=True)
class FoundBlock:
    """A block on a page: its lines, and which runs of the page they are."""

    block: Block
    page: int
    lines: tuple[Line, ...]
    runs: range

    @property
    def steps(self) -> Iterator[tuple[Line, Line]]:
        """Yield each line after the first, with the line that its distance is measured from.

        Words beside others begin where those do; a new row begins below all lines of the row before.
        """
        gaps = dict(zip(map(id, self.block.words), self.block.gaps, strict=True))
        first = {id(line.words): line for line in reversed(self.lines)}
        for at, lower in enumerate(self.lines[1:], 1):
            upper = self.lines[at - 1]
            if lower.words is upper.words:
                yield upper, lower
            elif gaps[id(lower.words)] == BESIDE:
                yield first[id(upper.words)], lower
            else:
                yield max(self.lines[:at], key=lambda line: line.baseline), lower


def left_of(run: Run, space: float) -> float:
    """Return where the first character of a run that is no space begins, mm."""
    blanks = len(run.text) - len(run.text.lstrip())
    return run.x + blanks * space * run.size * MM_PER_PT


def lines_of(placed: Iterable[Placed[Run]], space: float) -> Iterator[Line]:
    """Yield lines in the order of the file."""
    gathered: list[Placed[Run]] = []
    for each in placed:
        if gathered and not _same_line(gathered[-1], each):
            yield Line(tuple(gathered), space)
            gathered = []
        gathered.append(each)
    if gathered:
        yield Line(tuple(gathered), space)


def find_block(page: PageContent, shown: Sequence[str], block: Block, space: float) -> FoundBlock | None:
    """Return a block on a page, found by its words; ``None`` when they are not there.

    ``shown`` are the compact texts of the runs of the page. The same words may stand elsewhere too; those
    nearest to their place are meant.
    """
    edge = block.words[0].left or 0.0

    def distance(runs: range) -> float:
        first = page.runs[runs.start]
        return abs(first.x - edge) + abs(first.baseline - block.top)

    found = min(contiguous(shown, block.characters, whole=block.whole), key=distance, default=None)
    if found is None:
        return None
    placed = _laid_along(page.runs[found.start : found.stop], block, page.number)
    return FoundBlock(block, page.number, tuple(lines_of(placed, space)), found)


def _laid_along(runs: Sequence[Run], block: Block, page: int) -> Iterator[Placed[Run]]:
    """Lay runs that are together a block along its words; a run that holds more than one is of the first."""
    index = at = 0
    for run in runs:
        shown = compact(run.text)
        if not shown:
            continue
        words = block.words[index]
        agreed = agreement(words.characters, at, shown) or len(words.characters) - at
        yield Placed(run, words, at, at + agreed, page)
        at += agreed
        if at >= len(words.characters) and index + 1 < len(block.words):
            index, at = index + 1, 0


def _same_line(before: Placed[Run], after: Placed[Run]) -> bool:
    if before.words is not after.words or before.page != after.page or after.start < before.end:
        return False
    size = max(before.shown.size, after.shown.size)
    return abs(before.shown.baseline - after.shown.baseline) < _RAISED * size * MM_PER_PT
