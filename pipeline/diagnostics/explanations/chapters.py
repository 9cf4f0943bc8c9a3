"""The codes in the order of the handbook, by the stage that reports them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics.codes import Code

_TITLES = {
    100: "Een bestand lezen",
    200: "De waarde van een sleutel",
    300: "Wat tussen bestanden moet kloppen",
    400: "Opmaak, bronnen en verwijzingen in een tekst",
    450: "Taal en schrijfregels",
    500: "Sjablonen",
    600: "Afbeeldingen, bijlagen en tekens",
    700: "Bladzijden",
    750: "Nakijken van gemaakte bestanden",
    800: "Huisstijl",
    900: "Het project en wat ervan is gemaakt",
}
"""Titles by the number after which their codes begin."""


def chapters() -> Iterator[tuple[str, tuple[Code, ...]]]:
    """Yield each title with its codes, by number."""
    starts = sorted(_TITLES)
    for start, end in zip(starts, (*starts[1:], 1000), strict=True):
        codes = sorted((code for code in Code if start < number_of(code) <= end), key=number_of)
        if codes:
            yield _TITLES[start], tuple(codes)


def number_of(code: Code) -> int:
    """Return the number of a code without its letters."""
    return int(code.number.removeprefix("KAM"))
