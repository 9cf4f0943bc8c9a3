"""Composing a document only when a value, template or picture that it can read has changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.compose.documents import Composed
from pipeline.content.documents import DocumentRequest, readable_files
from pipeline.content.project import Project
from pipeline.engine.cache import Cache, key_of
from pipeline.engine.inputs import input_files
from pipeline.engine.places import Places
from pipeline.engine.readers import Readers
from pipeline.engine.recipe import stage_recipe
from pipeline.engine.records import RecordError, dumps, loads
from pipeline.engine.values import values_key
from pipeline.house_style import HouseStyle


@dataclass(frozen=True)
class Composer:
    """Makes trees of one project as it is now. Without a cache each is composed anew."""

    places: Places
    readers: Readers
    project: Project
    cache: Cache | None = None

    def compose(self, request: DocumentRequest, style: HouseStyle) -> Composed:
        """Return the tree of a document, made of the files that it may read and of no others."""
        project = self.project.only(readable_files(request, self.project))
        if self.cache is None:
            return self._compose(request, project, style)
        key = key_of(
            stage_recipe("tree"),
            dumps((request.id, request.stem)).decode(),
            values_key(project),
            style.model_dump_json(),
            self._inputs,
        )
        kept = _kept(self.cache.get("tree", key))
        if kept is None:
            kept = self._compose(request, project, style)
            self.cache.put("tree", key, dumps(kept))
        return kept

    def _compose(self, request: DocumentRequest, project: Project, style: HouseStyle) -> Composed:
        return self.readers.compose(request, project, style, self.places.templates)

    @cached_property
    def _inputs(self) -> str:
        """Return a name for the templates and pictures."""
        return key_of(*(f"{digest} {name}" for name, digest in input_files(self.places).items()))


def _kept(entry: bytes | None) -> Composed | None:
    try:
        return loads(entry) if entry else None
    except RecordError:
        return None
