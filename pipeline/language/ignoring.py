"""``# kamerwerk: negeer KAM453``: a writer says that a rule is wrong about one value."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from pipeline.content.positions import Positions
from pipeline.content.project import Project
from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.diagnostics.nearness import did_you_mean
from pipeline.language.prose import Prose

_SAID = re.compile(r"# *kamerwerk: *(?P<word>\w*)(?P<codes>[^#\n(]*)", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]*\d+|[A-Za-z]+")
_WORD = "negeer"
_HINT = "Schrijf het op of boven de regel van de sleutel: # kamerwerk: negeer KAM453"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A code that a comment names, and the line of the key that it is about (0: about nothing)."""

    code: str
    at: Location
    key_line: int


def without_ignored(
    findings: Iterable[Diagnostic], project: Project, rules: Collection[Code]
) -> Iterator[Diagnostic]:
    """Yield the findings that nobody asked to ignore, and what is wrong with the asking."""
    asked = [each for positions in project.positions.values() for each in _asked(positions)]
    useful = set[Ignored]()
    for finding in findings:
        hits = [
            each for each in asked if each.code == finding.code.number and _covers(each, finding, project)
        ]
        useful.update(hits)
        if not hits:
            yield finding
    known = {code.number for code in rules}
    for each in asked:
        if each.code not in known:
            hint = did_you_mean(each.code, known) or _HINT
            message = f"“{each.code}” is geen code van een taalregel; deze opmerking doet niets."
            yield Diagnostic(Code.IGNORE_UNUSED, message, each.at, hint, words=each.code)
        elif each not in useful:
            message = f"{each.code} wordt hier niet gemeld; deze opmerking kan weg."
            yield Diagnostic(Code.IGNORE_UNUSED, message, each.at, "Haal de opmerking weg.", words=each.code)


def printed(prose: Prose) -> Iterator[Diagnostic]:
    """Yield such a comment inside a text, where it would be printed."""
    for found in _SAID.finditer(prose.words):
        message = "Deze opmerking staat in de tekst en zou worden afgedrukt."
        yield prose.finding(Code.IGNORE_PRINTED, *found.span(), message, _HINT)


def _covers(ignored: Ignored, finding: Diagnostic, project: Project) -> bool:
    where = finding.where
    if not isinstance(where, Source) or where.file != ignored.at.file:
        return False
    return project.positions[where.file].key_location(where.path).line == ignored.key_line


def _asked(positions: Positions) -> Iterator[Ignored]:
    if _WORD not in positions.text:
        return
    keys = {span.key.line if span.key else span.start.line for span in positions.spans.values()}
    inside = {
        line
        for span in positions.spans.values()
        if span.indent
        for line in range(span.start.line + 1, span.end.line)
    }
    lines = positions.text.split("\n")
    for number, line in enumerate(lines):
        said = _SAID.search(line)
        if said is None or number in inside or said["word"].lower() != _WORD:
            continue
        about = next(
            (each for each in range(number, len(lines)) if each in keys or not _is_comment(lines[each])), -1
        )
        for code in _CODE.finditer(said["codes"]):
            at = Location(positions.file, number + 1, said.start("codes") + code.start() + 1)
            yield Ignored(code[0].upper(), at, about + 1)


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")
