"""What stands before the items of a list: given here, once, as Word counts."""

from __future__ import annotations

from typing import assert_never

from pipeline.document.nodes import ListKind

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def list_label(kind: ListKind, number: int) -> str:
    """Return the bullet, number or letter of an item; ``number`` counts from the start of its list.

    After z letters are doubled (aa, bb, cc), because a word processor counts so by itself and the two files
    must say the same (``lowerLetter``, ISO/IEC 29500-1 17.18.59).
    """
    match kind:
        case "bullet":
            return "•"
        case "decimal":
            return f"{number}."
        case "letter":
            rounds, place = divmod(number - 1, len(_ALPHABET))
            return _ALPHABET[place] * (rounds + 1) + "."
        case _:
            assert_never(kind)
