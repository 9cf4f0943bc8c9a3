"""A report in the PDF: cover, contents, headings, tables and figures."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from tests.render.pdf.measure import house_style, line, lines, page_text, render
from tests.trees import LOREM, annex, cell, paragraph, report, row, text

LAYOUT, STYLES = house_style().report, house_style().styles


def near(value: float) -> object:
    return pytest.approx(value, abs=0.15)


def with_body(*body: n.Block) -> n.Document:
    return number_document(replace(report(), body=body))[0]


def test_page_map_tells_where_each_heading_is_printed() -> None:
    document = report()
    result = render(document)
    headings = [block for block in document.body if isinstance(block, n.Heading)]
    assert headings
    for block in headings:
        words = f"{block.number} {n_text(block)}".strip()
        page = result.page_map[block.id]
        found = [one.words.replace("  ", " ") for one in lines(result.data, page)]
        assert any(words in one or n_text(block) in one for one in found)
        assert f"Pagina {page} van {result.pages}" in page_text(result.data, page)


def n_text(heading: n.Heading) -> str:
    (child,) = heading.children
    assert isinstance(child, n.Text)
    return child.text


def test_contents_print_the_pages_of_the_page_map() -> None:
    result = render(report())
    contents = page_text(result.data, 3)
    for identity, title in (("h1", "Hoofdstuk over onderwerp 1"), ("h3", "Hoofdstuk over onderwerp 3")):
        entry = next(found for found in contents.splitlines() if title in found)
        assert entry.rsplit(" ", 1)[1] == str(result.page_map[identity])


def test_long_entry_of_the_contents_keeps_its_page_number_free() -> None:
    for length in range(60, 80, 2):
        title = ("Een lange titel van een hoofdstuk " * 4)[:length].strip()
        body = (
            n.TableOfContents((text("Inhoud"),)),
            n.Heading(1, (text(title),), "a", numbering="decimal", page_break=True),
        )
        data = render(with_body(*body)).data
        number = [found for found in lines(data, 2) if found.words.strip(" .").endswith("3")]
        assert number, page_text(data, 2)
        assert number[0].right == near(210 - LAYOUT.margins.right)


def test_bookmarks_are_the_headings() -> None:
    with pypdfium2.PdfDocument(render(report()).data) as document:
        marks = [mark.get_title() for mark in document.get_toc()]
    assert marks[:4] == ["Colofon", "Inhoud", "1 Hoofdstuk over onderwerp 1", "1.1 Een kans"]
    assert marks[-1] == "Bijlage\N{NO-BREAK SPACE}1 Bronnen"


def test_cover_has_a_title_and_no_paging() -> None:
    result = render(report())
    assert line(result.data, 1, "Strategische agenda").top(STYLES.cover_title) == near(LAYOUT.cover_title_top)
    assert "Pagina" not in page_text(result.data, 1)
    assert "Voorbeeld, geen" in page_text(result.data, 1)


def test_running_title_and_paging_from_the_second_page() -> None:
    result = render(report())
    assert result.pages > 2
    for page in range(2, result.pages + 1):
        assert line(result.data, page, "Strategische agenda").top(STYLES.paging) == near(LAYOUT.header_top)
        paging = line(result.data, page, f"Pagina {page} van {result.pages}")
        assert paging.top(STYLES.paging) == near(LAYOUT.footer_top)
        assert paging.right == near(210 - LAYOUT.margins.right)


def test_annex_has_its_title_on_the_first_page_and_no_cover() -> None:
    result = render(annex())
    first = line(result.data, 1, "Stand van zaken")
    assert first.top(STYLES.heading1) == near(LAYOUT.margins.top)
    assert "Pagina 1 van 1" in page_text(result.data, 1)


def big_table(long_rows: int, sentences: int = 1) -> n.Table:
    body = tuple(
        row(cell(f"Rij {index}", "row"), n.Cell(tuple(paragraph(LOREM) for _ in range(sentences))))
        for index in range(long_rows)
    )
    head = (row(cell("Kolomkop", "column"), cell("Inhoud", "column")),)
    return n.Table(
        (0.3, 0.7), body, head, (row(cell("Totaal", "row"), cell("€ 1")),), n.Caption((text("Lang"),))
    )


def test_head_of_a_table_repeats_and_its_sums_stand_once() -> None:
    result = render(with_body(big_table(40)))
    assert result.pages >= 4
    for page in range(2, result.pages + 1):
        assert page_text(result.data, page).count("Kolomkop") == 1
    totals = [page_text(result.data, page).count("Totaal") for page in range(1, result.pages + 1)]
    assert totals == [0] * (result.pages - 1) + [1]


def test_rows_do_not_split_over_pages() -> None:
    result = render(with_body(big_table(40, 2)))
    whole = LOREM.split()[-2:]
    assert result.pages > 2
    for page in range(2, result.pages + 1):
        words = page_text(result.data, page).split()
        assert words.count("Rij") * 2 == sum(pair == whole for pair in map(list, pairwise(words)))


def test_a_cell_longer_than_a_page_breaks_below_the_repeated_head() -> None:
    result = render(with_body(paragraph(LOREM), big_table(1, 40)))
    assert result.pages >= 4
    for page in range(2, result.pages + 1):
        assert page_text(result.data, page).count("Kolomkop") == 1
    text_of_all = " ".join(page_text(result.data, page) for page in range(2, result.pages + 1))
    assert text_of_all.count("overgang") == 41


def test_numbers_stand_right() -> None:
    data = render(report()).data
    amounts = [found for found in lines(data, 4) if found.words.startswith("€") and "22,5" in found.words]
    padding = house_style().table.padding_x
    assert amounts[-1].right == near(210 - LAYOUT.margins.right - padding)


def test_captions_name_kind_and_number() -> None:
    result = render(report())
    words = "\n".join(page_text(result.data, page) for page in range(1, result.pages + 1))
    assert "Tabel\N{NO-BREAK SPACE}1 Middelen per jaar" in words
    assert "Figuur\N{NO-BREAK SPACE}1 Mijlpalen" in words


def test_list_labels_count_from_their_start() -> None:
    items = tuple(n.ListItem((paragraph("punt"),)) for _ in range(4))
    data = render(with_body(n.List("decimal", items, 8), n.List("letter", items, 25))).data
    assert [found.words for found in lines(data, 2) if found.words.endswith(".")] == [
        *("8.", "9.", "10.", "11."),
        *("y.", "z.", "aa.", "bb."),
    ]
