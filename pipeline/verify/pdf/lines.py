"""Words in the making: runs put behind each other, with the ends of lines among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from pipeline.verify.passages import LINE_END, Marked
from pipeline.verify.pdf.marks import Run

_NEW_LINE = 0.6
"""From this part of the type size on, another height of the baseline is another line.

Calls of notes are raised a third of the size of the text around them; lines are a whole size apart.
"""
_PT = 25.4 / 72
_ENDS = re.compile(f"[ {LINE_END}]*{LINE_END}[ {LINE_END}]*")


class Words:
    """The words of one passage, with the language that each part is in ("" for that of the document)."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, str]] = []
        self._page = 0
        self._last: Run | None = None

    def add_run(self, run: Run, page: int, lang: str, text: str | None = None) -> None:
        """Add what a run says, or ``text`` in its place, with a line end before it where it starts a line."""
        if self._last is not None and (page != self._page or _is_lower(self._last, run)):
            self._parts.append((LINE_END, lang))
        self._page, self._last = page, run
        self._parts.append((run.text if text is None else text, lang))

    def mark(self) -> int:
        """Return a place to ask words from later."""
        return len(self._parts)

    def since(self, place: int) -> str:
        """Return the words that were added from a place on, without white space around them."""
        return clean("".join(text for text, _ in self._parts[place:]))

    @property
    def text(self) -> str:
        """Return all words, without white space around them."""
        return self.since(0)

    @property
    def pieces(self) -> tuple[str, ...]:
        """Return the words in the pieces in which they were added, line ends apart."""
        return tuple(text for text, _ in self._parts)

    def foreign(self) -> Iterator[Marked]:
        """Return the words in another language, by their language tag."""
        for lang, parts in groupby(self._parts, key=lambda part: part[1]):
            words = clean("".join(text for text, _ in parts))
            if lang and words:
                yield Marked(lang, words)


def _is_lower(before: Run, run: Run) -> bool:
    return abs(run.baseline - before.baseline) > _NEW_LINE * max(before.size, run.size) * _PT


def clean(text: str) -> str:
    """Return words with one line end at a time and at most one space before it, and none at either side."""
    return _ENDS.sub(_one_end, text).strip(f" {LINE_END}")


def _one_end(ends: re.Match[str]) -> str:
    return f" {LINE_END}" if " " in ends[0] else LINE_END
