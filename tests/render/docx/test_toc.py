"""The contents list: a field with its entries ready."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.document import nodes as n
from pipeline.render.docx import render_docx
from tests.render.docx.word import Word, in_report, strings, written
from tests.render.pdf.measure import lines
from tests.styles import house_style
from tests.tools import office_pdf
from tests.trees import report, text


def _contents(*headings: n.Heading) -> Word:
    return in_report(n.TableOfContents((text("Inhoud"),)), *headings)


def test_entries_carry_number_text_and_page() -> None:
    word = written(report())
    assert word.paragraphs("TOC1")[:2] == ["Colofon\t1", "1\tHoofdstuk over onderwerp 1\t2"]
    assert word.paragraphs("TOC2")[0] == "1.1\tEen kans\t3"


def test_annex_keeps_its_number_in_the_line() -> None:
    assert written(report()).paragraphs("TOC1")[-1].startswith("Bijlage\N{NO-BREAK SPACE}1 Bronnen\t")


def test_one_field_spans_all_entries() -> None:
    word = written(report())
    codes = word.values("//w:instrText/text()")
    assert [code for code in codes if code.startswith(" TOC")] == [' TOC \\o "1-2" \\h \\z \\u ']
    kinds = word.values("//w:fldChar/@w:fldCharType")
    assert (kinds[0], kinds[-1]) == ("begin", "end")
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_page_references_lead_to_the_headings() -> None:
    word = written(report())
    codes = [code.split() for code in word.values("//w:instrText[contains(., 'PAGEREF')]/text()")]
    assert {code[1] for code in codes} <= set(word.values("//w:bookmarkStart/@w:name"))


def test_deeper_entry_without_a_number_stands_under_the_words_of_numbered_ones() -> None:
    numbered = n.Heading(2, (text("Genummerd"),), numbering="decimal")
    word = _contents(
        n.Heading(1, (text("Hoofdstuk"),), numbering="decimal"), numbered, n.Heading(2, (text("Zonder"),))
    )
    step = word.values("//w:style[@w:styleId='TOC2']/w:pPr/w:ind/@w:left", "word/styles.xml")
    without = word.find("//w:p[w:pPr/w:pStyle/@w:val='TOC2'][last()]")[0]
    assert strings(without, "w:pPr/w:ind/@w:left") == step
    assert strings(without, "w:pPr/w:ind/@w:hanging") == ["0"]


def test_chapter_without_a_number_begins_at_the_edge() -> None:
    word = _contents(n.Heading(1, (text("Colofon"),)))
    assert word.values("//w:p[w:pPr/w:pStyle/@w:val='TOC1']/w:pPr/w:ind/@w:left") == ["0"]


def test_page_numbers_of_the_contents_can_be_seen(tmp_path: Path) -> None:
    data = office_pdf(written(report()).data, tmp_path)
    entries = [found.words for page in (2, 3) for found in lines(data, page) if "...." in found.words]
    assert entries
    assert all(entry[-1].isdigit() for entry in entries)


def test_wide_numbers_get_a_wider_column() -> None:
    chapters = tuple(n.Heading(1, (text("Hoofdstuk"),), numbering="decimal") for _ in range(10))
    deep = n.Heading(2, (text("Deel"),), numbering="decimal")
    many = tuple(n.Heading(3, (text("Onderdeel"),), numbering="decimal") for _ in range(12))
    contents = n.TableOfContents((text("Inhoud"),), depth=3)
    word = in_report(contents, *chapters, deep, *many)
    wide = word.values("//w:p[w:pPr/w:pStyle/@w:val='TOC3'][last()]/w:pPr/w:ind/@w:left")
    assert wide == ["1361"]


def test_contents_without_headings_are_a_title_alone() -> None:
    word = _contents()
    assert word.paragraphs("TOCHeading") == ["Inhoud"]
    assert word.values("//w:instrText/text()") == []


def test_entry_without_a_page_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        render_docx(report(), house_style(), {}, 1)
