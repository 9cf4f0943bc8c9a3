"""Quotes and brackets that are opened in YAML and never closed."""

from __future__ import annotations

from pipeline.content.scalar_lines import Place
from pipeline.diagnostics import Code, Diagnostic, Location

CLOSERS = {"[": "]", "{": "}"}


def unclosed_quote(file: str, place: Place, quote: str) -> Diagnostic:
    """Return the finding for a quote that is opened and never closed."""
    return Diagnostic(
        Code.YAML_SYNTAX,
        "Dit aanhalingsteken wordt niet gesloten.",
        Location(file, place.line + 1, place.column + 1, 1),
        f"Zet aan het eind van de tekst hetzelfde aanhalingsteken: {quote}",
    )


def unclosed_bracket(file: str, place: Place, opener: str) -> Diagnostic:
    """Return the finding for a bracket that is opened and never closed."""
    return Diagnostic(
        Code.YAML_SYNTAX,
        f"Deze {opener} wordt niet gesloten.",
        Location(file, place.line + 1, place.column + 1, 1),
        f"Sluit met {CLOSERS.get(opener, ']')}. Is het gewone tekst? Zet die tussen aanhalingstekens.",
    )
