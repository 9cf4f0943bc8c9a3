"""Composing a document only when a value, template or picture that it can read has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pipeline.compose.documents import Composed
from pipeline.content.documents import readable_files
from pipeline.content.project import Project
from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics.recalling import Recall, look_again
from pipeline.engine.cache import key_of
from pipeline.engine.places import Places
from pipeline.engine.readers import Readers
from pipeline.engine.recipe import stage_recipe
from pipeline.engine.records import dumps
from pipeline.engine.shelf import Memory, Shelf
from pipeline.engine.values import file_keys, values_key
from pipeline.house_style import HouseStyle


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
        composed: Composed | None = self.shelf.get("tree", key)
        if composed is None:
            composed = self._compose(request, project, style)
            self.shelf.add("tree", key, composed)
        return composed

    def memory(self, stage: Literal["texts", "language"]) -> Recall:
        """Return what remembers the findings of a stage that reads texts by themselves."""
        if self.shelf is None:
            return look_again
        # Texts name pictures; language is judged by the words alone.
        aside = self.shelf.aside if stage == "texts" else ""
        how = key_of(stage_recipe(stage), aside)
        return Memory(self.shelf, how, self._values, self.project.broken)

    @cached_property
    def _values(self) -> Mapping[str, str]:
        return file_keys(self.project)

    def _compose(self, request: DocumentRequest, project: Project, style: HouseStyle) -> Composed:
        return self.readers.compose(request, project, style, self.places.templates)
