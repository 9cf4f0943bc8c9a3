"""What codes of fonts say and how wide they are."""

from __future__ import annotations

import time
from collections.abc import Callable

import pikepdf
import pytest

from pipeline.gate.limits import PDF_FONT_CODES
from pipeline.verify.errors import UnreadableFileError
from pipeline.verify.pdf.fonts import Font
from pipeline.verify.pdf.fonts import read_font as read_with
from pipeline.verify.pdf.unpacking import Budget
from tests.verify.pdf.files import composite_font, simple_font


def read_font(font: pikepdf.Object) -> Font:
    return read_with(font, Budget())


def text(font: Font, data: bytes) -> str:
    return font.text(font.codes(data))


def width(font: Font, data: bytes) -> float:
    return font.width(font.codes(data))


def to_unicode(table: bytes) -> Font:
    pdf = pikepdf.new()
    return read_font(simple_font(ToUnicode=pdf.make_stream(table)))


def test_a_composite_font_says_what_its_table_says() -> None:
    pdf = pikepdf.new()
    font = read_font(composite_font(pdf))
    assert (font.name, font.wide) == ("Proef", True)
    assert text(font, b"\x00\x01\x00\x02\x00\x03") == "affi\N{NO-BREAK SPACE}"
    assert width(font, b"\x00\x01\x00\x02\x00\x03") == 600 + 900 + 250


def test_a_code_that_the_font_does_not_explain_is_no_text() -> None:
    pdf = pikepdf.new()
    assert text(read_font(composite_font(pdf)), b"\x00\x09") == "\N{REPLACEMENT CHARACTER}"


def test_half_a_code_at_the_end_is_left_out() -> None:
    pdf = pikepdf.new()
    assert text(read_font(composite_font(pdf)), b"\x00\x01\x00") == "a"


def test_a_composite_font_with_another_cmap_is_refused() -> None:
    pdf = pikepdf.new()
    font = composite_font(pdf)
    font.Encoding = pikepdf.Name("/UniJIS-UTF16-H")
    with pytest.raises(UnreadableFileError, match="tekencodering"):
        read_font(font)


@pytest.mark.parametrize(
    ("encoding", "code", "said"),
    [
        (pikepdf.Name.WinAnsiEncoding, 0x92, "’"),
        (pikepdf.Name.WinAnsiEncoding, 0x80, "€"),
        (pikepdf.Name.MacRomanEncoding, 0xD5, "’"),
        (pikepdf.Name.StandardEncoding, 0xAE, "ﬁ"),
        (pikepdf.Dictionary({"/Differences": pikepdf.Array([65, pikepdf.Name("/eacute")])}), 65, "é"),
        (
            pikepdf.Dictionary(
                {
                    "/BaseEncoding": pikepdf.Name.WinAnsiEncoding,
                    "/Differences": pikepdf.Array([10, pikepdf.Name("/a"), pikepdf.Name("/uni20AC")]),
                }
            ),
            11,
            "€",
        ),
    ],
)
def test_a_simple_font_says_what_its_encoding_says(encoding: object, code: int, said: str) -> None:
    assert text(read_font(simple_font(Encoding=encoding)), bytes([code])) == said


def test_the_own_table_of_a_font_goes_before_its_encoding() -> None:
    assert text(to_unicode(b"1 beginbfchar <41> <03A9> endbfchar"), b"AB") == "ΩB"


def test_ranges_count_on_or_name_each_text() -> None:
    font = to_unicode(b"2 beginbfrange <01> <03> <0061> <10> <11> [<0078> <00790079>] endbfrange")
    assert text(font, b"\x01\x02\x03\x10\x11") == "abcxyy"


def test_characters_outside_the_basic_plane_are_read() -> None:
    assert text(to_unicode(b"1 beginbfchar <01> <d83ddcc4> endbfchar"), b"\x01") == "\N{PAGE FACING UP}"


def test_a_range_from_a_damaged_table_has_an_end() -> None:
    font = to_unicode(b"1 beginbfrange <00> <ffffffff> <0041> endbfrange")
    assert text(font, b"\x00\x01") == "AB"


def test_a_simple_font_has_widths_from_its_first_code_on() -> None:
    descriptor = pikepdf.Dictionary({"/MissingWidth": 300})
    font = read_font(simple_font(FirstChar=65, Widths=pikepdf.Array([700, 800]), FontDescriptor=descriptor))
    assert width(font, b"ABC") == 700 + 800 + 300


def test_the_widths_of_a_type_3_font_are_in_its_own_measure() -> None:
    font = read_font(
        simple_font(
            Subtype=pikepdf.Name.Type3,
            FontMatrix=pikepdf.Array([0.01, 0, 0, 0.01, 0, 0]),
            FirstChar=65,
            Widths=pikepdf.Array([50]),
        )
    )
    assert width(font, b"A") == pytest.approx(500)


def widths(pdf: pikepdf.Pdf, *entries: object) -> pikepdf.Object:
    font = composite_font(pdf)
    font.DescendantFonts[0].W = pikepdf.Array(entries)
    return font


def with_table(pdf: pikepdf.Pdf, table: bytes) -> pikepdf.Object:
    return simple_font(ToUnicode=pdf.make_stream(table))


RANGE = b"<0000> <ffff> <0041> "
LONG = b"<00> <ff> <" + b"0041" * 3000 + b"> "
MANY = b"beginbfchar " + b"<01> <0041> " * 260_000 + b"endbfchar"
TOO_MUCH: dict[str, Callable[[pikepdf.Pdf], pikepdf.Object]] = {
    "ranges of widths": lambda pdf: widths(pdf, *(0, 65_000, 500) * 9),
    "a range beyond counting": lambda pdf: widths(pdf, *(0, 2_000_000_000, 500) * 9),
    "ranges of letters": lambda pdf: with_table(pdf, b"beginbfrange " + RANGE * 9 + b"endbfrange"),
    "tables of ranges": lambda pdf: with_table(pdf, (b"beginbfrange " + RANGE + b"endbfrange ") * 9),
    "long texts for many codes": lambda pdf: with_table(pdf, b"beginbfrange " + LONG + b"endbfrange"),
    "very many letters": lambda pdf: with_table(
        pdf, b"beginbfchar " + b"<01> <0041> " * 260_000 + b"endbfchar"
    ),
    "very many widths": lambda _pdf: simple_font(FirstChar=0, Widths=pikepdf.Array([500] * 500_001)),
    "very many names": lambda _pdf: simple_font(
        Encoding=pikepdf.Dictionary(Differences=pikepdf.Array([1] * 500_001))
    ),
}


@pytest.mark.parametrize("attack", TOO_MUCH)
def test_a_font_that_says_too_much_of_its_codes_is_refused(attack: str) -> None:
    pdf = pikepdf.new()
    with pytest.raises(UnreadableFileError, match="de tabellen van een lettertype zijn onredelijk groot"):
        read_font(TOO_MUCH[attack](pdf))


def test_all_fonts_of_a_file_together_may_not_say_too_much() -> None:
    pdf, budget = pikepdf.new(), Budget()
    font = widths(pdf, 0, 59_999, 500)
    for _ in range(PDF_FONT_CODES // 60_003):
        read_with(font, budget)
    with pytest.raises(UnreadableFileError):
        read_with(font, budget)


def test_a_table_that_begins_again_and_again_is_read_once() -> None:
    start = time.process_time()
    assert text(to_unicode(b"beginbfchar " * 400_000), b"A") == "A"
    assert time.process_time() - start < 5


def test_a_table_without_an_end_says_nothing_and_those_before_it_do() -> None:
    font = to_unicode(b"beginbfchar <41> <0042> endbfchar beginbfchar <42> <0043>")
    assert text(font, b"AB") == "BB"
