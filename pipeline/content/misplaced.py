"""Entries that stand in the wrong list of a file: a kans below ``overwogen_kansen``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import cast

from pydantic import BaseModel

from pipeline.content.model_paths import members, unwrap
from pipeline.diagnostics import KeyPath

_FEWEST = 2
"""Unknown keys from which on an entry, and not a key, is what went wrong."""


def misplaced(
    unknown: Iterable[KeyPath], typed: Mapping[str, object], model: type[BaseModel]
) -> dict[KeyPath, str]:
    """Return for each misplaced entry, by list and index, the list in which all of its keys belong.

    ``unknown`` are the paths of keys that are not known where they stand.
    """
    counts = Counter(path[:2] for path in unknown if len(path) == 3)
    found = dict[KeyPath, str]()
    for path, count in counts.items():
        keys = _keys_at(path, typed)
        lists = [name for name in model.model_fields if name != path[0] and _holds(model, name, keys)]
        if count >= _FEWEST and len(lists) == 1:
            found[path] = lists[0]
    return found


def _keys_at(path: KeyPath, typed: Mapping[str, object]) -> set[str]:
    name, index = path
    entries = typed.get(str(name))
    if not isinstance(entries, list) or not isinstance(index, int):
        return set()
    entry = cast("list[object]", entries)[index]
    return (
        {str(key) for key in cast("Mapping[object, object]", entry)} if isinstance(entry, Mapping) else set()
    )


def _holds(model: type[BaseModel], name: str, keys: set[str]) -> bool:
    """Whether an entry with these keys, and no others, can stand in a list of the file."""
    kinds = members(unwrap(model.model_fields[name].annotation))
    entries = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]
    return any(
        keys <= set(entry.model_fields)
        and {key for key, field in entry.model_fields.items() if field.is_required()} <= keys
        for entry in entries
    )
