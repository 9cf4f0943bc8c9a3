"""Text of a PDF is laid along the tree in the order in which it is read, whatever is painted first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.render.pdf import render_pdf
from pipeline.verify.geometry.pdf import pdf_geometry
from pipeline.verify.geometry.reading_order import stretches
from pipeline.verify.geometry.sheets import Sheets, take_apart
from pipeline.verify.pdf.marks import Run
from pipeline.verify.pdf.reading import open_pdf
from pipeline.verify.pdf.structure import Content, Element
from tests.styles import house_style
from tests.trees import LOREM, annex, figure, paragraph, text
from tests.verify.geometry.planted import blocks, measured_pdf, messages, moved, subject

CONTENTS = n.TableOfContents((text("Inhoud"),))
FIRST, SECOND = (n.Heading(1, (text(words),), words, numbering="decimal") for words in ("Kans", "Rest"))
CUT_OFF = paragraph("1 " * 2500)
"""Words that go on with "1" wherever a page ends, as the number of a heading in the contents is."""


def in_annex(*body: n.Block) -> n.Document:
    return number_document(replace(annex(), body=body))[0]


def taken_apart(tree: n.Document) -> Sheets:
    return take_apart(open_pdf(render_pdf(tree, house_style()).data), subject(tree))


def run(words: str, mcid: int | None) -> Run:
    return Run(words, 30, 40, 10, 9, "DejaVu-Sans", "#000000", mcid, artifact=False)


def read(pages: list[tuple[int, list[Run]]], root: Element | None) -> list[str]:
    """Return each stretch as its words with their pages."""
    found = stretches(pages, root)
    return [" ".join(f"{page}:{each.text}" for page, each in stretch) for stretch in found if stretch]


def element(tag: str, *kids: Element | Content) -> Element:
    return Element(tag, kids)


def test_numbers_of_the_contents_are_not_the_rest_of_words_that_a_page_end_cuts_off() -> None:
    sheets = taken_apart(in_annex(CONTENTS, FIRST, CUT_OFF, SECOND))
    assert {line.page for line in sheets.lines if line.words.characters.startswith("111")} == {1, 2}
    assert measured_pdf(in_annex(CONTENTS, FIRST, CUT_OFF, SECOND), house_style()).findings == ()


@pytest.mark.parametrize("number", ["1", "2"])
def test_words_that_are_a_number_of_the_contents_are_measured_where_they_stand(number: str) -> None:
    pairs = n.DefinitionList((n.Definition((text("Aantal"),), (paragraph(number),)),))
    body = (CONTENTS, FIRST, pairs, paragraph(number), SECOND)
    assert messages(measured_pdf(in_annex(*body), house_style())) == []


@pytest.mark.parametrize(
    ("token", "name"),
    [("styles.contents1.size", "Een regel van de inhoudsopgave"), ("styles.body.size", "De tekst")],
)
def test_planted_size_is_found_in_numbers_of_the_contents_and_in_words_that_are_cut_off(
    token: str, name: str
) -> None:
    tree = in_annex(CONTENTS, FIRST, CUT_OFF, SECOND)
    assert name in blocks(measured_pdf(tree, moved(token, 0.5)))


def test_letter_and_accent_of_two_pieces_are_the_one_letter_of_the_tree() -> None:
    # No font of the house style has this letter with its accent.
    words = "ideeën \N{PLANCK CONSTANT}\N{COMBINING CARON} en meer"
    plain, strong = (in_annex(n.Paragraph((kind((text(words),)),))) for kind in (n.Emphasis, n.Strong))
    sheets = taken_apart(plain)
    assert sheets.others == ()
    (line,) = (line for line in sheets.lines if line.words.characters.endswith("enmeer"))
    assert (line.start, line.end) == (0, len(line.words.characters))
    file = open_pdf(render_pdf(strong, house_style()).data)
    assert messages(pdf_geometry(file, subject(strong))) == []
    assert "De tekst heeft op bladzijde 1 vette letters; de huisstijl vraagt cursieve letters." in messages(
        pdf_geometry(file, subject(plain))
    )


def test_text_is_read_through_page_ends_and_around_notes() -> None:
    pages = [
        (1, [run("Een ", 0), run("alinea", 1), run("1", 2), run("Noot.", 3), run("2", 4)]),
        (2, [run("gaat door.", 0)]),
    ]
    note = element("Note", Content(1, 3))
    root = element(
        "Document",
        element("TOCI", Content(1, 4)),
        element("P", Content(1, 0), Content(1, 1), element("Reference", Content(1, 2)), note, Content(2, 0)),
    )
    assert read(pages, root) == ["1:2 1:Een  1:alinea 1:1 2:gaat door.", "1:Noot."]


def test_text_that_the_structure_leaves_out_is_read_after_it() -> None:
    pages = [(1, [run("Los", None), run("In", 0), run("Niet", 1)]), (2, [run("Ook los", None)])]
    assert read(pages, element("Document", element("P", Content(1, 0), Content(1, 0), Content(1, 9)))) == [
        "1:In",
        "1:Los 1:Niet",
        "2:Ook los",
    ]


def test_file_without_structure_is_read_page_by_page_as_it_is_painted() -> None:
    pages = [(1, [run("Twee", 1), run("Een", 0)]), (2, [run("Drie", 0)])]
    assert read(pages, None) == ["1:Twee 1:Een", "2:Drie"]


def test_of_a_picture_only_the_caption_is_read() -> None:
    picture = element("Figure", Content(1, 0), element("Caption", element("P", Content(1, 1))))
    pages = [(1, [run("In beeld", 0), run("Figuur 1", 1), run("Tekst", 2)])]
    assert read(pages, element("Document", picture, element("P", Content(1, 2)))) == ["1:Figuur 1 1:Tekst"]
    assert taken_apart(in_annex(figure(), paragraph(LOREM))).others == ()
