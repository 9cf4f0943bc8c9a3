"""The thorough verdict has every proof, or says which it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from pipeline.document.pdf_standard import PDF_STANDARDS
from pipeline.verify.thorough import verify_thoroughly
from pipeline.verify.verdict import ProofResult, Verdict
from tests.stress import stress_letter, stress_report
from tests.tools import require_tool
from tests.verify.standards.samples import fake_program, finished, hide_programs, sound


def undone(verdict: Verdict) -> list[str]:
    """Return what was not proven, after looking whether a finding says it of each."""
    results = [result for result in verdict.results if not result.done]
    for result in results:
        assert [finding.code for finding in result.findings] == [Code.PROOF_MISSING]
    return [result.what for result in results]


def proofs(verdict: Verdict, done: bool = True) -> set[tuple[str, str]]:
    return {(result.proof, result.format) for result in verdict.results if result.done is done}


QUICK = {
    (proof, file_format)
    for proof in ("parity", "geometry", "accessibility", "standards")
    for file_format in ("pdf", "docx")
}
HEAVY = [
    "PDF/UA-1 volgens veraPDF",
    "PDF/A-3a volgens veraPDF",
    "Open XML voor Microsoft 365 volgens de Open XML SDK",
    "Open XML voor Office 2016 volgens de Open XML SDK",
    "plaatsen tegen de huisstijl, gemeten zoals LibreOffice het Word-bestand toont",
    "bladzijden van LibreOffice naast die van de PDF",
]


def test_a_sound_document_gets_every_proof(tmp_path: Path) -> None:
    for tool in ("javac", "soffice", "ooxml-validator"):
        require_tool(tool)

    (verdict,) = verify_thoroughly([sound()], tmp_path)

    assert undone(verdict) == []
    assert proofs(verdict) == {*QUICK, ("pages", "docx")}
    assert {result.what for result in verdict.results} >= set(HEAVY[:5])
    assert [finding.message for finding in verdict.findings if finding.is_error] == []


def test_without_the_programs_of_others_each_heavy_proof_is_said_to_be_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hide_programs(monkeypatch, tmp_path)

    (verdict,) = verify_thoroughly([sound()], tmp_path)

    assert undone(verdict) == HEAVY
    assert proofs(verdict) == QUICK


@pytest.mark.parametrize(
    ("absent", "missing"),
    [(("pdf",), HEAVY[2:5]), (("docx",), HEAVY[:2]), (("pdf", "docx"), [])],
    ids=["no PDF", "no Word file", "no files"],
)
def test_a_file_that_was_not_asked_for_is_not_missed(
    absent: Sequence[str], missing: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hide_programs(monkeypatch, tmp_path)

    (verdict,) = verify_thoroughly([replace(sound(), **dict.fromkeys(absent))], tmp_path)

    assert undone(verdict) == missing


def test_verdicts_come_in_the_order_of_the_documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hide_programs(monkeypatch, tmp_path)
    subjects = [
        replace(sound(), docx=None, shown_pdf="build/een.pdf"),
        replace(sound(), pdf=None, shown_docx="build/twee.docx"),
        replace(sound(), shown_pdf="build/drie.pdf", shown_docx="build/drie.docx"),
    ]

    verdicts = verify_thoroughly(subjects, tmp_path)

    assert [len(undone(verdict)) for verdict in verdicts] == [2, 3, 6]
    places = [{finding.where.file for finding in verdict.findings} for verdict in verdicts]
    assert places == [{"build/een.pdf"}, {"build/twee.docx"}, {"build/drie.pdf", "build/drie.docx"}]


def test_pages_of_libreoffice_that_cannot_be_read_are_no_proof(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake_program("soffice", "echo hallo > 0.pdf", monkeypatch, tmp_path)

    (verdict,) = verify_thoroughly([replace(sound(), pdf=None)], tmp_path)

    (geometry,) = [result for result in verdict.results if result.what == HEAVY[4]]
    assert not geometry.done
    assert "LibreOffice maakte is niet te lezen" in geometry.findings[0].message


def test_a_damaged_file_is_a_fault_and_no_traceback(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hide_programs(monkeypatch, tmp_path)

    (verdict,) = verify_thoroughly([replace(sound(), pdf=b"%PDF-1.7\n", docx=b"PK")], tmp_path)

    faults = [(result.format, result.findings[0].code) for result in verdict.results if result.done]
    assert faults == [("pdf", Code.STANDARD), ("docx", Code.STANDARD)]
    assert undone(verdict) == HEAVY


def test_documents_that_ask_everything_pass_every_proof(tmp_path: Path) -> None:
    for tool in ("javac", "soffice", "ooxml-validator"):
        require_tool(tool)
    made = [finished(stress_letter(), standard) for standard in PDF_STANDARDS]
    made += [finished(stress_report(), standard) for standard in PDF_STANDARDS]

    for verdict in verify_thoroughly(made, tmp_path):
        assert undone(verdict) == []
        assert [finding.message for finding in verdict.findings if finding.is_error] == []


class TestTheSecondPairOfNorms:
    """The quick validator does not know PDF/UA-2; what it leaves unproven, veraPDF proves."""

    @staticmethod
    def quick(results: Sequence[ProofResult]) -> list[ProofResult]:
        return [result for result in results if "page-validation" in result.what]

    def test_is_not_missing_when_verapdf_answers(self, tmp_path: Path) -> None:
        require_tool("javac")

        (verdict,) = verify_thoroughly([replace(sound("ua-2"), docx=None)], tmp_path)

        assert undone(verdict) == []
        assert self.quick(verdict.results) == []
        assert {result.what for result in verdict.results} >= {
            "PDF/UA-2 volgens veraPDF",
            "PDF/A-4f volgens veraPDF",
        }

    def test_is_missing_without_verapdf(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        hide_programs(monkeypatch, tmp_path)

        (verdict,) = verify_thoroughly([replace(sound("ua-2"), docx=None)], tmp_path)

        assert undone(verdict) == [
            "PDF/UA-2 en PDF/A-4f volgens page-validation",
            "PDF/UA-2 volgens veraPDF",
            "PDF/A-4f volgens veraPDF",
        ]
