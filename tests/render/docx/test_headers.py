"""Headers and footers: furniture, by page and kind of document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.document import nodes as n
from tests.render.docx.word import Word, select, written
from tests.styles import house_style
from tests.trees import annex, letter, letterhead, one_page_letter, report

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)


def _part(word: Word, kind: str, pages: str, section: int = -1) -> str:
    """The name of the header or footer of a section, for its first or its other pages."""
    sections = word.find("//w:sectPr")
    relation = sections[section].xpath(
        f"w:{kind}Reference[@w:type='{pages}']/@r:id",
        namespaces={key: sections[0].nsmap[key] for key in ("w", "r")},
    )
    assert isinstance(relation, list)
    targets = word.values(f"//rel:Relationship[@Id='{relation[0]}']/@Target", "word/_rels/document.xml.rels")
    return f"word/{targets[0].removeprefix('/word/')}"


def test_first_page_of_a_letter_differs_from_the_others() -> None:
    word = written(letter())
    assert len(word.find("//w:sectPr/w:titlePg")) == 1
    assert "Koninkrijksrelaties" in word.paragraphs("Woordmerk", _part(word, "header", "first"))
    follow = _part(word, "header", "default")
    assert word.paragraphs("Woordmerk", follow) == []
    assert word.paragraphs("ReferentiegegevensBold", follow) == ["Datum", "Onze referentie"]


def test_every_page_of_a_letter_has_its_number_and_the_notice() -> None:
    word = written(letter(), pages=3)
    for pages, shown in (("first", "Pagina 1 van 3"), ("default", "Pagina 2 van 3")):
        footer = _part(word, "footer", pages)
        assert word.paragraphs("Paginering", footer) == [shown]
        assert word.values("//w:instrText/text()", footer) == [" PAGE ", " NUMPAGES "]
        assert word.paragraphs("Aanduiding", footer) == ["Voorbeeld, geen officiële uitgave"]


def test_watermark_and_notice_stay_away_when_the_tree_has_none() -> None:
    word = written(one_page_letter())
    assert not any(b"PowerPlusWaterMark" in data for data in word.files.values())
    assert word.paragraphs("Aanduiding", _part(word, "footer", "first")) == []


def test_watermark_stands_in_every_header_with_its_own_name() -> None:
    word = written(report())
    headers = [name for name in word.files if name.startswith("word/header")]
    names = [word.values("//@id[starts-with(., 'PowerPlus')]", name) for name in headers]
    assert all(len(found) == 1 for found in names)
    assert len({found[0] for found in names}) == len(headers) == 2


def test_watermark_has_the_proportions_and_the_colour_of_its_letters() -> None:
    word = written(report())
    header = _part(word, "header", "default")
    shape = word.find("//*[starts-with(@id, 'PowerPlus')]", header)[0]
    look = dict(pair.split(":") for pair in str(shape.get("style")).split(";"))
    width, height = (float(look[side].removesuffix("pt")) for side in ("width", "height"))
    # Seven bold capitals, each about as wide as high: without trimming Word would stretch them to the line.
    assert width / height == pytest.approx(6.95, abs=0.1)
    assert height == pytest.approx(0.756 * house_style().watermark.size, abs=1)
    assert look["rotation"] == "315"
    assert shape.get("fillcolor") == house_style().colors.watermark
    assert word.values("//*[local-name()='textpath']/@trim", header) == ["t"]


def test_cover_has_no_number_and_no_running_title() -> None:
    word = written(report())
    assert word.find("//w:p//w:sectPr/w:footerReference") == []
    cover = _part(word, "header", "default", section=0)
    assert "Strategische agenda Voorbeeld" not in word.paragraphs(name=cover)
    assert word.paragraphs("Aanduiding", cover) == ["Voorbeeld, geen officiële uitgave"]


def test_running_title_stands_on_every_page_after_the_cover() -> None:
    word = written(report())
    text = word.find("//w:body/w:sectPr")[0]
    assert select(text, "w:titlePg") == []
    assert "Strategische agenda Voorbeeld" in word.paragraphs(name=_part(word, "header", "default"))


def test_running_title_stays_away_from_the_page_with_the_title_of_an_annex() -> None:
    word = written(annex())
    title = word.paragraphs("Title")[0]
    assert len(word.find("//w:body/w:sectPr/w:titlePg")) == 1
    assert title not in word.paragraphs(name=_part(word, "header", "first"))
    assert title in word.paragraphs(name=_part(word, "header", "default"))


def test_placeholder_of_the_logo_has_its_alternative_and_decoration_says_so() -> None:
    word = written(report())
    cover = _part(word, "header", "default", section=0)
    assert word.values("//wp:docPr/@descr", cover) == ["Plaats voor het logo van de afzender"]
    assert b"decorative" in word.files[cover]


def test_own_logo_replaces_the_placeholder() -> None:
    logo = n.Picture(PNG, "png", 26, 40)
    front = replace(letterhead(), logo=logo, logo_alt="Logo van het ministerie")
    word = written(replace(letter(), front=front))
    first = _part(word, "header", "first")
    assert word.values("//wp:docPr/@descr", first) == ["Logo van het ministerie"]
    assert len(word.find("//a:blip", first)) == 1
    # Twice as wide as the box: scaled down to its 13 mm.
    assert word.values("//wp:extent/@cx", first) == ["468000"]


def test_numbers_of_drawings_are_unique_over_all_parts() -> None:
    word = written(report())
    parts = [name for name in word.files if name.startswith("word/") and name.endswith(".xml")]
    numbers = [number for name in parts for number in word.values("//wp:docPr/@id", name)]
    assert len(numbers) == len(set(numbers))
