"""Parity of what is not words: where links go, and which words are in another language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest
from urllib.parse import quote

from pipeline.diagnostics import Source
from pipeline.verify.alignment import align
from pipeline.verify.difference import letters, quoted
from pipeline.verify.expected import Expected, ExpectedMark, primary
from pipeline.verify.passages import Reading, without_calls
from pipeline.verify.verdict import FileFormat

_PRINTABLE = "".join(chr(code) for code in range(0x21, 0x7F))


def mark_differences(
    reading: Reading, expected: Expected, format: FileFormat, shown: str
) -> Iterator[tuple[str, Source | None]]:
    """Yield a message for each link and each language that is not as in the tree, with its source.

    File and tree must have the same words.
    """
    links = [_Mark(_address(each.mark), each.words) for each in reading.links]
    own_links = [
        _Mark(_address(each.marked.mark), each.marked.words, each.source)
        for each in _in_order(expected.links, format)
    ]
    yield from _differences(links, own_links, _LINK, shown)
    foreign = _joined(
        _Mark(each.mark, each.words)
        for each in reading.languages
        if primary(each.mark) != primary(expected.language)
    )
    own_languages = _joined(
        _Mark(each.marked.mark, each.marked.words, each.source)
        for each in _in_order(expected.languages, format)
    )
    yield from _differences(foreign, own_languages, _LANGUAGE, shown)


@dataclass(frozen=True, slots=True)
class _Mark:
    """An address or a language, and the words that it belongs to."""

    key: str
    words: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class _Wording:
    """How a difference is said. ``key`` and ``words`` are the file's, ``own…`` the tree's."""

    other: str
    covers: str
    missing: str
    surplus: str


_LINK = _Wording(
    other="De link “{own_words}” gaat in {shown} naar {key}, in de bron naar {own}.",
    covers="De link naar {own} heeft in {shown} de woorden “{words}”, in de bron “{own_words}”.",
    missing="“{own_words}” is in {shown} geen link naar {own}.",
    surplus="“{words}” is in {shown} een link naar {key}, in de bron niet.",
)
_LANGUAGE = _Wording(
    other="“{own_words}” heeft in {shown} de taalcode “{key}”, in de bron “{own}”.",
    covers="De taalcode “{own}” geldt in {shown} voor “{words}”, in de bron voor “{own_words}”.",
    missing="“{own_words}” mist in {shown} de taalcode “{own}”.",
    surplus="“{words}” heeft in {shown} de taalcode “{key}”, in de bron geen.",
)


def _differences(
    read: Sequence[_Mark], source: Sequence[_Mark], wording: _Wording, shown: str
) -> Iterator[tuple[str, Source | None]]:
    for step in align([_identity(each) for each in read], [_identity(each) for each in source]):
        for at, place in zip_longest(step.read, step.source):
            here, own = None if at is None else read[at], None if place is None else source[place]
            if template := _template(here, own, wording):
                message = template.format(
                    shown=shown,
                    key=here.key if here else "",
                    words=quoted(here.words) if here else "",
                    own=own.key if own else "",
                    own_words=quoted(own.words) if own else "",
                )
                yield message, own.source if own else None


def _template(read: _Mark | None, own: _Mark | None, wording: _Wording) -> str:
    """Return how to say what is not the same, "" when all is."""
    if read is None:
        return wording.missing
    if own is None:
        return wording.surplus
    if not _covered(own.key, read.key):
        return wording.other
    return "" if letters(read.words) == letters(own.words) else wording.covers


def _identity(mark: _Mark) -> str:
    return f"{mark.key} {letters(mark.words)}"


def _covered(own: str, read: str) -> bool:
    """Whether a key of a file says what the tree says; Word names a country with each language."""
    return own.lower() == read.lower() or read.lower().startswith(f"{own.lower()}-")


def _joined(marks: Iterable[_Mark]) -> list[_Mark]:
    """Join words in one language that follow each other.

    A line end or a call of a note among them divides them in one format and not in the other.
    """
    spoken = [replace(mark, words=words) for mark in marks if (words := without_calls(mark.words).strip())]
    joined: list[_Mark] = []
    for _, group in groupby(spoken, key=lambda mark: primary(mark.key)):
        parts = list(group)
        source = next((each.source for each in parts if each.source), None)
        joined.append(_Mark(parts[0].key, " ".join(each.words for each in parts), source))
    return joined


def _address(address: str) -> str:
    """Return an address with characters that are not ASCII escaped, as a URI has them (RFC 3987, 3.1)."""
    return quote(address, safe=_PRINTABLE)


def _in_order(marks: Iterable[ExpectedMark], format: FileFormat) -> list[ExpectedMark]:
    """Return marks in the order in which a format tells them: Word keeps its notes in a part of their own."""
    return sorted(marks, key=lambda mark: mark.note) if format == "docx" else list(marks)
