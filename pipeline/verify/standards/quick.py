"""The quick proof of PDF/UA and PDF/A, by page-validation: within a second, so in every build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.verify.standards.missing import Missing, unproven
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult

if TYPE_CHECKING:
    from page import ValidationFailure, ValidationReport

_PROFILES = {"ua1": "PDF/UA-1", "3a": "PDF/A-3a"}
_RULES = {"ua1": 104, "3a": 156}
"""How many rules version 0.11.0 has, which is pinned: an empty profile must not pass."""
_WHAT = "PDF/UA-1 en PDF/A-3a volgens page-validation"
_WHAT_2 = "PDF/UA-2 en PDF/A-4f volgens page-validation"
_REINSTALL = "Installeer het programma opnieuw met “make documents”."


def quick_standard(subject: Subject) -> ProofResult:
    """Prove that the PDF meets PDF/UA-1 and PDF/A-3a; both must hold.

    The validator takes in all that a file holds: only a file that was ``opened`` may come here. It knows
    neither PDF/UA-2 nor PDF/A-4f: a document that follows those is not proven here, and the result says so.
    The same goes for a validator that is absent or another version than the pinned one.
    """
    if subject.pdf is None:
        raise ValueError(f"{subject.shown_pdf}: there is no PDF to verify")
    if subject.standard == "ua-2":
        unknown = Missing(
            "De snelle controle kent deze normen niet.",
            "Met “kamerwerk verify --thorough” geeft veraPDF dit bewijs.",
        )
        return unproven("standards", "pdf", _WHAT_2, unknown, subject.shown_pdf)
    reports = _reports(subject.pdf)
    if isinstance(reports, Missing):
        return unproven("standards", "pdf", _WHAT, reports, subject.shown_pdf)
    if isinstance(reports, str):
        message = f"page-validation kan het bestand niet lezen: {reports}."
        unreadable = Diagnostic(Code.STANDARD, message, Location(subject.shown_pdf))
        return ProofResult("standards", "pdf", _WHAT, findings=(unreadable,))
    findings = tuple(
        _finding(profile, failure, subject.shown_pdf)
        for profile, report in reports.items()
        for failure in report.failures
    )
    rules = sum(report.rules.total for report in reports.values())
    broken = sum(report.rules.failed for report in reports.values())
    figures = {"regels": rules, "geschonden regels": broken}
    return ProofResult("standards", "pdf", _WHAT, findings=findings, figures=figures)


def _reports(data: bytes) -> dict[str, ValidationReport] | Missing | str:
    """Return the report per profile; a string is the validator's reason why the file cannot be read."""
    try:
        import page  # noqa: PLC0415 - its absence is a missing proof, and must not stop the program
    except ImportError:
        return Missing("De bibliotheek page-validation is er niet of kan niet worden geladen.", _REINSTALL)
    try:
        reports = {profile: page.validate_pdf_bytes(data, profile=profile) for profile in _PROFILES}
    except page.PageError as error:
        return str(error)
    for profile, report in reports.items():
        if report.rules.total != _RULES[profile]:
            counted = f"{report.rules.total} regels voor {_PROFILES[profile]} in plaats van {_RULES[profile]}"
            return Missing(
                f"De bibliotheek page-validation heeft {counted}: het is een andere versie.", _REINSTALL
            )
        if report.is_compliant != (not report.failures):
            return Missing("De bibliotheek page-validation spreekt zichzelf tegen.", _REINSTALL)
    return reports


def _finding(profile: str, failure: ValidationFailure, shown: str) -> Diagnostic:
    at = failure.object_id
    where = f" (object {at.object_number})" if at else ""
    message = (
        f"Het bestand voldoet niet aan {_PROFILES[profile]}, regel {failure.rule_id} van page-validation: "
        f"“{failure.message}”{where}."
    )
    return Diagnostic(Code.STANDARD, message, Location(shown))
