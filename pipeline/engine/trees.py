"""Composing a document only when a value, template or picture that it can read has changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.compose.documents import Composed
from pipeline.content.documents import DocumentRequest
from pipeline.content.project import Project
from pipeline.engine.cache import Cache, key_of
from pipeline.engine.inputs import digests_below, templates_key
from pipeline.engine.places import Places
from pipeline.engine.readers import Readers
from pipeline.engine.recipe import stage_recipe
from pipeline.engine.records import RecordError, dumps, loads
from pipeline.engine.values import values_key
from pipeline.house_style import HouseStyle

_CONTENT = "content"
_YAML = {".yaml", ".yml"}


@dataclass(frozen=True)
class Composer:
    """Makes trees of one project as it is now. Without a cache each is composed anew."""

    places: Places
    readers: Readers
    project: Project
    cache: Cache | None = None

    def compose(self, request: DocumentRequest, style: HouseStyle) -> Composed:
        """Return the tree of a document, made of the files that it may read and of no others."""
        project = self.project.only(self._files(request))
        if self.cache is None:
            return self._compose(request, project, style)
        key = key_of(
            stage_recipe("tree"),
            dumps((request.id, request.stem)).decode(),
            values_key(project),
            style.model_dump_json(),
            self._templates,
            self._pictures,
        )
        kept = _kept(self.cache.get("tree", key))
        if kept is None:
            kept = self._compose(request, project, style)
            self.cache.put("tree", key, dumps(kept))
        return kept

    def _compose(self, request: DocumentRequest, project: Project, style: HouseStyle) -> Composed:
        return self.readers.compose(request, project, style, self.places.templates)

    def _files(self, request: DocumentRequest) -> frozenset[str]:
        """Return the files that a document may read; a letter knows of every region what it is called."""
        if request.kind == "agenda":
            return frozenset(request.files)
        regions = (file for dossier in self.project.regios.values() for file in dossier.files)
        return frozenset((*request.files, *(file for file in regions if file.endswith("/regio.yaml"))))

    @cached_property
    def _templates(self) -> str:
        return templates_key(self.places)

    @cached_property
    def _pictures(self) -> str:
        root = self.project.root
        return key_of(
            *(line for line in digests_below(root / _CONTENT, root) if Path(line).suffix not in _YAML)
        )


def _kept(entry: bytes | None) -> Composed | None:
    try:
        return loads(entry) if entry else None
    except RecordError:
        return None
