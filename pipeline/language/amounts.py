"""Amounts in a text: € 30 miljoen, € 3,1 miljard, € 1.250 (house style 7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.diagnostics import Code, Diagnostic
from pipeline.language.prose import Prose

_CLOSE = re.compile(r"€(?=\d)")
_POINT = re.compile(r"(?<=\d)\.(?=\d{1,2} (?:miljoen|miljard)\b)")
_SHORT = re.compile(r"(?<=\d) ?(?P<word>mln|mld|mio|miljoenen|miljarden)\b\.?")
_AFTER = re.compile(r"\b\d[\d.,]*(?: (?:miljoen|miljard))? ?€")
_FULL = {"mln": "miljoen", "mio": "miljoen", "mld": "miljard", "miljoenen": "miljoen", "miljarden": "miljard"}


def amounts(prose: Prose) -> Iterator[Diagnostic]:
    """Yield amounts that are written otherwise than the house style does."""
    for found in _CLOSE.finditer(prose.words):
        message = "Tussen € en het bedrag staat een spatie."
        yield prose.finding(
            Code.AMOUNT_IN_TEXT, *found.span(), message, "Schrijf bijvoorbeeld: € 30 miljoen", "€ "
        )
    for found in _POINT.finditer(prose.words):
        message = "Een bedrag heeft een komma voor de decimalen."
        yield prose.finding(
            Code.AMOUNT_IN_TEXT, *found.span(), message, "Schrijf bijvoorbeeld: € 3,1 miljard", ","
        )
    for found in _SHORT.finditer(prose.words):
        full = _FULL[found["word"]]
        message = f"Schrijf “{full}” bij een bedrag voluit."
        yield prose.finding(Code.AMOUNT_IN_TEXT, *found.span(), message, f"Schrijf: {full}", f" {full}")
    for found in _AFTER.finditer(prose.words):
        message = "Het euroteken staat voor het bedrag."
        yield prose.finding(Code.AMOUNT_IN_TEXT, *found.span(), message, "Schrijf bijvoorbeeld: € 30 miljoen")
