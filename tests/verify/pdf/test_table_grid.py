"""The columns in which cells of tagged tables begin."""

from __future__ import annotations

from pipeline.verify.pdf.structure import Element
from pipeline.verify.pdf.table_grid import columns, rows


def row(*cells: Element) -> Element:
    return Element("TR", cells)


def cell(colspan: int = 1, rowspan: int = 1, tag: str = "TD") -> Element:
    return Element(tag, (), colspan=colspan, rowspan=rowspan)


def placed(*made: Element) -> list[list[int]]:
    return [[at for _, at in cells] for _, cells in columns(made)]


def test_cells_follow_each_other() -> None:
    assert placed(row(cell(), cell(tag="TH"), cell())) == [[0, 1, 2]]


def test_a_wide_cell_moves_those_after_it() -> None:
    assert placed(row(cell(colspan=2), cell())) == [[0, 2]]


def test_a_high_cell_keeps_its_columns_in_the_rows_below() -> None:
    assert placed(
        row(cell(), cell(2, 3), cell()), row(cell(), cell()), row(cell(), cell()), row(cell(), cell())
    ) == [[0, 1, 3], [0, 3], [0, 3], [0, 1]]


def test_high_cells_may_begin_in_different_rows() -> None:
    assert placed(row(cell(1, 2), cell()), row(cell(1, 2)), row(cell())) == [[0, 1], [1], [0]]


def test_a_high_cell_does_not_reach_into_the_next_group() -> None:
    table = Element(
        "Table",
        (
            Element("Caption", ()),
            Element("THead", (row(cell(1, 5)),)),
            Element("TBody", (row(cell()), row(cell()))),
            Element("TFoot", (row(cell()),)),
        ),
    )
    assert [placed(*group) for group in rows(table)] == [[[0]], [[0], [0]], [[0]]]


def test_rows_may_stand_in_the_table_itself() -> None:
    assert [len(group) for group in rows(Element("Table", (row(cell()), row(cell()))))] == [2]
