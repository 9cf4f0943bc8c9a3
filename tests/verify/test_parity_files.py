"""Parity of finished files: whole ones have no findings, and what is planted in them is found at its line."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from pipeline.diagnostics import Code, Diagnostic, Source
from pipeline.document import nodes as n
from pipeline.document.pdf_standard import PDF_STANDARDS, PdfStandard
from pipeline.verify.docx.reading import open_docx
from pipeline.verify.expected import expected
from pipeline.verify.parity import parity
from pipeline.verify.pdf.reading import open_pdf
from pipeline.verify.subject import Subject
from tests.stress import stress_letter, stress_report
from tests.trees import annex, letter, one_page_letter, report
from tests.verify.docx.files import DOCUMENT, members, rewritten
from tests.verify.planted import with_address, with_character, with_mapping, with_swapped, with_tag, without
from tests.verify.random_documents import documents
from tests.verify.sample import document, source
from tests.verify.standards.samples import finished

FOOTNOTES, NUMBERING = "word/footnotes.xml", "word/numbering.xml"
DOCUMENTS: tuple[Callable[[], n.Document], ...] = (
    letter,
    one_page_letter,
    report,
    annex,
    document,
    stress_letter,
    stress_report,
)


@cache
def sample() -> Subject:
    return finished(document(), "ua-1")


def in_pdf(data: bytes, made: n.Document) -> tuple[Diagnostic, ...]:
    return parity(open_pdf(data).reading, expected(made), "pdf", "x.pdf").findings


def in_docx(data: bytes, made: n.Document) -> tuple[Diagnostic, ...]:
    return parity(open_docx(data).reading, expected(made), "docx", "x.docx").findings


def both(subject: Subject) -> list[str]:
    assert subject.pdf is not None
    assert subject.docx is not None
    found = (*in_pdf(subject.pdf, subject.document), *in_docx(subject.docx, subject.document))
    return [finding.message for finding in found]


def only(findings: tuple[Diagnostic, ...]) -> Diagnostic:
    assert len(findings) == 1, [finding.message for finding in findings]
    assert findings[0].code is Code.PARITY
    return findings[0]


def pdf_with(change: Callable[[bytes], bytes]) -> Diagnostic:
    """Return the one finding in the sample's PDF after a change."""
    data = sample().pdf
    assert data is not None
    return only(in_pdf(change(data), sample().document))


def docx_with(old: str, new: str, part: str = DOCUMENT) -> Diagnostic:
    """Return the one finding in the sample's Word file after a change."""
    data = sample().docx
    assert data is not None
    return only(in_docx(rewritten(data, old, new, part), sample().document))


# --- whole files


@pytest.mark.parametrize("make", DOCUMENTS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("standard", PDF_STANDARDS)
def test_both_files_say_what_the_tree_says(make: Callable[[], n.Document], standard: PdfStandard) -> None:
    assert both(finished(make(), standard)) == []


@settings(
    max_examples=25,
    # Files take a second; making a failing document smaller would take minutes.
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(documents())
def test_files_of_random_documents_say_what_the_tree_says(made: n.Document) -> None:
    assert both(finished(made, "ua-1")) == []


# --- planted in the PDF


@pytest.mark.parametrize(
    ("words", "index", "new", "where"),
    [
        ("meerwaarde", 6, "e", source("tekst", column=38)),
        ("Eerder gemeld", 7, "k", source("noot", column=7)),
        ("€ 20", 3, "2", source("regio", column=3)),
        ("b.", 0, "a", source("b")),
        ("Tabel\N{NO-BREAK SPACE}1", 6, "b", source("bijschrift")),
        ("Middelen", 7, "l", source("bijschrift", column=7)),
        ("de agenda van de", 3, "e", source("link", column=3)),
        ("wenjen", 0, "k", source("fries", column=13)),
    ],
)
def test_one_character_on_a_page_of_the_pdf(words: str, index: int, new: str, where: Source) -> None:
    assert pdf_with(lambda data: with_character(data, words, index, new)).where == where


def test_a_glyph_of_which_the_pdf_says_that_it_is_another_character() -> None:
    data = sample().pdf
    assert data is not None
    findings = in_pdf(with_mapping(data, "j", "ј"), sample().document)
    # The document has two letters j: in "wenjen" and in "Middelen … Rijk", each in a passage of its own.
    assert {finding.where for finding in findings} >= {source("tekst", column=2)}
    assert all("ј" in finding.message for finding in findings)


def test_two_swapped_paragraphs_in_the_pdf() -> None:
    finding = pdf_with(lambda data: with_swapped(data, "LBody", 0, 1))
    assert finding.where == source("a")
    assert "“eerst wonen” en “dan werken” staan in" in finding.message


def test_a_dropped_cell_in_the_pdf() -> None:
    finding = pdf_with(lambda data: without(data, "TD", 0))
    assert finding.message == "In x.pdf ontbreekt “€ 10”."
    assert finding.where == source("rijk")


def test_a_heading_that_the_pdf_calls_a_paragraph() -> None:
    finding = pdf_with(lambda data: with_tag(data, "H1", 1, "P"))
    assert finding.where == source("kop")
    assert "een gewone alinea, niet een kop van niveau 1" in finding.message


def test_a_link_of_the_pdf_that_goes_elsewhere() -> None:
    finding = pdf_with(lambda data: with_address(data, "https://voorbeeld.nl/agenda", "https://elders.nl/"))
    assert finding.where == source("link")


def test_a_note_that_the_pdf_lost() -> None:
    finding = pdf_with(lambda data: without(data, "Note", 0))
    assert finding.where == source("noot")


# --- planted in the Word file


@pytest.mark.parametrize(
    ("old", "new", "part", "where"),
    [
        ("meerwaarde", "meerwarde", DOCUMENT, source("tekst", column=38)),
        ("Eerder gemeld", "Eerder geheld", FOOTNOTES, source("noot", column=9)),
        ("€ 20", "€ 26", DOCUMENT, source("regio", column=3)),
        (">Tabel\N{NO-BREAK SPACE}1 <", ">Tabel\N{NO-BREAK SPACE}2 <", DOCUMENT, source("bijschrift")),
        (">Middelen<", ">Middelem<", DOCUMENT, source("bijschrift", column=7)),
        ("eerst wonen", "eerst\N{NO-BREAK SPACE}wonen", DOCUMENT, source("a", column=5)),
        ("dan werken", "dan  werken", DOCUMENT, source("b", column=3)),
        ('"kop_1"/><w:r><w:t xml:space="preserve">1<', '"kop_1"/><w:r><w:t>2<', DOCUMENT, source("kop")),
        ("> Zie <", ">Zie <", DOCUMENT, source("link")),
        ('"fy-NL"', '"en-GB"', DOCUMENT, source("fries")),
        ('w:id="1"/></w:r>', 'w:id="7"/></w:r>', DOCUMENT, source("noot")),
    ],
)
def test_one_difference_in_the_word_file(old: str, new: str, part: str, where: Source) -> None:
    assert docx_with(old, new, part).where == where


def test_a_list_that_word_counts_in_another_way() -> None:
    data = sample().docx
    assert data is not None
    changed = rewritten(data, '<w:numFmt w:val="lowerLetter"/>', '<w:numFmt w:val="upperLetter"/>', NUMBERING)
    findings = in_docx(changed, sample().document)
    assert [finding.where for finding in findings] == [source("a"), source("b")]
    assert "staat “A.”, in de bron staat “a.”" in findings[0].message


def test_two_swapped_paragraphs_in_the_word_file() -> None:
    data = sample().docx
    assert data is not None
    halfway = rewritten(data, ">eerst wonen<", ">anders<")
    halfway = rewritten(halfway, ">dan werken<", ">eerst wonen<")
    finding = only(in_docx(rewritten(halfway, ">anders<", ">dan werken<"), sample().document))
    assert finding.where == source("a")
    assert "“eerst wonen” en “dan werken” staan in" in finding.message


def test_a_dropped_cell_in_the_word_file() -> None:
    data = sample().docx
    assert data is not None
    markup = members(data)[DOCUMENT].decode()
    cell = next(each for each in re.findall(r"<w:tc>.*?</w:tc>", markup) if ">€ 10<" in each)
    finding = docx_with(cell, "")
    assert finding.message == "In x.docx ontbreekt “€ 10”."
    assert finding.where == source("rijk")


def test_a_heading_that_word_shows_as_a_paragraph() -> None:
    finding = docx_with('<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Normal"/>')
    assert finding.where == source("kop")


def test_a_link_of_word_that_goes_elsewhere() -> None:
    relations = "word/_rels/document.xml.rels"
    assert docx_with("https://voorbeeld.nl/agenda", "https://elders.nl/", relations).where == source("link")
