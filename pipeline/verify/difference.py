"""The first place at which words in a file differ from the words of the tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

from pipeline.verify.passages import LINE_END, without_calls

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_GAP = re.compile(rf"[\s{_SOFT_HYPHEN}]*")
_UNSEEN = re.compile(f"[{LINE_END}{_SOFT_HYPHEN}]")

_LAST_WORDS = re.compile(r"(?:\S+\s+){0,3}\S*$")
_FIRST_WORDS = re.compile(r"\S*(?:\s+\S+){0,3}")
_REACH = 60
_LONGEST = 60
_NAMES = {
    "\n": " [nieuwe regel] ",
    LINE_END: "[regeleinde]",
    "\N{NO-BREAK SPACE}": "[vaste spatie]",
    " ": "[spatie]",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that are not the same, and the character of each at which they part."""

    read: str
    read_at: int
    source: str
    source_at: int

    @property
    def shown(self) -> tuple[str, str]:
        """Return a few words around the difference, as they are in the file and as they are in the tree.

        White space is named when nothing else differs, because nobody can see which kind it is.
        """
        read, source = (self.read, self.read_at), (self.source, self.source_at)
        found = _around(*read), _around(*source)
        return found if found[0] != found[1] else (_around(*read, named=True), _around(*source, named=True))


def first_difference(read: str, source: str) -> Difference | None:
    """Return where words that were read part from the words of the tree, ``None`` when they are the same.

    White space must be the same, no-break spaces included: both formats can tell them apart. The one thing
    that a PDF cannot say is whether a line ended because it had to. It does say whether a space stood there
    (ISO 32000-1, 14.8.2.5), so a word in two pieces is still one word, and two words are two.
    """
    if read.replace(LINE_END, "") == source:
        return None
    # A font has one glyph for é, also where the letter and its accent are two characters.
    found, own = normalize("NFC", read), normalize("NFC", source)
    parted = _parted(found, own)
    if parted is None:
        return None
    at, place = parted
    return Difference(found, at, source, _typed_at(source, place) if own != source else place)


def _parted(read: str, source: str) -> tuple[int, int] | None:
    """Return the places at which words part, ``None`` when they are the same."""
    at = place = 0
    while True:
        next_at, next_place = _gap_end(read, at), _gap_end(source, place)
        if next_at == len(read) and next_place == len(source):
            return None
        gap, own = read[at:next_at], source[place:next_place]
        if at and place and gap != own and not _same_gap(gap, own):
            return at, place
        if read[next_at : next_at + 1] != source[next_place : next_place + 1]:
            return next_at, next_place
        at, place = next_at + 1, next_place + 1


def _typed_at(source: str, place: int) -> int:
    """Return where a character of normalized words stands in the words themselves."""
    ends = (end for end in range(len(source) + 1) if len(normalize("NFC", source[:end])) > place)
    return next(ends, len(source) + 1) - 1


def letters(words: str) -> str:
    """Return words without white space, line ends and soft hyphens: the part that no layout changes."""
    return normalize("NFC", "".join(words.split()).replace(_SOFT_HYPHEN, ""))


def quoted(words: str) -> str:
    """Return words for a message: on one line, calls of notes in words, no more than can be read at once."""
    plain = _one_line(words)
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"


def _gap_end(words: str, start: int) -> int:
    found = _GAP.match(words, start)
    return found.end() if found else start


def _same_gap(gap: str, own: str) -> bool:
    """Whether the white space that was read can be the white space of the tree."""
    rest, bare = _UNSEEN.sub("", gap), own.replace(_SOFT_HYPHEN, "")
    forced = set(bare) == {"\n"} and LINE_END in gap
    return rest == (" " if forced else bare)


def _around(words: str, at: int, *, named: bool = False) -> str:
    """Return some words before and after a character; ``named`` says what white space stands there."""
    before, after = _LAST_WORDS.search(words, 0, at), _FIRST_WORDS.match(words, at)
    start = max(before.start() if before else 0, at - _REACH)
    end = min(after.end() if after else len(words), at + _REACH)
    behind = _gap_end(words, at) if named else at
    gap = "".join(_NAMES.get(char, char) for char in words[at:behind])
    part = _one_line(f"{words[start:at]}{gap}{words[behind:end]}")
    return f"{'…' if start else ''}{part}{'…' if end < len(words) else ''}"


def _one_line(words: str) -> str:
    plain = without_calls(normalize("NFC", words), r"[noot \1]")
    return " ".join(plain.replace("\n", _NAMES["\n"]).split())
