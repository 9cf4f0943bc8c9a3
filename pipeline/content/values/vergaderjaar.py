"""The parliamentary year: it begins on Prinsjesdag, the third Tuesday of September."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_TUESDAY = 1
_FORM = re.compile(r"(\d{4})(?:\s*[/–-]\s*|)(\d{4}|\d{2})")


@dataclass(frozen=True, slots=True, order=True)
class Vergaderjaar:
    """A parliamentary year, named by the calendar year in which it begins. ``str()`` gives ``2025/26``."""

    first: int

    def __str__(self) -> str:
        # House style 6.3: the turn of the century is written in full.
        second = str(self.first + 1) if self.first == 1999 else f"{(self.first + 1) % 100:02d}"
        return f"{self.first}/{second}"

    @property
    def digits(self) -> str:
        """Return both years in full, as the addresses of papers have them: ``20252026``."""
        return f"{self.first}{self.first + 1}"


def vergaderjaar_of(day: datetime.date) -> Vergaderjaar:
    """Return the parliamentary year in which a day falls."""
    return Vergaderjaar(day.year if day >= prinsjesdag(day.year) else day.year - 1)


def prinsjesdag(year: int) -> datetime.date:
    """Return the third Tuesday of September."""
    first = datetime.date(year, 9, 1)
    return first + datetime.timedelta(days=(_TUESDAY - first.weekday()) % 7 + 14)


def parse_vergaderjaar(text: str) -> Vergaderjaar | str:
    """Read ``2025/26``, ``2025-2026`` or ``20252026``; returns a Dutch sentence when the years do not fit."""
    match = _FORM.fullmatch(text.strip())
    if match is None:
        return f"“{text.strip()}” is geen vergaderjaar."
    first, second = int(match[1]), match[2]
    if int(second) != (first + 1) % 10 ** len(second):
        return f"Vergaderjaar “{text.strip()}” kan niet: op {first} volgt {first + 1}."
    return Vergaderjaar(first)
