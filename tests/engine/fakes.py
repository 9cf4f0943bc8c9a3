"""Small makers for tests of the engine: quick, and steered by words in the title of a document.

They are functions of a module, so that other processes can find them.
"""

from __future__ import annotations

import datetime
import errno
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from pipeline.compose.documents import Composed
from pipeline.compose.folders import TemplateFolders
from pipeline.content.project import Project
from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.diagnostics.recalling import Recall
from pipeline.document import nodes as n
from pipeline.document.pdf_standard import PdfStandard
from pipeline.engine import verification
from pipeline.engine.ahead import Ahead
from pipeline.engine.build import build
from pipeline.engine.crew import open_crew
from pipeline.engine.makers import Makers
from pipeline.engine.manifest import FORMATS, Format
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import Plan, make_plan
from pipeline.engine.task import BuildReport, Task
from pipeline.house_style import HouseStyle
from pipeline.render.rendered import RenderedPdf
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult, Verdict
from tests.projects import AGENDA, BEGIN_AGENDA, BRONNEN, Change, edit

COMPOSE_ERROR = "[fout]"
SHARED_ERROR = "[gedeelde fout]"
COMPOSE_CRASH = "[struikelt]"
SILENT = "[zwijgt]"
OVERFLOW = "[te lang]"
RENDER_CRASH = "[breekt]"
PROCESS_DIES = "[valt om]"
DISK_FULL = "[schijf vol]"
NO_MEMORY = "[geheugen op]"
OTHER_WORDS = "[ander woord]"
NO_ALT = "[zonder alt]"
VERIFY_CRASH = "[verslikt]"
NO_VALIDATOR = "[onbewezen]"
HEAVY_FAULT = "[zwaar fout]"
HEAVY_CRASH = "[zwaar verslikt]"
OTHER_PAGES = "[andere bladzijden]"

ZEELAND = "agenda/zeeland"
RIVIERENLAND = "agenda/rivierenland"
LETTER = "brief/2026-12-voortgang"
ANNEX = "bijlage/2026-12-voortgang-stand-van-zaken"


def no_findings(project: Project) -> tuple[Diagnostic, ...]:
    return ()


def no_texts(project: Project, recall: Recall) -> tuple[Diagnostic, ...]:
    return ()


def no_language(project: Project, documents: Iterable[n.Document], recall: Recall) -> tuple[Diagnostic, ...]:
    return ()


def no_libraries() -> None:
    """Import nothing: these makers need none of the libraries."""


def compose(
    request: DocumentRequest, project: Project, style: HouseStyle, folders: TemplateFolders
) -> Composed:
    own = request.files[-1] if request.kind != "agenda" else f"content/regios/{request.folder}/agenda.yaml"
    if COMPOSE_CRASH in request.title:
        raise LookupError(request.id)
    if COMPOSE_ERROR in request.title:
        return Composed(None, (error_in(own, "titel"),))
    if SHARED_ERROR in request.title:
        return Composed(None, (error_in(BRONNEN, "bronnen", 0),))
    if SILENT in request.title:
        return Composed(None)
    metadata = n.Metadata(title=request.title, author="Ministerie", date=datetime.date(2026, 12, 18))
    front = n.TitleBlock((n.Text(request.title),))
    return Composed(n.Document(id=request.id, metadata=metadata, front=front, body=()))


def error_in(file: str, *path: str | int) -> Diagnostic:
    return Diagnostic(Code.UNKNOWN_TARGET, "Hier klopt iets niet.", Source(file, path), "Kijk het na.")


def pdf(document: n.Document, style: HouseStyle, standard: PdfStandard) -> RenderedPdf:
    title = document.metadata.title
    if RENDER_CRASH in title:
        raise ArithmeticError(title)
    if DISK_FULL in title:
        raise OSError(errno.ENOSPC, "No space left on device")
    if NO_MEMORY in title:
        raise MemoryError(title)
    if PROCESS_DIES in title:
        os._exit(1)
    findings = (
        (Diagnostic(Code.OVERFLOW, "De titel past niet.", Location(AGENDA)),) if OVERFLOW in title else ()
    )
    return RenderedPdf(f"PDF {title} {standard}".encode(), 7, MappingProxyType({"kop": 3}), findings)


def docx(document: n.Document, style: HouseStyle, page_map: dict[str, int], pages: int) -> bytes:
    return f"DOCX {document.metadata.title} {page_map} {pages}".encode()


def verify(subject: Subject) -> Verdict:
    """Read both files and find what the title asks for."""
    title = subject.document.metadata.title
    if VERIFY_CRASH in title:
        raise BufferError(title)
    return Verdict(tuple(_proofs(subject, title)))


def dying_verify(subject: Subject) -> Verdict:
    """End the process that verifies, as the system does to one that takes too much."""
    assert multiprocessing.parent_process(), "only a process that works for another may die"
    os._exit(1)


def _proofs(subject: Subject, title: str) -> Iterator[ProofResult]:
    files: tuple[tuple[Format, bytes | None, str], ...] = (
        ("docx", subject.docx, subject.shown_docx),
        ("pdf", subject.pdf, subject.shown_pdf),
    )
    for suffix, data, shown in files:
        if data is None:
            continue
        assert data.decode().startswith(f"{suffix.upper()} {title}"), data
        other = Diagnostic(
            Code.PARITY, f"In {shown} staat “b”, in de bron staat “a”.", Source(AGENDA, ("titel",))
        )
        figures = {"passages": 12, "tekens": len(title)}
        yield ProofResult(
            "parity", suffix, "dezelfde woorden", findings=(other,) * (OTHER_WORDS in title), figures=figures
        )
        alt = Diagnostic(Code.PICTURE_NO_ALT, "De afbeelding heeft geen alt.", Source(AGENDA, ("titel",)))
        yield ProofResult("accessibility", suffix, "toegankelijk", findings=(alt,) * (NO_ALT in title))
        absent = Diagnostic(Code.PROOF_MISSING, "Dit bewijs ontbreekt: de norm.", Location(shown))
        missing = NO_VALIDATOR in title
        yield ProofResult("standards", suffix, "de norm", done=not missing, findings=(absent,) * missing)


def verify_thoroughly(subjects: Sequence[Subject], scratch: Path) -> tuple[Verdict, ...]:
    """Give the quick proofs, and find a fault in the pages of each document whose title asks for it."""
    assert scratch.is_dir()
    return tuple(Verdict((*verify(subject).results, _pages(subject))) for subject in subjects)


def _pages(subject: Subject) -> ProofResult:
    title, where = subject.document.metadata.title, Location(subject.shown_docx)
    if HEAVY_CRASH in title:
        raise BufferError(title)
    fault = Diagnostic(Code.STANDARD, "Het bestand voldoet niet aan de norm.", where)
    differ = Diagnostic(Code.PAGES_DIFFER, "LibreOffice heeft één bladzijde meer.", where)
    found = (*(fault,) * (HEAVY_FAULT in title), *(differ,) * (OTHER_PAGES in title))
    figures = {"grootste afwijking in mm": 0.1234567}
    return ProofResult("pages", "docx", "dezelfde bladzijden", findings=found, figures=figures)


MAKERS = Makers(
    check=no_findings,
    texts=no_texts,
    language=no_language,
    compose=compose,
    pdf=pdf,
    docx=docx,
    verify=verify,
    verify_thoroughly=verify_thoroughly,
    prepare=no_libraries,
)


def zeeland_is(word: str) -> Change:
    """Make the makers act on a word in the title of Zeeland's agenda."""
    return edit(AGENDA, "titel: Strategische agenda Zeeland", f"titel: 'Zeeland {word}'")


def rivierenland_is(word: str) -> Change:
    return edit(
        BEGIN_AGENDA, "titel: Op weg naar een agenda voor Rivierenland", f"titel: 'Rivierenland {word}'"
    )


@dataclass
class Recorder:
    """Keeps what work tells while it goes on."""

    totals: list[int] = field(default_factory=list[int])
    told: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    def started(self, total: int) -> None:
        self.totals.append(total)

    def began(self, work: str) -> None:
        self.told.append(("began", work))

    def ended(self, work: str, result: object, /) -> None:
        self.told.append(("ended", work))


def plan_of(root: Path, makers: Makers = MAKERS) -> Plan:
    return make_plan(resolve_places(root), makers)


def build_in(
    root: Path,
    *ids: str,
    formats: tuple[Format, ...] = FORMATS,
    standard: PdfStandard = "ua-1",
    jobs: int = 1,
    makers: Makers = MAKERS,
    watcher: Recorder | None = None,
) -> BuildReport:
    """Plan and build, in the folder ``build`` of the project."""
    task = Task(formats, standard, root / "build", "build", ids)
    with open_crew(jobs) as crew:
        return build(plan_of(root, makers), Ahead(task, makers, crew), watcher or Recorder())


def verify_in(
    root: Path, *ids: str, thorough: bool = False, jobs: int = 1, makers: Makers = MAKERS
) -> verification.Verification:
    """Plan and verify, in the folder ``build`` of the project."""
    task = verification.Task(root / "build", "build", thorough, ids)
    with open_crew(jobs) as crew:
        return verification.verify(plan_of(root, makers), task, makers, Recorder(), crew)


def files_below(folder: Path) -> set[str]:
    """Return the paths of all files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def made(report: BuildReport) -> set[str]:
    return {outcome.request.id for outcome in report.outcomes if outcome.formats}
