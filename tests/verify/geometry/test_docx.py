"""What is found in a Word file that tokens cannot plant: parts that are changed after it was made."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache

import pytest

from pipeline.document import nodes as n
from pipeline.verify.docx.reading import open_docx
from pipeline.verify.geometry.docx import docx_geometry
from tests.styles import house_style
from tests.verify.geometry.planted import document, made_docx, messages, subject

MAIN, STYLES = "word/document.xml", "word/styles.xml"


@cache
def made(name: str) -> bytes:
    return made_docx(document(name), house_style())


def changed(name: str, part: str, old: str, new: str) -> list[str]:
    """Return what is found in a file in which the first ``old`` (a pattern) of a part is ``new``."""
    shown = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made(name))) as package, zipfile.ZipFile(shown, "w") as target:
        for entry in package.infolist():
            data = package.read(entry)
            if entry.filename == part:
                text, count = re.subn(old, new, data.decode(), count=1, flags=re.DOTALL)
                assert count == 1, f"{old} is not in {part}"
                data = text.encode()
            target.writestr(entry, data)
    return found(shown.getvalue(), document(name))


def found(data: bytes, tree: n.Document) -> list[str]:
    return messages(docx_geometry(open_docx(data), subject(tree)))


def test_file_as_it_was_made_has_no_findings() -> None:
    assert found(made("short"), document("short")) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("&gt; Retouradres[^<]*", "Het retouradres"),
        ("Aan de Voorzitter[^<]*", "De adressering"),
        ("Turfmarkt 147", "De referentiekolom"),
        ("18 december 2026", "Het vak met datum en betreft"),
    ],
)
def test_block_with_other_words_is_absent(words: str, name: str) -> None:
    assert f"{name} ontbreekt." in changed("short", MAIN, words, "Iets anders")


def test_block_outside_its_frame_is_absent() -> None:
    pattern = r'<w:pStyle w:val="Retouradres"/><w:framePr[^>]*/>'
    assert (
        changed("short", MAIN, pattern, '<w:pStyle w:val="Retouradres"/>')[0] == "Het retouradres ontbreekt."
    )


def test_file_without_a_section_has_no_pages_to_measure() -> None:
    assert changed("annex", MAIN, "<w:sectPr.*</w:sectPr>", "")[0] == "De bladspiegel ontbreekt."


def test_font_that_is_not_of_the_house_style_is_found() -> None:
    assert "Het Word-bestand vraagt het lettertype “Calibri”; de huisstijl noemt “Verdana”." in changed(
        "short", STYLES, 'w:ascii="Verdana"', 'w:ascii="Calibri"'
    )


def test_colour_that_is_not_of_the_house_style_is_found() -> None:
    assert "Het Word-bestand noemt de kleur #ff0000, die niet bij de huisstijl hoort." in changed(
        "pair", STYLES, 'w:val="154273"', 'w:val="FF0000"'
    )


def test_leading_that_grows_with_the_letters_is_found() -> None:
    pattern = r'(w:styleId="Toezendgegevens".*?)w:lineRule="exact"'
    assert changed("short", STYLES, pattern, r'\1w:lineRule="auto"') == [
        "De adressering heeft in Word geen vaste regelafstand."
    ]


def test_bold_that_the_tree_does_not_ask_for_is_found() -> None:
    pattern = r'(w:styleId="Toezendgegevens".*?<w:rPr>)'
    assert changed("short", STYLES, pattern, r"\1<w:b/>") == [
        "De adressering is in Word ten onrechte wel of niet vet of cursief."
    ]


def test_inherited_size_counts() -> None:
    pattern = r'(w:styleId="Referentiegegevens".*?)<w:sz w:val="13"/>'
    assert any(
        message.startswith("De referentiekolom heeft letters die")
        for message in changed("short", STYLES, pattern, r'\1<w:sz w:val="16"/>')
    )


def test_direct_formatting_counts_over_the_style() -> None:
    pattern = r"(<w:r>)(<w:t [^>]*>Dit is een korte)"
    assert changed("short", MAIN, pattern, r'\1<w:rPr><w:sz w:val="20"/></w:rPr>\2') == [
        "De tekst heeft letters die 1,0 pt groter zijn dan in de huisstijl (10,0 in plaats van 9,0 pt)."
    ]


def test_call_of_a_note_stands_above_the_line() -> None:
    pattern = (
        r'(w:styleId="[^"]*"[^>]*><w:name w:val="footnote reference"/>.*?)<w:vertAlign w:val="superscript"/>'
    )
    assert changed("noted", STYLES, pattern, r"\1") == ["Een nootcijfer staat niet boven de regel."]


def test_drawing_that_is_not_placed_from_the_corner_of_the_page_is_absent() -> None:
    assert "De plaats van het logo ontbreekt." in changed(
        "short", first_header(), 'relativeFrom="page"', 'relativeFrom="margin"'
    )


def test_white_above_the_first_heading_of_a_page_is_found() -> None:
    pattern = r"<w:pageBreakBefore/><w:spacing [^>]*/>"
    with_white = '<w:pageBreakBefore/><w:spacing w:before="600"/>'
    assert any(
        message.startswith("De witruimte boven de eerste regel van een bladzijde is 10,6 mm groter")
        for message in changed("report", MAIN, pattern, with_white)
    )


def first_header() -> str:
    with zipfile.ZipFile(io.BytesIO(made("short"))) as package:
        return next(each for each in package.namelist() if b"wp:anchor" in package.read(each))
