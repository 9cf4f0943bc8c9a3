"""Opening a Word file, and refusing what is none without a traceback."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.document import nodes as n
from pipeline.verify.docx.access import docx_access
from pipeline.verify.docx.reading import open_docx
from pipeline.verify.docx.soundness import docx_soundness
from pipeline.verify.errors import UnreadableFileError
from pipeline.verify.expected import expected
from pipeline.verify.parity import parity
from tests.stress import LAYOUTS, Part, random_letter, stress_letter, stress_report
from tests.verify.docx.files import (
    DOCUMENT,
    SAMPLES,
    SHOWN,
    contents_by_hand,
    members,
    p,
    rendered,
    sample,
    subject,
    zipped,
)


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_file_says_what_its_tree_says(kind: str) -> None:
    document, data = sample(kind)
    assert parity(open_docx(data).reading, expected(document), "docx", SHOWN).findings == ()


@pytest.mark.parametrize("make", [stress_letter, stress_report])
def test_a_file_with_all_that_is_hard_says_what_its_tree_says(make: Callable[[], n.Document]) -> None:
    document = make()
    file = open_docx(rendered(document))
    assert parity(file.reading, expected(document), "docx", SHOWN).findings == ()
    assert docx_soundness(file, subject(document, b"")).findings == ()
    assert docx_access(file, subject(document, b"")).findings == ()


@settings(max_examples=12)
@given(LAYOUTS)
def test_random_layouts_say_what_their_tree_says(parts: list[Part]) -> None:
    document = random_letter(parts)
    file = open_docx(rendered(document))
    assert parity(file.reading, expected(document), "docx", SHOWN).findings == ()
    assert docx_soundness(file, subject(document, b"")).findings == ()


def test_parts_are_there_to_be_asked() -> None:
    file = open_docx(sample("letter")[1])
    assert file.main == DOCUMENT
    assert file.footnotes is not None
    assert len(file.headers) == len(file.footers) == 2
    assert len(file.furniture) == 4
    assert file.core is not None
    assert file.package.content_type(DOCUMENT).endswith("main+xml")
    with pytest.raises(FrozenInstanceError):
        file.main = ""  # type: ignore[misc]  # that is what is tried here


def test_bytes_that_are_no_zip_are_refused() -> None:
    with pytest.raises(UnreadableFileError, match="beschadigd"):
        open_docx(b"%PDF-1.7")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_is_cut_off_is_refused(share: float) -> None:
    data = sample("short")[1]
    with pytest.raises(UnreadableFileError):
        open_docx(data[: int(len(data) * share)])


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", DOCUMENT])
def test_a_package_without_what_it_begins_with_is_refused(name: str) -> None:
    contents = members(sample("short")[1])
    del contents[name]
    with pytest.raises(UnreadableFileError, match="ontbreekt"):
        open_docx(zipped(contents))


@pytest.mark.parametrize(
    "markup",
    [
        b"<w:document>",
        b"",
        b"\xff\xfe<\x00a\x00/\x00>\x00",
        "<a>é</a>".encode("latin-1"),
        b"<a>" * 300 + b"</a>" * 300,
        b'<?xml version="1.0" encoding="utf-16"?><a/>',
    ],
)
def test_a_part_that_is_no_xml_is_refused(markup: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"document\.xml|tekst"):
        open_docx(zipped({**contents_by_hand(p("Woorden")), DOCUMENT: markup}))


def test_a_text_part_without_text_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="ontbreekt de tekst"):
        open_docx(zipped({**contents_by_hand(""), DOCUMENT: "<document/>"}))


def test_entities_are_refused_before_they_grow() -> None:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 9))
    bomb = f'<!DOCTYPE d [<!ENTITY e0 "hoera">{entities}]><d>&e8;</d>'
    with pytest.raises(UnreadableFileError, match="DOCTYPE"):
        open_docx(zipped({**contents_by_hand(p("Woorden")), "word/extra.xml": bomb}))


def test_a_file_of_the_machine_is_not_read_through_an_entity() -> None:
    markup = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]><d>&e;</d>'
    with pytest.raises(UnreadableFileError, match="DOCTYPE"):
        open_docx(zipped({**contents_by_hand(""), DOCUMENT: markup}))


def test_a_zip_that_unpacks_to_far_too_much_is_refused() -> None:
    data = bytearray(zipped({"[Content_Types].xml": "<Types/>"}))
    directory = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, directory + 24, 0xFFFFFFF0)
    with pytest.raises(UnreadableFileError, match="groot"):
        open_docx(bytes(data))


def test_a_zip_with_far_too_many_members_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="groot"):
        open_docx(zipped({f"word/{number}.xml": "" for number in range(2_001)}))


def test_a_zip_packed_as_word_does_not_is_refused() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(UnreadableFileError, match="ingepakt"):
        open_docx(written.getvalue())


@settings(max_examples=150)
@given(st.data())
def test_damaged_bytes_never_give_another_exception(data: st.DataObject) -> None:
    document, whole = sample("short")
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    _judge_or_refuse(document, bytes(damaged))


PIECES = st.sampled_from(
    (b"", b"-1", b"9" * 20, b"w:p", b"w:tc", b"w:r", b"w:tbl", b"numId", b"\xc3", b"auto", b"<", b"/")
)


@settings(max_examples=250)
@given(st.data())
def test_damaged_markup_never_gives_another_exception(data: st.DataObject) -> None:
    document, whole = sample("letter")
    contents = members(whole)
    part = data.draw(st.sampled_from(sorted(contents)))
    markup = bytearray(contents[part])
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, max(0, len(markup) - 1)))
        markup[at : at + data.draw(st.integers(0, 6))] = data.draw(PIECES)
    _judge_or_refuse(document, zipped({**contents, part: bytes(markup)}))


def _judge_or_refuse(document: n.Document, data: bytes) -> None:
    try:
        file = open_docx(data)
    except UnreadableFileError:
        return
    docx_soundness(file, subject(document, data))
    docx_access(file, subject(document, data))
