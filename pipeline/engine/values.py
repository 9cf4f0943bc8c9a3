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


def file_keys(project: Project) -> Mapping[str, str]:
    """Return a name for the values of each file: comments, quotes and the order of keys say nothing."""
    return {
        file: key_of(file, *(part for path, text in _flat(typed, ()) for part in (repr(path), text)))
        for file, typed in project.typed.items()
    }


def values_key(files: Mapping[str, str], project: Project) -> str:
    """Return a name for all values of a project, of which ``files`` names those of each file."""
    return key_of(*sorted(project.broken), *(files[file] for file in sorted(project.typed)))


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
