"""Where LibreOffice breaks the pages of the Word file otherwise than the PDF does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.verify.geometry.sheets import Sheets, take_apart
from pipeline.verify.geometry.words import Words
from pipeline.verify.pdf.file import PdfFile
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult

_SHOWN = 60
"""Characters of a heading that a message shows."""


def page_differences(office: PdfFile, pdf: PdfFile, subject: Subject) -> ProofResult:
    """Compare the page of each heading and note in LibreOffice's PDF of the Word file and in our PDF.

    That they differ is a warning: letters that are not Verdana's break lines elsewhere. So is a note that
    LibreOffice puts on another page than its call.
    """
    there = take_apart(office, subject)
    here = take_apart(pdf, subject)
    compared = [words for words in here.words if words.role == "heading" or words.number]
    findings = (*_differences(compared, there, here, subject), *_notes_apart(there, subject))
    return ProofResult(
        "pages",
        "docx",
        "de bladzijde van elke kop en noot, zoals LibreOffice het Word-bestand toont, naast die van de PDF",
        findings=findings,
        figures={
            "koppen en noten": len(compared),
            "bladzijden in LibreOffice": len(office.pages),
            "bladzijden in de PDF": len(pdf.pages),
        },
    )


def _differences(
    compared: list[Words], there: Sheets, here: Sheets, subject: Subject
) -> Iterator[Diagnostic]:
    office_pages, pdf_pages = _first_pages(there), _first_pages(here)
    places = {id(words): at for at, words in enumerate(here.words)}
    for words in compared:
        at = places[id(words)]
        office_page, pdf_page = office_pages.get(at), pdf_pages.get(at)
        if office_page == pdf_page:
            continue
        message = f"{_named(words)} staat in LibreOffice {_on(office_page)} en in de PDF {_on(pdf_page)}."
        yield Diagnostic(Code.PAGES_DIFFER, message, _where(words.source, subject))


def _notes_apart(there: Sheets, subject: Subject) -> Iterator[Diagnostic]:
    calls = _call_pages(there)
    seen: set[int] = set()
    for line in there.lines:
        number = line.words.number
        if not number or number in seen:
            continue
        seen.add(number)
        call = calls.get(number, line.page)
        if call != line.page:
            message = (
                f"Noot {number} staat in LibreOffice op bladzijde {line.page}, haar nootcijfer op "
                f"bladzijde {call}."
            )
            yield Diagnostic(Code.PAGES_DIFFER, message, _where(line.words.source, subject))


def _first_pages(sheets: Sheets) -> Mapping[int, int]:
    """Return the page on which words begin, by their place among all words."""
    places = {id(words): at for at, words in enumerate(sheets.words)}
    found: dict[int, int] = {}
    for line in sheets.lines:
        found.setdefault(places[id(line.words)], line.page)
    return found


def _call_pages(sheets: Sheets) -> Mapping[int, int]:
    found: dict[int, int] = {}
    for line in sheets.lines:
        for piece in line.words.pieces_between(line.start, line.end):
            if piece.raised:
                found.setdefault(int(piece.characters), line.page)
    return found


def _named(words: Words) -> str:
    if words.number:
        return f"Noot {words.number}"
    shown = words.said if len(words.said) <= _SHOWN else words.said[: _SHOWN - 1] + "…"
    return f"De kop “{shown}”"


def _on(page: int | None) -> str:
    return f"op bladzijde {page}" if page else "op geen bladzijde"


def _where(source: Source | None, subject: Subject) -> Source | Location:
    return source or Location(subject.shown_docx)
