"""What an editor can type at once: a group with all that it must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import Any, cast

Schema = dict[str, Any]


def snippet(name: str, group: Schema, definitions: Schema, *, in_list: bool) -> Schema:
    """Return a snippet with every required key of a group, to be filled in from top to bottom."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    body = _body(group, definitions, count(1))
    return {
        "label": f"{words}: alle verplichte sleutels",
        "description": f"Voegt een {words} toe met de sleutels die er altijd bij horen.",
        "body": [body] if in_list else body,
    }


def _body(group: Schema, definitions: Schema, stops: Iterator[int]) -> Schema:
    properties = cast("dict[str, Schema]", group["properties"])
    return {key: _filled(properties[key], definitions, stops) for key in group.get("required", [])}


def _filled(value: Schema, definitions: Schema, stops: Iterator[int]) -> Any:
    if "$ref" in value:
        name = str(value["$ref"]).rpartition("/")[2]
        return _body(definitions[name], definitions, stops)
    if value.get("type") == "array":
        return [_filled(value["items"], definitions, stops)]
    if "enum" in value:
        return f"${{{next(stops)}|{','.join(value['enum'])}|}}"
    if value.get("type") == "object":
        return {f"${next(stops)}": f"${next(stops)}"}
    return f"${next(stops)}"
