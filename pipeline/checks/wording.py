"""What the checks' messages share: quoting, proposing the word that was meant, naming."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.content.project import RegioDossier
from pipeline.content.values import join_names
from pipeline.diagnostics import nearness

MOST_CHOICES = 8
"""More choices than these make a hint that nobody reads."""

_SHORTEST_BEGINNING = 3


def quoted(word: str) -> str:
    """Put a word between Dutch quotation marks."""
    return f"“{word}”"


def quoted_list(words: Iterable[str]) -> str:
    """Write quoted words as a list: “a”, “b” en “c”."""
    return join_names([quoted(word) for word in words])


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant: nearly the same, or the only one that begins with it."""
    words = list(known)
    longer = [other for other in words if len(word) >= _SHORTEST_BEGINNING and other.startswith(word)]
    return nearness.closest(word, words) or (longer[0] if len(longer) == 1 else None)


def meant(words: Iterable[str], known: Iterable[str]) -> set[str]:
    """Return the known words that are meant, mistyped ones too.

    A mistyped reference is reported once, as such; what it points at does not count as forgotten.
    """
    names = list(known)
    return {word if word in names else closest(word, names) or word for word in map(str, words)}


def did_you_mean(word: str, names: Mapping[str, str]) -> str:
    """Ask whether a known id was meant, or list the ids when they are few; empty when neither helps.

    ``names`` holds for each id the name that people know it by.
    """
    near = closest(word, names)
    if near is not None:
        known_as = f" ({names[near]})" if names[near] not in {"", near} else ""
        return f"Bedoelde u {quoted(near)}{known_as}?"
    if 0 < len(names) <= MOST_CHOICES:
        return f"Kies uit: {', '.join(names)}."
    return ""


def region_name(dossier: RegioDossier) -> str:
    """Return the short name of a region; its folder when the file cannot be read."""
    return str(dossier.regio.namen.lopend) if dossier.regio else dossier.folder
