"""Findings with everything that can make a report go wrong."""

from __future__ import annotations

from pipeline.diagnostics import Code, Diagnostic, Location, Related
from pipeline.diagnostics.located import Located, place_of

AGENDA = "content/regios/zeeland/agenda.yaml"
BRIEF = "content/brieven/100% nieuw/brief.yaml"


def at(finding: Diagnostic) -> Located:
    """Look nothing up: these findings know their place."""

    def locate(where: object) -> Location:
        assert isinstance(where, Location)
        return where

    return place_of(finding, locate)


CHOICE = at(
    Diagnostic(
        Code.WRONG_CHOICE,
        "“konsept” is geen status.",
        Location(AGENDA, 5, 9),
        "Kies concept, vastgesteld of verzonden.",
        words="konsept",
        fix="concept",
    )
)
WARNING = at(Diagnostic(Code.NO_BESLISNOTA, "Er is\ngeen: nota, 100% <zeker> | niet.", Location(BRIEF, 3, 1)))
TWICE = at(
    Diagnostic(
        Code.DUPLICATE_ID,
        "De id “k-haven” komt twee keer voor.",
        Location(AGENDA, 30, 9, 7),
        related=(Related("de eerste", Location(AGENDA, 12, 9)),),
    )
)
FAULT = at(Diagnostic(Code.PARITY, "Het bestand zegt iets anders.", Location("build/brief.pdf")))
ALL = (CHOICE, WARNING, TWICE, FAULT)


def moved(found: Located, lines: int) -> Located:
    """Return a finding as it is after lines were added above it."""
    where = found.at
    return Located(
        found.finding, Location(where.file, where.line + lines, where.column, where.length), found.related
    )
