"""Text and numbers that remember where they were written, and what every kind of value does first."""

from __future__ import annotations

from typing import Self

from pipeline.content.values.errors import value_error
from pipeline.diagnostics import Code, Source


class SourcedText(str):
    """A ``str`` that knows which YAML value it came from; ``None`` when it came from elsewhere.

    It compares, sorts and hashes as the plain text; pickling and copying keep the source.
    """

    __slots__ = ("source",)

    source: Source | None

    def __new__(cls, text: str, source: Source | None = None) -> Self:
        """Make the text; ``source`` says where it was typed."""
        made = super().__new__(cls, text)
        made.source = source
        return made


class SourcedNumber(int):
    """A whole number that knows which YAML value it came from; it counts and compares as any number."""

    source: Source

    def __new__(cls, number: int, source: Source) -> Self:
        """Make the number; ``source`` says where it was typed."""
        made = super().__new__(cls, number)
        made.source = source
        return made


def source_of(value: object) -> Source | None:
    """Return where a value was written, when it knows."""
    return value.source if isinstance(value, SourcedText) else None


def typed_text(value: object, expected: str) -> str:
    """Return the text that the writer typed; ``expected`` names what belongs here ("een datum").

    Raises the error for an empty value, a list or a group of keys.
    """
    if isinstance(value, str):
        if not value.strip():
            raise value_error(Code.EMPTY_TEXT, f"Hier hoort {expected} te staan, maar de waarde is leeg.")
        return value
    if value is None:
        raise value_error(
            Code.EMPTY_TEXT,
            f"Hier hoort {expected} te staan, maar er staat niets.",
            "Vul de waarde in, of laat de hele sleutel weg als dat mag.",
        )
    if isinstance(value, list):
        raise value_error(
            Code.WRONG_TYPE,
            f"Hier hoort {expected} te staan, maar er staat een lijst.",
            "Begint de tekst met een [ of een streepje? Zet de tekst dan tussen aanhalingstekens.",
        )
    if isinstance(value, dict):
        raise value_error(
            Code.WRONG_TYPE,
            f"Hier hoort {expected} te staan, maar er staat een groep sleutels.",
            "Staat er een dubbele punt met een spatie in de tekst? Zet de tekst dan tussen aanhalingstekens.",
        )
    raise value_error(Code.WRONG_TYPE, f"Hier hoort {expected} te staan.")
