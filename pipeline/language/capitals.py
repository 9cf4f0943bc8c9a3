"""Capitals: who gets one and who does not (Aanwijzingen voor de regelgeving 3.52; house style 7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.diagnostics import Code, Diagnostic
from pipeline.language.prose import Prose

_WITH = re.compile(
    r"\b(?:(?:[Tt]weede|[Ee]erste) kamer|[Uu]w kamer|kamer(?:lid|leden|stuk|stukken)|[Ss]taten-generaal)\b"
)
_CAPITAL = {
    "tweede kamer": "Tweede Kamer",
    "eerste kamer": "Eerste Kamer",
    "staten-generaal": "Staten-Generaal",
    "kamerlid": "Kamerlid",
    "kamerleden": "Kamerleden",
    "kamerstuk": "Kamerstuk",
    "kamerstukken": "Kamerstukken",
}
_WITHOUT = re.compile(
    r"(?<=[\w,;] )(?:Kabinet|Regering|Rijksoverheid|Parlement|Ministerraad|Gedeputeerde [Ss]taten|"
    r"Provinciale [Ss]taten|Commissaris van de Koning|Koninklijk [Bb]esluit)\b"
)
_TITLE = re.compile(r"(?<=[\w,;] )(?:Minister|Ministerie|Staatssecretaris)(?= (?:van|voor)\b)")


def capitals(prose: Prose) -> Iterator[Diagnostic]:
    """Yield names without the capital that they have, and words with one that they do not have."""
    for found in _WITH.finditer(prose.words):
        typed = found[0]
        meant = f"{typed[0]}w Kamer" if typed.lower() == "uw kamer" else _CAPITAL[typed.lower()]
        message = f"“{typed}” krijgt een hoofdletter: “{meant}”."
        yield prose.finding(Code.CAPITAL, *found.span(), message, f"Schrijf: {meant}", meant)
    for found in _WITHOUT.finditer(prose.words):
        first, *others = found[0].split(" ")
        meant = " ".join((first.lower(), *(each if each == "Koning" else each.lower() for each in others)))
        message = f"“{found[0]}” krijgt binnen een zin geen hoofdletter."
        yield prose.finding(Code.CAPITAL, *found.span(), message, f"Schrijf: {meant}", meant)


def titles(prose: Prose) -> Iterator[Diagnostic]:
    """Yield titles of ministers with a capital inside a sentence; the name of the ministry keeps its own."""
    for found in _TITLE.finditer(prose.words):
        meant = found[0].lower()
        message = f"“{found[0]}” krijgt in een brief of agenda geen hoofdletter."
        yield prose.finding(Code.TITLE, *found.span(), message, f"Schrijf: {meant}", meant)
