"""The skeleton of a file: every key with what it is for; what is not obligatory stands in comments."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any, cast

import yaml

from pipeline.authoring.schema import FOLDER, schema_of

_WIDTH = 100
_NEVER = frozenset({"interne_notitie"})
"""Keys that may stand in every group: naming them each time would hide the others."""

Schema = Mapping[str, Any]


def skeleton(kind: str, path: str, introduction: str, known: Mapping[str, Any]) -> str:
    """Return a file of a kind; ``path`` is where it will stand, ``known`` what can be filled in already.

    A key in ``known`` is written with its value. An obligatory key that is not known is left empty, so that
    ``kamerwerk check`` names it. The other keys follow in comments.
    """
    schema = json.loads(schema_of(kind))
    top = "\n".join((schema_line(kind, path), *comment(introduction), ""))
    body = "\n".join(_keys(schema, schema["$defs"], known))
    return f"{top}{body}\n"


def schema_line(kind: str, path: str) -> str:
    """Return the first line of a file, by which an editor finds the schema."""
    folder = posixpath.relpath(FOLDER, posixpath.dirname(path))
    return f"# yaml-language-server: $schema={folder}/{kind}.json"


def comment(text: str, indent: str = "") -> Iterator[str]:
    """Yield a text as lines of comment."""
    return (f"{indent}# {line}" for line in wrap(text, _WIDTH - len(indent)))


def scalar(value: object) -> str:
    """Return a value as it is typed in YAML on one line, with quotes where it needs them."""
    text = yaml.safe_dump(value, allow_unicode=True, width=float("inf"), default_flow_style=True)
    return text.removesuffix("\n").removesuffix("\n...")


def _keys(group: Schema, definitions: Schema, known: Mapping[str, Any]) -> Iterator[str]:
    required = frozenset(cast("Sequence[str]", group["required"]))
    for key, value in cast("Mapping[str, Schema]", group["properties"]).items():
        if key in known:
            yield from _known(key, value, known[key], definitions)
        elif key in required:
            yield from comment(_purpose(value))
            yield from _empty(key, value, definitions)
    for key, value in cast("Mapping[str, Schema]", group["properties"]).items():
        if key not in required and key not in known and key not in _NEVER:
            yield from comment(f"{key}: {_purpose(value)}")


def _known(key: str, value: Schema, filled: object, definitions: Schema) -> Iterator[str]:
    if isinstance(filled, Mapping):
        group = definitions[_name(value)]
        yield f"{key}:"
        yield from (f"  {line}" for line in _keys(group, definitions, cast("Mapping[str, Any]", filled)))
    elif isinstance(filled, list):
        yield f"{key}:"
        for entry in cast("list[object]", filled):
            yield from _entry(value, entry, definitions)
    else:
        yield f"{key}: {scalar(filled)}"


def _entry(value: Schema, entry: object, definitions: Schema) -> Iterator[str]:
    if not isinstance(entry, Mapping):
        yield f"  - {scalar(entry)}"
        return
    group = definitions[_name(value["items"])]
    lines = _without_wishes(_keys(group, definitions, cast("Mapping[str, Any]", entry)))
    yield from _as_item(lines)


def _empty(key: str, value: Schema, definitions: Schema) -> Iterator[str]:
    """Yield an obligatory key to be filled in, with the obligatory keys below it."""
    if "$ref" in value:
        yield f"{key}:"
        yield from (f"  {line}" for line in _keys(definitions[_name(value)], definitions, {}))
    elif value.get("type") == "array":
        yield f"{key}:"
        items = value["items"]
        if "$ref" in items:
            yield from _as_item(_without_wishes(_keys(definitions[_name(items)], definitions, {})))
        else:
            yield "  -"
    else:
        yield f"{key}:"


def _as_item(lines: Iterator[str]) -> Iterator[str]:
    """Yield lines as an entry of a list; comment above its first key stays above the dash."""
    started = False
    for line in lines:
        if not started and not line.startswith("#"):
            started = True
            yield f"  - {line}"
        else:
            yield f"    {line}" if started else f"  {line}"


def _without_wishes(lines: Iterator[str]) -> Iterator[str]:
    """Leave out the comments: in a list they would come back with every entry."""
    return (line for line in lines if not line.lstrip().startswith("#"))


def _purpose(value: Schema) -> str:
    return str(value.get("description", value["title"]))


def _name(value: Schema) -> str:
    return str(value["$ref"]).rpartition("/")[2]
