"""A round: look at one document as it is now, in well under a second for a letter; then finish its file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.content.documents import requested_documents
from pipeline.content.project import Project
from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Diagnostic
from pipeline.engine.faults import Fault, fault_of
from pipeline.engine.lines import quoting
from pipeline.engine.makers import Makers
from pipeline.engine.places import Places
from pipeline.engine.plan import Plan, plan_one
from pipeline.preview.findings import Shown, shown, shown_faults
from pipeline.preview.printed import Printed, printed
from pipeline.render.rendered import Draft


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Pages that are shown, of which the finished file was not made yet, and the content that they show."""

    draft: Draft
    project: Project


@dataclass(frozen=True, slots=True)
class Round:
    """What was seen of one document."""

    requests: tuple[DocumentRequest, ...] = ()
    """All documents that the content asks for."""
    request: DocumentRequest | None = None
    """The document itself; ``None`` when the content does not ask for it."""
    printed: Printed | None = None
    """Its last good pages; ``None`` when there were none yet."""
    fresh: bool = False
    """Whether the pages show the content as it is now."""
    findings: tuple[Shown, ...] = ()
    unfinished: Unfinished | None = None
    """What :func:`finish` still has to do."""


def look(places: Places, makers: Makers, document: str, before: Printed | None) -> Round:
    """Read, check, compose and lay out one document; without its pages, those of ``before`` stay.

    Pages on which something does not fit are shown: there it can be seen. Nothing is raised.
    """
    try:
        plan = plan_one(places, makers, document)
    except Exception as error:
        return Round(printed=before, findings=tuple(shown_faults([fault_of(document, error)])))
    planned = next(iter(plan.documents), None)
    requests = requested_documents(plan.project)
    if planned is None:
        return Round(requests, findings=shown(plan.findings, quoting(plan.project)))
    draft, fault = _lay_out(plan, makers, document)
    layout: tuple[Diagnostic, ...] = draft.pdf.diagnostics if draft else ()
    kept = before.moved(plan.project) if before else None
    return Round(
        requests=requests,
        request=planned.request,
        printed=printed(draft.pdf, plan.project) if draft else kept,
        fresh=draft is not None,
        findings=(
            *shown_faults([planned.fault, fault]),
            *shown((*planned.findings, *layout), quoting(plan.project)),
        ),
        unfinished=Unfinished(draft, plan.project) if draft else None,
    )


def finish(document: str, seen: Round) -> Round:
    """Make the file of pages that are shown, tags and all, and add what is found only then.

    Nothing is raised.
    """
    if seen.unfinished is None:
        return seen
    draft, project = seen.unfinished.draft, seen.unfinished.project
    try:
        found = (*seen.findings, *shown(draft.finish("ua-1").diagnostics, quoting(project)))
    except Exception as error:
        found = (*shown_faults([fault_of(document, error)]), *seen.findings)
    return replace(seen, findings=tuple(dict.fromkeys(found)), unfinished=None)


def _lay_out(plan: Plan, makers: Makers, document: str) -> tuple[Draft | None, Fault | None]:
    made = plan.documents[0].document
    if made is None or plan.style is None:
        return None, None
    try:
        return makers.draft(made, plan.style), None
    except Exception as error:
        return None, fault_of(document, error)
