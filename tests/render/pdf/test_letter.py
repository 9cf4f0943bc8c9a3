"""A letter in the PDF stands where house style 1.0 says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.document import nodes as n
from tests.render.pdf.measure import house_style, line, lines, page_text, render
from tests.trees import LOREM, letter, letterhead, one_page_letter, paragraph, signatures, text

STYLE = house_style()
LAYOUT, STYLES = STYLE.letter, STYLE.styles
PITCH = 4.233


def near(value: float) -> object:
    return pytest.approx(value, abs=0.15)


def with_front(**changes: object) -> n.Document:
    document = one_page_letter()
    return replace(document, front=replace(letterhead(), **changes))  # type: ignore[arg-type]


def test_head_of_the_first_page() -> None:
    data = render(letter()).data
    address = line(data, 1, "> Retouradres")
    assert (address.x, address.top(STYLES.return_address)) == (near(28), near(47.8))
    addressee = line(data, 1, "Aan de Voorzitter")
    assert (addressee.x, addressee.top(STYLES.body)) == (near(28), near(54.3))
    reference = line(data, 1, "Turfmarkt")
    assert (reference.x, reference.top(STYLES.reference)) == (near(164.5), near(54.6))
    field = line(data, 1, "Datum")
    assert (field.x, field.top(STYLES.body)) == (near(28), near(93.2))
    assert line(data, 1, "18 december").x == near(47.5)
    assert line(data, 1, "Betreft").baseline - field.baseline == near(PITCH)


def test_wordmark_is_centred_on_its_middle() -> None:
    data = render(letter()).data
    first, second = line(data, 1, "Ministerie van"), line(data, 1, "Koninkrijksrelaties")
    top = first.top(STYLES.wordmark)
    bottom = second.top(STYLES.wordmark) + STYLES.wordmark.leading * 25.4 / 72
    assert first.x == near(114.3)
    assert (top + bottom) / 2 == near(27)


@pytest.mark.parametrize(("salutation", "start"), [(False, "Eerder is"), (True, "Geachte voorzitter,")])
def test_body_starts_at_its_measure_with_and_without_salutation(salutation: bool, start: str) -> None:
    data = render(letter(salutation=salutation)).data
    assert line(data, 1, start).top(STYLES.body) == near(121.7)


def test_body_of_a_follow_up_page_and_its_column() -> None:
    data = render(letter()).data
    assert line(data, 2, "Deze alinea").top(STYLES.body) == near(66.9)
    label = line(data, 2, "Datum")
    assert (label.x, label.top(STYLES.reference)) == (near(164.5), near(54.6))
    assert "Retouradres" not in page_text(data, 2)
    assert "Turfmarkt" not in page_text(data, 2)


def test_paging_stands_on_every_page_with_the_real_total() -> None:
    result = render(letter())
    assert result.pages > 1
    for page in range(1, result.pages + 1):
        paging = line(result.data, page, f"Pagina {page} van {result.pages}")
        assert (paging.x, paging.top(STYLES.paging)) == (near(164.5), near(283.2))


def test_one_page_letter_says_that_there_is_one_page() -> None:
    result = render(one_page_letter())
    assert result.pages == 1
    assert "Pagina 1 van 1" in page_text(result.data, 1)


def test_notice_stands_on_every_page() -> None:
    result = render(letter())
    assert result.pages > 1
    for page in range(1, result.pages + 1):
        assert line(result.data, page, "Voorbeeld, geen").top(STYLES.notice) == near(288.5)


def test_a_long_subject_wraps_at_its_values_and_moves_the_body_down() -> None:
    subject = "Een onderwerp dat over veel regels loopt " * 6
    data = render(letter(subject=subject)).data
    rows = [found for found in lines(data, 1) if found.x == near(47.5)][1:]
    assert len(rows) >= 4
    end = rows[-1].top(STYLES.body) + PITCH
    start = line(data, 1, "Eerder is").top(STYLES.body)
    gap = LAYOUT.body_top_first - LAYOUT.head_fields.y - LAYOUT.head_fields.height
    assert start > 121.7
    assert start - end == near(gap)


def test_a_classification_stands_twice_on_every_page_and_lowers_the_addressee() -> None:
    document = replace(letter(), front=replace(letterhead(), classification="Departementaal vertrouwelijk"))
    result = render(document)
    for page in range(1, result.pages + 1):
        marks = [found for found in lines(result.data, page) if found.words.startswith("DEPARTEMENTAAL")]
        assert [mark.top(STYLES.classification) for mark in marks] == [near(54.6), near(283.2)]
        assert all(mark.x == near(28) for mark in marks)
    assert line(result.data, 1, "Aan de Voorzitter").top(STYLES.body) == near(54.3 + PITCH)
    assert line(result.data, 1, "Eerder is").top(STYLES.body) == near(121.7)


def test_groups_of_the_reference_column_are_apart() -> None:
    data = render(letter(groups=2)).data
    first = [found for found in lines(data, 1) if found.words == "Onze referentie"]
    pitch = STYLES.reference.leading * 25.4 / 72
    assert first[1].baseline - first[0].baseline == near(2 * pitch + LAYOUT.reference_gap)


def test_signature_has_two_blank_lines_above_and_four_below_the_capacity() -> None:
    body = (paragraph("Slotzin."), n.Signatures((n.Signature((text("De minister,"),), (text("[naam]"),)),)))
    data = render(replace(one_page_letter(), body=body)).data
    last, capacity, name = (line(data, 1, words) for words in ("Slotzin.", "De minister,", "[naam]"))
    assert capacity.baseline - last.baseline == near(3 * PITCH)
    assert name.baseline - capacity.baseline == near(21.1)


def test_two_signatures_stand_beside_each_other_with_their_names_on_one_line() -> None:
    data = render(replace(one_page_letter(), body=(paragraph(LOREM), signatures(2)))).data
    names = [found for found in lines(data, 1) if found.words == "[naam]"]
    assert [name.x for name in names] == [near(28), near(28 + LAYOUT.signature_column)]
    assert names[0].baseline == names[1].baseline


@pytest.mark.parametrize("count", range(17, 21))
def test_signature_is_never_on_a_page_with_less_than_two_lines_of_text(count: int) -> None:
    body = (*(paragraph("Kort.") for _ in range(count)), signatures())
    result = render(replace(one_page_letter(), body=body))
    last = [found.words.strip() for found in lines(result.data, result.pages)]
    assert "De minister van Binnenlandse Zaken en Koninkrijksrelaties," in last
    assert last.count("Kort.") >= 2
    assert last.count("[naam]") == 1


def test_a_letter_without_blocks_has_one_page() -> None:
    assert render(with_front()).pages == 1


def test_text_is_escaped() -> None:
    document = replace(one_page_letter(), body=(paragraph('<b>1 < 2 & 3 > 2</b> &amp; "x"'),))
    assert '<b>1 < 2 & 3 > 2</b> &amp; "x"' in page_text(render(document).data, 1)


def test_a_single_signature_is_as_wide_as_the_text() -> None:
    capacity = "De minister van Volkshuisvesting en Ruimtelijke Ordening,"
    body = (paragraph(LOREM), n.Signatures((n.Signature((text(capacity),), (text("[naam]"),)),)))
    data = render(replace(one_page_letter(), body=body)).data
    found = line(data, 1, "De minister")
    assert found.words.strip() == capacity
    assert found.right > 28 + LAYOUT.signature_column


def test_rows_of_signatures_are_two_blank_lines_apart() -> None:
    one = n.Signature((text("Een partij,"),), (text("[naam]"),))
    two = n.Signature((text("Nog een partij,"),), (text("[naam]"),))
    body = (paragraph(LOREM), n.Signatures((one, one, two, two, one)))
    data = render(replace(one_page_letter(), body=body)).data
    names = sorted({round(found.baseline, 1) for found in lines(data, 1) if found.words == "[naam]"})
    assert len(names) == 3
    assert line(data, 1, "Nog een partij").baseline - names[0] == near(3 * PITCH)
