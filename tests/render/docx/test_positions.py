"""The places of house style 1.0, measured in what LibreOffice makes of the Word file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.house_style.tokens import TextStyle
from pipeline.render.docx.measure import text_width
from tests.render.docx.word import written
from tests.render.pdf.measure import Line, line, lines
from tests.styles import house_style
from tests.tools import office_pdf
from tests.trees import letter, one_page_letter, report, text

BASELINE = 0.8
"""With exact leading LibreOffice puts the baseline at four fifths of the line, whatever the letters."""
TOLERANCE = 0.3


def top(found: Line, leading: float) -> float:
    """The top of the line box, mm."""
    return found.baseline - BASELINE * leading / 72 * 25.4


def _width(words: str, look: TextStyle) -> float:
    return text_width(words, look.size, house_style())


@pytest.fixture(scope="module")
def letter_pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return office_pdf(written(letter()).data, tmp_path_factory.mktemp("letter"))


@pytest.fixture(scope="module")
def classified_pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    document = letter()
    assert isinstance(document.front, n.Letterhead)
    classified = replace(document, front=replace(document.front, classification="Vertrouwelijk"))
    return office_pdf(written(classified).data, tmp_path_factory.mktemp("classified"))


@pytest.mark.parametrize(
    ("words", "x", "y", "leading"),
    [
        ("> Retouradres", 28.0, 47.8, 9),
        ("Aan de Voorzitter", 28.0, 54.3, 12),
        ("Turfmarkt 147", 164.5, 54.6, 9),
        ("Datum", 28.0, 93.2, 12),
        ("18 december 2026", 47.5, 93.2, 12),
        ("Betreft", 28.0, 97.4, 12),
        ("Eerder is uw Kamer", 28.0, 121.7, 12),
        ("Pagina 1 van 3", 164.5, 283.2, 9),
    ],
)
def test_first_page_stands_where_the_house_style_says(
    letter_pdf: bytes, words: str, x: float, y: float, leading: float
) -> None:
    found = line(letter_pdf, 1, words)
    assert found.x == pytest.approx(x, abs=TOLERANCE)
    assert top(found, leading) == pytest.approx(y, abs=TOLERANCE)


@pytest.mark.parametrize(
    ("words", "x", "y", "leading"),
    [
        ("Datum", 164.5, 54.6, 9),
        ("Deze alinea", 28.0, 66.9, 12),
        ("Pagina 2 van 3", 164.5, 283.2, 9),
    ],
)
def test_follow_up_page_has_the_short_column_and_starts_higher(
    letter_pdf: bytes, words: str, x: float, y: float, leading: float
) -> None:
    found = line(letter_pdf, 2, words)
    assert found.x == pytest.approx(x, abs=TOLERANCE)
    assert top(found, leading) == pytest.approx(y, abs=TOLERANCE)


def test_follow_up_page_repeats_no_logo_and_no_addresses(letter_pdf: bytes) -> None:
    shown = " ".join(found.words for found in lines(letter_pdf, 2))
    assert "Retouradres" not in shown
    assert "Ministerie" not in shown
    assert "Turfmarkt" not in shown


def test_wordmark_is_centred_on_its_middle(letter_pdf: bytes) -> None:
    first, second = line(letter_pdf, 1, "Ministerie van"), line(letter_pdf, 1, "Koninkrijks")
    leading = house_style().styles.wordmark.leading
    middle = (top(first, leading) + top(second, leading) + leading / 72 * 25.4) / 2
    assert first.x == pytest.approx(114.3, abs=TOLERANCE)
    assert middle == pytest.approx(27.0, abs=TOLERANCE)


def test_classification_stands_above_and_below_and_lowers_the_addressee(classified_pdf: bytes) -> None:
    for page in (1, 2):
        marks = [found for found in lines(classified_pdf, page) if found.words.startswith("VERTROUWELIJK")]
        assert [top(mark, 9) for mark in marks] == pytest.approx([54.6, 283.2], abs=TOLERANCE)
    assert top(line(classified_pdf, 1, "Aan de Voorzitter"), 12) == pytest.approx(54.3 + 4.23, abs=TOLERANCE)


def test_long_subject_moves_the_text_down_by_what_it_exceeds(tmp_path: Path) -> None:
    document = letter(subject="Een lang onderwerp over de voortgang. " * 10)
    data = office_pdf(written(document).data, tmp_path)
    subject = [found for found in lines(data, 1) if found.x == pytest.approx(47.5, abs=TOLERANCE)][-1]
    text = top(line(data, 1, "Eerder is uw Kamer"), 12)
    bottom = top(subject, 12) + 12 / 72 * 25.4
    assert text > 121.7 + 1
    assert text - bottom == pytest.approx(121.7 - 111.0, abs=TOLERANCE)


def test_subject_of_three_lines_leaves_the_text_in_place(tmp_path: Path) -> None:
    document = letter(subject="Een lang onderwerp over de voortgang. " * 4)
    data = office_pdf(written(document).data, tmp_path)
    assert top(line(data, 1, "Eerder is uw Kamer"), 12) == pytest.approx(121.7, abs=TOLERANCE)


def test_salutation_takes_the_place_of_the_first_line(tmp_path: Path) -> None:
    data = office_pdf(written(letter(salutation=True)).data, tmp_path)
    assert top(line(data, 1, "Geachte voorzitter"), 12) == pytest.approx(121.7, abs=TOLERANCE)


def test_signature_has_two_blank_lines_above_and_four_for_the_autograph(letter_pdf: bytes) -> None:
    text = line(letter_pdf, 3, "Ik verwacht")
    capacity, name = line(letter_pdf, 3, "De minister"), line(letter_pdf, 3, "[naam]")
    pitch = 12 / 72 * 25.4
    assert capacity.baseline - text.baseline == pytest.approx(3 * pitch, abs=TOLERANCE)
    assert name.baseline - capacity.baseline == pytest.approx(21.1, abs=TOLERANCE)


def test_signatures_in_a_pair_are_read_one_by_one_and_their_names_are_level(tmp_path: Path) -> None:
    long = n.Signature((text("De minister van een departement met een lange naam,"),), (text("[eerste]"),))
    short = n.Signature((text("De staatssecretaris,"),), (text("[tweede]"),))
    document = replace(letter(), body=(n.Signatures((long, short)),))
    data = office_pdf(written(document).data, tmp_path)
    first, second = line(data, 1, "[eerste]"), line(data, 1, "[tweede]")
    assert first.baseline == pytest.approx(second.baseline, abs=TOLERANCE)
    assert second.x - first.x == pytest.approx(house_style().letter.signature_column, abs=TOLERANCE)


def test_numbers_of_notes_are_raised_in_the_text_and_not_in_the_note(tmp_path: Path) -> None:
    note = n.Footnote((text("De noot."),))
    document, _ = number_document(replace(letter(), body=(n.Paragraph((text("Tekst"), note)),)))
    data = office_pdf(written(document).data, tmp_path)
    call = next(found for found in lines(data, 1) if found.words.strip() == "1")
    assert call.baseline < line(data, 1, "Tekst").baseline
    assert call.right - call.x == pytest.approx(_width("1", house_style().styles.footnote_call), abs=0.2)
    whole = line(data, 1, "1 De noot.")
    assert whole.right - whole.x == pytest.approx(
        _width("1 De noot.", house_style().styles.footnote), abs=0.1
    )


def test_a_letter_of_one_page_says_so(tmp_path: Path) -> None:
    data = office_pdf(written(one_page_letter()).data, tmp_path)
    assert line(data, 1, "Pagina").words == "Pagina 1 van 1"


def test_report_pages_carry_title_number_and_notice_but_the_cover_does_not(tmp_path: Path) -> None:
    data = office_pdf(written(report()).data, tmp_path)
    shown = [[found.words for found in lines(data, page)] for page in (1, 2, 3)]
    assert not any(words.startswith("Pagina") for words in shown[0])
    assert shown[1][0] == shown[2][0] == "Strategische agenda Voorbeeld"
    assert top(line(data, 3, "Strategische agenda"), 9) == pytest.approx(18, abs=TOLERANCE)
    assert top(line(data, 3, "Pagina 3 van"), 9) == pytest.approx(283.2, abs=TOLERANCE)
    assert top(line(data, 1, "Strategische agenda"), 32) == pytest.approx(75, abs=TOLERANCE)
