"""Headings in a text (house style 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.diagnostics import Code, Diagnostic
from pipeline.language.prose import BLANK, Prose

_HEADING = re.compile(r"^#{1,6} +(?P<words>[^\n]*)$", re.MULTILINE)
_STOP = re.compile(r"(?<=[^\W\d])\.$")
_SHORTENED = re.compile(r"\b(?:jl|nr|bijv|enz|e\.d|o\.a)\.$")


def headings(prose: Prose) -> Iterator[Diagnostic]:
    """Yield headings that end with a full stop, and headings with no text before the next."""
    found = list(_HEADING.finditer(prose.words))
    for heading in found:
        words = heading["words"].rstrip(f" {BLANK}")
        if (stop := _STOP.search(words)) and not _SHORTENED.search(words):
            start = heading.start("words") + stop.start()
            message = "Een kop eindigt niet met een punt."
            yield prose.finding(Code.HEADING_FORM, start, start + 1, message, "Haal de punt weg.", "")
    for heading, following in pairwise(found):
        if not prose.words[heading.end() : following.start()].strip():
            message = "Direct onder een kop staat een andere kop."
            hint = "Schrijf er een of twee zinnen tussen, of haal een van beide koppen weg."
            start = following.start("words")
            end = start + len(following["words"].rstrip(f" {BLANK}"))
            yield prose.finding(Code.HEADING_FORM, start, end, message, hint)
