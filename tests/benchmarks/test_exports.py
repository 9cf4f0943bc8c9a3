from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from benchmarks.exports.html import write_html
from benchmarks.exports.markdown import write_markdown
from benchmarks.exports.typst import write_typst
from benchmarks.rounds.docxtpl import words_of
from benchmarks.rounds.python_docx import write
from pipeline.document.nodes import Document, Footnote, Paragraph, Text
from pipeline.document.walk import document_inlines
from tests import trees
from tests.styles import house_style

DOCUMENTS = (trees.letter(), trees.report(chapters=2), trees.annex())


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def said_by(tree: Document) -> set[str]:
    inlines = (each for each in document_inlines(tree) if isinstance(each, Text))
    return {word for inline in inlines for word in words(inline.text)}


@pytest.mark.parametrize("tree", DOCUMENTS, ids=lambda tree: tree.id)
def test_markdown_and_typst_hold_every_word_and_every_note(tree: Document, tmp_path: Path) -> None:
    notes = sum(isinstance(each, Footnote) for each in document_inlines(tree))
    markdown = write_markdown(tree, tmp_path).read_text(encoding="utf-8")
    typst = write_typst(tree, house_style(), tmp_path).read_text(encoding="utf-8")
    assert said_by(tree) <= words(markdown)
    assert said_by(tree) <= words(typst)
    assert len(re.findall(r"^\[\^\d+\]: ", markdown, re.MULTILINE)) == notes
    assert typst.count("#footnote[") == notes


@pytest.mark.parametrize("tree", DOCUMENTS, ids=lambda tree: tree.id)
def test_python_docx_and_docxtpl_are_given_every_word(tree: Document) -> None:
    word = docx.Document(BytesIO(write(tree)))
    written = " ".join(text.text or "" for text in word.element.iter(qn("w:t")))
    assert said_by(tree) <= words(written)
    assert said_by(tree) <= words(str(words_of(tree)))


def test_pictures_stand_beside_the_text_that_names_them(tmp_path: Path) -> None:
    tree = trees.report(chapters=2)
    written = write_typst(tree, house_style(), tmp_path).read_text(encoding="utf-8")
    named = re.findall(r'image\("(.*?)"', written)
    assert named
    assert all((tmp_path / name).stat().st_size for name in named)


def test_what_means_something_in_markdown_or_typst_stays_text(tmp_path: Path) -> None:
    paragraph = Paragraph((Text("1. *a* _b_ [c] #d @e $f | <g> \\\\h `i` https://j // k"),))
    tree = replace(trees.annex(), body=(paragraph,))
    markdown = write_markdown(tree, tmp_path).read_text(encoding="utf-8").splitlines()[-1]
    typst = write_typst(tree, house_style(), tmp_path).read_text(encoding="utf-8").splitlines()[-1]
    assert markdown.startswith(r"1\. \*a\* \_b\_ \[c\] \#d \@e \$f \| \<g\>")
    assert typst.startswith(r"1\. \*a\* \_b\_ \[c\] \#d \@e \$f | \<g\>")
    assert r"\/\/ k" in typst


def test_the_html_is_the_one_that_was_laid_out_with_its_style_sheet_and_pictures(tmp_path: Path) -> None:
    tree = trees.letter()
    page = write_html(tree, house_style(), tmp_path).read_text(encoding="utf-8")
    assert said_by(tree) <= words(page)
    assert "@font-face" in page
    assert "document:" not in page
    named = set(re.findall(r"picture-\d+\.\w+", page))
    assert named
    assert all((tmp_path / name).stat().st_size for name in named)
