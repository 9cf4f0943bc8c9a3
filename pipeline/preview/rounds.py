"""A round: look at one document as it is now, in well under a second for a letter."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.content.documents import DocumentRequest, requested_documents
from pipeline.diagnostics import Diagnostic
from pipeline.engine.faults import Fault, fault_of
from pipeline.engine.makers import Makers
from pipeline.engine.places import Places
from pipeline.engine.plan import Plan, plan_one
from pipeline.preview.findings import Shown, shown, shown_faults
from pipeline.preview.printed import Printed, printed
from pipeline.render.rendered import RenderedPdf


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
        return Round(requests, findings=shown(plan.findings, plan.project))
    pdf, fault = _lay_out(plan, makers, document)
    layout: tuple[Diagnostic, ...] = pdf.diagnostics if pdf else ()
    kept = before.moved(plan.project) if before else None
    return Round(
        requests=requests,
        request=planned.request,
        printed=printed(pdf, plan.project) if pdf else kept,
        fresh=pdf is not None,
        findings=(
            *shown_faults([planned.fault, fault]),
            *shown((*planned.findings, *layout), plan.project),
        ),
    )


def _lay_out(plan: Plan, makers: Makers, document: str) -> tuple[RenderedPdf | None, Fault | None]:
    made = plan.documents[0].document
    if made is None or plan.style is None:
        return None, None
    try:
        return makers.pdf(made, plan.style, "ua-1"), None
    except Exception as error:
        return None, fault_of(document, error)
