"""Composing a document only when a value, template or picture that it can read has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, is_dataclass
from functools import cached_property
from typing import Any

from pipeline.compose.documents import Composed
from pipeline.content.documents import readable_files
from pipeline.content.project import Project
from pipeline.content.requests import DocumentRequest
from pipeline.document import nodes
from pipeline.document.metadata import Metadata, Property
from pipeline.engine.cache import Cache, key_of
from pipeline.engine.inputs import Inputs
from pipeline.engine.places import Places
from pipeline.engine.readers import Readers
from pipeline.engine.recipe import stage_recipe
from pipeline.engine.records import RecordError, dumps, loads
from pipeline.engine.values import file_keys, values_key
from pipeline.house_style import HouseStyle

_KIND = "tree"
KINDS: tuple[type[Any], ...] = (
    *(each for each in vars(nodes).values() if isinstance(each, type) and is_dataclass(each)),
    *(Metadata, Property, Composed),
)
"""All that a tree can be made of."""


@dataclass(frozen=True)
class Shelf:
    """Trees by the name of all that they were made from: those of earlier runs, and the new ones of this run.

    A template or picture can change between the moment that it gets its name and the moment that it is read.
    So new trees are kept only when somebody has looked again: ``inputs`` is still what stands in the files.
    """

    cache: Cache
    inputs: Inputs
    _fresh: dict[str, Composed] = field(default_factory=dict[str, Composed])

    def get(self, key: str) -> Composed | None:
        """Return a tree of an earlier run."""
        entry = self.cache.get(_KIND, key)
        try:
            return loads(entry, *KINDS) if entry else None
        except RecordError:
            return None

    def add(self, key: str, made: Composed) -> None:
        """Lay a new tree ready."""
        self._fresh[key] = made

    def keep(self) -> None:
        """Keep the new trees for later runs."""
        for key, made in self._fresh.items():
            self.cache.put(_KIND, key, dumps(made))

    @cached_property
    def aside(self) -> str:
        """Return a name for the templates and pictures."""
        return key_of(*(f"{digest} {name}" for name, digest in self.inputs.aside.items()))


@dataclass(frozen=True)
class Composer:
    """Makes trees of one project as it is now. Without a shelf each is composed anew."""

    places: Places
    readers: Readers
    project: Project
    shelf: Shelf | None = None

    def compose(self, request: DocumentRequest, style: HouseStyle) -> Composed:
        """Return the tree of a document, made of the files that it may read and of no others."""
        project = self.project.only(readable_files(request, self.project))
        if self.shelf is None:
            return self._compose(request, project, style)
        key = key_of(
            stage_recipe("tree"),
            dumps((request.id, request.stem)).decode(),
            values_key(self._values, project),
            style.model_dump_json(),
            self.shelf.aside,
        )
        composed = self.shelf.get(key)
        if composed is None:
            composed = self._compose(request, project, style)
            self.shelf.add(key, composed)
        return composed

    @cached_property
    def _values(self) -> Mapping[str, str]:
        return file_keys(self.project)

    def _compose(self, request: DocumentRequest, project: Project, style: HouseStyle) -> Composed:
        return self.readers.compose(request, project, style, self.places.templates)
