"""The question "bedoelde u …?": the name that does exist and looks most like what was typed."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_LIKENESS = 0.66
"""How alike two words must be, 0 to 1: a slip or two in a short word; "rivierenland" is not "zeeland"."""


def closest(typed: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant, ``None`` when none comes near."""
    near = difflib.get_close_matches(typed, sorted(set(known)), n=1, cutoff=_LIKENESS)
    return near[0] if near else None


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Return a hint with the word that was probably meant; "" when none comes near."""
    near = closest(typed, known)
    return f"Bedoelde u “{near}”?" if near else ""
