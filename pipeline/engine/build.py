"""From a plan to files: make what is sound, put it in its place, take away what is no longer valid."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Code, Diagnostic
from pipeline.engine.ahead import Ahead
from pipeline.engine.commit import commit_of
from pipeline.engine.crew import Lost
from pipeline.engine.faults import no_room
from pipeline.engine.folder import Changes
from pipeline.engine.ingredients import holds_ingredients, ingredients_of, keep_ingredients
from pipeline.engine.making import Made, Order, recall_document
from pipeline.engine.manifest import FORMATS, DocumentEntry, file_entries
from pipeline.engine.origin import Origin, origin_of
from pipeline.engine.outputs import Outputs, OutputsError, open_outputs
from pipeline.engine.plan import Plan, PlannedDocument
from pipeline.engine.report import Clerk, DocumentReport
from pipeline.engine.shares import cost, wanted_of
from pipeline.engine.task import BuildReport, Outcome, Shard, Task
from pipeline.engine.watching import Watcher
from pipeline.house_style import HouseStyle


def build(plan: Plan, ahead: Ahead, watcher: Watcher[Outcome]) -> BuildReport:
    """Let a crew make and verify the documents asked for, and clean the build folder.

    Files of other documents stay as they are, unless they became faulty or are asked for no longer. ``ahead``
    knows who makes what, and may have begun with it.
    """
    task = ahead.task
    wanted = wanted_of(task, plan.documents)
    outcomes = {planned.request.stem: _not_made(planned) for planned in wanted}
    changes, proven, broken = Changes(), list[DocumentReport](), list[Diagnostic]()
    try:
        with open_outputs(task.folder, task.shown) as outputs:
            valid = {planned.request.stem for planned in plan.documents if _may_stand(planned)}
            changes += outputs.retire(valid)
            if plan.style:
                site = _Site(plan, plan.style, ahead, outputs, watcher)
                with closing(site.make(wanted)) as making:
                    for settled in making:
                        outcomes[settled.outcome.request.stem] = settled.outcome
                        changes += settled.changes
                        proven += [settled.report] if settled.report else []
            valid -= {stem for stem, outcome in outcomes.items() if _is_invalid(outcome)}
            changes += outputs.retire(valid)
            outputs.report(proven)
    except OutputsError as error:
        broken.append(error.finding)
    return _report(plan, task, tuple(outcomes.values()), changes, broken)


@dataclass(frozen=True, slots=True)
class _Settled:
    """A document whose files have found their place, and what that did to others."""

    outcome: Outcome
    changes: Changes = field(default_factory=Changes)
    report: DocumentReport | None = None


@dataclass(frozen=True, slots=True)
class _Site:
    """Everything that one build works with."""

    plan: Plan
    style: HouseStyle
    ahead: Ahead
    outputs: Outputs
    watcher: Watcher[Outcome]

    @property
    def task(self) -> Task:
        """Return what was asked for."""
        return self.ahead.task

    def make(self, wanted: Sequence[PlannedDocument]) -> Generator[_Settled]:
        """Make the sound documents, the largest first, and settle each as soon as it is done.

        What earlier runs made is settled before the rest begins, so that it never waits.
        """
        commit = commit_of(self.plan.project.root, self.task.folder)
        origin = origin_of(self.style, commit, self.plan.inputs.key if self.plan.inputs else "")
        orders = [
            (planned, self.ahead.order(planned.request, planned.document, self.style))
            for planned in wanted
            if planned.document
        ]
        self.watcher.started(len(orders))
        anew: list[tuple[PlannedDocument, Order]] = []
        for planned, order in orders:
            if made := self._recall(order):
                self.watcher.began(planned.request.id)
                yield self._told(self._settle(planned, order, made, origin))
            else:
                anew.append((planned, order))
        anew.sort(key=lambda each: cost(each[1].document), reverse=True)
        tasks = [self.ahead.task_of(order) for _, order in anew]
        begun = {index: begun for index, (_, order) in enumerate(anew) if (begun := self.ahead.begun(order))}
        names = [planned.request.id for planned, _ in anew]
        for index, made in self.ahead.crew.run(tasks, lambda index: self.watcher.began(names[index]), begun):
            yield self._told(self._settle(*anew[index], made, origin))

    def _recall(self, order: Order) -> Made | None:
        if order.cache is None or self.ahead.begun(order):
            return None
        return recall_document(order, self.ahead.makers)

    def _remember(self, entry: DocumentEntry, planned: PlannedDocument, made: Made) -> None:
        """Keep what a document that may be used was made from, to say later what has changed."""
        cache, document = self.task.cache, planned.document
        if cache is None or document is None:
            return
        if made.is_new or not holds_ingredients(cache, entry.stem, entry.fingerprint):
            used = ingredients_of(planned.request, document, self.plan.project, self.plan.inputs, self.style)
            keep_ingredients(cache, entry.stem, entry.fingerprint, used)

    def _told(self, settled: _Settled) -> _Settled:
        self.watcher.ended(settled.outcome.request.id, settled.outcome)
        return settled

    def _settle(self, planned: PlannedDocument, order: Order, made: Made | Lost, origin: Origin) -> _Settled:
        """Put the files of a document in place, or apart when they are not what they must be."""
        if isinstance(made, Lost):
            fault = made.fault(order.document.id)
            return _Settled(Outcome(planned.request, findings=planned.findings, fault=fault))
        laid_out = self.task.weigh(made.findings)
        proven = self.task.weigh(made.verdict.findings) if made.verdict else ()
        outcome = Outcome(
            planned.request,
            pages=made.pages,
            seconds=made.seconds,
            findings=(*planned.findings, *laid_out, *proven),
            verdict=made.verdict,
            fault=made.fault,
        )
        if not made.files:
            return _Settled(outcome)
        entry = self._entry(planned.request, order, made, origin)
        files = {f"{entry.stem}.{suffix}": data for suffix, data in made.files.items()}
        is_sound = not made.fault and not any(finding.is_error for finding in (*laid_out, *proven))
        if is_sound:
            self._remember(entry, planned, made)
        if is_sound and self.outputs.confirm(entry):
            return self._unchanged(outcome, entry)
        try:
            sources = self.outputs.stage(entry.stem, files)
        except OSError:
            return _Settled(
                replace(outcome, verdict=None, findings=(*planned.findings, *laid_out, no_room(order.named)))
            )
        if made.fault or any(finding.is_fault for finding in proven):
            return self._reject(outcome, entry, sources)
        if any(finding.is_error for finding in (*laid_out, *proven)):
            return _Settled(outcome)
        return self._place(outcome, entry, sources)

    def _entry(self, request: DocumentRequest, order: Order, made: Made, origin: Origin) -> DocumentEntry:
        return DocumentEntry(
            id=request.id,
            kind=request.kind,
            status=request.status,
            standard=self.task.standard,
            pages=made.pages,
            fingerprint=order.fingerprint,
            origin=origin,
            files=file_entries(request.stem, made.files),
        )

    def _unchanged(self, outcome: Outcome, entry: DocumentEntry) -> _Settled:
        """Leave the files as they are; what was proven of them before, perhaps thoroughly, still holds."""
        report = None if self.outputs.is_reported(entry.stem) else self._proven(entry, outcome)
        return _Settled(replace(outcome, formats=self.task.formats, unchanged=True), report=report)

    def _place(self, outcome: Outcome, entry: DocumentEntry, sources: Mapping[str, Path]) -> _Settled:
        changes = self.outputs.place(entry, sources)
        if changes.findings:
            return _Settled(outcome, changes)
        formats = tuple(suffix for suffix in FORMATS if f"{entry.stem}.{suffix}" in sources)
        return _Settled(replace(outcome, formats=formats), changes, self._proven(entry, outcome))

    def _reject(self, outcome: Outcome, entry: DocumentEntry, sources: Mapping[str, Path]) -> _Settled:
        apart, changes = self.outputs.reject(entry, sources)
        if apart is None:
            return _Settled(outcome, changes)
        shown = tuple(self.outputs.shown(file.path) for file in apart.files)
        return _Settled(replace(outcome, rejected=shown), changes, self._proven(apart, outcome))

    def _proven(self, entry: DocumentEntry, outcome: Outcome) -> DocumentReport:
        clerk = Clerk(self.plan.project.locate, self.task.shown)
        return clerk.document(entry, outcome.verdict, thorough=False)


def _not_made(planned: PlannedDocument) -> Outcome:
    return Outcome(planned.request, findings=planned.findings, fault=planned.fault)


def _may_stand(planned: PlannedDocument) -> bool:
    """Whether earlier files of a document may stay for now: it can be made, or only the machine failed."""
    return planned.document is not None or not _is_invalid(_not_made(planned))


def _is_invalid(outcome: Outcome) -> bool:
    """Whether files of an earlier run must go; where the machine stood in the way, they keep their place."""
    if outcome.formats or outcome.rejected:
        return False
    if outcome.fault:
        return not outcome.fault.of_machine
    return any(finding.is_error and finding.code is not Code.OUTPUT_LOCKED for finding in outcome.findings)


def _report(
    plan: Plan, task: Task, outcomes: tuple[Outcome, ...], changes: Changes, broken: Sequence[Diagnostic]
) -> BuildReport:
    found = [*broken, *changes.findings, *(finding for outcome in outcomes for finding in outcome.findings)]
    if not task.ids:
        found += _general(plan, task.shard)
    findings = tuple(dict.fromkeys(found))
    elsewhere = sum(finding.is_error for finding in set(plan.findings) - set(findings))
    return BuildReport(outcomes, findings, changes, elsewhere)


def _general(plan: Plan, shard: Shard | None) -> tuple[Diagnostic, ...]:
    """Return what is told beside the documents; of several shares the first tells what touches none."""
    if shard is None:
        return plan.findings
    touching = {finding for planned in plan.documents for finding in planned.findings}
    return tuple(finding for finding in plan.findings if shard.number == 1 and finding not in touching)
