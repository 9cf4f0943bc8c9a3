"""Making files with one token of the house style moved, and measuring them with the unmoved one."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import Token
from pipeline.render.docx import render_docx
from pipeline.render.pdf import render_pdf
from pipeline.verify.docx.reading import open_docx
from pipeline.verify.geometry.docx import docx_geometry
from pipeline.verify.geometry.pdf import pdf_geometry
from pipeline.verify.pdf.reading import open_pdf
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult
from tests.stress import stress_letter, stress_report
from tests.styles import house_style
from tests.trees import LOREM, annex, letter, letterhead, one_page_letter, paragraph, report, text


def classified_letter() -> n.Document:
    return replace(one_page_letter(), front=replace(letterhead(), classification="Vertrouwelijk"))


def pair_letter() -> n.Document:
    return letter(paragraphs=1, signatories=2)


def noted_letter() -> n.Document:
    """Return a letter with a note and a heading that take more than one line, and lines that are full."""
    note = n.Footnote((text(LOREM),))
    body = (n.Paragraph((text("Met een noot."), note)), n.Heading(1, (text(LOREM),)), paragraph("i " * 200))
    return number_document(replace(one_page_letter(), body=body))[0]


def short_report() -> n.Document:
    return report(chapters=1)


DOCUMENTS = {
    "letter": letter,
    "short": one_page_letter,
    "classified": classified_letter,
    "pair": pair_letter,
    "noted": noted_letter,
    "report": short_report,
    "annex": annex,
    "stress letter": stress_letter,
    "stress report": stress_report,
}


@cache
def document(name: str) -> n.Document:
    return DOCUMENTS[name]()


def moved(token: str, to: float | str) -> HouseStyle:
    """Return the house style with a token (``letter.addressee.y``) moved by a number, or made a text."""
    *groups, last = token.split(".")
    chain: list[Token] = [house_style()]
    for group in groups:
        chain.append(getattr(chain[-1], group))
    value: Any = to if isinstance(to, str) else getattr(chain[-1], last) + to
    for holder, name in zip(reversed(chain), (last, *reversed(groups)), strict=True):
        value = holder.model_copy(update={name: value})
    assert isinstance(value, HouseStyle)
    return value


def subject(tree: n.Document) -> Subject:
    return Subject(tree, house_style(), "ua-1", None, None, "brief.pdf", "brief.docx")


def measured_pdf(tree: n.Document, made_with: HouseStyle) -> ProofResult:
    return pdf_geometry(open_pdf(render_pdf(tree, made_with).data), subject(tree))


def made_docx(tree: n.Document, made_with: HouseStyle) -> bytes:
    contents = (block for block in tree.body if isinstance(block, n.TableOfContents))
    pages = {entry.target: 1 for block in contents for entry in block.entries}
    return render_docx(tree, made_with, pages, 2)


def measured_docx(tree: n.Document, made_with: HouseStyle) -> ProofResult:
    return docx_geometry(open_docx(made_docx(tree, made_with)), subject(tree))


def messages(result: ProofResult) -> list[str]:
    return [finding.message for finding in result.findings]


def blocks(result: ProofResult) -> set[str]:
    """Return what the findings are about: the words of a message before its verb."""
    return {_VERB.split(message)[0] for message in messages(result)}


_VERB = re.compile(
    r"(?<=^Op bladzijde) \d+| (?:op bladzijde \d+|staat|eindigt|is|heeft|ontbreekt|noemt|vraagt)\b"
)
