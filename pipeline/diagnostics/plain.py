"""The parts of a message as plain text on one line."""

from __future__ import annotations

import re

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.diagnostics.source import Location

_SPACES = re.compile(r"\s+")
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that steer a terminal, or turn the direction of reading."""


def headline(finding: Diagnostic) -> str:
    """Write what is wrong, without its place: ``fout KAM102: message``."""
    return f"{finding.severity.value} {finding.code.number}: {clean(finding.message)}"


def place(at: Location) -> str:
    """Write a place as editors open it: ``path:line:column``."""
    return f"{clean(at.file)}:{at.line}:{at.column}"


def clean(text: str) -> str:
    """Return text as one line in which nothing is invisible: a message may quote what a writer typed."""
    return seen(_SPACES.sub(" ", text)).strip()


def seen(text: str) -> str:
    """Return text as long as it was, with a sign that is seen for each character that is not."""
    return _INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", text)
