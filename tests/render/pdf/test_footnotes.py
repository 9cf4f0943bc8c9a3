"""Every note stands at the foot of the page of its call, however the text falls."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from weasyprint import CSS, HTML
from weasyprint.document import Document as Layout

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.render.pdf.fonts import font_configuration, font_faces
from pipeline.render.pdf.footnotes import FootnotePlacementError, check_footnotes
from tests.render.pdf.measure import house_style, lines, page_text, render
from tests.trees import LOREM, amounts_table, letter, one_page_letter, paragraph, text


def noted(sentences: int, notes: int) -> n.Paragraph:
    """A paragraph with notes; each call follows a word that no other text holds."""
    children: list[n.Inline] = [text(LOREM * sentences)]
    for _ in range(notes):
        children += [text(" roepwoord"), n.Footnote((text("nootwoord van de noot."),)), text(". " + LOREM)]
    return n.Paragraph(tuple(children))


def noted_list(paragraph: n.Paragraph) -> n.List:
    return n.List("bullet", (n.ListItem((paragraph,)),) * 2)


def noted_heading(paragraph: n.Paragraph) -> n.Heading:
    return n.Heading(1, paragraph.children[-3:])


BLOCKS: st.SearchStrategy[n.Block] = st.one_of(
    st.builds(noted, st.integers(0, 4), st.integers(0, 3)),
    st.builds(noted_list, st.builds(noted, st.just(1), st.just(1))),
    st.builds(noted_heading, st.just(noted(0, 1))),
    st.just(amounts_table("")),
)


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BLOCKS, min_size=6, max_size=16))
def test_notes_are_on_the_page_of_their_call(blocks: list[n.Block]) -> None:
    document = number_document(replace(one_page_letter(), body=tuple(blocks)))[0]
    result = render(document)
    for page in range(1, result.pages + 1):
        words = page_text(result.data, page)
        assert words.count("roepwoord") == words.count("nootwoord"), f"page {page}"


def test_a_note_names_its_number_and_stands_below_the_text() -> None:
    data = render(letter()).data
    note = next(found for found in lines(data, 1) if found.words.startswith("1 Kamerstukken II"))
    assert note.x == pytest.approx(28, abs=0.1)
    assert 270 < note.baseline < 278


def laid_out(body: str) -> Layout:
    fonts = font_configuration()
    css = f"{font_faces(house_style())} html {{ font-family: 'DejaVu Sans' }} x-note {{ float: footnote }}"
    return HTML(string=body).render(font_config=fonts, stylesheets=[CSS(string=css, font_config=fonts)])


def test_a_note_on_another_page_is_reported_as_a_fault_of_the_program() -> None:
    layout = laid_out('<p>een<x-note data-number="7">noot</x-note></p><p style="break-before: page">twee</p>')
    check_footnotes(layout)
    first, second = (page._page_box for page in layout.pages)
    first.children, second.children = first.children[:1], (*second.children, *first.children[1:])
    with pytest.raises(FootnotePlacementError, match="note 7 is called on page 1, printed on 2"):
        check_footnotes(layout)


def test_a_lost_note_is_reported_as_a_fault_of_the_program() -> None:
    layout = laid_out('<p>een<x-note data-number="7">noot</x-note></p>')
    (page,) = layout.pages
    page._page_box.children = page._page_box.children[:1]
    with pytest.raises(FootnotePlacementError, match="note 7"):
        check_footnotes(layout)


def test_a_document_without_notes_has_none() -> None:
    result = render(replace(one_page_letter(), body=(paragraph(LOREM),)))
    assert "nootwoord" not in page_text(result.data, 1)
