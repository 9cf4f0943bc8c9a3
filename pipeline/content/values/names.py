"""Words and names as Dutch puts them: lists, singular and plural, and sorting without the system's locale."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from babel.lists import format_list

_ITEM = "\N{OBJECT REPLACEMENT CHARACTER}"
_LEADING = re.compile(r"^(?:['’‘`]s[- ]|['’‘`]t |de |het |een |den )", re.IGNORECASE)


def join_names(names: Sequence[str]) -> str:
    """Join with commas and "en": ``A, B en C``."""
    return format_list(list(names), locale="nl")


def list_joints(count: int) -> tuple[str, ...]:
    """Return the words around the items of a list: before the first, between each two, after the last.

    For three items: nothing, a comma, "en", nothing. So items that are more than text can be joined as well.
    """
    return tuple(format_list([_ITEM] * count, locale="nl").split(_ITEM)) if count else ("",)


def count_of(number: int, singular: str, plural: str) -> str:
    """Write a number with its noun, ``1 afspraak``, ``2 afspraken``; the space does not break."""
    return f"{number}\u00a0{singular if number == 1 else plural}"


def sort_key(name: str) -> tuple[str, str]:
    """Return the key that sorts names as a Dutch register does.

    A leading article or 's is passed over ('s-Hertogenbosch stands at the H); accents (Súdwest stands beside
    Sudwest), capitals and hyphens do not count.
    """
    bare = _LEADING.sub("", name.strip())
    letters = unicodedata.normalize("NFKD", bare).casefold()
    base = "".join(char for char in letters if not unicodedata.combining(char))
    words = re.sub(r"[^\w]+", " ", base.replace("'", "").replace("’", "")).strip()
    return words, unicodedata.normalize("NFC", name)
