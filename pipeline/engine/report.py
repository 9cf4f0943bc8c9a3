"""What was proven about the files in the build folder, as one file for people and programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Diagnostic, Location, Severity, Source
from pipeline.document.pdf_standard import PdfStandard
from pipeline.engine.manifest import DocumentEntry, FileEntry
from pipeline.verify.verdict import FileFormat, Proof, ProofResult, Verdict

REPORT = "verify.json"
_VERSION = 1
_DIGITS = 3
"""Decimals of a figure: thousandths of a millimetre are more than anything here measures."""


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """A finding with its place. Files of the project are named from there, outputs from the build folder."""

    code: str
    severity: str
    message: str
    hint: str
    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class ReportedProof:
    """What one proof gave. ``done`` is false when it could not be given."""

    proof: Proof
    format: FileFormat
    what: str
    done: bool
    figures: Mapping[str, int | float | str]
    findings: tuple[ReportedFinding, ...]


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What is known of one document. ``findings`` say why nothing could be proven, when that is so.

    ``files`` are the bytes that it holds for, none when nothing was proven; ``rejected`` says that they may
    not be used.
    """

    id: str
    stem: str
    standard: PdfStandard | None = None
    thorough: bool = False
    rejected: bool = False
    files: tuple[FileEntry, ...] = ()
    findings: tuple[ReportedFinding, ...] = ()
    proofs: tuple[ReportedProof, ...] = ()


class ReportError(Exception):
    """The report was not written by this program, or has been changed."""


@dataclass(frozen=True, slots=True)
class _Totals:
    """Numbers over all documents; ``missing`` counts proofs that could not be given."""

    documents: int
    proofs: int
    missing: int
    faults: int
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class _File:
    """The file as a whole."""

    version: Literal[1]
    totals: _Totals
    documents: tuple[DocumentReport, ...]


class Clerk:
    """Writes findings and results down in the form of the report."""

    def __init__(self, locate: Callable[[Source | Location], Location], shown: str) -> None:
        """Take what looks up lines, and how messages name the build folder, which may be an absolute path."""
        self._locate = locate
        self._prefix = f"{shown}/"

    def unproven(self, request: DocumentRequest, findings: Sequence[Diagnostic]) -> DocumentReport:
        """Return the reason why nothing could be proven of a document."""
        return DocumentReport(
            id=request.id,
            stem=request.stem,
            findings=tuple(sorted((self._finding(each) for each in findings), key=_place)),
        )

    def document(self, entry: DocumentEntry, verdict: Verdict | None, *, thorough: bool) -> DocumentReport:
        """Return what was proven of the files of an entry; nothing, when the program failed."""
        proofs = [self._proof(each) for each in verdict.results] if verdict else []
        return DocumentReport(
            id=entry.id,
            stem=entry.stem,
            standard=entry.standard,
            thorough=thorough,
            rejected=entry.is_rejected,
            files=entry.files,
            proofs=tuple(sorted(proofs, key=lambda each: (each.proof, each.format, each.what))),
        )

    def _finding(self, finding: Diagnostic) -> ReportedFinding:
        at = self._locate(finding.where)
        return ReportedFinding(
            code=finding.code.number,
            severity=finding.severity.value,
            message=finding.message.replace(self._prefix, ""),
            hint=finding.hint,
            file=at.file.removeprefix(self._prefix),
            line=at.line,
            column=at.column,
        )

    def _proof(self, result: ProofResult) -> ReportedProof:
        findings = sorted((self._finding(each) for each in result.findings), key=_place)
        figures = {name: _rounded(result.figures[name]) for name in sorted(result.figures)}
        return ReportedProof(result.proof, result.format, result.what, result.done, figures, tuple(findings))


def dump_report(documents: Mapping[str, DocumentReport]) -> str:
    """Write the report as JSON: the same bytes for the same files and findings."""
    ordered = tuple(sorted(documents.values(), key=lambda each: (each.id, each.stem)))
    return json.dumps(asdict(_File(_VERSION, _totals(ordered), ordered)), ensure_ascii=False, indent=2) + "\n"


def load_report(text: str) -> dict[str, DocumentReport]:
    """Read what ``dump_report`` wrote, by stem. Raise ``ReportError`` for anything else."""
    try:
        file = TypeAdapter(_File).validate_json(text)
    except ValidationError as error:
        raise ReportError from error
    return {each.stem: each for each in file.documents}


def _totals(documents: tuple[DocumentReport, ...]) -> _Totals:
    proofs = [proof for document in documents for proof in document.proofs]
    found = [finding for document in documents for finding in document.findings]
    found += [finding for proof in proofs for finding in proof.findings]
    severities = [finding.severity for finding in found]
    return _Totals(
        documents=len(documents),
        proofs=len(proofs),
        missing=sum(not proof.done for proof in proofs),
        faults=severities.count(Severity.FAULT.value),
        errors=severities.count(Severity.ERROR.value),
        warnings=severities.count(Severity.WARNING.value),
    )


def _place(finding: ReportedFinding) -> tuple[str, int, int, str, str]:
    return finding.file, finding.line, finding.column, finding.code, finding.message


def _rounded(figure: float | str) -> float | str:
    return round(figure, _DIGITS) if isinstance(figure, float) else figure
