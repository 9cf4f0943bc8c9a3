"""A build with nothing to do: the same inputs gave these files before, and they still stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Diagnostic
from pipeline.diagnostics.located import Locate, located
from pipeline.engine.cache import key_of
from pipeline.engine.commit import Commit, commit_of
from pipeline.engine.folder import Changes
from pipeline.engine.inputs import Inputs, look_at_inputs
from pipeline.engine.manifest import DocumentEntry
from pipeline.engine.origin import Origin, UsedFont
from pipeline.engine.outputs import Outputs, OutputsError, open_outputs
from pipeline.engine.places import Places
from pipeline.engine.recipe import stage_recipe
from pipeline.engine.records import RecordError, dumps, loads
from pipeline.engine.task import BuildReport, Outcome, Task
from pipeline.engine.tools import Tool

if TYPE_CHECKING:
    # A build that is recalled needs no plan.
    from pipeline.engine.plan import Plan

_KIND = "build"
_KINDS = (BuildReport, Outcome, Changes, DocumentRequest, DocumentEntry, Origin, Tool, UsedFont, Commit)


@dataclass(frozen=True, slots=True)
class Standing:
    """Knows a build by everything that it reads and by what was asked of it."""

    places: Places
    task: Task

    def recall(self) -> BuildReport | None:
        """Return the report of this build when all of its files stand in their places, else ``None``."""
        cache = self.task.cache
        entry = cache.get(_KIND, self._key(look_at_inputs(self.places))) if cache else None
        try:
            report, entries, stems = loads(entry, *_KINDS) if entry else (None, (), ())
        except (RecordError, ValueError, TypeError):
            return None
        if report is None:
            return None
        try:
            with open_outputs(self.task.folder, self.task.shown) as outputs:
                if not all(outputs.is_reported(each.stem) for each in entries):
                    return None
                return self._confirmed(report, entries, stems, outputs)
        except OutputsError:
            return None

    def keep(self, report: BuildReport, plan: Plan) -> None:
        """Remember a build of which everything was made, with warnings at most.

        Its name is that of what was read: what changed since then is new to the next build.
        """
        cache, inputs = self.task.cache, plan.inputs
        sound = all(outcome.formats for outcome in report.outcomes) and not report.elsewhere
        if not (cache and inputs and sound) or any(finding.is_error for finding in report.findings):
            return
        try:
            with open_outputs(self.task.folder, self.task.shown) as outputs:
                entries = tuple(outputs.documents[each.request.stem] for each in report.outcomes)
        except (OutputsError, KeyError):
            return
        stems = tuple(planned.request.stem for planned in plan.documents if planned.document)
        lasting = _without_moment(report, plan.project.locate)
        cache.put(_KIND, self._key(inputs), dumps((lasting, entries, stems)))

    def _confirmed(
        self, report: BuildReport, entries: Sequence[DocumentEntry], stems: Sequence[str], outputs: Outputs
    ) -> BuildReport | None:
        commit = commit_of(self.places.root, self.task.folder)
        for entry in entries:
            origin = entry.origin and replace(entry.origin, commit=commit)
            if not outputs.confirm(replace(entry, origin=origin)):
                return None
        changes = outputs.retire(stems)
        return replace(report, changes=changes, findings=(*changes.findings, *report.findings))

    def _key(self, inputs: Inputs) -> str:
        """Return the name of this build of these files."""
        task = self.task
        how = (f"strict {task.strict}", f"{task.shard}")
        return key_of(
            stage_recipe("all"), inputs.key, *task.formats, task.standard, task.shown, *how, *task.ids
        )


def _without_moment(report: BuildReport, locate: Locate) -> BuildReport:
    """Leave out how long it took; findings keep their lines, because nobody looks them up again."""
    outcomes = tuple(
        replace(
            outcome, unchanged=True, seconds=0.0, verdict=None, findings=_placed(outcome.findings, locate)
        )
        for outcome in report.outcomes
    )
    return BuildReport(outcomes, _placed(report.findings, locate), Changes(), 0)


def _placed(findings: Sequence[Diagnostic], locate: Locate) -> tuple[Diagnostic, ...]:
    return tuple(
        replace(
            found.finding,
            where=found.at,
            related=tuple(
                replace(each, where=place.at)
                for each, place in zip(found.finding.related, found.related, strict=True)
            ),
        )
        for found in located(findings, locate)
    )
