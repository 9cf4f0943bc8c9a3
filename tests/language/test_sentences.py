from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.values import MarkdownText
from pipeline.diagnostics import Code, Diagnostic, Source
from pipeline.language.prose import Prose, prose_of
from pipeline.language.sentences import LONG_PARAGRAPH, paragraphs, readability, sentences

SOURCE = Source("content/a.yaml", ("tekst",))


def prose(typed: str) -> Prose:
    return prose_of(MarkdownText(typed, SOURCE))


def words(number: int) -> str:
    """Return a sentence of so many words."""
    return f"De {'regio ' * (number - 2)}groeit."


def found_in(typed: str) -> list[Diagnostic]:
    return list(sentences(prose(typed)))


def test_a_sentence_of_25_words_is_left_alone_and_one_of_26_is_long() -> None:
    assert found_in(words(25)) == []
    (finding,) = found_in(words(26))
    assert (finding.code, finding.message) == (Code.LONG_SENTENCE, "Deze zin is lang: 26 woorden.")


def test_a_sentence_of_more_than_40_words_is_called_much_too_long() -> None:
    assert found_in(words(40))[0].message == "Deze zin is lang: 40 woorden."
    assert found_in(words(41))[0].message == "Deze zin is veel te lang: 41 woorden."


def test_a_finding_begins_at_the_first_word_of_its_sentence() -> None:
    (finding,) = found_in(f"Kort.\nOok kort. {words(30)}")
    assert finding.where == SOURCE.inside(1, 10)
    assert finding.words.startswith("De regio regio")


@pytest.mark.parametrize(
    "typed",
    [
        f"{words(20)} {words(20)}",
        f"{words(20)}[@bron] {words(20)}",
        f"**{words(20)}** {words(20)}",
        f"“{words(20)}” {words(20)}",
        f"- {words(20)}\n- {words(20)}",
        f"1. {words(20)}\n2. {words(20)}",
        f"- de {'regio ' * 18}groeit;\n- het {'Rijk ' * 18}betaalt.",
        f"# {words(20)[:-1]}\n{words(20)}",
        f"{words(20)[:-1]}^[{words(20)[:-1]}]",
        f"| {words(20)} | {words(20)} |\n| --- | --- |\n| {words(20)} | {words(20)} |",
        f"{words(20)[:-1]}\n\n{words(20)}",
    ],
    ids=[
        "two",
        "source",
        "bold",
        "quoted",
        "items",
        "numbers",
        "halves",
        "heading",
        "note",
        "table",
        "paragraphs",
    ],
)
def test_what_only_looks_like_one_sentence_is_left_alone(typed: str) -> None:
    assert found_in(typed) == []


def test_a_shortened_word_does_not_make_a_long_sentence_look_short() -> None:
    assert len(found_in(f"Volgens {'de regio ' * 12} nr. 97 en {'het Rijk ' * 3}.")) == 1


def test_a_long_paragraph_is_told_once() -> None:
    text = " ".join([words(20)] * 7)
    (finding,) = found_in(text)
    assert (finding.code, finding.message) == (Code.LONG_PARAGRAPH, "Deze alinea telt 140 woorden.")
    assert LONG_PARAGRAPH < 140
    assert found_in(f"{text[: len(text) // 2]}\n\n{text[len(text) // 2 :]}") == []


def test_short_words_in_short_sentences_read_more_easily() -> None:
    plain = readability(prose("De regio groeit. Dat is goed voor wie hier woont."))
    heavy = readability(
        prose("Gebiedsgerichte samenwerkingsverbanden vertegenwoordigen uitvoeringsorganisaties.")
    )
    assert plain
    assert heavy
    assert plain.score > 70 > 10 > heavy.score
    assert (plain.sentences, plain.words) == (2, 10)


@pytest.mark.parametrize("typed", ["", "# Kop", "| a |\n| --- |\n| b |", "[@bron]"])
def test_a_text_without_a_sentence_has_no_figure(typed: str) -> None:
    assert readability(prose(typed)) is None


@given(st.text(alphabet="aA .!?\n-#*|[]^“”€1", max_size=120))
def test_paragraphs_stand_in_order_and_within_their_text(typed: str) -> None:
    found = list(paragraphs(prose(typed)))
    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(places)
    assert all(place <= len(typed) for place in places)
