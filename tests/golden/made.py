"""The documents of the fixture projects, each made once per test run."""

from __future__ import annotations

import fcntl
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.content.documents import requested_documents
from pipeline.content.project import read_project
from pipeline.document.nodes import Document
from pipeline.engine.makers import Makers
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import Plan, make_plan
from pipeline.render.docx import render_docx
from pipeline.render.pdf import render_pdf
from tests.styles import house_style

PROJECTS = Path(__file__).parent / "projects"
PROJECT_NAMES = tuple(sorted(folder.name for folder in PROJECTS.iterdir() if folder.is_dir()))


@dataclass(frozen=True, slots=True)
class Made:
    """A document at each of its stages."""

    tree: Document
    pdf: bytes
    docx: bytes


Maker = Callable[[str], Made]
"""From a document's name to what was made of it."""


def document_names() -> tuple[str, ...]:
    """Return the names of all fixture documents: ``voortgang/agenda-voorbeeldkust``.

    The first part is the project, the second the id of the document; as a path it is the golden folder.
    """
    return tuple(
        _name(project, request.id)
        for project in PROJECT_NAMES
        for request in requested_documents(read_project(PROJECTS / project)[0])
    )


@cache
def plan(project: str) -> Plan:
    """Read and compose a fixture project."""
    return make_plan(resolve_places(PROJECTS / project), Makers())


def make_once(name: str, store: Path) -> Made:
    """Return what was made of a document: by this process or by one beside it that shares the folder."""
    kept = store / f"{name.replace('/', '--')}.pickle"
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if kept.exists():
            made = pickle.loads(kept.read_bytes())
            assert isinstance(made, Made)
            return made
        made = _make(name)
        kept.write_bytes(pickle.dumps(made))
        return made


def _make(name: str) -> Made:
    project = name.partition("/")[0]
    trees = {_name(project, each.request.id): each.document for each in plan(project).documents}
    tree = trees[name]
    assert tree is not None, plan(project).findings
    return render(tree)


def render(tree: Document) -> Made:
    """Write both files of a tree."""
    pdf = render_pdf(tree, house_style())
    assert pdf.diagnostics == ()
    return Made(tree, pdf.data, render_docx(tree, house_style(), pdf.page_map, pdf.pages))


def _name(project: str, identity: str) -> str:
    return f"{project}/{identity.replace('/', '-')}"
