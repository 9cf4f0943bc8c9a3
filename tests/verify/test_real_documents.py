"""The documents of the project itself: every one says in both files what its source says."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from pipeline.compose.documents import compose
from pipeline.compose.folders import TemplateFolders
from pipeline.content.documents import requested_documents
from pipeline.content.project import Project, read_project
from pipeline.document.nodes import Document, Text
from pipeline.document.walk import document_inlines
from pipeline.verify.docx.reading import open_docx
from pipeline.verify.expected import expected
from pipeline.verify.parity import parity
from pipeline.verify.quick import verify_quickly
from pipeline.verify.subject import Subject
from tests.compose.test_exported_documents import REAL
from tests.styles import ROOT, house_style
from tests.verify.docx.files import DOCUMENT, members, zipped
from tests.verify.standards.samples import finished

_WORD = re.compile(r"(?<!\w)[a-zé]{9,}(?!\w)")


@cache
def _project() -> Project:
    project, findings = read_project(ROOT)
    assert [finding for finding in findings if finding.is_error] == []
    return project


@cache
def _files(name: str) -> Subject:
    request = next(each for each in requested_documents(_project()) if each.id == name)
    folders = TemplateFolders(None, ROOT / "templates")
    document = compose(request, _project(), house_style(), folders).document
    assert isinstance(document, Document)
    return finished(document, "ua-1")


def test_these_are_all_documents_of_the_project() -> None:
    assert {each.id for each in requested_documents(_project())} == set(REAL)


@pytest.mark.parametrize("name", REAL)
def test_both_files_pass_every_quick_proof(name: str) -> None:
    verdict = verify_quickly(_files(name))
    assert [finding.message for finding in verdict.findings] == []
    compared = {
        result.format: result.figures["tekens"] for result in verdict.results if result.proof == "parity"
    }
    assert set(compared) == {"pdf", "docx"}
    assert all(isinstance(count, int) and count > 2000 for count in compared.values())


@pytest.mark.parametrize("name", REAL)
def test_one_character_is_found_at_the_line_of_the_yaml(name: str) -> None:
    subject = _files(name)
    assert subject.docx is not None
    contents = members(subject.docx)
    markup = contents[DOCUMENT].decode()
    # A word that a writer typed once and that is printed once, somewhere in the middle of the document.
    sources = (each.source for each in document_inlines(subject.document) if isinstance(each, Text))
    names = {source.file for source in sources if source}
    files = {name: (ROOT / name).read_text(encoding="utf-8") for name in sorted(names)}
    typed = Counter(word for text in files.values() for word in _WORD.findall(text))
    once = Counter(_WORD.findall(re.sub("<[^>]*>", " ", markup)))
    words = [word for word in once if once[word] == typed[word] == 1]
    word = words[len(words) // 2]
    contents[DOCUMENT] = re.sub(rf"(?<!\w){word}(?!\w)", f"{word[:-1]}q", markup).encode()
    findings = parity(open_docx(zipped(contents)).reading, expected(subject.document), "docx", "x").findings
    assert len(findings) == 1, [finding.message for finding in findings]
    at = _project().locate(findings[0].where)
    line = files[at.file].split("\n")[at.line - 1]
    assert line[at.column - len(word) : at.column] == word
