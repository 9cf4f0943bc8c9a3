"""Findings as one line each: for a log, an editor or another program."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.diagnostics.source import Location, Source

Locate = Callable[[Source | Location], Location]
"""Looks up the line and column of a value; what is a location already stays what it is."""

_SPACES = re.compile(r"\s+")
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def in_order(findings: Iterable[Diagnostic], locate: Locate) -> list[Diagnostic]:
    """Return findings by file, line and column; each once."""

    def key(finding: Diagnostic) -> tuple[str, int, int, str, str]:
        at = locate(finding.where)
        return at.file, at.line, at.column, finding.code.number, finding.message

    return sorted(dict.fromkeys(findings), key=key)


def one_line(finding: Diagnostic, locate: Locate) -> str:
    """Write ``path:line:column: fout KAM102: message — tip: hint; zie ook path:line:column (words)``."""
    line = f"{place(locate(finding.where))}: {headline(finding)}"
    if finding.hint:
        line += f" — tip: {clean(finding.hint)}"
    for related in finding.related:
        words = f" ({clean(related.message)})" if related.message else ""
        line += f"; zie ook {place(locate(related.where))}{words}"
    return line


def headline(finding: Diagnostic) -> str:
    """Write what is wrong, without its place: ``fout KAM102: message``."""
    return f"{finding.severity.value} {finding.code.number}: {clean(finding.message)}"


def place(at: Location) -> str:
    """Write a place as editors open it: ``path:line:column``."""
    return f"{clean(at.file)}:{at.line}:{at.column}"


def clean(text: str) -> str:
    """Return text as one line in which nothing is invisible: a message may quote what a writer typed."""
    return _INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", _SPACES.sub(" ", text)).strip()
