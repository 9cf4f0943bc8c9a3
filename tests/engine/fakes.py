"""Small makers for tests of the engine: quick, and steered by words in the title of a document.

They are functions of a module, so that other processes can find them.
"""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from pipeline.compose.documents import Composed
from pipeline.compose.environment import TemplateFolders
from pipeline.content.documents import DocumentRequest
from pipeline.content.project import Project
from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.document import nodes as n
from pipeline.engine.build import BuildReport, Outcome, Task, build
from pipeline.engine.makers import Makers
from pipeline.engine.manifest import FORMATS, Format
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import Plan, make_plan
from pipeline.house_style import HouseStyle
from pipeline.render.pdf import RenderedPdf
from tests.projects import AGENDA, BEGIN_AGENDA, BRONNEN, Change, edit

COMPOSE_ERROR = "[fout]"
SHARED_ERROR = "[gedeelde fout]"
COMPOSE_CRASH = "[struikelt]"
SILENT = "[zwijgt]"
OVERFLOW = "[te lang]"
RENDER_CRASH = "[breekt]"
PROCESS_DIES = "[valt om]"

ZEELAND = "agenda/zeeland"
RIVIERENLAND = "agenda/rivierenland"
LETTER = "brief/2026-12-voortgang"
ANNEX = "bijlage/2026-12-voortgang-stand-van-zaken"


def no_findings(project: Project) -> tuple[Diagnostic, ...]:
    return ()


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


def pdf(document: n.Document, style: HouseStyle) -> RenderedPdf:
    title = document.metadata.title
    if RENDER_CRASH in title:
        raise ArithmeticError(title)
    if PROCESS_DIES in title:
        os._exit(1)
    findings = (
        (Diagnostic(Code.OVERFLOW, "De titel past niet.", Location(AGENDA)),) if OVERFLOW in title else ()
    )
    return RenderedPdf(f"PDF {title}".encode(), 7, MappingProxyType({"kop": 3}), findings)


def docx(document: n.Document, style: HouseStyle, page_map: dict[str, int], pages: int) -> bytes:
    return f"DOCX {document.metadata.title} {page_map} {pages}".encode()


MAKERS = Makers(check=no_findings, texts=no_findings, compose=compose, pdf=pdf, docx=docx)


def zeeland_is(word: str) -> Change:
    """Make the makers act on a word in the title of Zeeland's agenda."""
    return edit(AGENDA, "titel: Strategische agenda Zeeland", f"titel: 'Zeeland {word}'")


def rivierenland_is(word: str) -> Change:
    return edit(
        BEGIN_AGENDA, "titel: Op weg naar een agenda voor Rivierenland", f"titel: 'Rivierenland {word}'"
    )


@dataclass
class Recorder:
    """Keeps what a build tells while it goes on."""

    total: int = -1
    outcomes: list[Outcome] = field(default_factory=list[Outcome])

    def started(self, total: int) -> None:
        self.total = total

    def finished(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)


def plan_of(root: Path, makers: Makers = MAKERS) -> Plan:
    return make_plan(resolve_places(root), makers)


def build_in(
    root: Path, *ids: str, formats: tuple[Format, ...] = FORMATS, jobs: int = 1, makers: Makers = MAKERS
) -> BuildReport:
    """Plan and build, in the folder ``build`` of the project."""
    task = Task(formats, root / "build", "build", jobs, ids)
    return build(plan_of(root, makers), task, makers, Recorder())


def files_below(folder: Path) -> set[str]:
    """Return the paths of all files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def made(report: BuildReport) -> set[str]:
    return {outcome.request.id for outcome in report.outcomes if outcome.formats}
