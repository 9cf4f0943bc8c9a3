"""A draft shows what the finished file shows, and the file that follows is the one that a build makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.diagnostics import Code
from pipeline.document import nodes as n
from pipeline.preview.pages import page_picture
from pipeline.render.pdf import draft_pdf
from tests.render.pdf.measure import house_style, render
from tests.trees import annex, figure, letter, one_page_letter, report

TREES = [letter, one_page_letter, report, annex]
BROKEN = n.Picture(b"geen afbeelding", "svg", 9, 9)


@pytest.mark.parametrize("tree", TREES)
def test_the_finished_file_is_the_one_that_a_build_makes(tree: Callable[[], n.Document]) -> None:
    draft = draft_pdf(tree(), house_style())
    assert draft.finish("ua-1") == render(tree())


@pytest.mark.parametrize("tree", TREES)
def test_a_draft_looks_as_the_finished_file(tree: Callable[[], n.Document]) -> None:
    draft, finished = draft_pdf(tree(), house_style()).pdf, render(tree())
    assert (draft.pages, draft.page_map, draft.places) == (finished.pages, finished.page_map, finished.places)
    for number in range(1, draft.pages + 1):
        assert page_picture(draft.data, number, 400) == page_picture(finished.data, number, 400)


def test_a_draft_has_no_tags_and_no_attachment() -> None:
    data = draft_pdf(letter(), house_style()).pdf.data
    assert b"/StructTreeRoot" not in data
    assert b"/EmbeddedFile" not in data


def test_a_draft_of_the_same_document_has_the_same_bytes() -> None:
    one, other = (draft_pdf(report(), house_style()).pdf.data for _ in range(2))
    assert one == other


def test_a_picture_that_cannot_be_drawn_is_found_in_the_draft_and_told_once() -> None:
    draft = draft_pdf(replace(report(), body=(replace(figure(), picture=BROKEN),)), house_style())
    assert [found.code for found in draft.pdf.diagnostics] == [Code.PICTURE_INVALID]
    assert draft.finish("ua-1").diagnostics == draft.pdf.diagnostics


def test_what_only_tags_show_is_found_when_the_file_is_finished() -> None:
    draft = draft_pdf(replace(report(), body=(replace(figure(), alt=""),)), house_style())
    assert draft.pdf.diagnostics == ()
    assert [found.code for found in draft.finish("ua-1").diagnostics] == [Code.PICTURE_NO_ALT]
