"""The styles: names that a ministry user looks for, and measures from the tokens."""

from __future__ import annotations

import pytest

from pipeline.document import nodes as n
from tests.render.docx.word import Word, written
from tests.trees import annex, letter, report


def _measure(word: Word, identity: str, attribute: str) -> str:
    found = word.values(
        f"//w:style[@w:styleId='{identity}']/w:pPr/w:spacing/@w:{attribute}", "word/styles.xml"
    )
    return found[0]


def test_letter_has_the_names_of_the_house_style() -> None:
    names = set(written(letter()).values("//w:style/w:name/@w:val", "word/styles.xml"))
    assert names >= {
        "Normal",
        "Standaard vet",
        "Standaard cursief",
        "heading 1",
        "heading 2",
        "heading 3",
        "Lijst niveau 1",
        "Lijst niveau 2",
        "Lijst niveau 3",
        "Referentiegegevens",
        "Referentiegegevens bold",
        "Referentiegegevens cursief",
        "Rubricering",
        "Witregel W1",
        "Witregel W2",
        "header",
        "footer",
        "caption",
        "footnote text",
        "footnote reference",
        "Hyperlink",
        "toc 1",
        "toc 2",
    }


def test_titles_belong_to_reports_and_reference_data_to_letters() -> None:
    of_letter = set(written(letter()).values("//w:style/w:name/@w:val", "word/styles.xml"))
    of_report = set(written(report()).values("//w:style/w:name/@w:val", "word/styles.xml"))
    assert {"Title", "Subtitle"} <= of_report
    assert not {"Title", "Subtitle"} & of_letter
    assert "Referentiegegevens" not in of_report


@pytest.mark.parametrize("document", [letter(), report(), annex()], ids=["letter", "report", "annex"])
def test_every_style_that_a_paragraph_names_exists(document: n.Document) -> None:
    word = written(document)
    defined = set(word.values("//w:style/@w:styleId", "word/styles.xml"))
    parts = [name for name in word.files if name.startswith("word/") and name.endswith(".xml")]
    for part in parts:
        used = set(word.values("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", part))
        assert used <= defined, part
    related = set(word.values("//w:basedOn/@w:val | //w:next/@w:val", "word/styles.xml"))
    assert related <= defined


def test_leading_is_exact_and_in_twips() -> None:
    word = written(letter())
    assert _measure(word, "Normal", "line") == "240"
    assert _measure(word, "Normal", "lineRule") == "exact"
    assert _measure(word, "Referentiegegevens", "line") == "180"
    sizes = word.values("//w:style[@w:styleId='Referentiegegevens']/w:rPr/w:sz/@w:val", "word/styles.xml")
    assert sizes == ["13"]


def test_headings_of_a_report_are_larger_than_those_of_a_letter() -> None:
    path = "//w:style[@w:styleId='Heading1']/w:rPr/w:sz/@w:val"
    assert written(letter()).values(path, "word/styles.xml") == ["18"]
    assert written(report()).values(path, "word/styles.xml") == ["40"]


def test_headings_have_their_place_in_the_outline_and_stay_with_their_text() -> None:
    word = written(report())
    path = "//w:style[starts-with(@w:styleId, 'Heading')]"
    assert word.values(f"{path}//w:outlineLvl/@w:val", "word/styles.xml") == ["0", "1", "2", "3"]
    assert len(word.find(f"{path}/w:pPr/w:keepNext", "word/styles.xml")) == 4


def test_links_are_black_in_a_letter_and_blue_in_a_report() -> None:
    path = "//w:style[@w:styleId='Hyperlink']/w:rPr/w:color/@w:val"
    assert written(letter()).values(path, "word/styles.xml") == ["000000"]
    assert written(report()).values(path, "word/styles.xml") == ["01689B"]
