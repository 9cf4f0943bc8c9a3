"""The parliamentary year of a citation: typed, derived from a date, or refused."""

from __future__ import annotations

import datetime
import re

from pipeline.content.values.citation_kinds import CitationProblem
from pipeline.content.values.vergaderjaar import Vergaderjaar, parse_vergaderjaar, vergaderjaar_of
from pipeline.diagnostics import Code

YEAR = r"(?P<year>\d{4}\s*(?:/|-|–|/-|/')?\s*\d{2,4})"
"""The part of a regular expression that finds a parliamentary year, right or wrong."""

_SHORT_YEAR = re.compile(
    r"(?:(?:bijlage|kamerstuk|kst|aanhangsel|handelingen|vergaderjaar"
    r"|(?:tweede kamer|eerste kamer|tk|ek|ii?)\b)[^\d']*)?"
    r"(?P<year>'?(?P<first>\d{2}) *(?P<mark>/|-|–) *'?(?P<second>\d{2}))(?=[ ,])",
    re.IGNORECASE,
)
_LAST_SHORT_YEAR = Vergaderjaar(2049)
"""Without a date, 50/51 and later are proposed as years of the twentieth century."""


def read_year(text: str, typed: str | None, date: datetime.date | None) -> Vergaderjaar | CitationProblem:
    """Return the year that was typed, else that of ``date``; ``text`` is the citation, for the message."""
    if typed is None:
        if date is None:
            message = f"In “{text}” ontbreekt het vergaderjaar."
            hint = "Schrijf het erbij, zoals 2025/26, of geef de bron een datum: dan volgt het daaruit."
            return CitationProblem(Code.CITATION_YEAR, message, hint)
        return vergaderjaar_of(date)
    year = parse_vergaderjaar(typed)
    if isinstance(year, str):
        return CitationProblem(Code.CITATION_YEAR, year, _year_hint(typed))
    if not 1814 <= year.first <= 2199 or (date is not None and year > vergaderjaar_of(date)):
        known = f": op die datum liep {vergaderjaar_of(date)}" if date else ""
        return CitationProblem(
            Code.CITATION_YEAR, f"Vergaderjaar {year} kan niet{known}.", "Controleer het jaar."
        )
    return year


def refuse_short_year(text: str, date: datetime.date | None) -> CitationProblem | None:
    """Refuse a year of two digits (``25/26``); the century is proposed, never filled in."""
    match = _SHORT_YEAR.match(text)
    if match is None:
        return None
    first, second = int(match["first"]), int(match["second"])
    follows = (first + 1) % 100 == second
    if not follows and match["mark"] != "/":
        return None
    latest = vergaderjaar_of(date) if date else _LAST_SHORT_YEAR
    recent = Vergaderjaar(2000 + first)
    proposed = recent if recent <= latest else Vergaderjaar(1900 + first)
    message = f"Vergaderjaar “{match['year']}” is te kort: het eerste jaar heeft vier cijfers."
    hint = f"Bedoelde u {proposed}?" if follows else "Schrijf het jaar zoals in 2025/26."
    return CitationProblem(Code.CITATION_YEAR, message, hint)


def _year_hint(typed: str) -> str:
    return f"Bedoelde u {Vergaderjaar(int(typed[:4]))}?"
