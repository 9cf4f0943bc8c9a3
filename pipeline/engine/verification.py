"""Proving that the files in the build folder, as they stand there now, are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.diagnostics.diagnostic import as_errors
from pipeline.engine.crew import Crew, Lost
from pipeline.engine.faults import Fault, fault_of
from pipeline.engine.fingerprint import content_fingerprint
from pipeline.engine.folder import Changes, read_back
from pipeline.engine.makers import Makers
from pipeline.engine.manifest import FORMATS, MANIFEST, DocumentEntry, Format
from pipeline.engine.outputs import Outputs, OutputsError, open_outputs
from pipeline.engine.plan import Plan, PlannedDocument
from pipeline.engine.report import Clerk, DocumentReport
from pipeline.engine.watching import Watcher
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult, Verdict

_HEAVY = "veraPDF, Open XML SDK en LibreOffice"
_ALL = "het nakijken"
"""What a fault is said to be in when it may lie in any document."""

_HINTS = {
    Code.OUTPUT_MISSING: "Maak het met kamerwerk build {}.",
    Code.OUTPUT_CHANGED: (
        "Neem in de YAML over wat is veranderd; kamerwerk build {} bewaart dit apart en maakt een nieuw."
    ),
    Code.OUTPUT_STALE: "Maak het opnieuw met kamerwerk build {}.",
}


@dataclass(frozen=True, slots=True)
class Task:
    """What to verify, and how."""

    folder: Path
    shown: str
    """How messages name the folder."""
    thorough: bool
    ids: tuple[str, ...] = ()
    """The documents asked for; none means all."""
    strict: bool = False
    """Whether a warning counts as an error."""

    def weigh(self, findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return findings as heavy as they count here."""
        return as_errors(findings) if self.strict else tuple(findings)


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is known of one document that was asked for. Without ``verdict`` nothing could be proven."""

    request: DocumentRequest
    formats: tuple[Format, ...] = ()
    """The files that were looked at."""
    rejected: tuple[str, ...] = ()
    """Where files are that turned out not to be right."""
    findings: tuple[Diagnostic, ...] = ()
    verdict: Verdict | None = None
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """What is known of all documents that were asked for, in their order. Each finding stands once."""

    inspections: tuple[Inspection, ...]
    findings: tuple[Diagnostic, ...]
    changes: Changes

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Return the faults of the program, each once."""
        return tuple(dict.fromkeys(each.fault for each in self.inspections if each.fault))

    @property
    def missing(self) -> tuple[ProofResult, ...]:
        """Return the proofs that could not be given."""
        verdicts = [each.verdict for each in self.inspections if each.verdict]
        return tuple(result for verdict in verdicts for result in verdict.results if not result.done)


def verify(
    plan: Plan, task: Task, makers: Makers, watcher: Watcher[Verdict | Fault], crew: Crew
) -> Verification:
    """Hold the files of the documents asked for against the content as it is now.

    A file that is not what it must be is put apart. What could not be looked at is an error that says why.
    """
    wanted = [planned for planned in plan.documents if not task.ids or planned.request.id in task.ids]
    site = _Site(plan, task, makers, watcher, crew)
    if not _is_build_folder(task.folder):
        return _summary([site.absent(planned) for planned in wanted], Changes())
    try:
        with open_outputs(task.folder, task.shown) as outputs:
            return site.inspect(wanted, outputs)
    except OutputsError as error:
        inspections = [Inspection(planned.request, fault=planned.fault) for planned in wanted]
        return _summary(inspections, Changes((error.finding,)))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A document whose files are those that were written, from the content as it is now."""

    request: DocumentRequest
    entry: DocumentEntry
    subject: Subject


@dataclass(frozen=True, slots=True)
class _Site:
    """Everything that one verification works with."""

    plan: Plan
    task: Task
    makers: Makers
    watcher: Watcher[Verdict | Fault]
    crew: Crew

    def inspect(self, wanted: Sequence[PlannedDocument], outputs: Outputs) -> Verification:
        """Prove what can be proven, put apart what is not right, and write the report."""
        looked = [self._look(planned, outputs) for planned in wanted]
        candidates = [each for each in looked if isinstance(each, _Candidate)]
        if self.task.thorough and candidates:
            proven = self._thorough(candidates, outputs.staging("grondig"))
        else:
            proven = self._quick(candidates)
        settled = [
            self._settle(each, proven[each.request.stem], outputs)
            if isinstance(each, _Candidate)
            else _Settled(each, self._clerk.unproven(each.request, each.findings))
            for each in looked
        ]
        outputs.report([each.report for each in settled])
        changes = sum((each.changes for each in settled), Changes())
        return _summary([each.inspection for each in settled], changes)

    def absent(self, planned: PlannedDocument) -> Inspection:
        """Say that a document was not made, or why it cannot be."""
        if planned.document is None:
            return Inspection(planned.request, findings=planned.findings, fault=planned.fault)
        path, identity = f"{planned.request.stem}.pdf", planned.request.id
        finding = self._finding(Code.OUTPUT_MISSING, path, "Dit document is nog niet gemaakt.", identity)
        return Inspection(planned.request, findings=(finding,))

    @property
    def _clerk(self) -> Clerk:
        return Clerk(self.plan.project.locate, self.task.shown)

    def _look(self, planned: PlannedDocument, outputs: Outputs) -> _Candidate | Inspection:
        """Read the files of a document; those of another content, or changed by others, prove nothing."""
        request, document, style = planned.request, planned.document, self.plan.style
        entry = outputs.documents.get(request.stem)
        if document is None or style is None or entry is None:
            apart = outputs.rejected.get(request.stem)
            return self._rejected(request, apart) if document and apart else self.absent(planned)
        if stale := self._stale(entry, content_fingerprint(document, style)):
            return Inspection(request, findings=(stale,))
        hints = {code: hint.format(entry.id) for code, hint in _HINTS.items()}
        data, findings = read_back(self.task.folder, self.task.shown, entry.files, hints)
        if findings:
            return Inspection(request, findings=findings)
        subject = Subject(
            document=document,
            style=style,
            standard=entry.standard,
            pdf=data.get(f"{request.stem}.pdf"),
            docx=data.get(f"{request.stem}.docx"),
            shown_pdf=outputs.shown(f"{request.stem}.pdf"),
            shown_docx=outputs.shown(f"{request.stem}.docx"),
        )
        return _Candidate(request, entry, subject)

    def _rejected(self, request: DocumentRequest, apart: DocumentEntry) -> Inspection:
        message = "Dit document is afgekeurd: het was niet wat het moest zijn."
        finding = self._finding(Code.OUTPUT_MISSING, apart.files[0].path, message, request.id)
        return Inspection(request, findings=(finding,))

    def _stale(self, entry: DocumentEntry, fingerprint: str) -> Diagnostic | None:
        path = entry.files[0].path
        if len({file.path for file in entry.files}) < len(entry.files):
            message = "Het maken van dit document is de vorige keer afgebroken."
        elif not entry.fingerprint:
            message = "Dit document is gemaakt door een eerdere versie van het programma."
        elif entry.fingerprint != fingerprint:
            message = "De inhoud of de huisstijl is veranderd sinds dit document is gemaakt."
        else:
            return None
        return self._finding(Code.OUTPUT_STALE, path, message, entry.id)

    def _finding(self, code: Code, path: str, message: str, identity: str) -> Diagnostic:
        return Diagnostic(code, message, Location(f"{self.task.shown}/{path}"), _HINTS[code].format(identity))

    def _quick(self, candidates: Sequence[_Candidate]) -> dict[str, Verdict | Fault]:
        """Give the quick proofs side by side; by stem."""
        found: dict[str, Verdict | Fault] = {}
        tasks = [partial(self.makers.verify, each.subject) for each in candidates]
        self.watcher.started(len(tasks))
        for index, result in self.crew.run(
            tasks, lambda index: self.watcher.began(candidates[index].request.id)
        ):
            request = candidates[index].request
            if isinstance(result, Lost):
                result = result.fault(request.id)
            found[request.stem] = result
            self.watcher.ended(request.id, result)
        return found

    def _thorough(self, candidates: Sequence[_Candidate], scratch: Path) -> dict[str, Verdict | Fault]:
        """Give all proofs, for all files at once because each of the tools takes long to start; by stem."""
        self.watcher.started(1)
        self.watcher.began(_HEAVY)
        stems = [each.request.stem for each in candidates]
        try:
            scratch.mkdir(parents=True)
            verdicts = self.makers.verify_thoroughly([each.subject for each in candidates], scratch)
        except Exception as error:
            return dict.fromkeys(stems, fault_of(_ALL, error))
        return dict(zip(stems, verdicts, strict=True))

    def _settle(self, candidate: _Candidate, proven: Verdict | Fault, outputs: Outputs) -> _Settled:
        """Leave the files of a document where they are, or put them apart."""
        request, entry = candidate.request, candidate.entry
        verdict = None if isinstance(proven, Fault) else proven
        inspection = Inspection(
            request,
            formats=tuple(suffix for suffix in FORMATS if f"{request.stem}.{suffix}" in _paths(entry)),
            findings=self.task.weigh(verdict.findings) if verdict else (),
            verdict=verdict,
            fault=proven if isinstance(proven, Fault) else None,
        )
        changes = Changes()
        if any(finding.is_fault for finding in inspection.findings):
            apart, changes = outputs.reject(entry, {path: outputs.path(path) for path in _paths(entry)})
            entry = apart or entry
            where = tuple(outputs.shown(file.path) for file in apart.files) if apart else ()
            inspection = replace(inspection, rejected=where)
        if verdict is None:
            return _Settled(inspection, self._clerk.unproven(request, (_broken_off(request),)), changes)
        report = self._clerk.document(entry, verdict, thorough=self.task.thorough)
        return _Settled(inspection, report, changes)


@dataclass(frozen=True, slots=True)
class _Settled:
    """A document of which all is known that can be known now."""

    inspection: Inspection
    report: DocumentReport
    changes: Changes = field(default_factory=Changes)


def _broken_off(request: DocumentRequest) -> Diagnostic:
    """Return what the report says of a document whose verification broke down: nothing was proven."""
    message = "Het nakijken is afgebroken door een fout van het programma; er is niets bewezen."
    return Diagnostic(Code.STANDARD, message, Location(request.id))


def _is_build_folder(folder: Path) -> bool:
    """Whether something was ever made here; looking may not make a folder of others ours."""
    try:
        return (folder / MANIFEST).is_file()
    except OSError:
        # It cannot even be looked into; whoever opens it says that better.
        return True


def _paths(entry: DocumentEntry) -> list[str]:
    return [file.path for file in entry.files]


def _summary(inspections: Sequence[Inspection], changes: Changes) -> Verification:
    found = [*changes.findings, *(finding for each in inspections for finding in each.findings)]
    return Verification(tuple(inspections), tuple(dict.fromkeys(found)), changes)
