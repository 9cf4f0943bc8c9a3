"""Typography of the house style: what a writer types straight is printed as it should be."""

from __future__ import annotations

import pytest

from pipeline.compose.typography import typeset, typeset_words
from pipeline.diagnostics import Source
from pipeline.document.nodes import (
    CrossReference,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)

NB = "\u00a0"
PLACE = Source("a.yaml", ("tekst",))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        # quotes and apostrophes
        ('Een "woord" hier', "Een “woord” hier"),
        ("Een 'woord' hier", "Een ‘woord’ hier"),
        ("\"Hij zei 'ja'.\"", "“Hij zei ‘ja’.”"),
        ("regio's en foto's", "regio’s en foto’s"),
        ("'s-Hertogenbosch", "’s-Hertogenbosch"),
        ("te 's-Gravenhage en 's Rijks kas", "te ’s-Gravenhage en ’s Rijks kas"),
        ("‘s-Hertogenbosch", "’s-Hertogenbosch"),
        ("in 't veld, de jaren '90", "in ’t veld, de jaren ’90"),
        ("'in 's Rijks kas'", "‘in ’s Rijks kas’"),
        ('("aanhef")', "(“aanhef”)"),
        ('A/"B"', "A/“B”"),
        # dashes and dots
        ("dit - en dat - ook", "dit – en dat – ook"),
        ("dit -- dat", "dit – dat"),
        ("West-Brabant, 36800-VII, p. 25-36", f"West-Brabant, 36800-VII, p.{NB}25-36"),
        ("wacht...", "wacht…"),
        ("inhoud.......", "inhoud......."),
        # spaces at which no line may break
        ("nr. 97", f"nr.{NB}97"),
        ("zie art. 3 en p. 4", f"zie art.{NB}3 en p.{NB}4"),
        ("op 24 april 2026", f"op 24{NB}april 2026"),
        ("€ 30 miljoen", f"€{NB}30{NB}miljoen"),
        ("3,1 miljard", f"3,1{NB}miljard"),
        ("2500 EA Den Haag", f"2500{NB}EA Den Haag"),
        ("in 2026 EU-breed", "in 2026 EU-breed"),
        ("Stb. 2011, 35", f"Stb.{NB}2011, 35"),
        (
            "Kamerstukken II 2025/26, 36800-VII, nr. 97",
            f"Kamerstukken{NB}II 2025/26, 36800-VII, nr.{NB}97",
        ),
        ("Handelingen I 2025/26", f"Handelingen{NB}I 2025/26"),
        ("mr. dr. J.A. de Vries", f"mr.{NB}dr.{NB}J.A.{NB}de Vries"),
        ("Het kan. De rest", "Het kan. De rest"),
        ("de stap. 3 keer", "de stap. 3 keer"),
        # white space
        ("  een\n   twee\t drie ", "een twee drie"),
        (f"al{NB}vast", f"al{NB}vast"),
        ("", ""),
    ],
)
def test_words_are_printed_as_the_house_style_asks(typed: str, printed: str) -> None:
    assert typeset_words(typed) == printed


@pytest.mark.parametrize("word", ["Rijk", "naïef", "“al goed”", "§ 3", "50%", "a*b"])
def test_other_words_stay_as_they_are(word: str) -> None:
    assert typeset_words(word) == word


@pytest.mark.parametrize("address", ["https://a.nl/p...q'r", "www.a.nl/o'b", "mailto:o'b@a.nl", "o.b@a-b.nl"])
def test_addresses_are_never_changed(address: str) -> None:
    assert typeset_words(f"zie {address}") == f"zie {address}"


def texts(inlines: tuple[Inline, ...]) -> list[str]:
    found: list[str] = []
    for inline in inlines:
        if isinstance(inline, Text):
            found.append(inline.text)
        elif isinstance(inline, Strong | Emphasis | Link):
            found += texts(inline.children)
    return found


def test_a_quote_before_emphasis_opens() -> None:
    run = (Text('Een "'), Strong((Text("vet"),)), Text('" woord'))
    assert texts(typeset(run)) == ["Een “", "vet", "” woord"]


def test_a_space_that_binds_may_stand_in_another_node() -> None:
    run = (Text("nr. "), Emphasis((Text("97"),)))
    assert texts(typeset(run)) == [f"nr.{NB}", "97"]


def test_a_quote_closes_before_and_after_a_note() -> None:
    note = Footnote((Text("noot"),))
    assert texts(typeset((Text('"een'), note, Text('" en "twee"'), note))) == ["“een", "” en “twee”"]


def test_the_call_of_a_note_keeps_the_white_space_around_it() -> None:
    run = (Text("een"), Footnote((Text("noot"),)), Text(" twee"))
    assert texts(typeset(run)) == ["een", " twee"]


def test_a_quote_around_a_cross_reference() -> None:
    assert texts(typeset((Text("'"), CrossReference("tabel"), Text("'")))) == ["‘", "’"]


def test_white_space_around_a_line_break_goes() -> None:
    assert typeset((Text(" een "), LineBreak(), Text(" twee"))) == (Text("een"), LineBreak(), Text("twee"))


def test_white_space_is_not_doubled_between_nodes() -> None:
    assert texts(typeset((Text("een "), Strong((Text(" twee"),))))) == ["een ", "twee"]


def test_a_text_that_became_shorter_is_split_so_that_columns_stay_right() -> None:
    run = (Text("  wacht... nog  even", PLACE),)
    assert typeset(run) == (
        Text("wacht…", PLACE.inside(0, 2)),
        Text(" nog ", PLACE.inside(0, 10)),
        Text("even", PLACE.inside(0, 16)),
    )


def test_empty_nodes_go() -> None:
    assert typeset((Text(" "), Strong((Text(" "),)))) == ()
