from __future__ import annotations

import json

import pytest

from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.engine.manifest import DocumentEntry, FileEntry
from pipeline.engine.report import Clerk, DocumentReport, ReportError, dump_report, load_report
from pipeline.verify.verdict import ProofResult, Verdict

OUT = "/een/map/ver/weg"


def entry(identity: str = "brief/a", path: str = "brieven/a/brief.pdf") -> DocumentEntry:
    files = (FileEntry(path, "ab" * 32, 12),)
    return DocumentEntry(identity, "brief", "concept", "ua-2", 3, "cd" * 32, None, files)


def locate(where: Source | Location) -> Location:
    return where if isinstance(where, Location) else Location(where.file, 41, 7)


def written(*results: ProofResult, thorough: bool = False) -> DocumentReport:
    return Clerk(locate, OUT).document(entry(), Verdict(results), thorough=thorough)


FINDINGS = (
    Diagnostic(
        Code.PARITY, f"In {OUT}/brieven/a/brief.pdf staat “b”.", Source("content/b.yaml"), "Meld het."
    ),
    Diagnostic(Code.STANDARD, "Regel 7.1 is geschonden.", Location(f"{OUT}/brieven/a/brief.pdf")),
    Diagnostic(Code.PICTURE_NO_ALT, "Er is geen alt.", Source("content/a.yaml")),
)
RESULT = ProofResult(
    "parity",
    "pdf",
    "dezelfde woorden",
    findings=FINDINGS,
    figures={"tekens": 12, "afwijking": 0.123456, "bij": "x"},
)


def test_what_was_written_is_read_back() -> None:
    documents = {each.stem: each for each in (written(RESULT, thorough=True),)}
    assert load_report(dump_report(documents)) == documents


def test_findings_stand_at_their_line_and_in_order() -> None:
    (proof,) = written(RESULT).proofs
    assert [(each.code, each.file, each.line, each.column) for each in proof.findings] == [
        ("KAM753", "brieven/a/brief.pdf", 1, 1),
        ("KAM604", "content/a.yaml", 41, 7),
        ("KAM751", "content/b.yaml", 41, 7),
    ]


def test_the_place_of_the_build_folder_is_not_told() -> None:
    assert OUT not in dump_report({"x": written(RESULT)})


def test_figures_stand_in_order_with_the_digits_that_mean_something() -> None:
    (proof,) = written(RESULT).proofs
    assert list(proof.figures.items()) == [("afwijking", 0.123), ("bij", "x"), ("tekens", 12)]


def test_the_order_of_documents_and_proofs_does_not_show() -> None:
    other = ProofResult("geometry", "docx", "maten")
    assert written(RESULT, other) == written(other, RESULT)
    first, second = (
        written(RESULT),
        Clerk(locate, OUT).document(entry("brief/b", "b/b.pdf"), None, thorough=False),
    )
    assert dump_report({"a": first, "b": second}) == dump_report({"b": second, "a": first})


def test_totals_count_each_kind() -> None:
    absent = Diagnostic(Code.PROOF_MISSING, "Dit bewijs ontbreekt.", Location("x"))
    missing = ProofResult("standards", "pdf", "de norm", done=False, findings=(absent,))
    assert json.loads(dump_report({"a": written(RESULT, missing)}))["totals"] == {
        "documents": 1,
        "proofs": 2,
        "missing": 1,
        "faults": 2,
        "errors": 1,
        "warnings": 1,
    }


@pytest.mark.parametrize("text", ["", "geen json", "[]", '{"name": "een andere app"}', '{"version": 2}'])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ReportError):
        load_report(text)
