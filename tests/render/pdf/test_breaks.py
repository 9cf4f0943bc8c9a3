"""Where pages end in a report: what stays together, and how often a document is laid out for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from weasyprint import HTML

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from tests.render.pdf.measure import house_style, line, lines, page_text, render
from tests.trees import LOREM, annex, cell, one_page_letter, paragraph, report, row, signatures, text

LAYOUT, STYLES = house_style().report, house_style().styles


def near(value: float) -> object:
    return pytest.approx(value, abs=0.15)


def with_body(*body: n.Block) -> n.Document:
    return number_document(replace(report(), body=body))[0]


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One item for each time that a document is laid out."""
    done: list[str] = []
    lay_out: Callable[..., Any] = HTML.render

    def counting(self: HTML, *rest: Any, **options: Any) -> Any:
        done.append("layout")
        return lay_out(self, *rest, **options)

    monkeypatch.setattr(HTML, "render", counting)
    return done


SIGNED = (
    n.Heading(2, (text("Namens het Rijk"),)),
    signatures(1),
    n.Heading(2, (text("Namens de regio"),)),
    signatures(2),
)


@pytest.mark.parametrize("document", [one_page_letter(), report(), annex(), with_body(*SIGNED)])
def test_a_document_is_laid_out_once(document: n.Document, layouts: list[str]) -> None:
    render(document)
    assert len(layouts) == 1


def test_a_letter_whose_signature_would_stand_alone_is_laid_out_again(layouts: list[str]) -> None:
    counts: list[int] = []
    for paragraphs in range(16, 22):
        layouts.clear()
        body = (*(paragraph("Kort.") for _ in range(paragraphs)), signatures())
        render(replace(one_page_letter(), body=body))
        counts.append(len(layouts))
    assert set(counts) == {1, 2}


def test_a_row_longer_than_a_page_is_laid_out_twice(layouts: list[str]) -> None:
    head = (row(cell("Kop", "column")),)
    long_row = n.Table((1.0,), (row(n.Cell(tuple(paragraph(LOREM) for _ in range(40)))),), head)
    render(with_body(paragraph(LOREM), long_row))
    assert len(layouts) == 2


@pytest.mark.parametrize("count", range(20, 36, 3))
def test_signatures_of_a_report_stand_below_their_heading_and_text(count: int) -> None:
    result = render(with_body(*(paragraph("Kort.") for _ in range(count)), *SIGNED))
    for heading in ("Namens het Rijk", "Namens de regio"):
        page = next(page for page in range(2, result.pages + 1) if heading in page_text(result.data, page))
        words = [found.words.strip() for found in lines(result.data, page)]
        place = words.index(heading)
        assert any(one.startswith("De minister") for one in words[place:])
        assert place >= 2, "a line of text above the heading, below the running title"


def facts(count: int) -> n.DefinitionList:
    return n.DefinitionList(
        tuple(n.Definition((text(f"Feit {index}"),), (paragraph("Waarde"),)) for index in range(count))
    )


def pages_with(data: bytes, pages: int, words: str) -> list[int]:
    return [page for page in range(1, pages + 1) if words in page_text(data, page)]


@pytest.mark.parametrize("count", range(24, 40, 2))
def test_facts_stay_whole_with_their_table_and_heading(count: int) -> None:
    table = n.Table((1.0,), (row(cell("Tabelregel")),), (row(cell("Kop", "column")),))
    body = (*(paragraph("Kort.") for _ in range(count)), n.Heading(3, (text("Afspraak"),)), table, facts(10))
    result = render(with_body(*body))
    for words in ("Afspraak", "Tabelregel", "Feit 9"):
        assert pages_with(result.data, result.pages, words) == pages_with(result.data, result.pages, "Feit 0")


def test_facts_below_a_long_table_take_its_last_rows_along() -> None:
    for count in range(28, 36):
        rows = tuple(row(cell(f"Regel {index}.")) for index in range(count))
        table = n.Table((1.0,), rows, (row(cell("Kop", "column")),))
        result = render(with_body(table, facts(6)))
        (page,) = pages_with(result.data, result.pages, "Feit 0")
        assert f"Regel {count - 1}." in page_text(result.data, page)
        assert "Regel 0." in page_text(result.data, 2)


def test_a_long_list_of_definitions_runs_over_pages() -> None:
    result = render(with_body(paragraph(LOREM), facts(80)))
    assert "Feit 0" in page_text(result.data, 2)
    assert "Feit 79" in page_text(result.data, 3)


def heading(words: str, *, page_break: bool = False) -> n.Heading:
    return n.Heading(1, (text(words),), page_break=page_break)


def test_a_chapter_begins_at_the_top_margin_however_its_page_began() -> None:
    body = (
        heading("Eerste"),
        paragraph(LOREM),
        heading("Tweede", page_break=True),
        paragraph(LOREM),
        n.PageBreak(),
        heading("Derde"),
        n.PageBreak(),
        n.TableOfContents((text("Inhoud"),)),
    )
    data = render(with_body(*body)).data
    for page, words in enumerate(("Eerste", "Tweede", "Derde", "Inhoud"), 2):
        assert line(data, page, words).top(STYLES.heading1) == near(LAYOUT.margins.top)


def test_a_chapter_in_mid_page_has_white_above() -> None:
    data = render(with_body(paragraph("Slotzin."), heading("Tweede"))).data
    end = line(data, 2, "Slotzin.").top(STYLES.body) + STYLES.body.leading * 25.4 / 72
    white = max(STYLES.heading1.before, LAYOUT.paragraph_after) * 25.4 / 72
    assert STYLES.heading1.before > 0
    assert line(data, 2, "Tweede").top(STYLES.heading1) - end == near(white)


def test_entries_of_the_second_level_stand_below_each_other_with_and_without_number() -> None:
    body = (
        n.TableOfContents((text("Inhoud"),)),
        n.Heading(1, (text("Colofon"),), "c", page_break=True),
        n.Heading(1, (text("Hoofdstuk"),), "h", numbering="decimal"),
        n.Heading(2, (text("Genummerd"),), "g", numbering="decimal"),
        n.Heading(2, (text("Ongenummerd"),), "o"),
    )
    data = render(with_body(*body)).data
    text_column = near(LAYOUT.margins.left + LAYOUT.number_indent)
    assert line(data, 2, "Colofon").x == near(LAYOUT.margins.left)
    assert line(data, 2, "Ongenummerd").x == text_column
    assert line(data, 2, "Genummerd").x == text_column


def signed_by(first: int, second: int) -> n.Document:
    one = n.Signature((text("De minister,"),), (text("[naam]"),))
    return with_body(
        n.Heading(1, (text("Ondertekening"),), page_break=True),
        n.Heading(2, (text("Namens het Rijk"),)),
        n.Signatures((one,) * first),
        n.Heading(2, (text("Namens de regio"),)),
        n.Signatures((one,) * second),
    )


def words_by_page(document: n.Document) -> list[list[str]]:
    """Return what stands on each page after the cover, without its running title and its foot."""
    result = render(document)
    pages = ([one.words.strip() for one in lines(result.data, page)] for page in range(2, result.pages + 1))
    kept = {"Ondertekening", "Namens het Rijk", "Namens de regio", "De minister,", "[naam]"}
    return [[words for words in page if words in kept] for page in pages]


def test_signatures_that_do_not_fit_below_others_take_their_heading_along() -> None:
    first, second = words_by_page(signed_by(4, 10))
    assert first == [
        "Ondertekening",
        "Namens het Rijk",
        *["De minister,", "De minister,", "[naam]", "[naam]"] * 2,
    ]
    assert second[0] == "Namens de regio"
    assert len(second) == 21


def test_more_signatures_than_a_page_holds_go_on_at_the_top_of_the_next() -> None:
    document = signed_by(1, 20)
    *_, first, second = words_by_page(document)
    assert first[0] == "Namens de regio"
    assert len(first) + len(second) == 41
    result = render(document)
    top = line(result.data, result.pages, "De minister,").top(STYLES.body)
    assert top == near(LAYOUT.margins.top)
