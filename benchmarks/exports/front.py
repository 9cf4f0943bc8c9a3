"""The words before the text, as plain lines: what others have no letterhead or cover for."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.document.nodes import Cover, Front, Inline, Letterhead, Text, TitleBlock


@dataclass(frozen=True, slots=True)
class FrontLines:
    """A title, when there is one, and the lines below it, in reading order."""

    title: tuple[Inline, ...]
    lines: tuple[tuple[Inline, ...], ...]


def front_lines(front: Front) -> FrontLines:
    """Return all words of a letterhead, cover or title."""
    match front:
        case Cover() | TitleBlock():
            lines = (front.subtitle, *front.lines)
            return FrontLines(front.title, tuple(line for line in lines if line))
        case Letterhead():
            groups = (line for group in front.reference for line in (_words(group.label), *group.lines))
            fields = ((*_words(f"{field.label} "), *field.value) for field in front.fields)
            lines = (front.return_address, *front.addressee, *groups, *fields)
            return FrontLines((), tuple(line for line in lines if line))


def _words(words: str) -> tuple[Inline, ...]:
    return (Text(words),) if words else ()
