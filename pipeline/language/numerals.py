"""Whole numbers in a text, in figures or as Dutch words."""

from __future__ import annotations

import re

_UNITS = ("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    [
        "tien",
        "elf",
        "twaalf",
        "dertien",
        "veertien",
        "vijftien",
        "zestien",
        "zeventien",
        "achttien",
        "negentien",
    ],
    ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"],
)
_FIGURES = r"\d{1,3}(?:\.\d{3}){1,4}(?!\d)|\d{1,15}(?!\d)"


def _compounds() -> dict[str, int]:
    """Return drieëntwintig, vierendertig and the like: the unit, "en", the ten."""
    return {
        f"{unit}{'ën' if unit.endswith('e') else 'en'}{ten}": 10 * (index + 2) + number
        for index, ten in enumerate(_TEENS[1])
        for number, unit in enumerate(_UNITS)
        if unit
    }


_WORDS = {
    "één": 1,
    **{word: number for number, word in enumerate(_UNITS) if number > 1},
    **{word: number + 10 for number, word in enumerate(_TEENS[0])},
    **{word: 10 * (number + 2) for number, word in enumerate(_TEENS[1])},
    **_compounds(),
}

NUMERAL = rf"(?:{_FIGURES}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
"""A pattern for a number up to 99 in words, or any in figures; "een" alone is an article."""


def number_of(numeral: str) -> int:
    """Return the number that a match of ``NUMERAL`` says."""
    word = numeral.lower()
    return _WORDS[word] if word in _WORDS else int(re.sub(r"\D", "", word))
