"""Spaces and quotes around words (house style 7; taaladvies.net)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.diagnostics import Code, Diagnostic
from pipeline.language.prose import Prose

_BEFORE = re.compile(r"(?<=[\w)\]”’%]) +(?=[,;:?!](?:\s|$)|\.(?:\s|$))")
_DOUBLE = re.compile(r"(?<=\S)(?<!\|)  +(?=[^\s|])")
_INSIDE = re.compile(r"(?<=[(“‘]) +(?=\w)|(?<=[\w.]) +(?=[)”])")
_GUILLEMETS = re.compile(r"«[^«»\n]*»|[«»]")
_TABLE_ROW = re.compile(r"^ *\|.*$", re.MULTILINE)


def spaces(prose: Prose) -> Iterator[Diagnostic]:
    """Yield a space before a punctuation mark, a double one, and one inside brackets or quotes."""
    words = _TABLE_ROW.sub(lambda row: "|" * len(row[0]), prose.words)
    for found in _BEFORE.finditer(words):
        sign = prose.typed[found.end()]
        message = f"Voor “{sign}” staat geen spatie."
        yield prose.finding(Code.SPACE, *found.span(), message, "Haal de spatie weg.", "")
    for found in _DOUBLE.finditer(words):
        message = "Hier staat meer dan één spatie."
        yield prose.finding(Code.SPACE, *found.span(), message, "Laat één spatie staan.", " ")
    for found in _INSIDE.finditer(words):
        message = "Aan de binnenkant van haakjes en aanhalingstekens staat geen spatie."
        yield prose.finding(Code.SPACE, *found.span(), message, "Haal de spatie weg.", "")


def quotes(prose: Prose) -> Iterator[Diagnostic]:
    """Yield the quotes « and »: the publisher of parliament sets those itself."""
    for found in _GUILLEMETS.finditer(prose.words):
        message = "De aanhalingstekens « en » horen hier niet."
        yield prose.finding(
            Code.QUOTES, *found.span(), message, "Typ ' of \"; het document krijgt de goede tekens."
        )
