"""Values of the program as JSON and back: trees, findings and verdicts, so that a later run can use them.

Only the kinds listed here are read, and reading runs no code of the file: what a cache holds may come from
elsewhere.
"""

from __future__ import annotations

import base64
import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any, Final

from pipeline.diagnostics import Code, Diagnostic, Location, Severity, Source
from pipeline.diagnostics.diagnostic import Related
from pipeline.engine.manifest import FileEntry
from pipeline.verify.verdict import ProofResult, Verdict

_KIND: Final = ""
"""The key that names the kind of an object; no field has it."""
_DATE, _BYTES, _NAMED = "date", "bytes", "named"
"""Kinds that are no dataclass; a mapping is written as its pairs."""

_CLASSES: dict[str, type[Any]] = {
    each.__name__: each
    for each in (
        *(Source, Location, Related, Diagnostic),
        *(FileEntry, ProofResult, Verdict),
    )
}
_ENUMS: Mapping[str, type[Enum]] = MappingProxyType({each.__name__: each for each in (Code, Severity)})


class RecordError(ValueError):
    """The text is no value that ``dumps`` wrote."""


def dumps(value: object) -> bytes:
    """Write a value; equal values give equal bytes. Raise ``TypeError`` for a kind that is not kept."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def loads(data: bytes, *also: type[Any]) -> Any:
    """Read what ``dumps`` wrote; ``also`` are kinds beside those that every record may hold.

    Raise ``RecordError`` for anything else.
    """
    classes = _CLASSES | {each.__name__: each for each in also}
    try:
        return _value(json.loads(data.decode("utf-8", "surrogatepass")), classes)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RecordError(str(error)) from error


def _plain(value: object) -> object:
    match value:
        case Enum():
            return {_KIND: type(value).__name__, "name": value.name}
        case str() | bool() | int() | float() | None:
            return value
        case tuple():
            return [_plain(each) for each in value]
        case date():
            return {_KIND: _DATE, "day": value.isoformat()}
        case bytes():
            return {_KIND: _BYTES, "base64": base64.b64encode(value).decode()}
        case Mapping():
            return {_KIND: _NAMED, "pairs": [[_plain(key), _plain(each)] for key, each in value.items()]}
        case _ if dataclasses.is_dataclass(value):
            return {_KIND: type(value).__name__, **_fields(value)}
        case _:
            raise TypeError(type(value).__name__)


def _fields(value: Any) -> dict[str, object]:
    """Return the fields that are not what they are by default, which most are."""
    given = {each.name: (getattr(value, each.name), each) for each in dataclasses.fields(value)}
    return {name: _plain(held) for name, (held, each) in given.items() if not _is_default(held, each)}


def _is_default(held: object, each: dataclasses.Field[Any]) -> bool:
    # 0 and False are equal, and so are 1 and 1.0; they are not the same value.
    return type(held) is type(each.default) and held == each.default


def _value(plain: Any, classes: Mapping[str, type[Any]]) -> Any:
    if isinstance(plain, list):
        items: list[Any] = plain
        return tuple([_value(each, classes) for each in items])
    if not isinstance(plain, dict):
        return plain
    fields: dict[str, Any] = plain
    match kind := fields.pop(_KIND):
        case "date":
            return date.fromisoformat(fields["day"])
        case "bytes":
            return base64.b64decode(fields["base64"], validate=True)
        case "named":
            # Not a view of it: that cannot be sent to another process.
            return {_value(key, classes): _value(each, classes) for key, each in fields["pairs"]}
        case _ if kind in _ENUMS:
            return _ENUMS[kind][fields["name"]]
        case _:
            return classes[kind](**{name: _value(each, classes) for name, each in fields.items()})
