"""Every character that the house style's letters lack, or that nobody sees, is found at its column."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.compose.characters import check_characters
from pipeline.diagnostics import Location, Source
from pipeline.document import nodes as n
from tests.styles import house_style
from tests.trees import letter

PLACE = Source("content/brieven/b/brief.yaml", ("tekst",), 2, 3)
STYLE = house_style()


def document(*blocks: n.Block) -> n.Document:
    return replace(letter(), body=blocks)


def paragraph(text: str) -> n.Paragraph:
    return n.Paragraph((n.Emphasis((n.Text(text, PLACE),)),))


INVISIBLE = "Hier staat een onzichtbaar teken ({}) dat niet kan worden afgedrukt."
FOREIGN = "Het teken “{}” ({}) staat niet in het lettertype van de huisstijl."
MISPLACED = "Het teken “{}” ({}) komt in een PDF niet op zijn plaats."
LETTERS = "Schrijf het met gewone letters, of in woorden."
AGAIN = "Haal het teken weg: typ het woord opnieuw."


@pytest.mark.parametrize(
    ("char", "message", "hint"),
    [
        (
            "\uf0b7",
            INVISIBLE.format("U+F0B7"),
            "Dit is een teken uit Word: typ een streepje en een spatie voor een opsomming.",
        ),
        (
            "\u00ad",
            INVISIBLE.format("U+00AD"),
            "Haal het onzichtbare afbreekstreepje weg; woorden worden vanzelf afgebroken.",
        ),
        ("\u200b", INVISIBLE.format("U+200B"), "Haal de onzichtbare spatie weg."),
        ("\u200f", INVISIBLE.format("U+200F"), AGAIN),
        ("\t", INVISIBLE.format("U+0009"), "Gebruik een spatie in plaats van een tab."),
        ("\x01", INVISIBLE.format("U+0001"), AGAIN),
        (
            "\ufffd",
            FOREIGN.format("\ufffd", "U+FFFD"),
            "Hier stond een teken dat niet in een document kan; typ het opnieuw.",
        ),
        ("\ufe08", INVISIBLE.format("U+FE08"), AGAIN),
        (
            "\u05bc",
            "Hier staat een Hebreeuws klinkerteken (U+05BC); dat komt in een PDF niet op zijn plaats.",
            "Schrijf het woord zonder klinkertekens, of met gewone letters.",
        ),
        ("\u034f", INVISIBLE.format("U+034F"), AGAIN),
        ("\u05d0", MISPLACED.format("\u05d0", "U+05D0"), LETTERS),
        ("\u0eb3", MISPLACED.format("\u0eb3", "U+0EB3"), LETTERS),
        ("\u0338", MISPLACED.format("\u0338", "U+0338"), LETTERS),
        (
            "\ufb01",
            "Hier staan letters als één teken (“\ufb01”, U+FB01); dat komt vaak uit een PDF.",
            "Typ de letters los: fi.",
        ),
        ("漢", FOREIGN.format("漢", "U+6F22"), LETTERS),
        ("🎉", FOREIGN.format("🎉", "U+1F389"), LETTERS),
    ],
)
def test_a_character_that_cannot_be_printed(char: str, message: str, hint: str) -> None:
    findings = check_characters(document(paragraph(f"Een {char} twee {char}")), STYLE)
    assert [(each.code.number, each.message, each.where, each.hint) for each in findings] == [
        ("KAM605", message, PLACE.inside(0, 4), hint)
    ]


@pytest.mark.parametrize("words", ["\u0301e", "Een \u0301e"])
def test_an_accent_without_a_letter_before_it(words: str) -> None:
    (finding,) = check_characters(document(paragraph(words)), STYLE)
    assert finding.message == "Hier staat een los accent (U+0301), zonder letter ervoor."
    assert finding.where == PLACE.inside(0, words.index("\u0301"))


def test_an_accent_on_a_letter_can_be_printed() -> None:
    assert check_characters(document(paragraph("q\u0301")), STYLE) == ()


def test_ordinary_dutch_and_frisian_can_be_printed() -> None:
    words = "“Súdwest-Fryslân” ‘naïef’ – € 30\u00a0miljoen … ½ m² ≤ 5 °C, œ Œ ij Ĳ ÿ ş ğ ł §"
    assert check_characters(document(paragraph(words)), STYLE) == ()


def test_the_sample_letter_can_be_printed() -> None:
    assert check_characters(letter(), STYLE) == ()


def test_words_outside_paragraphs_are_checked_too() -> None:
    picture = n.Picture(b"", "svg", 1, 1)
    row = n.Row((n.Cell((paragraph("x"),)),))
    findings = check_characters(
        document(
            n.Figure(picture, "alt 漢", source=PLACE),
            n.Table((1.0,), (row,), summary="som 漢", source=PLACE),
            n.Heading(1, (n.Text("x"),), label="kans 漢", source=PLACE),
        ),
        STYLE,
    )
    assert [each.where for each in findings] == [
        PLACE.inside(0, 4),
        PLACE.inside(0, 4),
        PLACE.inside(0, 5),
    ]


def test_a_character_of_the_template_is_shown_with_its_words() -> None:
    findings = check_characters(document(n.Paragraph((n.Text("Van het sjabloon 漢"),))), STYLE)
    assert [each.where for each in findings] == [Location("templates")]
    assert "Van het sjabloon" in findings[0].message
