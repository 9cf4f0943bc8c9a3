"""A survey: what is wrong in all documents, as ``kamerwerk check`` says it. It takes some seconds."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.content.requests import DocumentRequest
from pipeline.engine.faults import fault_of
from pipeline.engine.lines import quoting, quoting_now
from pipeline.engine.places import Places
from pipeline.engine.plan import RestlessError, make_plan
from pipeline.engine.readers import Readers
from pipeline.preview.findings import Shown, shown, shown_faults


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A document and everything that is known to be wrong with it before it is laid out."""

    request: DocumentRequest
    findings: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """All documents, and all findings, also those that touch no document."""

    documents: tuple[Surveyed, ...]
    findings: tuple[Shown, ...]

    def of(self, document: str) -> Surveyed | None:
        """Return what is known of one document."""
        return next((each for each in self.documents if each.request.id == document), None)


def survey(places: Places, readers: Readers) -> Survey:
    """Look at everything; nothing is raised. Its result can be sent between processes."""
    try:
        plan = make_plan(places, readers)
    except RestlessError as error:
        return Survey((), tuple(shown([error.finding], quoting_now(places.root))))
    except Exception as error:
        return Survey((), tuple(shown_faults([fault_of("kamerwerk check", error)])))
    quoted = quoting(plan.project)
    documents = tuple(
        Surveyed(
            planned.request,
            (*shown_faults([planned.fault]), *shown(planned.findings, quoted)),
        )
        for planned in plan.documents
    )
    faults = tuple(shown_faults(plan.faults))
    return Survey(documents, (*faults, *shown(plan.findings, quoted)))
