from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from pipeline.document import nodes as n
from pipeline.document.pdf_standard import PdfStandard
from pipeline.engine.making import Made, Order, make_document
from pipeline.engine.manifest import FORMATS, Format
from tests.engine import fakes
from tests.engine.fakes import MAKERS
from tests.styles import house_style
from tests.trees import one_page_letter


def document(title: str) -> n.Document:
    letter = one_page_letter()
    return replace(letter, id=title, metadata=replace(letter.metadata, title=title))


def make(
    folder: Path, title: str, formats: tuple[Format, ...] = FORMATS, standard: PdfStandard = "ua-1"
) -> Made:
    shown: dict[Format, str] = {"docx": "build/brief.docx", "pdf": "build/brief.pdf"}
    order = Order(document(title), house_style(), formats, standard, shown)
    return make_document(order, MAKERS)


def contents(made: Made) -> dict[Format, bytes]:
    return dict(made.files)


def test_word_gets_the_page_numbers_of_the_layout(tmp_path: Path) -> None:
    made = make(tmp_path, "A")
    assert contents(made) == {"docx": b"DOCX A {'kop': 3} 7", "pdf": b"PDF A ua-1"}
    assert made.pages == 7


@pytest.mark.parametrize("only", FORMATS)
def test_only_the_format_asked_for_is_made_and_proven(tmp_path: Path, only: Format) -> None:
    made = make(tmp_path, "A", (only,))
    assert list(made.files) == [only]
    assert made.pages == 7
    assert made.verdict is not None
    assert {result.format for result in made.verdict.results} == {only}


def test_the_pdf_follows_the_standard_asked_for(tmp_path: Path) -> None:
    assert contents(make(tmp_path, "A", standard="ua-2"))["pdf"] == b"PDF A ua-2"


def test_what_does_not_fit_gives_no_files(tmp_path: Path) -> None:
    made = make(tmp_path, fakes.OVERFLOW)
    assert made.files == {}
    assert made.verdict is None
    assert [finding.is_error for finding in made.findings] == [True]


def test_what_was_proven_comes_with_the_files(tmp_path: Path) -> None:
    made = make(tmp_path, fakes.OTHER_WORDS)
    assert made.verdict is not None
    assert {finding.code for finding in made.verdict.findings} == {Code.PARITY}
    assert set(made.files) == set(FORMATS)


@pytest.mark.parametrize(
    ("word", "kind"), [(fakes.RENDER_CRASH, "ArithmeticError"), (fakes.VERIFY_CRASH, "BufferError")]
)
def test_an_exception_becomes_a_fault_with_its_document(tmp_path: Path, word: str, kind: str) -> None:
    made = make(tmp_path, word)
    assert made.verdict is None
    assert made.fault is not None
    assert (made.fault.document, made.fault.kind) == (word, kind)


def test_files_that_could_not_be_proven_are_still_there_to_look_into(tmp_path: Path) -> None:
    assert set(make(tmp_path, fakes.VERIFY_CRASH).files) == set(FORMATS)
