"""What a build would do, without doing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Diagnostic
from pipeline.document.nodes import Document
from pipeline.engine.faults import Fault
from pipeline.engine.folder import BuildFolder
from pipeline.engine.ingredients import ingredients_of, recall_ingredients
from pipeline.engine.makers import Makers
from pipeline.engine.making import Order, order_of, recall_document, stages_of
from pipeline.engine.manifest import FORMATS, DocumentEntry, Format, Manifest, file_entries
from pipeline.engine.outputs import look_into
from pipeline.engine.plan import Plan, PlannedDocument
from pipeline.engine.reasons import Reason, reasons_between
from pipeline.engine.shares import wanted_of
from pipeline.engine.task import Task
from pipeline.house_style import HouseStyle

Verb = Literal["nothing", "restore", "make", "impossible"]


@dataclass(frozen=True, slots=True)
class Prospect:
    """What would happen to one document.

    ``restore`` puts back what the cache holds; ``make`` lays the document out or writes or proves it again.
    ``made`` says whether it was ever made, ``missing`` which files do not stand there as they were made, and
    ``remembered`` whether it is known what it was made from: only then ``reasons`` can say what differs.
    """

    request: DocumentRequest
    verb: Verb
    made: bool = False
    missing: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()
    remembered: bool = False
    reasons: tuple[Reason, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    fault: Fault | None = None


def prospects(plan: Plan, task: Task, makers: Makers) -> Iterator[Prospect]:
    """Yield what a build would do with each document that was asked for; nothing is written."""
    manifest = look_into(task.folder) or Manifest()
    for planned in wanted_of(task, plan.documents):
        entry = manifest.documents.get(planned.request.stem)
        yield _Foreseer(plan, task, makers, entry).of(planned)


@dataclass(frozen=True, slots=True)
class _Foreseer:
    """Looks at one document. ``entry`` says what stands in the build folder, when anything does."""

    plan: Plan
    task: Task
    makers: Makers
    entry: DocumentEntry | None

    def of(self, planned: PlannedDocument) -> Prospect:
        request, document, style = planned.request, planned.document, self.plan.style
        if document is None or style is None:
            return Prospect(request, "impossible", findings=planned.findings, fault=planned.fault)
        reasons = self._reasons(request, document, style)
        order = order_of(self.task, request, document, style)
        made = recall_document(order, self.makers) if self.task.cache else None
        prospect = Prospect(
            request,
            "make",
            made=self.entry is not None,
            missing=self._missing(),
            remembered=reasons is not None,
            reasons=(*self._asked_otherwise(), *(reasons or ())),
        )
        if made is None:
            return replace(prospect, formats=self._to_write(order))
        stands = self.entry is not None and self.entry.files == file_entries(request.stem, made.files)
        return replace(prospect, verb="nothing" if stands and not prospect.missing else "restore")

    def _to_write(self, order: Order) -> tuple[Format, ...]:
        """Return the formats that must be written; where the layout is new, Word may turn out the same."""
        stages = stages_of(order, self.makers)
        pdf = stages.kept_pdf(order.standard)
        if pdf is None:
            return order.formats
        return () if stages.kept_docx(pdf.page_map, pdf.pages) else ("docx",)

    def _missing(self) -> tuple[str, ...]:
        folder = BuildFolder(self.task.folder, self.task.shown)
        files = self.entry.files if self.entry else ()
        return tuple(folder.shown(file.path) for file in files if not folder.holds([file]))

    def _asked_otherwise(self) -> Iterator[Reason]:
        """Yield what the files that stand there were asked to be, where that differs."""
        if self.entry is None:
            return
        if self.entry.standard != self.task.standard:
            yield Reason("asked", "normen", self.entry.standard, self.task.standard)
        paths = {file.path for file in self.entry.files}
        stand = tuple(suffix for suffix in FORMATS if f"{self.entry.stem}.{suffix}" in paths)
        if stand != self.task.formats:
            yield Reason("asked", "formaten", ", ".join(stand), ", ".join(self.task.formats))

    def _reasons(
        self, request: DocumentRequest, document: Document, style: HouseStyle
    ) -> tuple[Reason, ...] | None:
        """Return what differs from when the files were made, ``None`` when nobody remembers."""
        cache, entry = self.task.cache, self.entry
        before = recall_ingredients(cache, entry.stem, entry.fingerprint) if cache and entry else None
        if before is None:
            return None
        now = ingredients_of(request, document, self.plan.project, self.plan.inputs, style)
        return reasons_between(before, now)
