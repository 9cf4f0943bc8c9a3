"""One short name for everything that the bytes of a document are made from."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from datetime import date

from pipeline.diagnostics import Source
from pipeline.document.nodes import Document
from pipeline.house_style import HouseStyle


def content_fingerprint(document: Document, style: HouseStyle) -> str:
    """Return a SHA-256 over a tree and its house style, the same in every process and on every machine.

    Where a text was written does not count: a value that moves to another file or line prints the same.
    """
    content = [_plain(document), style.model_dump(mode="json")]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: object) -> object:
    """Return a value of the tree as lists, names and texts; the names tell kinds of nodes apart."""
    match value:
        case Source():
            return None
        case bool() | int() | float() | str() | None:
            return value
        case bytes():
            return hashlib.sha256(value).hexdigest()
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(each) for each in value]
        case Mapping():
            return {str(key): _plain(each) for key, each in value.items()}
        case _ if dataclasses.is_dataclass(value):
            fields = dataclasses.fields(value)
            return [type(value).__name__, {each.name: _plain(getattr(value, each.name)) for each in fields}]
        case _:
            raise TypeError(type(value).__name__)
