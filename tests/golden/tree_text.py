"""A document tree as text: one node per line, indented, with where its words came from.

The text is made from the fields of the nodes themselves, so a node or field that is new is in it from its
first day. Fields that hold their default are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from pipeline.diagnostics import Source
from pipeline.document.nodes import Document

_CONTENT_OF_ITS_NODE = frozenset({"children", "blocks", "items", "cells"})
"""Fields that hold what a node is made of: they need no line of their own."""

_INVISIBLE = ("\u00a0", "\u00ad", "\u200b", "\u2009", "\u202f", "\u2011")


def tree_text(document: Document) -> str:
    """Return the tree, ending in a newline."""
    return "\n".join(_node(document, 0)) + "\n"


def _node(node: Any, depth: int) -> Iterator[str]:
    words, nested = [type(node).__name__], list[tuple[str, Any]]()
    origin = ""
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, Source):
            origin = f"  <- {_place(value)}"
        elif _is_default(field, value):
            continue
        elif _is_plain(value):
            words.append(f"{field.name}={_plain(value)}")
        else:
            nested.append((field.name, value))
    yield f"{'  ' * depth}{' '.join(words)}{origin}"
    for name, value in nested:
        yield from _nested(name, value, depth + 1)


def _nested(name: str, value: Any, depth: int) -> Iterator[str]:
    labelled = name not in _CONTENT_OF_ITS_NODE
    if labelled:
        yield f"{'  ' * depth}{name}:"
    for each in value if isinstance(value, tuple) else (value,):
        if isinstance(each, tuple):
            yield from _nested("line", each, depth + labelled)
        else:
            yield from _node(each, depth + labelled)


def _is_default(field: Field[Any], value: object) -> bool:
    return field.default is not MISSING and value == field.default


def _is_plain(value: object) -> bool:
    if isinstance(value, tuple):
        return all(not isinstance(each, tuple) and _is_plain(each) for each in value)
    return not is_dataclass(value)


def _plain(value: object) -> str:
    match value:
        case bytes():
            return f"sha256:{sha256(value).hexdigest()}"
        case date():
            return value.isoformat()
        case tuple():
            return f"({', '.join(_plain(each) for each in value)})"
        case str():
            return _quoted(value)
        case int() | float() | None:
            return str(value)
        case _:
            raise TypeError(f"the tree holds a value of an unknown kind: {value!r}")


def _quoted(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    for character in _INVISIBLE:
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written


def _place(source: Source) -> str:
    inside = f" {source.line}:{source.column}" if source.line or source.column else ""
    path = ".".join(str(key) for key in source.path)
    return f"{source.file} {path}{inside}"
