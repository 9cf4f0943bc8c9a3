"""What is too much for one text of Markdown, as far as only parsing can tell; nothing goes deeper into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from pipeline.gate.limits import TABLE_CELLS, TABLE_COLUMNS, TEXT_NESTING

_CELLS = frozenset({"td_open", "th_open"})


def excess_in(tokens: Iterable[Token]) -> tuple[int, str, str] | None:
    """Return the line, from 0, of what is too much, a message and a hint; ``None`` when nothing is."""
    depth, line, cells, columns = 0, 0, 0, 0
    for token in _flat(tokens):
        line = token.map[0] if token.map else line
        depth += token.nesting
        cells += token.type in _CELLS
        columns = 0 if token.type == "tr_open" else columns + (token.type in _CELLS)
        if depth > TEXT_NESTING:
            message = f"Hier staat opmaak meer dan {TEXT_NESTING} keer in elkaar."
            return line, message, "Haal tekens van opmaak weg: lijsten, citaten, haken of sterretjes."
        if columns > TABLE_COLUMNS:
            message = f"Deze tabel heeft meer dan {TABLE_COLUMNS} kolommen."
            return line, message, "Zo’n tabel past op geen bladzijde: maak er meer tabellen van."
        if cells > TABLE_CELLS:
            message = f"De tabellen in deze tekst hebben meer dan {TABLE_CELLS} cellen."
            return line, message, "Verdeel de tekst over meer velden, of voeg de tabel als bijlage bij."
    return None


def _flat(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()
