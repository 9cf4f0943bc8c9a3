"""The words of a tree have the letters, colours and edges of the house style."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.verify.geometry.flow import document_words
from pipeline.verify.geometry.words import Words
from tests.styles import house_style
from tests.trees import (
    amounts_table,
    annex,
    figure,
    letter,
    nested_list,
    one_page_letter,
    paragraph,
    report,
    signatures,
    text,
)

STYLE = house_style()
LEFT = STYLE.report.margins.left


def in_annex(*body: n.Block) -> tuple[Words, ...]:
    return document_words(number_document(replace(annex(), body=body))[0], STYLE)


def one(found: tuple[Words, ...], start: str) -> Words:
    return next(words for words in found if words.characters.startswith(start))


def test_heading_has_its_number_at_the_edge_and_its_words_at_the_indent() -> None:
    heading = one(in_annex(n.Heading(2, (text("Een kans"),), "k", "", "decimal")), "0.1")
    assert (heading.lead, heading.lead_left, heading.left) == (3, LEFT, LEFT + STYLE.report.number_indent)
    assert (heading.text, heading.pieces[0].bold) == (STYLE.styles.heading2, True)
    assert heading.pieces[0].color == STYLE.colors.lintblauw


def test_number_of_words_stands_in_the_line() -> None:
    heading = one(in_annex(n.Heading(1, (text("Bronnen"),), "b", "", "annex")), "Bijlage1")
    assert (heading.lead, heading.left) == (0, LEFT)


def test_headings_of_a_letter_are_alike_but_for_bold_and_italic() -> None:
    body = (n.Heading(1, (text("Eerste"),)), n.Heading(2, (text("Tweede"),)))
    found = document_words(replace(one_page_letter(), body=body), STYLE)
    first, second = one(found, "Eerste"), one(found, "Tweede")
    assert first.text == second.text == STYLE.styles.letter_heading
    assert (first.pieces[0].bold, first.pieces[0].italic) == (True, False)
    assert (second.pieces[0].bold, second.pieces[0].italic) == (False, True)


def test_lists_step_in_and_their_labels_stand_before_them() -> None:
    found = in_annex(nested_list())
    assert [words.left for words in found if words.characters == "•"] == [LEFT, LEFT]
    inner = one(found, "eersteonderdeel")
    assert inner.left == LEFT + 2 * STYLE.report.list_indent
    assert one(found, "a.").left == LEFT + STYLE.report.list_indent


def test_wide_labels_leave_the_edge_open() -> None:
    items = tuple(n.ListItem((paragraph(f"onderdeel {index}"),)) for index in range(12))
    found = in_annex(n.List("decimal", items))
    assert one(found, "onderdeel0").left is None


def test_words_of_a_cell_end_where_its_columns_do() -> None:
    row = n.Row((n.Cell((paragraph("a"),), colspan=2), n.Cell((paragraph("b"),))))
    found = in_annex(n.Table((0.2, 0.3, 0.5), (row,)), paragraph("c"))
    end = STYLE.page.width - STYLE.report.margins.right
    assert one(found, "a").right == pytest.approx((LEFT + end) / 2)
    assert one(found, "b").right == pytest.approx(end)
    assert one(found, "c").right is None


def test_table_has_a_bold_head_that_returns_and_a_bold_foot() -> None:
    found = in_annex(amounts_table())
    head, body, foot = one(found, "Bron"), one(found, "Rijk"), one(found, "Totaal")
    assert (head.repeats, body.repeats, foot.repeats) == (True, False, False)
    assert [words.pieces[0].bold for words in (head, body, foot)] == [True, False, True]
    assert head.pieces[0].color == STYLE.colors.lintblauw
    assert body.left == LEFT + STYLE.table.padding_x
    assert one(found, "€22,5").left is None


def test_caption_has_a_bold_number() -> None:
    caption = one(in_annex(amounts_table()), "Tabel1")
    assert [(piece.characters, piece.bold) for piece in caption.pieces] == [
        ("Tabel1", True),
        ("Middelenperjaar", False),
    ]


def test_text_after_a_picture_is_marked() -> None:
    found = in_annex(replace(figure(), caption=None), paragraph("Erna."), paragraph("Daarna."))
    assert [words.below_picture for words in found[-2:]] == [True, False]


def test_links_are_coloured_in_a_report_and_black_in_a_letter() -> None:
    link = n.Paragraph((n.Link("https://voorbeeld.nl", (text("een bron"),)),))
    assert one(in_annex(link), "eenbron").pieces[0].color == STYLE.colors.link
    black = document_words(replace(one_page_letter(), body=(link,)), STYLE)
    assert one(black, "eenbron").pieces[0].color == STYLE.colors.text


def test_notes_come_last_with_their_number_and_their_call_is_raised() -> None:
    found = document_words(letter(), STYLE)
    assert (found[-1].role, found[-1].number) == ("note", 1)
    assert found[-1].characters.startswith("1Kamerstukken")
    (call,) = [piece for piece in one(found, "Eerder").pieces if piece.raised]
    assert (call.characters, call.bold) == ("1", False)


def test_contents_have_their_numbers_in_a_column() -> None:
    entries = [words for words in document_words(report(chapters=1), STYLE) if words.role == "entry"]
    lefts = {words.characters: words.left for words in entries}
    indent = LEFT + STYLE.report.number_indent
    assert (lefts["1"], lefts["Hoofdstukoveronderwerp1"], lefts["Colofon"]) == (LEFT, indent, LEFT)
    assert lefts["Bijlage1Bronnen"] == LEFT


def test_signatures_stand_in_two_columns() -> None:
    found = [words for words in in_annex(signatures(2)) if words.row == 0]
    column = LEFT + STYLE.report.signature_column
    assert [(words.role, words.left) for words in found] == [
        ("capacity", LEFT),
        ("name", LEFT),
        ("capacity", column),
        ("name", column),
    ]


def test_strong_in_strong_stays_bold_and_emphasis_adds_italic() -> None:
    inlines = (n.Strong((text("vet "), n.Emphasis((text("beide"),)))), text(" gewoon"))
    pieces = one(in_annex(n.Paragraph(inlines)), "vet").pieces
    assert [(piece.bold, piece.italic) for piece in pieces] == [(True, False), (True, True), (False, False)]


def test_words_without_characters_are_left_out() -> None:
    assert in_annex(n.Paragraph((text(" "), n.LineBreak()))) == in_annex()
