"""What verification found: a result for each proof, with its figures and findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipeline.diagnostics import Diagnostic

Proof = Literal["parity", "geometry", "accessibility", "standards", "pages"]
FileFormat = Literal["docx", "pdf"]


@dataclass(frozen=True, slots=True)
class ProofResult:
    """One proof on one file. ``what`` says in Dutch what was proven and with which tool.

    ``done`` is false when the proof could not be given (a validator is absent); a finding then says why.
    ``figures`` are what was measured: numbers of passages or rules, the largest deviation in mm.
    """

    proof: Proof
    format: FileFormat
    what: str
    done: bool = True
    findings: tuple[Diagnostic, ...] = ()
    figures: Mapping[str, int | float | str] = field(default_factory=dict[str, "int | float | str"])


@dataclass(frozen=True, slots=True)
class Verdict:
    """All proofs of one document."""

    results: tuple[ProofResult, ...]

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Return what was found, each once."""
        return tuple(dict.fromkeys(finding for result in self.results for finding in result.findings))
