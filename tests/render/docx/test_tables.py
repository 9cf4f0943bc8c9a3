"""Tables: heads that repeat, spans, sums, long rows, and tables that are not as they should be."""

from __future__ import annotations

from lxml import etree

from pipeline.document import nodes as n
from tests.render.docx.word import Word, in_letter, in_report, select, strings, words
from tests.trees import LOREM, amounts_table, cell, paragraph, row, text


def _rows(word: Word) -> list[etree._Element]:
    return word.find("//w:tbl/w:tr")


def _last_children(word: Word) -> set[str]:
    return {cell[-1].tag.split("}")[1] for cell in word.find("//w:tc")}


def test_head_rows_repeat_and_say_so() -> None:
    rows = _rows(in_report(amounts_table()))
    assert [bool(select(each, "w:trPr/w:tblHeader")) for each in rows] == [True, False, False, False]


def test_table_without_a_head_claims_none() -> None:
    word = in_report(n.Table((0.5, 0.5), (row(cell("a"), cell("b")),)))
    assert word.find("//w:tblHeader") == []
    assert word.values("//w:tblLook/@w:firstRow") == ["0"]


def test_columns_fill_the_width_exactly() -> None:
    word = in_letter(amounts_table())
    widths = [int(width) for width in word.values("//w:gridCol/@w:w")]
    assert sum(widths) == int(word.values("//w:tblW/@w:w")[0]) == 7540


def test_caption_and_summary_are_given_to_those_who_listen() -> None:
    word = in_report(amounts_table())
    assert word.values("//w:tblCaption/@w:val") == ["Middelen per jaar"]
    assert word.values("//w:tblDescription/@w:val") == ["Bedragen per bron en jaar, met een totaal."]


def test_caption_stands_above_with_its_number_and_stays_with_the_table() -> None:
    word = in_report(amounts_table())
    assert word.paragraphs("Caption") == ["Tabel\N{NO-BREAK SPACE}1 Middelen per jaar"]
    assert len(word.find("//w:p[w:pPr/w:keepNext][following-sibling::*[1][self::w:tbl]]")) == 1


def test_head_and_sums_are_tinted_and_bold() -> None:
    rows = _rows(in_report(amounts_table()))
    fills = [strings(each, "w:tc/w:tcPr/w:shd/@w:fill") for each in rows]
    assert fills == [["D9EBF7"] * 3, [], [], ["F3F3F3"] * 3]
    styles = [strings(each, "w:tc[1]/w:p/w:pPr/w:pStyle/@w:val") for each in rows]
    assert styles == [["Tabelkop"], ["Tabeltekst"], ["Tabeltekst"], ["Tabelsom"]]


def test_amounts_stand_right() -> None:
    word = in_report(amounts_table())
    amounts = word.find("//w:tr[2]/w:tc[2]/w:p/w:pPr/w:jc[@w:val='right']")
    assert len(amounts) == 1


def test_wide_cell_takes_its_columns() -> None:
    word = in_report(n.Table((0.4, 0.3, 0.3), (row(cell("a", colspan=2), cell("b")),)))
    assert word.values("//w:gridSpan/@w:val") == ["2"]
    spans = [int(width) for width in word.values("//w:tc/w:tcPr/w:tcW/@w:w")]
    columns = [int(width) for width in word.values("//w:gridCol/@w:w")]
    assert spans == [columns[0] + columns[1], columns[2]]


def test_tall_cell_reaches_down_with_empty_cells() -> None:
    tall = n.Cell((paragraph("hoog"),), rowspan=3)
    table = n.Table((0.5, 0.5), (row(tall, cell("1")), row(cell("2")), row(cell("3"))))
    rows = _rows(in_report(table))
    assert [len(select(each, "w:tc")) for each in rows] == [2, 2, 2]
    assert strings(rows[0], "w:tc/w:tcPr/w:vMerge/@w:val") == ["restart"]
    below = [select(each, "w:tc[1]/w:tcPr/w:vMerge[not(@w:val)]") for each in rows[1:]]
    assert all(below)
    assert [words(select(each, "w:tc[2]/w:p")[0]) for each in rows] == ["1", "2", "3"]


def test_cell_that_is_wide_and_tall_keeps_its_columns_below() -> None:
    block = n.Cell((paragraph("blok"),), colspan=2, rowspan=2)
    rows = _rows(in_report(n.Table((0.3, 0.3, 0.4), (row(block, cell("1")), row(cell("2"))))))
    assert [strings(each, "w:tc[1]/w:tcPr/w:gridSpan/@w:val") for each in rows] == [["2"], ["2"]]


def test_every_cell_ends_in_a_paragraph() -> None:
    inner = n.Table((1.0,), (row(cell("binnen")),))
    odd = row(n.Cell(()), n.Cell((inner,)), n.Cell((paragraph("a"), paragraph("b"))))
    word = in_report(n.Table((0.3, 0.4, 0.3), (odd,)))
    assert _last_children(word) == {"p"}


def test_short_rows_are_filled_and_wide_cells_cut_to_the_grid() -> None:
    word = in_report(n.Table((0.5, 0.5), (row(cell("kort")), row(cell("breed", colspan=5)))))
    rows = _rows(word)
    assert len(select(rows[0], "w:tc")) == 2
    assert strings(rows[1], "w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]


def test_short_row_stays_whole_and_a_very_long_one_may_break() -> None:
    long = n.Cell(tuple(paragraph(LOREM * 6) for _ in range(8)))
    word = in_report(n.Table((0.5, 0.5), (row(cell("kort"), cell("kort")), row(cell("lang"), long))))
    assert [bool(select(each, "w:trPr/w:cantSplit")) for each in _rows(word)] == [True, False]


def test_sums_stay_with_the_last_row() -> None:
    rows = _rows(in_report(amounts_table()))
    kept = [bool(select(each, ".//w:keepNext")) for each in rows]
    assert kept == [True, False, True, False]


def test_tables_that_touch_are_kept_apart() -> None:
    plain = n.Table((1.0,), (row(cell("a")),))
    word = in_report(plain, plain)
    assert word.find("//w:tbl[following-sibling::*[1][self::w:tbl]]") == []


def test_table_at_the_end_is_followed_by_a_paragraph() -> None:
    word = in_letter(n.Table((1.0,), (row(cell("slot")),)))
    assert len(word.find("//w:body/w:tbl[last()]/following-sibling::w:p")) == 1


def test_note_below_a_table_is_small_print() -> None:
    note = n.Paragraph((text("Door afronding kunnen totalen afwijken."),), role="note")
    word = in_report(amounts_table(), note)
    assert word.paragraphs("Toelichting") == ["Door afronding kunnen totalen afwijken."]


def test_row_headers_are_announced_when_every_row_has_one() -> None:
    assert in_report(amounts_table()).values("//w:tblLook/@w:firstColumn") == ["1"]
    mixed = n.Table((0.5, 0.5), (row(cell("a", "row"), cell("b")), row(cell("c"), cell("d"))))
    assert in_report(mixed).values("//w:tblLook/@w:firstColumn") == ["0"]


def test_row_headers_over_several_rows_are_announced_too() -> None:
    tall = n.Cell((paragraph("Wonen"),), header="row", rowspan=2)
    table = n.Table((0.5, 0.5), (row(tall, cell("a")), row(cell("b")), row(cell("Werken", "row"), cell("c"))))
    assert in_report(table).values("//w:tblLook/@w:firstColumn") == ["1"]


def test_table_without_rows_is_an_empty_frame_and_not_a_fault() -> None:
    word = in_report(paragraph("Voor."), n.Table((1.0,), (), head=(row(cell("Kop", "column")),)))
    assert len(_rows(word)) == 1
