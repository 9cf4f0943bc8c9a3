"""Everything that a document was made from, kept beside it to say later what has changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.content.documents import readable_files
from pipeline.content.project import Project
from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Source
from pipeline.document.nodes import Document
from pipeline.engine.cache import Cache, key_of
from pipeline.engine.inputs import Inputs
from pipeline.engine.recipe import STAGES, stage_recipe
from pipeline.engine.records import RecordError, dumps, loads
from pipeline.engine.tools import tool_versions
from pipeline.engine.values import values_of
from pipeline.house_style import HouseStyle

_KIND = "ingredients"


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What a document was made from, each with a name and what it was.

    ``values`` are all texts of the files that it may read, and ``printed`` the places of those that stand in
    it. ``files`` are templates, house style and pictures with their digests, ``style`` the measures.
    """

    values: Mapping[Source, str] = field(default_factory=dict[Source, str])
    printed: tuple[Source, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict[str, str])
    style: Mapping[str, str] = field(default_factory=dict[str, str])
    tools: Mapping[str, str] = field(default_factory=dict[str, str])
    program: Mapping[str, str] = field(default_factory=dict[str, str])


def ingredients_of(
    request: DocumentRequest, document: Document, project: Project, inputs: Inputs | None, style: HouseStyle
) -> Ingredients:
    """Return what a document is made from; files only when it is certain what stood in them."""
    return Ingredients(
        values=values_of(project.only(readable_files(request, project))),
        printed=tuple(sorted(set(_sources(document)), key=repr)),
        files=inputs.aside if inputs else {},
        style=dict(_leaves(style.model_dump(mode="json"))),
        tools={tool.name: tool.version for tool in tool_versions()},
        program={stage: stage_recipe(stage) for stage in STAGES},
    )


def keep_ingredients(cache: Cache, stem: str, fingerprint: str, used: Ingredients) -> None:
    """Remember what the document with this fingerprint was made from, the last time that it was looked at."""
    fields = tuple(getattr(used, each.name) for each in dataclasses.fields(used))
    cache.put(_KIND, key_of(stem, fingerprint), dumps(fields))


def holds_ingredients(cache: Cache, stem: str, fingerprint: str) -> bool:
    """Whether anybody remembers what a document was made from; nothing is read."""
    return cache.holds(_KIND, key_of(stem, fingerprint))


def recall_ingredients(cache: Cache, stem: str, fingerprint: str) -> Ingredients | None:
    """Return what a document was made from, ``None`` when nobody remembers."""
    entry = cache.get(_KIND, key_of(stem, fingerprint))
    try:
        return Ingredients(*loads(entry)) if entry else None
    except (RecordError, TypeError):
        return None


def _sources(value: Any) -> Iterator[Source]:
    """Yield the places of all values in a part of the tree, of each its whole text."""
    if isinstance(value, Source):
        yield Source(value.file, value.path)
    elif isinstance(value, tuple):
        for each in value:
            yield from _sources(each)
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from _sources(getattr(value, each.name))


def _leaves(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(each, f"{name}.{key}" if name else str(key))
    else:
        yield name, str(value)
