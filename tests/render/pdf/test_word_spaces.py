"""The text of a PDF has a space between two words, wherever its lines end, and none inside a word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.document.text import plain_text
from tests.render.pdf.measure import render
from tests.render.pdf.tags import Tags
from tests.trees import LOREM, annex, cell, one_page_letter, row, text

WORDS = "En dan nog een regio-overleg over bereikbaarheidsvraagstukken: 22,5 miljoen, of “meer”."


def words_of(*paragraphs: n.Block) -> list[str]:
    document = number_document(replace(one_page_letter(), body=paragraphs))[0]
    tags = Tags(render(document).data)
    return [tags.words(found) for found in tags.kids(tags.root) if found.S == "/P"]


def marked(part: tuple[int, str]) -> n.Inline:
    kind, words = part
    inside = (text(words),)
    kinds: tuple[n.Inline, ...] = (
        text(words),
        n.Strong(inside),
        n.Emphasis(inside),
        n.Link("https://example.org/", inside),
        n.Language("en", inside),
    )
    return kinds[kind]


PIECES = st.sampled_from(["woord", "regio-overleg", " ", " dan ", "nog een ", " met", ".", "lang" * 9])
PARTS = st.lists(st.tuples(st.integers(0, 4), PIECES), min_size=20, max_size=60)


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(PARTS)
def test_words_are_parted_as_in_the_tree_however_they_are_marked_up(parts: list[tuple[int, str]]) -> None:
    children = (text("Begin "), *(marked(part) for part in parts), text(" einde."))
    wanted = " ".join(plain_text(children).split())
    assert words_of(n.Paragraph(children)) == [wanted]


def test_a_space_for_which_its_line_has_no_room_parts_words_before_other_words() -> None:
    terms = [f"Omega en nog {'i' * length}" for length in range(5, 45)]
    emphasis = n.Emphasis((text("fijne woorden"),))
    pairs = tuple(n.Definition((text(f"{term} "), emphasis), (n.Paragraph((text("a"),)),)) for term in terms)
    document = replace(one_page_letter(), body=(n.DefinitionList(pairs),))
    tags = Tags(render(document).data)
    labels = [tags.words(found) for found in tags.walk(tags.root) if found.S == "/Lbl"]
    assert labels[-len(terms) :] == [f"{term} fijne woorden" for term in terms]


def test_two_words_on_two_pages_are_parted() -> None:
    body = tuple(n.Paragraph((text((LOREM * 9).strip()),)) for _ in range(4))
    assert words_of(*body) == [(LOREM * 9).strip()] * 4


@pytest.mark.parametrize(
    "word",
    ["regio-" * 40 + "overleg", "a" * 300, "https://example.org/" + "pad/" * 60, "zacht\u00adjes" * 60],
)
def test_a_word_over_lines_stays_one_word(word: str) -> None:
    (found,) = words_of(n.Paragraph((text(f"Voor {word} na."),)))
    assert found == f"Voor {word} na.".replace("\u00ad", "")
    assert "\u2010" not in found


def test_a_forced_line_end_parts_words() -> None:
    assert words_of(n.Paragraph((text("een"), n.LineBreak(), text("twee")))) == ["een twee"]


def test_a_space_before_a_word_after_a_call_stays_there() -> None:
    filler = "woord " * 11
    body = [
        n.Paragraph((text(filler + "i" * letters), n.Footnote((text("Noot."),)), text(" verder " + LOREM)))
        for letters in range(1, 30)
    ]
    for number, found in enumerate(words_of(*body), 1):
        assert f"i{number} verder" in found.replace(f"{number} Noot.", "")


def test_words_in_cells_and_headings_are_parted() -> None:
    table = n.Table((0.3, 0.7), (row(cell(WORDS, "row"), cell(WORDS, align="right")),))
    heading = n.Heading(1, (text(WORDS + " " + WORDS),))
    tags = Tags(render(replace(annex(), body=(heading, table))).data)
    assert [tags.words(found) for found in (*tags.all("TH"), *tags.all("TD"))] == [WORDS, WORDS]
    assert tags.words(tags.all("H1")[0]) == f"{WORDS} {WORDS}"


def test_a_letter_and_an_accent_say_their_own_wherever_they_stand() -> None:
    words = "Een q\u0300, daarna \u1f85\u0300 en \u1f85, quasi x\u0300."
    assert words_of(n.Paragraph((text(words),))) == [words]
