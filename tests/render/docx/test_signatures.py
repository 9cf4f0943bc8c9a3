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


def test_two_signatures_are_cells_that_each_hold_capacity_and_name() -> None:
    word = in_letter(paragraph(LOREM * 2), signatures(2))
    cells = word.find("//w:tbl/w:tr/w:tc")
    assert [strings(each, "w:p/w:pPr/w:pStyle/@w:val") for each in cells] == [
        ["OndertekeningFunctie", "OndertekeningNaam"]
    ] * 2
    assert [words(each) for each in select(cells[1], "w:p")][1] == "[naam]"


def test_table_of_signatures_is_for_their_places_only() -> None:
    word = in_letter(paragraph(LOREM * 2), signatures(2))
    assert word.find("//w:tbl//w:tblHeader") == []
    look = word.find("//w:tbl/w:tblPr/w:tblLook")[0]
    assert strings(look, "@w:firstRow | @w:firstColumn") == ["0", "0"]
    assert word.find("//w:tblCaption") == []


def test_third_signature_stands_in_a_row_of_its_own_without_an_empty_cell() -> None:
    one = n.Signature((text("De minister,"),), (text("[naam]"),))
    word = in_letter(paragraph(LOREM), n.Signatures((one, one, one)))
    rows = word.find("//w:tbl/w:tr")
    assert [len(select(row, "w:tc")) for row in rows] == [2, 1]
    assert strings(rows[1], "w:trPr/w:gridAfter/@w:val") == ["1"]
    assert len(word.find("//w:tbl")) == 1


def test_all_signatures_stay_on_one_page() -> None:
    one = n.Signature((text("De minister,"),), (text("[naam]"),))
    word = in_letter(paragraph(LOREM), n.Signatures((one, one, one)))
    first, last = word.find("//w:tbl/w:tr")
    assert len(word.find("//w:tbl/w:tr/w:trPr/w:cantSplit")) == 2
    kept = "w:tc/w:p[w:pPr/w:pStyle/@w:val='OndertekeningNaam']/w:pPr/w:keepNext"
    assert (len(select(first, kept)), len(select(last, kept))) == (2, 0)


def test_name_beside_a_longer_capacity_stands_lower() -> None:
    long = n.Signature((text("De minister van een departement met een lange naam,"),), (text("[naam]"),))
    short = n.Signature((text("De staatssecretaris,"),), (text("[naam]"),))
    word = in_letter(paragraph(LOREM), n.Signatures((long, short)))
    names = word.find("//w:p[w:pPr/w:pStyle/@w:val='OndertekeningNaam']")
    assert [strings(each, "w:pPr/w:spacing/@w:before") for each in names] == [[], ["1200"]]


def test_earlier_signatures_come_along_when_only_a_heading_stands_between() -> None:
    heading = n.Heading(2, (text("Namens de regio"),))
    kept = "//w:p[w:pPr/w:pStyle/@w:val='OndertekeningNaam']/w:pPr/w:keepNext"
    for earlier in (signatures(), signatures(2)):
        word = in_letter(paragraph(LOREM * 2), earlier, heading, signatures(2))
        assert len(word.find(kept)) == len(earlier.items)
    between = in_letter(paragraph(LOREM), signatures(), paragraph(LOREM * 2), signatures(2))
    assert between.find(kept) == []


def test_text_before_a_new_page_cannot_come_along() -> None:
    chapter = n.Heading(1, (text("Ondertekening"),), page_break=True)
    word = in_letter(paragraph(LOREM), chapter, signatures(2))
    assert word.find("//w:p[w:pPr/w:pStyle/@w:val='Normal']/w:pPr/w:keepNext") == []


def test_long_paragraph_above_is_enough() -> None:
    word = in_letter(paragraph(LOREM), paragraph(LOREM * 2), signatures())
    assert len(word.find("//w:p[w:pPr/w:pStyle/@w:val='Normal']/w:pPr/w:keepNext")) == 1


def test_short_last_line_takes_the_paragraph_before_it_along() -> None:
    word = in_letter(paragraph(LOREM), paragraph(LOREM), paragraph("Kort."), signatures())
    assert len(word.find("//w:p[w:pPr/w:pStyle/@w:val='Normal']/w:pPr/w:keepNext")) == 2


def test_table_above_gives_its_last_row() -> None:
    word = in_letter(amounts_table(), signatures(2))
    rows = word.find("//w:body/w:tbl[1]/w:tr")
    assert select(rows[-1], ".//w:keepNext")


def test_signatures_alone_are_no_fault() -> None:
    assert in_letter(signatures()).paragraphs("OndertekeningNaam") == ["[naam]"]


def test_signatures_below_a_table_stay_with_it_and_are_no_part_of_it() -> None:
    word = in_letter(paragraph(LOREM), amounts_table(), signatures(2))
    (between,) = word.find("//w:tbl/following-sibling::w:p[following-sibling::w:tbl]")
    assert words(between) == ""
    assert strings(between, "following-sibling::*[1]/w:tblPr/w:tblStyle/@w:val") == ["TableNormal"]
    assert len(select(between, "w:pPr/w:keepNext")) == 1
    assert strings(between, "w:pPr/w:spacing/@w:line") == ["20"]
