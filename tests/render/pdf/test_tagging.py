"""The tags of a PDF are what a listener needs (ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.document.text import plain_text
from pipeline.document.walk import document_inlines, iter_blocks
from tests.render.pdf.measure import render
from tests.render.pdf.tags import Tags
from tests.stress import stress_letter
from tests.trees import LOREM, annex, cell, letter, nested_list, one_page_letter, paragraph, report, row, text


def test_every_note_is_read_right_behind_its_call() -> None:
    """Also in lists, tables, captions and headings."""
    document = stress_letter()
    notes = {one.number: one for one in document_inlines(document) if isinstance(one, n.Footnote)}
    tags = Tags(render(document).data)
    calls = tags.all("Reference")
    assert len(calls) == len(notes) >= 30
    for number, call in enumerate(calls, 1):
        siblings = tags.kids(call.P)
        note = siblings[siblings.index(call) + 1]
        assert note.S == "/Note"
        assert f"noot-{number}" == note.ID
        assert tags.words(call).strip() == str(number)
        assert tags.words(note) == f"{number} {plain_text(notes[number].children)}"


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    document = replace(one_page_letter(), body=tuple(paragraph(LOREM * 9) for _ in range(4)))
    result = render(document)
    assert result.pages > 1
    tags = Tags(result.data)
    paragraphs = [found for found in tags.names(tags.root) if found == "P"]
    assert len(paragraphs) == 4


def test_a_list_over_two_pages_is_one_element() -> None:
    items = tuple(n.ListItem((paragraph(LOREM * 3),)) for _ in range(12))
    result = render(replace(annex(), body=(n.List("decimal", items),)))
    assert result.pages > 1
    tags = Tags(result.data)
    (found,) = tags.all("L")
    assert tags.names(found) == ["LI"] * 12
    assert {name for item in tags.all("LI") for name in tags.names(item)} == {"Lbl", "LBody"}


def test_a_link_over_lines_is_one_element_with_a_place_on_each_line() -> None:
    address = "https://example.org/"
    link = n.Link(address, (text("gewoon " + LOREM), n.Strong((text("vet " + LOREM),))))
    tags = Tags(render(replace(one_page_letter(), body=(n.Paragraph((link,)),))).data)
    (found,) = tags.all("Link")
    places = [float(annotation.Rect[1]) for annotation in tags.annotations(found)]
    assert len(places) > 3
    assert len(set(places)) == len(places)
    assert tags.words(found).rstrip() == plain_text((link,)).rstrip()


def test_a_link_inside_the_document_says_where_it_goes() -> None:
    tags = Tags(render(report()).data)
    targets = {
        str(annotation.Contents)
        for link in tags.all("Link")
        for annotation in tags.annotations(link)
        if "/Dest" in annotation
    }
    assert {"hoofdstuk 1", "Hoofdstuk over onderwerp 2", "Bijlage 1 Bronnen"} <= targets


def test_a_line_of_the_contents_is_its_heading_and_page_without_dots() -> None:
    tags = Tags(render(report()).data)
    entries = [tags.words(entry) for entry in tags.all("TOCI")]
    assert entries[:3] == ["Colofon 2", "1Hoofdstuk over onderwerp 1 4", "1.1Een kans 4"]


def bookmarks(items: Any, level: int = 1) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, str(item.title)
        yield from bookmarks(item.children, level + 1)


@pytest.mark.parametrize("tree", [letter, report, annex, stress_letter], ids=lambda tree: tree.__name__)
def test_bookmarks_are_the_headings_with_their_numbers(tree: Callable[[], n.Document]) -> None:
    document = tree()
    tags = Tags(render(document).data)
    headings = [
        (int(str(found.S)[-1]), " ".join(tags.words(found).split()))
        for found in tags.walk(tags.root)
        if str(found.S) in ("/H1", "/H2", "/H3", "/H4")
    ]
    with tags.pdf.open_outline() as outline:
        shown = [(level, " ".join(title.split())) for level, title in bookmarks(outline.root)]
    # The calls of notes stand in the heading and not in its bookmark.
    assert [level for level, _ in shown] == [level for level, _ in headings]
    assert all(words.startswith(title) for (_, title), (_, words) in zip(shown, headings, strict=True))
    wanted = [
        f"{block.number} {plain_text(block.children)}".strip()
        for block in iter_blocks(document.body)
        if isinstance(block, n.Heading)
    ]
    assert [title for _, title in shown if title != "Inhoud"] == [" ".join(one.split()) for one in wanted]


def test_the_head_of_a_letter_is_read_from_address_to_subject() -> None:
    document = letter()
    tags = Tags(render(document).data)
    words = "\n".join(tags.words(found) for found in tags.all("P"))
    assert isinstance(document.front, n.Letterhead)
    wanted = (
        "> Retouradres",
        "Aan de Voorzitter",
        "Turfmarkt 147",
        "18 december 2026",
        "Voortgang Strategische",
        "Eerder is uw Kamer",
        "Ik verwacht uw Kamer",
        "De minister van",
        "[naam]",
    )
    places = [words.index(start) for start in wanted]
    assert all(one < next_ for one, next_ in pairwise(places))
    assert "Pagina" not in words
    assert "CONCEPT" not in words


def test_a_table_over_pages_is_one_element_with_one_head() -> None:
    rows = tuple(row(cell("a", "row"), n.Cell((paragraph(LOREM * 3),))) for _ in range(20))
    head = (row(cell("Kop", "column"), cell("Kop", "column")),)
    sums = (row(cell("Totaal", "row"), cell("1")),)
    result = render(replace(annex(), body=(n.Table((0.5, 0.5), rows, head, sums, summary="Twintig rijen."),)))
    assert result.pages > 1
    tags = Tags(result.data)
    (table,) = tags.all("Table")
    assert tags.names(table) == ["THead", "TBody", "TFoot"]
    assert len(tags.all("TR")) == 22
    assert {str(cell_.A.Scope) for cell_ in tags.all("TH")} == {"/Column", "/Row"}
    assert str(table.A.Summary) == "Twintig rijen."


def test_lists_hold_items_with_label_and_body() -> None:
    tags = Tags(render(replace(one_page_letter(), body=(nested_list(),))).data)
    for item in tags.all("LI"):
        assert tags.names(item) == ["Lbl", "LBody"]
    outer = tags.all("L")[1]
    assert tags.names(tags.kids(tags.kids(outer)[1])[1]) == ["P", "L"]


def test_page_furniture_is_no_content() -> None:
    data = render(letter()).data
    tags = Tags(data)
    for sheet in tags.pdf.pages:
        stream = pikepdf.parse_content_stream(sheet)
        marked = {
            int(one.operands[1].MCID)
            for one in stream
            if str(one.operator) == "BDC" and "/MCID" in one.operands[1]
        }
        artifacts = [
            one for one in stream if str(one.operator) == "BDC" and str(one.operands[0]) == "/Artifact"
        ]
        owners = tags.pdf.Root.StructTreeRoot.ParentTree.Nums[2 * int(sheet.StructParents) + 1]
        assert artifacts
        assert all(isinstance(owners[number], pikepdf.Dictionary) for number in marked)


def test_other_languages_are_named_wherever_they_stand() -> None:
    def passage(tag: str) -> n.Language:
        return n.Language(tag, (text(f"words in {tag}"),))

    body = (
        n.Heading(1, (text("Kop "), passage("fy"))),
        n.Paragraph((text("Tekst "), n.Strong((passage("en"),)), n.Footnote((passage("de"), text("."))))),
        n.List("bullet", (n.ListItem((n.Paragraph((passage("fr"),)),)),)),
        n.Table((1.0,), (row(n.Cell((n.Paragraph((passage("da"),)),), "row")),)),
    )
    tags = Tags(render(number_document(replace(annex(), body=body))[0]).data)
    assert str(tags.pdf.Root.Lang) == "nl-NL"
    named = {str(found.Lang): tags.words(found) for found in tags.walk(tags.root) if "/Lang" in found}
    assert named == {tag: f"words in {tag}" for tag in ("fy", "en", "de", "fr", "da")}


def test_a_note_called_in_another_language_is_in_that_of_the_document() -> None:
    inside = n.Language(
        "fy", (text("It Ryk"), n.Emphasis((n.Footnote((text("Het Rijk."),)),)), text(" wurket"))
    )
    body = (n.Paragraph((text("Eerst"), n.Footnote((text("Zo."),)), inside)),)
    tags = Tags(render(number_document(replace(annex(), body=body))[0]).data)
    notes = [str(found.get("/Lang", "")) for found in tags.walk(tags.root) if str(found.S) == "/Note"]
    assert notes == ["", "nl-NL"]


def test_a_passage_in_another_language_over_lines_is_one_element() -> None:
    passage = n.Language("en", (text("words in another language " * 20),))
    tags = Tags(render(replace(one_page_letter(), body=(n.Paragraph((passage,)),))).data)
    (found,) = [found for found in tags.walk(tags.root) if "/Lang" in found]
    assert tags.words(found).split() == ["words", "in", "another", "language"] * 20


def test_a_list_says_how_it_counts() -> None:
    tags = Tags(render(replace(one_page_letter(), body=(nested_list(),))).data)
    numberings = [str(found.A.ListNumbering) for found in tags.all("L") if "/A" in found]
    assert numberings == ["/Disc", "/LowerAlpha"]


def test_a_figure_has_its_alternative_and_its_place_in_points() -> None:
    tags = Tags(render(report()).data)
    (figure,) = tags.all("Figure")
    assert str(figure.Alt).startswith("Tijdlijn")
    left, bottom, right, top = (float(value) for value in figure.A.BBox)
    assert right - left == pytest.approx(120 * 72 / 25.4, abs=0.1)
    assert top - bottom == pytest.approx(20 * 72 / 25.4, abs=0.1)
    assert 0 < bottom < top < 842


@pytest.mark.parametrize("tree", [letter, report], ids=lambda tree: tree.__name__)
def test_a_logo_is_a_figure_with_its_alternative_and_replaces_the_placeholder(
    tree: Any,
) -> None:
    document = tree()
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="13" height="37"><rect width="13" height="37"/></svg>'
    )
    front = replace(document.front, logo=n.Picture(drawing, "svg", 13, 37), logo_alt="Logo van de afzender")
    result = render(replace(document, front=front))
    assert result.diagnostics == ()
    tags = Tags(result.data)
    logo = tags.all("Figure")[0]
    assert str(logo.Alt) == "Logo van de afzender"
    assert float(logo.A.BBox[0]) * 25.4 / 72 == pytest.approx(98.5, abs=0.1)
    assert float(logo.A.BBox[3]) * 25.4 / 72 == pytest.approx(297, abs=0.1)
