"""What a key may be: one word that anyone can read."""

from __future__ import annotations

import yaml

from pipeline.content.characters import REPLACEMENT, character_problem, unprintable
from pipeline.diagnostics import Code


def key_problem(key: yaml.ScalarEvent, before: str) -> tuple[Code, str, str] | None:
    """Say why a key is refused: code, message and hint; ``before`` is what precedes it on its line."""
    if before.rstrip().endswith("?"):
        return (
            Code.YAML_SYNTAX,
            "Een sleutel met een vraagteken ervoor kan hier niet.",
            "Schrijf sleutel: waarde.",
        )
    if key.value == "<<" and not key.style:
        message = "De samenvoegsleutel << van YAML is niet toegestaan."
        return Code.YAML_ANCHOR, message, "Schrijf de sleutels hier uit."
    if not key.value:
        return Code.YAML_SYNTAX, "Voor deze dubbele punt ontbreekt de sleutel.", "Schrijf sleutel: waarde."
    return escaped_problem(key)


def escaped_problem(scalar: yaml.ScalarEvent) -> tuple[Code, str, str] | None:
    """Say what is wrong with a character that is spelled as an escape between double quotes.

    One that was typed as itself was found when the bytes were decoded, and stands here as a replacement.
    """
    char = unprintable(scalar.value.replace(REPLACEMENT, "")) if scalar.style == '"' else None
    return character_problem(char) if char else None
