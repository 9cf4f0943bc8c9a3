"""The tree as passages, with the place where each character was written."""

from __future__ import annotations

from dataclasses import replace

from pipeline.diagnostics import Source
from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.verify.expected import Expected, expected
from pipeline.verify.passages import Marked, Passage, call
from tests.trees import (
    amounts_table,
    annex,
    cell,
    citation,
    figure,
    letter,
    nested_list,
    one_page_letter,
    paragraph,
    report,
    row,
    signatures,
    text,
)

NBSP = "\N{NO-BREAK SPACE}"
FILE = "content/voorbeeld.yaml"


def of_body(*body: n.Block) -> Expected:
    document = replace(annex(), front=n.TitleBlock((text("Titel"),)), body=body)
    made = expected(number_document(document)[0])
    return replace(made, passages=made.passages[1:])


def told(made: Expected) -> list[tuple[str, str]]:
    return [(each.kind, each.words) for each in made.reading.passages]


def cells(made: Expected) -> list[tuple[str, str, int]]:
    return [(each.kind, each.words, each.column) for each in made.reading.passages]


# --- front matter


def test_letterhead_is_told_in_the_order_of_the_reader() -> None:
    document = one_page_letter()
    assert isinstance(document.front, n.Letterhead)
    front = replace(document.front, classification="Vertrouwelijk")
    assert told(expected(replace(document, front=front)))[:14] == [
        ("text", "> Retouradres Postbus 20011 2500 EA Den Haag"),
        ("text", "VERTROUWELIJK"),
        ("text", "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"),
        ("text", "Postbus 20018"),
        ("text", "2500 EA Den Haag"),
        ("text", "Turfmarkt 147"),
        ("text", "2511 DP Den Haag"),
        ("text", "Postbus 20011"),
        ("text", "2500 EA Den Haag"),
        ("text", "Onze referentie"),
        ("text", "2026-0000000000"),
        ("label", "Datum"),
        ("text", "18 december 2026"),
        ("label", "Betreft"),
    ]


def test_furniture_of_the_pages_is_left_out() -> None:
    document = letter()
    words = "\n".join(words for _, words in told(expected(document)))
    assert document.notice not in words
    assert document.watermark not in words
    assert "Ministerie van Binnenlandse Zaken en" not in words.split("\n")
    assert words.count("18 december 2026") == 1


def test_cover_tells_title_subtitle_and_lines() -> None:
    assert told(expected(report()))[:4] == [
        ("text", "Strategische agenda Voorbeeld"),
        ("text", "Samen werken aan de regio"),
        ("text", "18 december 2026"),
        ("text", "Concept"),
    ]


# --- blocks


def test_headings_have_their_level_and_their_number_before_the_words() -> None:
    made = of_body(
        n.Heading(1, (text("Aanpak"),), numbering="decimal"),
        n.Heading(2, (text("Wonen"),), numbering="decimal"),
        n.Heading(3, (text("Zonder nummer"),)),
        n.Heading(1, (text("Bronnen"),), numbering="annex"),
    )
    assert told(made) == [
        ("heading1", "1 Aanpak"),
        ("heading2", "1.1 Wonen"),
        ("heading3", "Zonder nummer"),
        ("heading1", f"Bijlage{NBSP}1 Bronnen"),
    ]


def test_contents_entries_have_a_number_of_words_and_no_other() -> None:
    made = of_body(
        n.TableOfContents((text("Inhoud"),)),
        n.Heading(1, (text("Aanpak"), n.LineBreak(), text("en meer")), numbering="decimal"),
        n.Heading(1, (text("Bronnen"),), numbering="annex"),
    )
    assert told(made)[:3] == [
        ("heading1", "Inhoud"),
        ("entry", "Aanpak en meer"),
        ("entry", f"Bijlage{NBSP}1 Bronnen"),
    ]


def test_labels_of_nested_lists_stand_before_their_words() -> None:
    numbered = n.List("decimal", (n.ListItem((paragraph("negen"),)), n.ListItem((paragraph("tien"),))), 9)
    made = [(kind, words[:12]) for kind, words in told(of_body(nested_list(), numbered))]
    assert made == [
        ("label", "•"),
        ("text", "Regionaal in"),
        ("label", "•"),
        ("text", "Met onderdel"),
        ("label", "a."),
        ("text", "eerste onder"),
        ("label", "b."),
        ("text", "tweede onder"),
        ("label", "9."),
        ("text", "negen"),
        ("label", "10."),
        ("text", "tien"),
    ]


def test_terms_are_labels() -> None:
    made = of_body(n.DefinitionList((n.Definition((text("Status"),), (paragraph("Concept"),)),)))
    assert told(made) == [("label", "Status"), ("text", "Concept")]


def test_cells_know_their_column_behind_cells_that_span() -> None:
    tall = n.Cell((paragraph("hoog"),), rowspan=2)
    table = n.Table(
        (0.25, 0.25, 0.25, 0.25),
        (
            row(cell("a"), tall, cell("breed", colspan=2)),
            row(cell("b"), cell("c"), cell("d")),
            row(cell("e"), cell(""), cell("f")),
        ),
        head=(row(cell("kop", "column", colspan=3), cell("rechts", "column")),),
    )
    assert cells(of_body(table)) == [
        ("header", "kop", 0),
        ("header", "rechts", 3),
        ("cell", "a", 0),
        ("cell", "hoog", 1),
        ("cell", "breed", 2),
        ("cell", "b", 0),
        ("cell", "c", 2),
        ("cell", "d", 3),
        ("cell", "e", 0),
        ("cell", "f", 2),
    ]


def test_cell_that_spans_columns_and_rows_moves_the_next_rows_by_both() -> None:
    corner = n.Cell((paragraph("hoek"),), colspan=2, rowspan=3)
    table = n.Table((0.4, 0.3, 0.3), (row(corner, cell("a")), row(cell("b")), row(cell("c")), row(cell("d"))))
    assert [(words, column) for _, words, column in cells(of_body(table))] == [
        *(("hoek", 0), ("a", 2), ("b", 2), ("c", 2), ("d", 0))
    ]


def test_list_in_a_cell_has_labels_and_cell_texts() -> None:
    points = n.List("bullet", (n.ListItem((paragraph("punt"),)),))
    table = n.Table((0.5, 0.5), (row(cell("links"), n.Cell((paragraph("rechts"), points))),))
    assert cells(of_body(table)) == [
        *(("cell", "links", 0), ("cell", "rechts", 1), ("label", "•", -1), ("cell", "punt", 1))
    ]


def test_captions_have_kind_and_number_and_figures_no_other_words() -> None:
    assert told(of_body(amounts_table(), figure()))[0] == ("caption", f"Tabel{NBSP}1 Middelen per jaar")
    assert told(of_body(figure(), figure())) == [
        ("caption", f"Figuur{NBSP}1 Mijlpalen"),
        ("caption", f"Figuur{NBSP}2 Mijlpalen"),
    ]


def test_signatures_are_told_one_after_the_other() -> None:
    assert [words for _, words in told(of_body(signatures(2)))] == [
        "De minister van Binnenlandse Zaken en Koninkrijksrelaties,",
        "[naam]",
        "De staatssecretaris van Infrastructuur en Waterstaat,",
        "[naam]",
    ]


def test_white_space_at_the_edges_and_texts_without_words_are_left_out() -> None:
    made = of_body(n.Paragraph((text(" Woord "),)), n.Paragraph((text(" "),)), n.Paragraph(()))
    assert told(made) == [("text", "Woord")]


# --- inline


def test_notes_are_called_among_the_words_and_told_by_number() -> None:
    address = "https://zoek.officielebekendmakingen.nl/stb-2011-35.html"
    made = of_body(
        n.Paragraph((text("Eerst"), citation("Stb. 2011, 35", address), text(" en nu."))),
        n.Heading(1, (text("Kop"), n.Footnote((text("Tweede noot."),)))),
    ).reading
    assert [each.words for each in made.passages] == [f"Eerst{call(1)} en nu.", f"Kop{call(2)}"]
    assert made.notes == (Passage("note", "Stb. 2011, 35."), Passage("note", "Tweede noot."))
    assert made.links == (Marked(address, "Stb. 2011, 35"),)


def test_links_have_their_words_through_emphasis_and_internal_links_are_none() -> None:
    link = n.Link("https://voorbeeld.nl", (n.Strong((text("naar "), n.Emphasis((text("buiten"),)))),))
    made = of_body(
        n.Heading(1, (text("Kop"),), id="kop"),
        n.Paragraph((link, text(" en "), n.CrossReference("kop"))),
    ).reading
    assert made.links == (Marked("https://voorbeeld.nl", "naar buiten"),)
    assert made.passages[1].words == "naar buiten en Kop"


def test_language_counts_for_the_innermost_words_and_not_for_that_of_the_document() -> None:
    inner = n.Language("nl", (text("Nederlands"),))
    made = of_body(
        n.Paragraph((n.Language("en", (text("one "), n.Emphasis((text("two "),)), inner, text(" three"))),)),
        n.Paragraph((n.Language("nl-NL", (text("gewoon"),)),)),
    ).reading
    assert made.languages == (Marked("en", "one two"), Marked("en", "three"))


def test_note_called_in_a_foreign_passage_is_in_the_language_of_the_document() -> None:
    passage = n.Language("fy", (text("It Ryk"), n.Footnote((text("Het Rijk."),)), text(" wurket")))
    assert {each.words for each in of_body(n.Paragraph((passage,))).reading.languages} == {
        f"It Ryk{call(1)} wurket"
    }


# --- sources


def source(*path: str | int) -> Source:
    return Source(FILE, path)


def test_each_character_knows_where_it_was_typed() -> None:
    made = of_body(
        n.Paragraph((text("Het Rijk "), n.Strong((text("spreekt", "a"),)), text(" af", "b"), text(" dat")))
    )
    passage = made.passages[0]
    assert passage.passage.words[9:12] == "spr"
    assert passage.source_at(9) == source("a")
    assert passage.source_at(12) == source("a").inside(0, 3)
    assert passage.source_at(16) == source("b")
    assert passage.source_at(18) == source("b").inside(0, 2)


def test_words_of_a_template_answer_with_what_is_typed_near_them() -> None:
    passage = of_body(n.Paragraph((text("Het Rijk "), text("spreekt", "a"), text(" af")))).passages[0]
    assert passage.source_at(0) == source("a")
    assert passage.source_at(18) == source("a")


def test_white_space_that_was_left_out_shifts_no_source() -> None:
    passage = of_body(n.Paragraph((text("  Rijk", "a"), text(" en regio", "b")))).passages[0]
    assert passage.passage.words == "Rijk en regio"
    assert passage.source_at(1) == source("a").inside(0, 3)
    assert passage.source_at(4) == source("b")


def test_call_of_a_note_and_cross_reference_answer_with_their_own_place() -> None:
    made = of_body(
        n.Heading(1, (text("Kop"),), id="kop"),
        n.Paragraph(
            (
                text("Zie ", "a"),
                n.CrossReference("kop", source=source("verwijzing")),
                n.Footnote((text("Noot"),), source=source("noot")),
            )
        ),
    )
    passage = made.passages[1]
    assert passage.passage.words == f"Zie Kop{call(1)}"
    assert passage.source_at(5) == source("verwijzing")
    assert passage.source_at(8) == source("noot")
    assert made.notes[0].source_at(2) == source("noot")


def test_labels_and_numbers_answer_with_the_words_behind_them() -> None:
    item = n.ListItem((paragraph("punt", "punten", 0),))
    made = of_body(
        n.List("bullet", (item,)),
        n.DefinitionList((n.Definition((text("Status"),), (paragraph("Concept", "status"),)),)),
        n.Heading(1, (text("Aanpak", "titel"),), numbering="decimal"),
        replace(figure(), caption=n.Caption((text("Mijlpalen", "bijschrift"),))),
    )
    assert [each.source_at(0) for each in made.passages] == [
        source("punten", 0),
        source("punten", 0),
        source("status"),
        source("status"),
        source("titel"),
        source("bijschrift"),
    ]


def test_entry_of_the_contents_answers_with_its_heading() -> None:
    made = of_body(
        n.TableOfContents((text("Inhoud"),)), n.Heading(1, (text("Aanpak", "titel"),), numbering="decimal")
    )
    assert made.passages[1].source_at(3) == source("titel").inside(0, 3)


def test_entry_of_the_contents_is_on_one_line_and_has_no_notes_and_links_of_its_own() -> None:
    title = (
        text("Aanpak"),
        n.Footnote((text("Noot."),)),
        n.LineBreak(),
        n.Link("https://a.nl", (text("a"),)),
    )
    made = of_body(n.TableOfContents((text("Inhoud"),)), n.Heading(1, title)).reading
    assert made.passages[1:] == (
        Passage("entry", "Aanpak a"),
        Passage("heading1", f"Aanpak{call(1)}\na"),
    )
    assert len(made.links) == len(made.notes) == 1


def test_field_of_the_letterhead_answers_with_its_value() -> None:
    made = expected(one_page_letter())
    labels = {each.passage.words: each.source_at(0) for each in made.passages if each.construct == "term"}
    assert labels == {"Datum": source("datum"), "Betreft": source("betreft")}
