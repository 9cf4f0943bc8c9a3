"""The columns of a table in which its cells begin."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document.nodes import Cell, Row


def placed(rows: tuple[Row, ...], columns: int) -> Iterator[tuple[Cell, int]]:
    """Yield the cells of a group of rows, each with the column that it begins in, counted from 0.

    A cell that spans rows keeps its columns from the cells of the next ones, within its group (HTML 4.9.12).
    """
    taken: dict[int, int] = {}
    for row in rows:
        column = 0
        below = {at: left - 1 for at, left in taken.items() if left > 1}
        for cell in row.cells:
            while taken.get(column, 0):
                column += 1
            yield cell, column
            for at in range(column, min(column + cell.colspan, columns)):
                if cell.rowspan > 1:
                    below[at] = cell.rowspan - 1
            column += cell.colspan
        taken = below
