"""The sample documents follow the house style: no measure of them is off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.document import nodes as n
from tests.styles import house_style
from tests.trees import LOREM, letter, letterhead, one_page_letter, paragraph
from tests.verify.geometry.planted import DOCUMENTS, document, measured_docx, measured_pdf, messages


@pytest.mark.parametrize("name", DOCUMENTS)
def test_pdf_follows_the_house_style(name: str) -> None:
    proof = measured_pdf(document(name), house_style())
    assert messages(proof) == []
    assert proof.done
    assert (proof.proof, proof.format) == ("geometry", "pdf")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_word_file_follows_the_house_style(name: str) -> None:
    proof = measured_docx(document(name), house_style())
    assert messages(proof) == []
    assert (proof.proof, proof.format) == ("geometry", "docx")


def test_every_word_of_the_tree_is_measured() -> None:
    more = letter(paragraphs=7)
    fewer = letter(paragraphs=6)
    for measured in (measured_pdf, measured_docx):
        counts = [measured(tree, house_style()).figures["maten"] for tree in (fewer, more)]
        assert isinstance(counts[0], int)
        assert isinstance(counts[1], int)
        assert counts[1] > counts[0]


def test_letter_with_little_in_its_head_is_measured_as_well() -> None:
    front = replace(letterhead(), reference=(), follow_up=(), wordmark=(), fields=())
    tree = replace(one_page_letter(), front=front, body=(paragraph(LOREM),))
    assert messages(measured_docx(tree, house_style())) == []
    assert messages(measured_pdf(tree, house_style())) == []


def test_letter_without_text_is_measured_as_well() -> None:
    tree = replace(one_page_letter(), body=())
    assert messages(measured_docx(tree, house_style())) == []
    assert messages(measured_pdf(tree, house_style())) == []


def test_annex_with_a_title_only_is_measured_as_well() -> None:
    tree = replace(document("annex"), front=n.TitleBlock((n.Text("Een titel"),)), body=())
    assert messages(measured_pdf(tree, house_style())) == []
