"""A document that asks everything, and forty random letters: what verification says of their files."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from pipeline.document import nodes as n
from pipeline.document.pdf_standard import PDF_STANDARDS, PdfStandard
from pipeline.document.walk import document_inlines
from pipeline.render.docx import render_docx
from pipeline.render.pdf import render_pdf
from pipeline.verify.quick import verify_quickly
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import Verdict
from tests import stress
from tests.styles import house_style

HARD = pytest.mark.parametrize("make", [stress.stress_letter, stress.stress_report])


def made(document: n.Document, standard: PdfStandard) -> Subject:
    """Return a document with its two finished files."""
    pdf = render_pdf(document, house_style(), standard)
    assert pdf.diagnostics == ()
    word = render_docx(document, house_style(), pdf.page_map, pdf.pages)
    return Subject(document, house_style(), standard, pdf.data, word, "build/zwaar.pdf", "build/zwaar.docx")


def faults(verdict: Verdict) -> list[tuple[str, str]]:
    return [(finding.code.number, finding.message) for finding in verdict.findings if finding.is_error]


@HARD
@pytest.mark.parametrize("standard", PDF_STANDARDS)
def test_the_hard_document_passes_every_quick_proof(
    make: Callable[[], n.Document], standard: PdfStandard
) -> None:
    verdict = verify_quickly(made(make(), standard))
    assert faults(verdict) == []
    proofs = {(result.proof, result.format) for result in verdict.results if result.done}
    wanted = set(itertools.product(("parity", "geometry", "accessibility", "standards"), ("pdf", "docx")))
    # The quick validator does not know PDF/UA-2; veraPDF does, in the thorough round.
    assert proofs >= (wanted if standard == "ua-1" else wanted - {("standards", "pdf")})


def test_the_hard_document_is_as_hard_as_it_says() -> None:
    document = stress.stress_letter()
    notes = [inline for inline in document_inlines(document) if isinstance(inline, n.Footnote)]
    assert len(notes) > 30
    assert render_pdf(document, house_style()).pages >= 8


LOOKED_AT: list[int] = []


@given(stress.LAYOUTS)
@settings(
    max_examples=40,
    derandomize=True,
    deadline=None,
    # A letter takes a second; making a failing one smaller would take minutes.
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def check_a_random_letter(parts: list[stress.Part]) -> None:
    document = stress.random_letter(parts)
    LOOKED_AT.append(sum(part.notes for part in parts))
    assert faults(verify_quickly(made(document, "ua-1"))) == []


def test_forty_random_letters_pass_every_quick_proof_with_no_note_misplaced(
    tell: Callable[[str], None],
) -> None:
    LOOKED_AT.clear()
    check_a_random_letter()
    tell(f"{len(LOOKED_AT)} random letters with {sum(LOOKED_AT)} notes made and proven")
    assert len(LOOKED_AT) >= 40
    assert sum(LOOKED_AT) > 100
