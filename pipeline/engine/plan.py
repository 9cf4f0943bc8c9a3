"""What must exist, and what stands in its way: every document, composed, with the findings that touch it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.compose.documents import Composed
from pipeline.content.documents import DocumentRequest, requested_documents
from pipeline.content.project import Project, read_project
from pipeline.diagnostics import Code, Diagnostic
from pipeline.diagnostics.diagnostic import as_errors
from pipeline.document.nodes import Document
from pipeline.engine.faults import Fault, fault_of
from pipeline.engine.places import Places, template_links_out
from pipeline.engine.readers import Readers
from pipeline.house_style import HouseStyle, load_house_style


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """A document that must exist, and its tree; ``None`` when it is faulty and may not be made."""

    request: DocumentRequest
    document: Document | None
    findings: tuple[Diagnostic, ...]
    """Errors and warnings in a file that it uses, and those that came up while it was composed."""
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is known before the first page is laid out."""

    project: Project
    style: HouseStyle | None
    documents: tuple[PlannedDocument, ...]
    findings: tuple[Diagnostic, ...]
    """All findings, each once; also those in files that no document uses."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Return the faults of the program that came up while documents were composed."""
        return tuple(planned.fault for planned in self.documents if planned.fault)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What came of composing one document."""

    request: DocumentRequest
    composed: Composed
    fault: Fault | None = None


def make_plan(places: Places, readers: Readers, strict: bool = False) -> Plan:
    """Read, check and compose everything, and read each text by itself where it could not be composed.

    Everything is composed even when one document is asked for: an error that comes up in one document lies
    in a file, and every document that uses the file is faulty by it. ``strict`` makes warnings errors.
    """
    weigh = as_errors if strict else tuple[Diagnostic, ...]
    project, read_findings = read_project(places.root)
    style, style_findings = load_house_style(places.house_style, places.house_style_shown)
    general = (*template_links_out(places.root), *style_findings)
    checked = readers.check(project)
    unreadable = _files_with_errors(read_findings)
    attempts = [
        _without_echoes(_attempt(request, project, style, places, readers, unreadable), checked)
        for request in requested_documents(project)
    ]
    composing = [finding for attempt in attempts for finding in attempt.composed.diagnostics]
    texts = _not_composed(readers.texts(project), composing)
    told = (*general, *read_findings, *checked, *composing, *texts, *readers.language(project))
    findings = weigh(dict.fromkeys(told))
    return Plan(
        project=project,
        style=style,
        documents=tuple(
            _judge(attempt, weigh((*general, *attempt.composed.diagnostics)), findings)
            for attempt in attempts
        ),
        findings=findings,
    )


def unknown_ids(plan: Plan, ids: Collection[str]) -> tuple[str, ...]:
    """Return the ids that name no document."""
    known = {planned.request.id for planned in plan.documents}
    return tuple(identity for identity in ids if identity not in known)


def _not_composed(texts: Iterable[Diagnostic], composing: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what was found in texts by themselves and not in a document, which says more about the same."""
    said = {(finding.code, finding.where) for finding in composing}
    return (finding for finding in texts if (finding.code, finding.where) not in said)


def _attempt(
    request: DocumentRequest,
    project: Project,
    style: HouseStyle | None,
    places: Places,
    readers: Readers,
    unreadable: frozenset[str],
) -> _Attempt:
    """Compose a document where its files can be read, so that all that is wrong is told at once."""
    if style is None or not unreadable.isdisjoint(request.files):
        return _Attempt(request, Composed(None))
    try:
        return _Attempt(request, readers.compose(request, project, style, places.templates))
    except Exception as error:
        return _Attempt(request, Composed(None), fault_of(request.id, error))


_ECHOES = {Code.TEMPLATE_UNDEFINED, Code.TEMPLATE_FAILED}
"""What a template says when it misses a value: no second finding, where the value was found to be wrong."""


def _without_echoes(attempt: _Attempt, checked: Iterable[Diagnostic]) -> _Attempt:
    if not any(finding.is_error and finding.where.file in attempt.request.files for finding in checked):
        return attempt
    own = tuple(each for each in attempt.composed.diagnostics if each.code not in _ECHOES)
    return replace(attempt, composed=replace(attempt.composed, diagnostics=own))


def _judge(
    attempt: _Attempt, own: tuple[Diagnostic, ...], findings: tuple[Diagnostic, ...]
) -> PlannedDocument:
    """Take the findings that touch a document: its own, and those in files that it uses."""
    request, composed = attempt.request, attempt.composed
    touching = tuple(finding for finding in findings if finding in own or finding.where.file in request.files)
    if any(finding.is_error for finding in touching):
        # An exception over content that is known to be wrong says nothing about the program.
        return PlannedDocument(request, None, touching)
    if composed.document is None:
        fault = attempt.fault or Fault(request.id, "geen document en geen melding")
        return PlannedDocument(request, None, touching, fault)
    return PlannedDocument(request, composed.document, touching)


def _files_with_errors(findings: Iterable[Diagnostic]) -> frozenset[str]:
    return frozenset(finding.where.file for finding in findings if finding.is_error)
