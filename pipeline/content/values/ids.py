"""Ids: short names that stay the same for ever, and the references that point at them."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import PlainValidator

from pipeline.content.values.errors import value_error
from pipeline.content.values.sourced import SourcedText, source_of, typed_text
from pipeline.diagnostics import Code

MAX_LENGTH = 60
"""The longest id, so that file names made from ids stay usable everywhere."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RULE = "Een id bestaat uit kleine letters (a-z), cijfers en losse streepjes."


class IdText(SourcedText):
    """An id, or a reference to one."""

    __slots__ = ()


def read_id(value: object) -> IdText:
    """Make the value of an id field."""
    return _read(value, "een id")


def read_reference(value: object) -> IdText:
    """Make the value of a field that points at something by its id."""
    return _read(value, "de id van iets anders")


def propose_id(text: str) -> str:
    """Return the id nearest to a text ("Goed wonen!" → "goed-wonen"), or nothing when no sign is left."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", letters.replace("'", "")).strip("-")
    return slug[:MAX_LENGTH].strip("-")


def _read(value: object, expected: str) -> IdText:
    text = typed_text(value, expected).strip()
    if len(text) > MAX_LENGTH:
        raise value_error(
            Code.INVALID_ID,
            f"Deze id is {len(text)} tekens lang; het mogen er hoogstens {MAX_LENGTH} zijn.",
            _proposal(text),
        )
    if not _ID.fullmatch(text):
        raise value_error(Code.INVALID_ID, f"“{text}” is geen geldige id. {_RULE}", _proposal(text))
    return IdText(text, source_of(value))


def _proposal(text: str) -> str:
    proposed = propose_id(text)
    return f"Schrijf bijvoorbeeld: {proposed}" if proposed else ""


Id = Annotated[IdText, PlainValidator(read_id, json_schema_input_type=str)]
"""The annotation for a field that gives something its id."""

Reference = Annotated[IdText, PlainValidator(read_reference, json_schema_input_type=str)]
"""The annotation for a field that points at something by its id."""
