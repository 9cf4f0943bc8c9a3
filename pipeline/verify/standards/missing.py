"""A proof that could not be given: why, and what mends that."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.verify.verdict import FileFormat, Proof, ProofResult


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a tool gave no answer, and how to get one: Dutch sentences."""

    reason: str
    remedy: str


def unproven(proof: Proof, file_format: FileFormat, what: str, missing: Missing, shown: str) -> ProofResult:
    """Return the result of a proof that was not given; its finding says which proof is missing and why.

    ``what`` names proof and tool, as in ``ProofResult``; ``shown`` is how messages name the file.
    """
    message = f"Dit bewijs ontbreekt: {what}. {missing.reason}"
    finding = Diagnostic(Code.PROOF_MISSING, message, Location(shown), missing.remedy)
    return ProofResult(proof, file_format, what, done=False, findings=(finding,))
