"""The letterhead: in frames of the text, first, in reading order."""

from __future__ import annotations

from dataclasses import replace

from pipeline.document import nodes as n
from tests.render.docx.word import Word, words, written
from tests.trees import letter, letterhead, text


def _with(front: n.Letterhead) -> Word:
    return written(replace(letter(), front=front))


def _framed(word: Word) -> list[str]:
    return [words(each) for each in word.find("//w:body/w:p[w:pPr/w:framePr]")]


def test_reader_meets_sender_addressee_reference_and_fields_before_the_text() -> None:
    word = written(letter())
    framed = _framed(word)
    assert framed[0].startswith("> Retouradres")
    assert framed[1].startswith("Aan de Voorzitter")
    assert framed.index("Turfmarkt 147") > framed.index("2500 EA Den Haag")
    assert framed[-3:-1] == [
        "Datum\t18 december 2026",
        "Betreft\tVoortgang Strategische Agenda’s regio en Rijk",
    ]
    assert word.paragraphs()[: len(framed)] == framed


def test_classification_is_read_after_the_sender_in_capitals() -> None:
    framed = _framed(_with(replace(letterhead(), classification="Departementaal vertrouwelijk")))
    assert framed[1] == "DEPARTEMENTAAL VERTROUWELIJK"
    assert framed[2].startswith("Aan de Voorzitter")


def test_nothing_readable_stands_in_a_text_box() -> None:
    word = written(letter())
    assert "word/document.xml" in word.files
    for name, data in word.files.items():
        assert b"txbxContent" not in data, name


def test_frames_are_placed_from_the_corner_of_the_page() -> None:
    word = written(letter())
    first = "//w:body/w:p[1]/w:pPr/w:framePr"
    assert word.values(f"{first}/@w:hAnchor | {first}/@w:vAnchor") == ["page", "page"]
    assert word.values(f"{first}/@w:x") == ["1587"]
    assert word.values(f"{first}/@w:y") == ["2710"]


def test_frame_properties_follow_the_style_and_precede_the_rest() -> None:
    before = written(letter()).values("//w:framePr/preceding-sibling::*/@w:val")
    assert before
    assert set(before) <= {
        "Retouradres",
        "Toezendgegevens",
        "Referentiegegevens",
        "ReferentiegegevensBold",
        "WitregelW1",
        "WitregelW2",
        "DatumBetreft",
    }


def test_groups_of_the_reference_column_have_labels_emphasis_and_white_between() -> None:
    groups = (
        n.ReferenceGroup(((text("DG Koninkrijksrelaties"),),), emphasis="bold"),
        n.ReferenceGroup(((text("2026-1"),),), label="Onze referentie"),
        n.ReferenceGroup(((text("Noem datum en referentie."),),), emphasis="italic"),
    )
    word = _with(replace(letterhead(), reference=groups))
    assert word.paragraphs("ReferentiegegevensBold") == ["DG Koninkrijksrelaties", "Onze referentie"]
    assert word.paragraphs("ReferentiegegevensCursief") == ["Noem datum en referentie."]
    assert len(word.find("//w:body/w:p[w:pPr/w:pStyle/@w:val='WitregelW1'][w:pPr/w:framePr]")) == 2


def test_reference_column_of_twelve_groups_stays_one_frame() -> None:
    word = _with(letterhead(groups=12))
    places = set(word.values("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Referentie')]/w:pPr/w:framePr/@w:y"))
    assert len(places) == 1
    assert word.paragraphs("ReferentiegegevensBold") == ["Onze referentie"] * 12


def test_letter_without_reference_column_has_no_frame_for_it() -> None:
    word = _with(replace(letterhead(), reference=(), follow_up=()))
    assert not [style for style in word.styles() if style.startswith("Referentie")]
