"""Signatures stay whole, with text above them, and can be listened to."""

from __future__ import annotations

from pipeline.document import nodes as n
from tests.render.docx.word import in_letter, select, strings, words
from tests.trees import LOREM, amounts_table, paragraph, signatures, text


def test_one_signature_is_capacity_and_name() -> None:
    word = in_letter(paragraph(LOREM * 2), signatures())
    assert word.styles()[-2:] == ["OndertekeningFunctie", "OndertekeningNaam"]
    assert word.find("//w:tbl") == []


def test_space_of_the_house_style_stands_in_the_styles() -> None:
    word = in_letter(paragraph(LOREM * 2), signatures())
    path = "//w:style[@w:styleId='{}']/w:pPr/w:spacing/@w:before"
    assert word.values(path.format("OndertekeningFunctie"), "word/styles.xml") == ["480"]
    assert word.values(path.format("OndertekeningNaam"), "word/styles.xml") == ["960"]


def test_two_signatures_are_a_table_whose_head_says_the_capacities() -> None:
    word = in_letter(paragraph(LOREM * 2), signatures(2))
    rows = word.find("//w:tbl/w:tr")
    assert [bool(select(row, "w:trPr/w:tblHeader")) for row in rows] == [True, False]
    assert [len(select(row, "w:tc")) for row in rows] == [2, 2]
    assert [words(each) for each in select(rows[1], "w:tc/w:p")] == ["[naam]", "[naam]"]
    assert len(select(rows[0], "w:trPr/w:cantSplit")) == 1


def test_third_signature_begins_a_new_pair() -> None:
    one = n.Signature((text("De minister,"),), (text("[naam]"),))
    word = in_letter(paragraph(LOREM), n.Signatures((one, one, one)))
    assert [len(strings(table, "w:tblGrid/w:gridCol/@w:w")) for table in word.find("//w:tbl")] == [2, 1]


def test_long_paragraph_above_is_enough() -> None:
    word = in_letter(paragraph(LOREM), paragraph(LOREM * 2), signatures())
    assert len(word.find("//w:p[w:pPr/w:pStyle/@w:val='Normal']/w:pPr/w:keepNext")) == 1


def test_short_last_line_takes_the_paragraph_before_it_along() -> None:
    word = in_letter(paragraph(LOREM), paragraph(LOREM), paragraph("Kort."), signatures())
    assert len(word.find("//w:p[w:pPr/w:pStyle/@w:val='Normal']/w:pPr/w:keepNext")) == 2


def test_table_above_gives_its_last_row() -> None:
    word = in_letter(amounts_table(), signatures(2))
    rows = word.find("//w:tbl[1]/w:tr")
    assert select(rows[-1], ".//w:keepNext")


def test_signatures_alone_are_no_fault() -> None:
    assert in_letter(signatures()).paragraphs("OndertekeningNaam") == ["[naam]"]
