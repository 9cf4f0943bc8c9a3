"""What codes of fonts say and how wide they are."""

from __future__ import annotations

import pikepdf
import pytest

from pipeline.verify.errors import UnreadableFileError
from pipeline.verify.pdf.fonts import Font, read_font
from tests.verify.pdf.files import composite_font, simple_font


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
