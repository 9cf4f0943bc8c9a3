"""What was proven, in words that fit in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.cli.printing import counted, print_table, totals
from pipeline.engine.manifest import FORMATS
from pipeline.verify.verdict import FileFormat, Proof, ProofResult, Verdict

_HEADS: dict[Proof, str] = {
    "parity": "gelijkheid",
    "geometry": "maten",
    "accessibility": "toegankelijkheid",
    "standards": "normen",
    "pages": "bladzijden",
}
_PASSAGES = "passages"
_DEVIATION = "grootste afwijking in mm"
"""Figures of proofs that have a column of their own."""

_NOTHING = "-"


def print_proofs(verdicts: Iterable[tuple[str, Verdict]]) -> None:
    """Print a line for each file of each document: what every proof gave, how much, how precisely."""
    rows = [
        row for document, verdict in verdicts for file in FORMATS for row in _rows(document, file, verdict)
    ]
    if rows:
        head = ("document", "bestand", *_HEADS.values(), "passages", "afwijking")
        print_table(head, rows, right=frozenset({len(head) - 2, len(head) - 1}))


def in_words(results: Sequence[ProofResult]) -> str:
    """Say in a word or two what proofs gave; a proof that is missing is never called in order."""
    if not results:
        return _NOTHING
    findings = [finding for result in results for finding in result.findings]
    if any(finding.is_error for finding in findings):
        return counted(sum(finding.is_error for finding in findings), "fout", "fouten")
    if not all(result.done for result in results):
        return "ontbreekt"
    return totals(findings) or "in orde"


def _rows(document: str, file: FileFormat, verdict: Verdict) -> Iterator[tuple[str, ...]]:
    results = [result for result in verdict.results if result.format == file]
    if results:
        cells = [in_words([each for each in results if each.proof == proof]) for proof in _HEADS]
        yield document, file, *cells, _passages(results), _deviation(results)


def _passages(results: Sequence[ProofResult]) -> str:
    numbers = [result.figures[_PASSAGES] for result in results if _PASSAGES in result.figures]
    return str(numbers[0]) if numbers else _NOTHING


def _deviation(results: Sequence[ProofResult]) -> str:
    figures = [result.figures[_DEVIATION] for result in results if _DEVIATION in result.figures]
    numbers = [float(figure) for figure in figures if not isinstance(figure, str)]
    return f"{max(numbers):.2f} mm".replace(".", ",") if numbers else _NOTHING
