"""How easily each text reads, as a table; it never stops anything."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.cli.printing import decimal, print_table
from pipeline.content.project import Project
from pipeline.diagnostics.plain import place
from pipeline.diagnostics.source import key_name
from pipeline.language.prose import texts_of
from pipeline.language.sentences import readability

_FEWEST = 3
"""Sentences below which a figure says nothing."""


def print_readability(project: Project) -> None:
    """Print a line for each text of some length, the hardest first; 100 is very easy, below 30 hard."""
    rows = sorted(_rows(project))
    if rows:
        head = ("tekst", "sleutel", "zinnen", "woorden per zin", "leesbaarheid")
        print_table(head, (row for _, row in rows), right=frozenset({2, 3, 4}))


def _rows(project: Project) -> Iterator[tuple[float, tuple[str, ...]]]:
    for prose in texts_of(project):
        figure = readability(prose)
        if figure and figure.sentences >= _FEWEST:
            at = place(project.locate(prose.source))
            cells = str(figure.sentences), decimal(figure.words / figure.sentences), decimal(figure.score)
            yield figure.score, (at, key_name(prose.source.path), *cells)
