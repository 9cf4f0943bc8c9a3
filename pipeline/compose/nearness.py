"""The question "bedoelde u …?": the nearest name that does exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a hint with the name that looks most like a mistyped one; "" when none comes near."""
    near = difflib.get_close_matches(name, sorted(set(known)), n=1, cutoff=0.6)
    return f"Bedoelde u “{near[0]}”?" if near else ""
