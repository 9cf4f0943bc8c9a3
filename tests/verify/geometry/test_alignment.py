"""Pieces of text of a file are laid along the words of the tree that they belong to."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.house_style.tokens import TextStyle
from pipeline.verify.geometry.alignment import agreement, align, contiguous
from pipeline.verify.geometry.words import Piece, Words, compact

BODY = TextStyle(size=9, leading=12, before=0, after=0)
SMALL = TextStyle(size=6.5, leading=9, before=0, after=0)


@dataclass(frozen=True)
class Shown:
    text: str
    size: float = 9


def words(text: str, style: TextStyle = BODY, *, repeats: bool = False, to_page: bool = False) -> Words:
    characters = compact(text)
    return Words(
        "de tekst", "text", style, (Piece(characters),), characters, repeats=repeats, to_page=to_page
    )


def paged(pages: list[list[Shown]]) -> list[list[tuple[int, Shown]]]:
    """Return pages as stretches of text: each piece with the number of its page."""
    return [[(number, piece) for piece in page] for number, page in enumerate(pages, 1)]


def laid(pages: list[list[Shown]], *tree: Words) -> list[tuple[str, str, int]]:
    """Return each piece with the words that it is of, and its page."""
    return [(each.shown.text, each.words.characters, each.page) for each in align(paged(pages), tree).placed]


def test_pieces_of_one_paragraph_follow_each_other_over_a_page_end() -> None:
    found = laid(
        [[Shown("Een alinea "), Shown("die doorgaat")], [Shown("op een volgend blad.")]],
        words("Een alinea die doorgaat op een volgend blad."),
    )
    assert [page for *_, page in found] == [1, 1, 2]
    assert len(found) == 3


def test_note_between_two_halves_of_a_paragraph_keeps_them_together() -> None:
    pages = [
        [Shown("Een alinea met 1 "), Shown("1 ", 6.5), Shown("De noot.", 6.5)],
        [Shown("juli als eind.")],
    ]
    found = laid(pages, words("Een alinea met 1 juli als eind."), words("1De noot.", SMALL))
    assert [text for text, owner, _ in found if owner.startswith("Een")] == [
        "Een alinea met 1 ",
        "juli als eind.",
    ]
    assert [text for text, owner, _ in found if owner.startswith("1De")] == ["1 ", "De noot."]


def test_number_belongs_to_the_words_of_its_size() -> None:
    pages = [[Shown("1 ", 6.5), Shown("Noot over iets.", 6.5), Shown("1")]]
    found = laid(pages, words("1"), words("1Noot over iets.", SMALL))
    assert [owner for _, owner, _ in found] == ["1Nootoveriets.", "1Nootoveriets.", "1"]


def test_call_at_the_end_goes_to_its_paragraph_whatever_its_size() -> None:
    pages = [[Shown("Met een noot."), Shown("1", 6.5), Shown("1 ", 6.5), Shown("De noot.", 6.5)]]
    found = laid(pages, words("Met een noot.1"), words("1De noot.", SMALL))
    assert [owner for _, owner, _ in found] == ["Meteennoot.1"] * 2 + ["1Denoot."] * 2


def test_equal_words_are_taken_in_order() -> None:
    first, second = words("Gelijk"), words("Gelijk")
    placed = align(paged([[Shown("Gelijk"), Shown("Gelijk")]]), (first, second)).placed
    assert [each.words for each in placed] == [first, second]
    assert placed[0].words is first
    assert placed[1].words is second


def test_words_that_begin_alike_are_told_apart_by_all_that_follows() -> None:
    first, second = words("De regio en het Rijk beginnen."), words("De regio en het Rijk gaan door.")
    pages = [
        [Shown("De regio en het Rijk "), Shown("gaan door.")],
        [Shown("De regio en het Rijk "), Shown("beginnen.")],
    ]
    placed = align(paged(pages), (first, second)).placed
    assert [each.words is second for each in placed] == [True, True, False, False]
    assert align(paged(pages), (first, second)).others == ()


def test_words_that_agree_longest_are_meant_when_none_agree_to_their_end() -> None:
    pages = [[Shown("De regio en het Rijk "), Shown("gaan door,"), Shown("Iets anders")]]
    first, second = words("De regio en het Rijk beginnen."), words("De regio en het Rijk gaan door, en meer.")
    assert {owner for _, owner, _ in laid(pages, first, second)} == {second.characters}


def test_words_that_a_page_end_cuts_off_are_not_taken_for_shorter_words_after_them() -> None:
    item, paragraph = words("www.voorbeeld.nl"), words("www.voorbeeld.nl is de plaats van alle stukken.")
    pages = [
        [Shown("www.voorbeeld.nl "), Shown("is de plaats "), Shown("1 ", 6.5), Shown("De noot.", 6.5)],
        [Shown("van alle stukken."), Shown("www.voorbeeld.nl")],
    ]
    placed = align(paged(pages), (paragraph, item, words("1De noot.", SMALL))).placed
    assert [each.page for each in placed if each.words is item] == [2]
    assert len(placed) == 6


def test_words_at_the_end_of_a_page_are_not_taken_for_equal_words_elsewhere() -> None:
    paragraph, cell = words("Wij spreken elkaar in Q2 2027 over de haven."), words("Q2 2027", SMALL)
    pages = [
        [Shown("Wij spreken elkaar in "), Shown("Q2 2027 "), Shown("1 ", 6.5), Shown("De noot.", 6.5)],
        [Shown("over de haven."), Shown("Q2 2027", 6.5)],
    ]
    for other in (cell, words("Q2 2027")):
        placed = align(paged(pages), (paragraph, other, words("1De noot.", SMALL))).placed
        assert [each.shown.text for each in placed if each.words is other] == ["Q2 2027"]
        assert len(placed) == 6


def test_dots_and_the_number_of_a_page_are_no_words_but_only_behind_a_line_of_the_contents() -> None:
    entry, number = words("Wonen", to_page=True), words("3")
    for led in ([Shown("..."), Shown(".. "), Shown("3")], [Shown(" 3")]):
        alignment = align(paged([[Shown("Wonen"), *led, Shown("3")]]), (number, entry))
        assert [each.shown.text for each in alignment.placed] == ["Wonen", "3"]
        assert alignment.others == ()
    others = align(
        paged([[Shown("..."), Shown("4"), Shown("Wonen"), Shown("Iets"), Shown("4")]]), (entry,)
    ).others
    assert [each.text for _, each in others] == ["...", "4", "Iets", "4"]


def test_head_of_a_table_may_return_and_other_words_may_not() -> None:
    pages = [[Shown("Kop"), Shown("Cel")], [Shown("Kop"), Shown("Cel")]]
    alignment = align(paged(pages), (words("Kop", repeats=True), words("Cel")))
    assert [(each.shown.text, each.page) for each in alignment.placed] == [("Kop", 1), ("Cel", 1), ("Kop", 2)]
    assert [(page, shown.text) for page, shown in alignment.others] == [(2, "Cel")]


def test_hyphen_of_a_broken_word_is_not_of_the_words() -> None:
    (whole,) = {owner for _, owner, _ in laid([[Shown("verte-"), Shown("gen")]], words("vertegen"))}
    assert whole == "vertegen"
    assert agreement("Zuid-Holland", 0, "Zuid-") == 5
    assert agreement("vertegen", 0, "verte-") == 5
    assert agreement("vertegen", 0, "-") == 0


def test_text_of_nothing_in_the_tree_is_left_over() -> None:
    alignment = align(paged([[Shown("2027"), Shown("  ")]]), (words("Iets anders"),))
    assert alignment.placed == ()
    assert [shown.text for _, shown in alignment.others] == ["2027"]


def test_first_letters_alone_do_not_begin_words() -> None:
    alignment = align(paged([[Shown("Een "), Shown("tweede")]]), (words("Een alinea"),))
    assert alignment.placed == ()


def test_file_without_words_and_tree_without_words() -> None:
    assert align([], (words("Iets"),)).placed == ()
    assert align(paged([[Shown("Iets")]]), ()).placed == ()


def test_block_is_found_wherever_its_words_stand_together() -> None:
    pieces = [compact(text) for text in ("Datum", "x", "Datum ", "18 december", "Datum")]
    assert list(contiguous(pieces, "Datum18december", whole=True)) == [range(2, 4)]
    assert list(contiguous(pieces, "Datum", whole=True)) == [range(1), range(2, 3), range(4, 5)]
    assert list(contiguous(pieces, "Betreft", whole=True)) == []


def test_words_may_go_on_in_the_last_piece_only_when_not_whole() -> None:
    pieces = [compact("Pagina 1 van 3")]
    assert list(contiguous(pieces, "Pagina1van", whole=False)) == [range(1)]
    assert list(contiguous(pieces, "Pagina1van", whole=True)) == []


def test_spaces_hyphens_and_ligatures_do_not_matter() -> None:
    assert compact("Pagina\N{NO-BREAK SPACE}1\n van") == "Pagina1van"
    assert compact("e\N{NON-BREAKING HYPHEN}mail") == compact("e\N{HYPHEN}mail") == "e-mail"
    assert compact("af\N{SOFT HYPHEN}breken") == "afbreken"
    assert compact("\N{LATIN SMALL LIGATURE FI}guur") == "figuur"
