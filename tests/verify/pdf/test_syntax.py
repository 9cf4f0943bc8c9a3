"""Content streams: what is read the plain way is what pikepdf reads; everything else is left to pikepdf."""

from __future__ import annotations

import io
import time

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.verify.errors import UnreadableFileError
from pipeline.verify.pdf import syntax
from pipeline.verify.pdf.reading import open_pdf
from tests.verify.pdf.files import handmade, sample

PLAIN = (
    b"q", b"Q", b"1 0 0 -1 0 841.889764 cm", b"/Artifact BMC", b"/Span <</MCID 3>> BDC",
    b"/Artifact <</Type /Pagination>> BDC", b"/Artifact <</Type/Pagination/Subtype /Footer>> BDC", b"EMC",
    b"BT", b"ET", b"/F1 12 Tf", b"1 0 0 -1 139.84252 780.967945 Tm", b"[<48>0<69>-12.5<21>0] TJ",
    b"<4869> Tj", b"[7<48> 3 <69>.5]\nTJ", b"0.25 g", b"0 0 0 rg", b"+.5 -1. 0.2 RG", b"10 20 30 40 re", b"W",
    b"n",
    b"f*", b"0 0 m", b"10 10 l", b"S", b"[] 0 d", b"[3 1] 0 d", b"2 Tr", b"1 w",
)  # fmt: skip
"""Instructions as our own files have them."""

OTHER = (
    b"(Hi) Tj", b"(a\\)b) Tj", b"% q\nq", b"/Sp#61n BMC", b"12Tf", b"1.2.3 w", b"/Span <</MCID 3 BDC",
    b"/Span <</MCID>> BDC", b"/Span <</ActualText (ab)>> BDC", b"/Span <</MCID <33>>> BDC", b"<486> Tj",
    b"<48 69> Tj", b"[<48>(i)] TJ", b"[[<48>]] TJ", b"[<48>] ] TJ", b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
    b"1\t0\r0 rg", b"true", b"null", b"--5 w", b"/Span <</MCID 3>><</MCID 4>> BDC", b"<</A 1 2>> BDC",
    b"{ q }", b"q)", b"<4869", b"q\x00q", b"/\xe9 BMC", b"1e5 w", b"[1 2",
)  # fmt: skip
"""Instructions in another spelling, and what is none."""


def told(content: bytes) -> str:
    """Return all that is read of a page with this content, or why it cannot be read."""
    try:
        return repr(open_pdf(handmade(content)))
    except UnreadableFileError as error:
        return str(error)


def told_by_pikepdf(content: bytes) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(syntax, "plain_instructions", no_plain_ones)
        return told(content)


def no_plain_ones(_: object) -> None:
    """Take no stream the plain way."""


def is_plain(content: bytes) -> bool:
    with pikepdf.new() as pdf:
        return syntax.plain_instructions(pdf.make_stream(content)) is not None


@pytest.mark.parametrize("instruction", PLAIN)
def test_an_instruction_of_our_own_files_is_read_the_plain_way(instruction: bytes) -> None:
    assert is_plain(instruction)
    assert is_plain(instruction + b"\nq Q")


@pytest.mark.parametrize("instruction", OTHER)
def test_any_other_spelling_is_left_to_pikepdf(instruction: bytes) -> None:
    assert not is_plain(instruction)
    assert not is_plain(b"q\n" + instruction + b"\nQ")


@pytest.mark.parametrize("rest", [b"12 13", b"/F1", b"[1 2]", b"<48>"])
def test_operands_without_an_operator_are_left_to_pikepdf(rest: bytes) -> None:
    assert not is_plain(rest)
    assert not is_plain(b"q Q\n" + rest)


@given(st.lists(st.sampled_from(PLAIN), max_size=30), st.sampled_from([b"\n", b" ", b"  ", b"\n\n"]))
def test_plain_streams_say_what_pikepdf_reads(parts: list[bytes], between: bytes) -> None:
    content = b"BT /F1 10 Tf " + between.join(parts)
    assert told(content) == told_by_pikepdf(content)


@given(st.lists(st.sampled_from(PLAIN + OTHER), max_size=12), st.sampled_from([b"\n", b" ", b""]))
def test_streams_of_any_spelling_say_what_pikepdf_reads(parts: list[bytes], between: bytes) -> None:
    content = b"BT /F1 10 Tf\n" + between.join(parts)
    assert told(content) == told_by_pikepdf(content)


@given(st.integers(0, 400), st.binary(max_size=3))
def test_a_plain_stream_with_damage_says_what_pikepdf_reads(place: int, damage: bytes) -> None:
    whole = b"BT /F1 10 Tf " + b" ".join(PLAIN)
    content = whole[:place] + damage + whole[place + 1 :]
    assert told(content) == told_by_pikepdf(content)


@pytest.mark.parametrize("kind", ["letter", "report", "annex"])
def test_pages_of_our_own_files_are_read_the_plain_way_and_say_the_same(kind: str) -> None:
    _, data = sample(kind)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert all(is_plain(page.obj.Contents.read_bytes()) for page in pdf.pages)
    plain = repr(open_pdf(data))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(syntax, "plain_instructions", no_plain_ones)
        assert repr(open_pdf(data)) == plain


@pytest.mark.parametrize("part", [b"1 ", b"/a ", b"[1 ", b"<00", b"[<00> ", b"<</a 1 ", b"<< ", b"[ "])
def test_a_stream_without_operators_takes_no_more_time_for_each_byte_when_it_is_long(part: bytes) -> None:
    start = time.process_time()
    assert not is_plain(part * 100_000)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("count", [8, 9])
def test_an_operator_with_more_operands_than_any_of_ours_is_left_to_pikepdf(count: int) -> None:
    content = b"1 " * count + b"scn"
    assert is_plain(content) is (count == 8)
    assert told(content) == told_by_pikepdf(content)
