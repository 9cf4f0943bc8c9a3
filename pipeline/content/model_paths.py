"""From the places that pydantic names to key paths in the YAML, and to the models that stand there."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from pipeline.diagnostics import KeyPath


def follow(
    loc: tuple[int | str, ...], model: type[BaseModel], *, unknown_key: bool
) -> tuple[KeyPath, list[type[BaseModel]]]:
    """Return the key path in the YAML and the models whose key its last part may be.

    Pydantic puts names of union members and validators between the keys; only what the models know as a key
    or as an index is kept, and an unknown key at the end.
    """
    path: list[str | int] = []
    types_here: list[Any] = [model]
    owners: list[type[BaseModel]] = []
    for position, part in enumerate(loc):
        is_last = position == len(loc) - 1
        models = [kind for kind in types_here if isinstance(kind, type) and issubclass(kind, BaseModel)]
        if isinstance(part, int):
            path.append(part)
            types_here = members(types_here)
            continue
        inner = _field_types(models, part)
        if inner is not None:
            path.append(part)
            owners, types_here = _owning(models, part), inner
        elif entries := _entries(types_here):
            path.append(part)
            types_here = entries
        elif is_last and models and (unknown_key or not _is_tag(part, types_here)):
            path.append(part)
            owners = models
        else:
            types_here = _chosen(types_here, part)
    return tuple(path), owners


def _field_types(models: list[type[BaseModel]], key: str) -> list[Any] | None:
    found: list[Any] = []
    for model in models:
        for name, field in model.model_fields.items():
            if key in {name, field.alias}:
                found += unwrap(field.annotation)
    return found or None


def _owning(models: list[type[BaseModel]], key: str) -> list[type[BaseModel]]:
    return [model for model in models if _field_types([model], key) is not None]


def unwrap(annotation: Any) -> list[Any]:
    """Return the plain types behind unions, optional values and annotations."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return unwrap(get_args(annotation)[0])
    if origin is Union or origin is types.UnionType:
        return [kind for member in get_args(annotation) for kind in unwrap(member)]
    return [annotation]


def members(kinds: list[Any]) -> list[Any]:
    """Return the types of the entries of lists."""
    found: list[Any] = []
    for kind in kinds:
        if get_origin(kind) in (list, tuple, set, frozenset):
            found += [
                inner for argument in get_args(kind) if argument is not ... for inner in unwrap(argument)
            ]
    return found


def _entries(kinds: list[Any]) -> list[Any]:
    """Return the types of the values of mappings."""
    found: list[Any] = []
    for kind in kinds:
        origin = get_origin(kind)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            found += unwrap(get_args(kind)[1])
    return found


def _is_tag(part: str, kinds: list[Any]) -> bool:
    """Whether pydantic added this part itself: the name of a union member or of a validator."""
    if "[" in part or "-" in part or part in {"str", "int", "bool", "is-instance"}:
        return True
    return any(getattr(kind, "__name__", None) == part for kind in kinds) or _is_discriminator(part, kinds)


def _is_discriminator(part: str, kinds: list[Any]) -> bool:
    return len(kinds) > 1 and any(_accepts_tag(kind, part) for kind in kinds)


def _chosen(kinds: list[Any], part: str) -> list[Any]:
    """Keep the union member that a tag names; all of them when it names none."""
    chosen = [kind for kind in kinds if getattr(kind, "__name__", None) == part or _accepts_tag(kind, part)]
    return chosen or kinds


def _accepts_tag(kind: Any, tag: str) -> bool:
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return False
    return any(
        tag in get_args(choice)
        for field in kind.model_fields.values()
        for choice in unwrap(field.annotation)
        if get_origin(choice) is Literal
    )
