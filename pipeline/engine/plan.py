"""What must exist, and what stands in its way: every document, composed, with the findings that touch it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.collecting import not_collecting
from pipeline.compose.documents import Composed
from pipeline.content.documents import requested_documents
from pipeline.content.project import Project, read_project
from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.diagnostics.diagnostic import as_errors
from pipeline.document.nodes import Document
from pipeline.engine.cache import Cache
from pipeline.engine.faults import Fault, fault_of, is_refusal, refusal
from pipeline.engine.inputs import Inputs, look_at_inputs
from pipeline.engine.places import Places, template_links_out
from pipeline.engine.readers import Readers
from pipeline.engine.shelf import Shelf
from pipeline.engine.trees import Composer
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

    places: Places
    project: Project
    style: HouseStyle | None
    documents: tuple[PlannedDocument, ...]
    findings: tuple[Diagnostic, ...]
    """All findings, each once; also those in files that no document uses."""
    inputs: Inputs | None = None
    """What stood in the files while they were read; ``None`` when nobody made sure of that."""

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


_Weigh = Callable[[Iterable[Diagnostic]], tuple[Diagnostic, ...]]
Heard = Callable[[DocumentRequest, Document, HouseStyle], None]
"""Hears of a document as soon as it is composed and nothing is known to stand in its way."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """The content and the house style, read and checked: what documents are composed from."""

    composer: Composer
    project: Project
    style: HouseStyle | None
    unreadable: frozenset[str]
    general: tuple[Diagnostic, ...]
    """What is wrong with what every document uses."""
    checked: tuple[Diagnostic, ...]
    findings: tuple[Diagnostic, ...]

    def attempt(self, request: DocumentRequest) -> _Attempt:
        """Compose a document where its files can be read, so that all that is wrong is told at once."""
        if self.style is None or not self.unreadable.isdisjoint(request.files):
            return _Attempt(request, Composed(None))
        try:
            composed = self.composer.compose(request, self.style)
        except Exception as error:
            if is_refusal(error):
                return _Attempt(request, Composed(None, (refusal(error, request.id),)))
            return _Attempt(request, Composed(None), fault_of(request.id, error))
        return _without_echoes(_Attempt(request, composed), self.checked)

    def promising(self, attempt: _Attempt, weigh: _Weigh) -> Document | None:
        """Return the tree, unless something that is known already stands in its way."""
        own = weigh((*self.general, *attempt.composed.diagnostics))
        return _judge(attempt, own, weigh((*self.findings, *own))).document

    def plan(
        self,
        attempts: Iterable[_Attempt],
        findings: tuple[Diagnostic, ...],
        weigh: _Weigh,
        inputs: Inputs | None = None,
    ) -> Plan:
        """Put together what is known."""
        return Plan(
            places=self.composer.places,
            project=self.project,
            style=self.style,
            documents=tuple(
                _judge(attempt, weigh((*self.general, *attempt.composed.diagnostics)), findings)
                for attempt in attempts
            ),
            findings=findings,
            inputs=inputs,
        )


class RestlessError(Exception):
    """Files kept changing while they were read; ``finding`` names the first of them."""

    def __init__(self, files: Sequence[str]) -> None:
        message = "Dit bestand verandert steeds terwijl het wordt gelezen; er is niets gemaakt of verwijderd."
        hint = "Wacht tot alles is bewaard of opgehaald, en probeer het opnieuw."
        self.finding = Diagnostic(Code.INPUT_RESTLESS, message, Location(files[0]), hint)
        super().__init__(message)


_ATTEMPTS = 4
"""How often everything is read at most: a save in an editor passes in one, a change of branch in two."""


def make_plan(
    places: Places,
    readers: Readers,
    strict: bool = False,
    cache: Cache | None = None,
    heard: Heard | None = None,
) -> Plan:
    """Read, check and compose everything, and read each text by itself where it could not be composed.

    Everything is composed even when one document is asked for: an error that comes up in one document lies
    in a file, and every document that uses the file is faulty by it. ``strict`` makes warnings errors.
    ``heard`` may begin with a document; whether it may be made only the plan says.

    When a file changed meanwhile, everything is read again: a plan is of one state of the files. Raises
    ``RestlessError`` when they do not come to rest.
    """
    weigh = as_errors if strict else tuple[Diagnostic, ...]
    inputs, changed = look_at_inputs(places), ()
    for _ in range(_ATTEMPTS):
        shelf = Shelf(cache, inputs) if cache else None
        with not_collecting():
            plan = _plan_all(_read(places, readers, shelf), readers, weigh, inputs, heard)
        now = look_at_inputs(places)
        changed = inputs.differing(now)
        if not changed:
            if shelf:
                shelf.keep()
            return plan
        inputs = now
    raise RestlessError(changed)


def _plan_all(read: _Reading, readers: Readers, weigh: _Weigh, inputs: Inputs, heard: Heard | None) -> Plan:
    attempts: list[_Attempt] = []
    for request in requested_documents(read.project):
        attempts.append(attempt := read.attempt(request))
        if heard and read.style and (document := read.promising(attempt, weigh)):
            heard(request, document, read.style)
    composing = [finding for attempt in attempts for finding in attempt.composed.diagnostics]
    in_texts = readers.texts(read.project, read.composer.memory("texts"))
    texts = _not_composed(in_texts, composing)
    language = readers.language(read.project, _unlisted(attempts), read.composer.memory("language"))
    findings = weigh(dict.fromkeys((*read.findings, *composing, *texts, *language)))
    return read.plan(attempts, findings, weigh, inputs)


def plan_one(places: Places, readers: Readers, document: str) -> Plan:
    """Read and check everything, and compose one document only: a quick look between two whole plans.

    Language is not judged, and texts of other documents are not read. No such document gives no documents.
    """
    read = _read(places, readers)
    attempts = [
        read.attempt(request) for request in requested_documents(read.project) if request.id == document
    ]
    composing = [finding for attempt in attempts for finding in attempt.composed.diagnostics]
    return read.plan(attempts, tuple(dict.fromkeys((*read.findings, *composing))), tuple[Diagnostic, ...])


def _read(places: Places, readers: Readers, shelf: Shelf | None = None) -> _Reading:
    project, read_findings = read_project(places.root)
    style, style_findings = load_house_style(places.house_style, places.house_style_shown)
    general = (*template_links_out(places.root), *style_findings)
    checked = readers.check(project)
    return _Reading(
        composer=Composer(places, readers, project, shelf),
        project=project,
        style=style,
        unreadable=_files_with_errors(read_findings),
        general=general,
        checked=checked,
        findings=(*general, *read_findings, *checked),
    )


def _unlisted(attempts: Iterable[_Attempt]) -> Iterator[Document]:
    """Yield the documents without a list of abbreviations: an agenda ends with one."""
    for attempt in attempts:
        if attempt.composed.document and attempt.request.kind != "agenda":
            yield attempt.composed.document


def _not_composed(texts: Iterable[Diagnostic], composing: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what was found in texts by themselves and not in a document, which says more about the same."""
    said = {(finding.code, finding.where) for finding in composing}
    return (finding for finding in texts if (finding.code, finding.where) not in said)


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
