"""The values of YAML files as they were typed, flat and by name: what one state of the content says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.content.project import Project
from pipeline.content.source import YamlList, YamlMap, YamlValue
from pipeline.diagnostics.source import KeyPath, Source
from pipeline.engine.cache import key_of

EMPTY = "\0"
"""Stands for a key without a value, and for a list or group without items: no text can hold it."""


def values_of(project: Project) -> Mapping[Source, str]:
    """Return every text of the files that could be read, by its place; keys in the order of the alphabet."""
    return {
        Source(file, path): text
        for file in sorted(project.typed)
        for path, text in _flat(project.typed[file], ())
    }


def values_key(project: Project) -> str:
    """Return a name for all values: comments, quotes, line numbers and the order of keys say nothing."""
    texts = (
        part for source, text in values_of(project).items() for part in (source.file, repr(source.path), text)
    )
    return key_of(*sorted(project.broken), *texts)


def _flat(value: YamlValue, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    match value:
        case YamlMap() if value:
            for key in sorted(value):
                yield from _flat(value[key], (*path, str(key)))
        case YamlList() if value:
            for index, item in enumerate(value):
                yield from _flat(item, (*path, index))
        case YamlMap() | YamlList() | None:
            yield path, EMPTY
        case _:
            yield path, str(value)
