"""Read every text by itself: what is wrong in it is found although nothing can be composed from it yet.

Cross references are left to numbering, because what they point at depends on the document. A name of which
nothing can be known here (a file with errors, a value that only a document has) gives no finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from pipeline.compose import markdown
from pipeline.compose.citations import read_kamerstuk
from pipeline.compose.letter import region_progress
from pipeline.compose.origins import Origins
from pipeline.compose.rendering import Rendering
from pipeline.compose.scope import TextScope, Unread
from pipeline.compose.text_scopes import AGENDA_KEYS, agenda_scope, letter_scope, shared_scope
from pipeline.content.documents import letter_files
from pipeline.content.models.base import Model
from pipeline.content.models.brief import Brief
from pipeline.content.models.voortgang import Voortgang
from pipeline.content.project import Project, RegioDossier
from pipeline.content.walk import shared_models, texts_below
from pipeline.diagnostics import Code, Diagnostic
from pipeline.diagnostics.recalling import Find, Findings, Recall, look_again

_SOURCES = "content/gedeeld/bronnen.yaml"
_PASSAGES = "content/gedeeld/tekstblokken.yaml"
_AGENDA_KEYS = frozenset(AGENDA_KEYS)


def check_texts(project: Project, recall: Recall = look_again) -> Findings:
    """Return what is wrong in the texts and citations of every file that can be read, printed or not."""
    parts = (_shared_part(project), *_region_parts(project), *_letter_parts(project))
    regions = sorted(project.regios)
    found = (finding for part in parts for finding in recall(part.files, (part.name, *regions), part.find))
    once: dict[object, Diagnostic] = {}
    for finding in found:
        # A passage that several texts take in is read with each; then the hints can differ.
        once.setdefault((finding.code, finding.where, finding.message), finding)
    return tuple(once.values())


@dataclass(frozen=True, slots=True)
class _Part:
    """Some texts of the project, and the files that what they say depends on."""

    name: str
    files: tuple[str, ...]
    find: Find


def _shared_part(project: Project) -> _Part:
    files = project.shared_files
    return _Part("gedeeld", files, lambda: (*_shared(project), *_kamerstukken(project)))


def _region_parts(project: Project) -> Iterator[_Part]:
    regions = frozenset(project.regios)
    for dossier in project.regios.values():
        files = (*project.shared_files, *dossier.files)
        find = partial(_region, project.only(files), dossier, regions)
        yield _Part(f"regio {dossier.folder}", files, find)


def _letter_parts(project: Project) -> Iterator[_Part]:
    for letter in project.brieven.values():
        if letter.brief:
            files = letter_files(project, letter)
            yield _Part(f"brief {letter.folder}", files, partial(_letter, project.only(files), letter.brief))


def _shared(project: Project) -> Iterator[Diagnostic]:
    values = _AGENDA_KEYS | {"regio", "brief"} | frozenset(project.regios)
    scope = _with_unread(shared_scope(project, {}), project, values, mede_namens=True)
    for finding in _read(shared_models(project), scope):
        # A passage may begin at the level of the text around it.
        if finding.code is not Code.HEADING_LEVEL:
            yield finding


def _region(project: Project, dossier: RegioDossier, regions: frozenset[str]) -> Findings:
    scope = _with_unread(agenda_scope(project, dossier), project, _AGENDA_KEYS | {"regio"})
    own = _read([model for model in (dossier.regio, dossier.agenda) if model], scope)
    progress = (_progress(project, dossier, each, regions) for each in dossier.voortgang.values())
    return (*own, *(finding for found in progress for finding in found))


def _progress(
    project: Project, dossier: RegioDossier, progress: Voortgang, regions: frozenset[str]
) -> Findings:
    """Letters print the progress of a region, and each such letter has the region's agenda."""
    values = {dossier.folder: dossier.agenda} if dossier.agenda else {}
    scope = _with_unread(shared_scope(project, values), project, regions | {"brief"}, mede_namens=True)
    return _read([progress], scope)


def _letter(project: Project, brief: Brief) -> Findings:
    scope = letter_scope(project, brief, region_progress(project, brief))
    unread = frozenset(_unread_regions(project, brief))
    return _read([brief], _with_unread(scope, project, unread, mede_namens=bool(brief.mede_namens)))


def _unread_regions(project: Project, brief: Brief) -> Iterator[str]:
    for reference in brief.regios:
        dossier = project.regios.get(reference)
        if dossier and not project.broken.isdisjoint(dossier.files):
            yield str(reference)


def _kamerstukken(project: Project) -> Iterator[Diagnostic]:
    """Yield papers of parliament that cannot be read, cited or not."""
    for entry in (*project.gedeeld.bronnen, *project.gedeeld.moties):
        if entry.kamerstuk:
            found = read_kamerstuk(entry.kamerstuk, entry.datum, entry.source)
            if isinstance(found, Diagnostic):
                yield found


def _with_unread(
    scope: TextScope, project: Project, values: frozenset[str], *, mede_namens: bool = False
) -> TextScope:
    """Say of which names nothing can be known; ``values`` that the scope does have are known."""
    unread = Unread(
        sources=_SOURCES in project.broken,
        passages=_PASSAGES in project.broken,
        values=values - frozenset(scope.values),
        mede_namens=mede_namens,
    )
    return replace(scope, unread=unread)


def _read(models: Iterable[Model], scope: TextScope) -> Findings:
    rendering = Rendering("", Origins(), scope)
    for model in models:
        for text in texts_below(model):
            markdown.blocks(text, rendering, base_level=1, numbering="none")
    return tuple(scope.record.diagnostics)
