"""From a plan to files: lay out what is sound, put it in its place, take away what is no longer valid."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pipeline.content.documents import DocumentRequest
from pipeline.diagnostics import Code, Diagnostic
from pipeline.engine.faults import Fault
from pipeline.engine.makers import Makers
from pipeline.engine.manifest import Format
from pipeline.engine.outputs import Outputs, OutputsError, open_outputs
from pipeline.engine.plan import Plan, PlannedDocument
from pipeline.engine.workers import Rendered, render_documents
from pipeline.house_style import HouseStyle


@dataclass(frozen=True, slots=True)
class Task:
    """What to build, and where."""

    formats: tuple[Format, ...]
    folder: Path
    shown: str
    """How messages name the folder."""
    jobs: int
    ids: tuple[str, ...] = ()
    """The documents asked for; none means all."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document that was asked for."""

    request: DocumentRequest
    formats: tuple[Format, ...] = ()
    """The files that were written; none when the document was not made."""
    pages: int = 0
    seconds: float = 0
    findings: tuple[Diagnostic, ...] = ()
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. ``findings`` touch the documents asked for, each once."""

    outcomes: tuple[Outcome, ...]
    findings: tuple[Diagnostic, ...]
    elsewhere: int
    """Number of errors that touch no document that was asked for."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Return the faults of the program, in the order of the documents."""
        return tuple(outcome.fault for outcome in self.outcomes if outcome.fault)


class Watcher(Protocol):
    """Who wants to know how far a build is."""

    def started(self, total: int) -> None:
        """Say how many documents are going to be laid out."""

    def finished(self, outcome: Outcome) -> None:
        """Say what became of one document that was laid out."""


def unknown_ids(plan: Plan, ids: Collection[str]) -> tuple[str, ...]:
    """Return the ids that name no document."""
    known = {planned.request.id for planned in plan.documents}
    return tuple(identity for identity in ids if identity not in known)


def build(plan: Plan, task: Task, makers: Makers, watcher: Watcher) -> BuildReport:
    """Make the documents asked for and clean the build folder.

    Files of other documents stay as they are, unless they became faulty or are asked for no longer.
    """
    wanted = [planned for planned in plan.documents if not task.ids or planned.request.id in task.ids]
    outcomes = {planned.request.stem: _not_made(planned) for planned in wanted}
    general: list[Diagnostic] = []
    try:
        with open_outputs(task.folder, task.shown) as outputs:
            valid = {planned.request.stem for planned in plan.documents if planned.document}
            general += outputs.retire(valid)
            for outcome in _make(wanted, plan.style, task, makers, outputs, watcher):
                outcomes[outcome.request.stem] = outcome
            valid -= {stem for stem, outcome in outcomes.items() if _is_invalid(outcome)}
            general += outputs.retire(valid)
    except OutputsError as error:
        general.append(error.finding)
    return _report(plan, task, tuple(outcomes.values()), general)


def _make(
    wanted: Sequence[PlannedDocument],
    style: HouseStyle | None,
    task: Task,
    makers: Makers,
    outputs: Outputs,
    watcher: Watcher,
) -> Iterator[Outcome]:
    """Lay out the sound documents and place each as soon as it is done."""
    sound = [(planned, planned.document) for planned in wanted if planned.document]
    watcher.started(len(sound))
    if style is None or not sound:
        return
    documents = [document for _, document in sound]
    for index, rendered in render_documents(documents, style, task.formats, makers, task.jobs):
        outcome = _place(sound[index][0], rendered, outputs)
        watcher.finished(outcome)
        yield outcome


def _place(planned: PlannedDocument, rendered: Rendered, outputs: Outputs) -> Outcome:
    request, findings = planned.request, (*planned.findings, *rendered.findings)
    if not rendered.files:
        return Outcome(request, findings=findings, fault=rendered.fault)
    if in_the_way := outputs.place(request, rendered.files, rendered.pages):
        return Outcome(request, findings=(*findings, *in_the_way))
    return Outcome(request, tuple(rendered.files), rendered.pages, rendered.seconds, findings)


def _not_made(planned: PlannedDocument) -> Outcome:
    return Outcome(planned.request, findings=planned.findings, fault=planned.fault)


def _is_invalid(outcome: Outcome) -> bool:
    """Whether files of an earlier run must go; a file that was merely held open keeps its place."""
    if outcome.formats:
        return False
    return outcome.fault is not None or any(
        finding.is_error and finding.code is not Code.OUTPUT_LOCKED for finding in outcome.findings
    )


def _report(
    plan: Plan, task: Task, outcomes: tuple[Outcome, ...], general: Sequence[Diagnostic]
) -> BuildReport:
    found = [*general, *(finding for outcome in outcomes for finding in outcome.findings)]
    if not task.ids:
        found += plan.findings
    findings = tuple(dict.fromkeys(found))
    elsewhere = sum(finding.is_error for finding in set(plan.findings) - set(findings))
    return BuildReport(outcomes, findings, elsewhere)
