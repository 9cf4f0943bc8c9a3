from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.document import nodes as n
from pipeline.engine.manifest import FORMATS, Format
from pipeline.engine.workers import Rendered, default_jobs, render_document, render_documents
from tests.engine import fakes
from tests.engine.fakes import MAKERS
from tests.styles import house_style
from tests.trees import one_page_letter, paragraph


def document(title: str, paragraphs: int = 0) -> n.Document:
    letter = one_page_letter()
    body = tuple(paragraph("tekst") for _ in range(paragraphs))
    return replace(letter, id=title, metadata=replace(letter.metadata, title=title), body=body)


def render_all(documents: list[n.Document], jobs: int) -> list[tuple[int, Rendered]]:
    return list(render_documents(documents, house_style(), FORMATS, MAKERS, jobs))


def test_word_gets_the_page_numbers_of_the_layout() -> None:
    rendered = render_document(document("A"), house_style(), FORMATS, MAKERS)
    assert rendered.files == {"docx": b"DOCX A {'kop': 3} 7", "pdf": b"PDF A"}
    assert rendered.pages == 7


@pytest.mark.parametrize("only", FORMATS)
def test_only_the_format_asked_for_is_made(only: Format) -> None:
    rendered = render_document(document("A"), house_style(), (only,), MAKERS)
    assert list(rendered.files) == [only]
    assert rendered.pages == 7


def test_what_does_not_fit_gives_no_files() -> None:
    rendered = render_document(document(fakes.OVERFLOW), house_style(), FORMATS, MAKERS)
    assert rendered.files == {}
    assert [finding.is_error for finding in rendered.findings] == [True]


def test_an_exception_becomes_a_fault_with_its_document() -> None:
    rendered = render_document(document(fakes.RENDER_CRASH), house_style(), FORMATS, MAKERS)
    assert rendered.files == {}
    assert rendered.fault is not None
    assert (rendered.fault.document, rendered.fault.kind) == (fakes.RENDER_CRASH, "ArithmeticError")


def test_the_largest_document_comes_first() -> None:
    documents = [document("klein", 1), document("groot", 9), document("middel", 5)]
    assert [index for index, _ in render_all(documents, jobs=1)] == [1, 2, 0]


def test_processes_give_what_one_process_gives() -> None:
    documents = [document("A", 1), document("B", 2), document("C", 3)]
    alone = {index: rendered.files for index, rendered in render_all(documents, jobs=1)}
    together = {index: rendered.files for index, rendered in render_all(documents, jobs=2)}
    assert alone == together


def test_a_document_that_kills_its_process_is_the_only_one_not_made() -> None:
    documents = [document("A"), document(fakes.PROCESS_DIES), document("C")]
    results = dict(render_all(documents, jobs=2))
    assert results[0].files
    assert results[2].files
    fault = results[1].fault
    assert fault is not None
    assert fault.document == fakes.PROCESS_DIES


def test_there_is_at_least_one_core() -> None:
    assert default_jobs() >= 1
