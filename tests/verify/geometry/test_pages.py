"""Where two files of one document break their pages otherwise."""

from __future__ import annotations

from dataclasses import replace

from pipeline.diagnostics import Code, Location, Severity, Source
from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.house_style import HouseStyle
from pipeline.render.pdf import render_pdf
from pipeline.verify.geometry.pages import page_differences
from pipeline.verify.pdf.file import PdfFile
from pipeline.verify.pdf.reading import open_pdf
from tests.styles import house_style
from tests.trees import LOREM, one_page_letter, paragraph, text
from tests.verify.geometry.planted import messages, moved, subject

SOURCE = Source("content/brief.yaml", ("kop",))


def tree(paragraphs: int = 9) -> n.Document:
    note = n.Paragraph((text("Met een noot."), n.Footnote((text("De noot."),), source=SOURCE)))
    heading = n.Heading(1, (n.Text("Een kop", SOURCE),), source=SOURCE)
    body = (*(paragraph(LOREM * 2) for _ in range(paragraphs)), heading, note, paragraph(LOREM))
    return number_document(replace(one_page_letter(), body=body))[0]


def made(document: n.Document, style: HouseStyle) -> PdfFile:
    return open_pdf(render_pdf(document, style).data)


def test_files_with_equal_pages_differ_nowhere() -> None:
    document = tree()
    file = made(document, house_style())
    proof = page_differences(file, file, subject(document))
    assert proof.findings == ()
    assert (proof.proof, proof.format, proof.done) == ("pages", "docx", True)
    assert proof.figures == {
        "koppen en noten": 2,
        "bladzijden in LibreOffice": len(file.pages),
        "bladzijden in de PDF": len(file.pages),
    }


def test_heading_and_note_on_another_page_are_warnings_that_name_both_pages() -> None:
    document = tree(5)
    longer = made(document, moved("letter.margins.bottom", 60))
    proof = page_differences(longer, made(document, house_style()), subject(document))
    assert messages(proof) == [
        "De kop “Een kop” staat in LibreOffice op bladzijde 2 en in de PDF op bladzijde 1.",
        "Noot 1 staat in LibreOffice op bladzijde 2 en in de PDF op bladzijde 1.",
    ]
    assert {finding.where for finding in proof.findings} == {SOURCE}
    assert {finding.severity for finding in proof.findings} == {Severity.WARNING}
    assert {finding.code for finding in proof.findings} == {Code.PAGES_DIFFER}


def test_heading_that_is_nowhere_is_said_to_be() -> None:
    document = tree(1)
    without = replace(document, body=(*document.body[:1], *document.body[2:]))
    proof = page_differences(made(without, house_style()), made(document, house_style()), subject(document))
    assert messages(proof) == [
        "De kop “Een kop” staat in LibreOffice op geen bladzijde en in de PDF op bladzijde 1."
    ]


def test_note_on_another_page_than_its_call_is_found() -> None:
    document = tree(1)
    file = made(document, house_style())
    page = file.pages[0]
    at = next(index for index, run in enumerate(page.runs) if run.text.startswith("De noot"))
    first = replace(page, runs=(*page.runs[: at - 1], *page.runs[at + 1 :]))
    second = replace(page, number=2, runs=page.runs[at - 1 : at + 1])
    apart = replace(file, pages=(first, second))
    assert "Noot 1 staat in LibreOffice op bladzijde 2, haar nootcijfer op bladzijde 1." in messages(
        page_differences(apart, file, subject(document))
    )


def test_words_of_the_template_point_at_the_file() -> None:
    document = tree(5)
    heading = n.Heading(1, (n.Text("Een kop"),))
    body = tuple(heading if isinstance(block, n.Heading) else block for block in document.body)
    document = replace(document, body=body)
    longer = made(document, moved("letter.margins.bottom", 60))
    proof = page_differences(longer, made(document, house_style()), subject(document))
    assert proof.findings[0].where == Location("brief.docx")


def test_long_heading_is_shown_in_part() -> None:
    document = tree(1)
    heading = n.Heading(
        1, (n.Text("Een heel lange kop die verder gaat dan wie dan ook in een melding lezen wil"),)
    )
    whole = replace(document, body=(heading, *document.body[2:]))
    without = replace(document, body=document.body[2:])
    proof = page_differences(made(without, house_style()), made(whole, house_style()), subject(whole))
    assert "“Een heel lange kop die verder gaat dan wie dan ook in een m…”" in messages(proof)[0]
