"""The quick verdict: every proof of the files that are there, in one go."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest

from pipeline.diagnostics import Code, Location
from pipeline.document.nodes import Document
from pipeline.gate.limits import PDF_STREAM_BYTES
from pipeline.verify.expected import Expected
from pipeline.verify.passages import Reading
from pipeline.verify.quick import verify_quickly
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import FileFormat, ProofResult, Verdict
from tests.trees import annex, letter, report
from tests.verify.pdf.files import changed
from tests.verify.standards.samples import SHOWN_DOCX, SHOWN_PDF, finished, sound

PROOFS = ("parity", "geometry", "accessibility", "standards")


def given(verdict: Verdict) -> list[tuple[str, str]]:
    return [(result.format, result.proof) for result in verdict.results]


@pytest.mark.parametrize(
    "made", [letter(signatories=2, salutation=True), report(), annex()], ids=lambda made: made.id
)
def test_documents_of_every_kind_get_every_proof_without_findings(made: Document) -> None:
    verdict = verify_quickly(finished(made, "ua-1"))
    assert given(verdict) == [(each, proof) for each in ("pdf", "docx") for proof in PROOFS]
    assert [finding.message for finding in verdict.findings] == []
    assert all(result.done and result.what and result.figures for result in verdict.results)


def test_a_pdf_for_the_newer_standards_lacks_only_the_proof_that_the_validator_cannot_give() -> None:
    verdict = verify_quickly(finished(annex(), "ua-2"))
    assert [result.proof for result in verdict.results if not result.done] == ["standards"]
    assert [finding.code for finding in verdict.findings] == [Code.PROOF_MISSING]


@pytest.mark.parametrize(("format", "other"), [("pdf", "docx"), ("docx", "pdf")])
def test_a_file_that_was_not_asked_for_has_no_proofs(format: FileFormat, other: FileFormat) -> None:
    verdict = verify_quickly(replace(sound(), **{other: None}))
    assert given(verdict) == [(format, proof) for proof in PROOFS]


@pytest.mark.parametrize(("format", "shown"), [("pdf", SHOWN_PDF), ("docx", SHOWN_DOCX)])
@pytest.mark.parametrize("part", [0, 10, 0.5, 0.95])
def test_a_file_that_was_cut_off_is_a_finding_and_the_other_file_is_proven(
    format: FileFormat, shown: str, part: float
) -> None:
    subject = sound()
    data = subject.pdf if format == "pdf" else subject.docx
    assert data is not None
    cut = data[: int(part) if part >= 1 or part == 0 else int(len(data) * part)]
    verdict = verify_quickly(replace(subject, **{format: cut}))
    other = "docx" if format == "pdf" else "pdf"
    assert [proof for made, proof in given(verdict) if made == other] == list(PROOFS)
    findings = verdict.findings
    assert findings
    assert all(finding.is_fault for finding in findings)
    if unreadable := [finding for finding in findings if "is niet te lezen" in finding.message]:
        assert [(finding.code, finding.where) for finding in unreadable] == [(Code.STANDARD, Location(shown))]
        assert not unreadable[0].message.endswith("..")


def test_the_validator_never_sees_a_file_that_holds_more_than_a_document_can(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def seen(subject: Subject) -> ProofResult:
        raise AssertionError(subject.shown_pdf)

    monkeypatch.setattr("pipeline.verify.quick.quick_standard", seen)
    subject = sound()
    assert subject.pdf is not None
    verdict = verify_quickly(replace(subject, pdf=changed(subject.pdf, with_large_attachment), docx=None))
    (finding,) = verdict.findings
    assert finding.message.startswith(f"{SHOWN_PDF} is niet te lezen: ")
    assert "uitgepakt onredelijk groot" in finding.message


def with_large_attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["bron.yaml"] = bytes(PDF_STREAM_BYTES + 1)


def test_an_exception_of_a_proof_is_no_finding_and_rises(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(reading: Reading, expected: Expected, format: FileFormat, shown: str) -> ProofResult:
        raise ZeroDivisionError

    monkeypatch.setattr("pipeline.verify.quick.parity", broken)
    with pytest.raises(ZeroDivisionError):
        verify_quickly(sound())


def test_a_document_that_says_something_else_than_its_files_fails_in_both() -> None:
    subject: Subject = replace(sound(), document=annex())
    verdict = verify_quickly(subject)
    assert {
        (result.format, bool(result.findings)) for result in verdict.results if result.proof == "parity"
    } == {
        ("pdf", True),
        ("docx", True),
    }
