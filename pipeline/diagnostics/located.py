"""Findings with their places looked up: what a report for people or programs is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.diagnostics.plain import clean
from pipeline.diagnostics.source import Location, Source

Locate = Callable[[Source | Location], Location]
"""Looks up the line and column of a value; what is a location already stays what it is."""


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """A second place of a finding, with a few words about it."""

    message: str
    at: Location


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and the lines and columns of its places."""

    finding: Diagnostic
    at: Location
    related: tuple[RelatedPlace, ...] = ()

    @property
    def message(self) -> str:
        """What is wrong, on one line."""
        return clean(self.finding.message)

    @property
    def hint(self) -> str:
        """How to mend it, on one line; "" when nothing can be said."""
        return clean(self.finding.hint)

    @property
    def end_column(self) -> int:
        """The column just after the words that are meant; the column itself where they are not known."""
        return self.at.column + self.at.length


def as_it_is(where: Source | Location) -> Location:
    """Return a place of which the line is known, or else only its file: where no content was read."""
    return where if isinstance(where, Location) else Location(where.file)


def located(findings: Iterable[Diagnostic], locate: Locate) -> tuple[Located, ...]:
    """Return findings with their places, by file, line and column; each once."""

    def key(found: Located) -> tuple[str, int, int, str, str]:
        at = found.at
        return at.file, at.line, at.column, found.finding.code.number, found.finding.message

    return tuple(sorted((place_of(finding, locate) for finding in dict.fromkeys(findings)), key=key))


def place_of(finding: Diagnostic, locate: Locate) -> Located:
    """Look up where a finding and its second places stand; it is as long as the words that it means."""
    at = locate(finding.where)
    if finding.words and "\n" not in finding.words:
        at = replace(at, length=len(finding.words))
    related = (RelatedPlace(clean(each.message), locate(each.where)) for each in finding.related)
    return Located(finding, at, tuple(related))
