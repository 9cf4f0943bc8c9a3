"""Dates in a text: day, month in letters, year (house style 7)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from pipeline.content.values.dates import format_day, month_numbers
from pipeline.diagnostics import Code, Diagnostic
from pipeline.language.prose import Prose

_MONTHS = "|".join(month_numbers())
_NUMERIC = re.compile(r"(?<![\w./-])(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?![\w/-])")
_ZERO = re.compile(rf"\b0(?=[1-9] (?:{_MONTHS})\b)", re.IGNORECASE)
_CAPITAL = re.compile(rf"(?<=\d )(?:{'|'.join(name.capitalize() for name in month_numbers())})\b")
_JL_DOTS = re.compile(r"\bj\.\s?l\.")
_JL_BARE = re.compile(r"\bjl\b(?!\.)")
_JL_YEAR = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS}) \d{{4}} jl\.")
_AS = re.compile(r"\b(?:as\.|a\. s\.)(?=\W|$)")


def dates(prose: Prose) -> Iterator[Diagnostic]:
    """Yield dates in figures, with a nought in front, or with a capital in the month."""
    for found in _NUMERIC.finditer(prose.words):
        day = _day(int(found[1]), int(found[2]), int(found[3]))
        # 01-07-2026 can be two days; only a day above 12 leaves no doubt.
        certain = format_day(day) if day and int(found[1]) > 12 else None
        hint = f"Schrijf: {format_day(day)}" if day else "Schrijf een datum als 1 juli 2026."
        message = f"De datum {found[0]} hoort in een tekst met de maand in letters."
        yield prose.finding(Code.DATE_IN_TEXT, *found.span(), message, hint, certain)
    for found in _ZERO.finditer(prose.words):
        message = "Voor een dag staat geen nul."
        yield prose.finding(Code.DATE_IN_TEXT, *found.span(), message, "Haal de nul weg.", "")
    for found in _CAPITAL.finditer(prose.words):
        meant = found[0].lower()
        message = f"De maand “{found[0]}” krijgt geen hoofdletter."
        yield prose.finding(Code.DATE_IN_TEXT, *found.span(), message, f"Schrijf: {meant}", meant)


def shortened(prose: Prose) -> Iterator[Diagnostic]:
    """Yield jl. and a.s. that are written otherwise, and jl. after a year, which says the same twice."""
    for found in (*_JL_DOTS.finditer(prose.words), *_JL_BARE.finditer(prose.words)):
        yield prose.finding(Code.SHORTENED, *found.span(), "“jl.” heeft één punt.", "Schrijf: jl.", "jl.")
    for found in _AS.finditer(prose.words):
        yield prose.finding(
            Code.SHORTENED, *found.span(), "“a.s.” heeft twee punten.", "Schrijf: a.s.", "a.s."
        )
    for found in _JL_YEAR.finditer(prose.words):
        message = "Na een jaartal is “jl.” overbodig."
        yield prose.finding(
            Code.SHORTENED, found.end() - 3, found.end(), message, "Haal “jl.” of het jaar weg."
        )


def _day(day: int, month: int, year: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
