"""Every note stands at the foot of the page of its call, however the text falls."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from weasyprint import CSS, HTML
from weasyprint.document import Document as Layout

from pipeline.diagnostics import Code, Source
from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.render.pdf.fonts import font_configuration
from pipeline.render.pdf.footnotes import FootnotePlacementError, check_footnotes
from tests.render.pdf.measure import house_style, lines, page_text, render
from tests.trees import LOREM, amounts_table, letter, one_page_letter, paragraph, report, text


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
    fonts = font_configuration(house_style())
    css = "html { font-family: 'DejaVu Sans' } x-note { float: footnote }"
    return HTML(string=body).render(font_config=fonts, stylesheets=[CSS(string=css, font_config=fonts)])


def test_a_note_on_another_page_is_reported_as_a_fault_of_the_program() -> None:
    layout = laid_out('<p>een<x-note data-number="7">noot</x-note></p><p style="break-before: page">twee</p>')
    check_footnotes(layout, one_page_letter())
    first, second = (page._page_box for page in layout.pages)
    first.children, second.children = first.children[:1], (*second.children, *first.children[1:])
    with pytest.raises(FootnotePlacementError, match="note 7 is called on page 1, printed on 2"):
        check_footnotes(layout, one_page_letter())


def test_a_lost_note_is_reported_as_a_fault_of_the_program() -> None:
    layout = laid_out('<p>een<x-note data-number="7">noot</x-note></p>')
    (page,) = layout.pages
    page._page_box.children = page._page_box.children[:1]
    with pytest.raises(FootnotePlacementError, match="note 7"):
        check_footnotes(layout, one_page_letter())


def test_a_document_without_notes_has_none() -> None:
    result = render(replace(one_page_letter(), body=(paragraph(LOREM),)))
    assert "nootwoord" not in page_text(result.data, 1)


def long_notes(sentences: int, count: int = 1) -> n.Paragraph:
    note = n.Footnote((text("Lange noot. " + LOREM * sentences, "noot"),))
    return n.Paragraph((text("Roepwoord"), *(note,) * count, text(". " + LOREM)))


@pytest.mark.parametrize("base", [one_page_letter(), report(chapters=1)])
@pytest.mark.parametrize(("sentences", "count"), [(80, 1), (20, 4)])
def test_notes_too_long_for_a_page_are_errors_at_their_source(
    base: n.Document, sentences: int, count: int
) -> None:
    body = (paragraph(LOREM), long_notes(sentences, count), paragraph(LOREM))
    found = render(number_document(replace(base, body=body))[0]).diagnostics
    assert found
    assert {one.code for one in found} == {Code.OVERFLOW}
    assert {one.where for one in found} == {Source("content/voorbeeld.yaml", ("noot",))}
    assert f"Noot {count} is te lang" in found[-1].message


def in_cell(words: n.Paragraph) -> n.Table:
    head, body = (
        n.Row((n.Cell((paragraph("Kort"),)), n.Cell((each,)))) for each in (paragraph("Kop"), words)
    )
    return n.Table((0.5, 0.5), (body,), (head,))


def test_notes_of_a_cell_too_long_for_a_page_are_errors_at_their_source() -> None:
    body = (paragraph(LOREM), in_cell(long_notes(20, 4)), paragraph(LOREM))
    found = render(number_document(replace(one_page_letter(), body=body))[0]).diagnostics
    assert {(one.code, one.where) for one in found} == {
        (Code.OVERFLOW, Source("content/voorbeeld.yaml", ("noot",)))
    }


def test_a_cell_with_more_notes_than_a_page_holds_goes_on_with_them() -> None:
    words = (
        each
        for _ in range(30)
        for each in (text("roepwoord "), n.Footnote((text("nootwoord " + LOREM * 3),)))
    )
    result = render(
        number_document(replace(one_page_letter(), body=(in_cell(n.Paragraph(tuple(words))),)))[0]
    )
    assert result.diagnostics == ()
    counts = [page_text(result.data, page) for page in range(1, result.pages + 1)]
    assert [page.count("nootwoord") for page in counts] == [page.count("roepwoord") for page in counts]
    assert sum(page.count("nootwoord") > 0 for page in counts) > 2


@pytest.mark.parametrize(("words", "found"), [(60, 0), (120, 1)])
def test_a_row_that_loses_the_head_of_its_table_to_notes_is_an_error_at_its_source(
    words: int, found: int
) -> None:
    note = n.Footnote((text("noot"),))
    noted = n.Paragraph((text("roepwoord", "rij"), note, text(" roepwoord"), note))
    last = n.Paragraph((text("gemeenten " * 30), note, text(" eind.")))
    cells = tuple(n.Cell((each,)) for each in (noted, paragraph("gemeenten " * words), last))
    head = n.Row(tuple(n.Cell((paragraph("Kop"),)) for _ in cells))
    body = (paragraph(LOREM), n.Table((0.3, 0.35, 0.35), (n.Row(cells),), (head,)), paragraph(LOREM))
    told = render(number_document(replace(one_page_letter(), body=body))[0]).diagnostics
    where = Source("content/voorbeeld.yaml", ("rij",))
    assert [(one.code, one.where) for one in told] == [(Code.OVERFLOW, where)] * found


def test_a_note_of_more_than_half_a_page_that_fits_is_no_error() -> None:
    body = (paragraph(LOREM * 3), long_notes(25), paragraph(LOREM))
    result = render(number_document(replace(one_page_letter(), body=body))[0])
    assert result.diagnostics == ()
    page = next(page for page in range(1, result.pages + 1) if "Roepwoord" in page_text(result.data, page))
    assert "Lange noot" in page_text(result.data, page)


ENDINGS: tuple[tuple[n.Inline, ...], ...] = (
    (text("eind."),),
    (n.Emphasis((text("schuin einde."),)),),
    (n.Link("https://example.org/", (text("lang adres."),)),),
)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_call_never_begins_a_line(ending: tuple[n.Inline, ...]) -> None:
    """Each paragraph is a narrow letter longer; in some of them only the call has no room on the line."""

    def ending_further(letters: int) -> n.Paragraph:
        note = n.Footnote((text("Noot."),))
        return n.Paragraph((text("woord " * 10 + "i" * letters + " "), *ending, note, text(" En verder.")))

    body = tuple(ending_further(letters) for letters in range(1, 41))
    result = render(number_document(replace(one_page_letter(), body=body))[0])
    found = [one for page in range(1, result.pages + 1) for one in lines(result.data, page)]
    calls = [one for one in found if one.words.strip().isdecimal()]
    assert len(calls) == 40
    assert min(call.x for call in calls) > 28.1
