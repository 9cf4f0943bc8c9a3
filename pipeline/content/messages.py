"""What pydantic finds wrong in a model, said in Dutch at the place in the YAML where it must be mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pipeline.content.misplaced import misplaced
from pipeline.content.model_paths import follow
from pipeline.content.positions import Positions
from pipeline.content.values.errors import VALUE_ERROR_TYPE
from pipeline.diagnostics import Code, Diagnostic, KeyPath, Source
from pipeline.diagnostics.nearness import closest, did_you_mean

_Said = tuple[Code, str, str]


def translate_errors(
    error: ValidationError, positions: Positions, model: type[BaseModel], typed: Mapping[str, object]
) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for each error in a file that is ``typed``; ``model`` is the model of all of it.

    An entry that stands in the list of another kind is told once, and not by each of its keys.
    """
    errors = error.errors()
    unknown = [details["loc"] for details in errors if details["type"] == "extra_forbidden"]
    moved = misplaced(unknown, typed, model)
    elsewhere = tuple(
        _misplaced(Source(positions.file, path), str(path[0]), right) for path, right in moved.items()
    )
    return elsewhere + tuple(
        translate_error(details, positions, model)
        for details in errors
        if details["loc"][:2] not in moved and not _is_echo(details, unknown)
    )


def _misplaced(where: Source, given: str, right: str) -> Diagnostic:
    message = f"Dit onderdeel staat bij “{given}”, maar heeft de sleutels van “{right}”."
    return Diagnostic(Code.UNKNOWN_KEY, message, where, f"Verplaats het naar de lijst “{right}”.")


def _is_echo(details: ErrorDetails, unknown: list[tuple[int | str, ...]]) -> bool:
    """Whether another error of the file says the same.

    A key with a typing error is unknown, and so the right key is missing. And pydantic calls a list too
    short when entries with errors do not count.
    """
    if details["type"] == "missing":
        *group, key = details["loc"]
        beside = [str(loc[-1]).lower() for loc in unknown if list(loc[:-1]) == group]
        return closest(str(key), beside) is not None
    least = (details.get("ctx") or {}).get("min_length", 0)
    given = details["input"]
    return details["type"] == "too_short" and isinstance(given, list) and len(given) >= least


def translate_error(error: ErrorDetails, positions: Positions, model: type[BaseModel]) -> Diagnostic:
    """Return the diagnostic for one error of pydantic; ``model`` is the model of the whole file.

    Errors that a value of ours raised keep their own code and words. A missing key is reported at the group
    that lacks it, an unknown key at the key itself.
    """
    kind = error["type"]
    # The last part of an unknown key was typed by a writer; elsewhere pydantic may have put it there.
    path, owners = follow(error["loc"], model, unknown_key=kind == "extra_forbidden")
    context = error.get("ctx") or {}
    if kind == VALUE_ERROR_TYPE:
        where = Source(positions.file, path).inside(
            int(context.get("line", 0)), int(context.get("column", 0))
        )
        code = Code[str(context["code"])]
        return Diagnostic(code, str(context["message"]), where, str(context.get("hint", "")))
    code, message, hint = _said(kind, path, owners, error, context)
    where = positions.key_location(path) if kind == "extra_forbidden" else Source(positions.file, path)
    return Diagnostic(code, message, where, hint)


def _said(
    kind: str, path: KeyPath, owners: list[type[BaseModel]], error: ErrorDetails, context: Mapping[str, Any]
) -> _Said:
    if kind == "missing":
        return _missing(path, owners)
    if kind == "extra_forbidden":
        return _unknown(path, owners)
    if kind in _SHAPES:
        return _wrong_shape(path, _SHAPES[kind], error["input"])
    if kind in {"literal_error", "enum"}:
        return _wrong_choice(path, str(context.get("expected", "")), error["input"])
    if kind in _MEASURES:
        return _MEASURES[kind](path, context)
    if kind in {"union_tag_invalid", "union_tag_not_found"}:
        return _wrong_choice(path, str(context.get("expected_tags", "")), error["input"])
    return _invalid(path, error)


_SHAPES = {
    "string_type": "tekst",
    "string_sub_type": "tekst",
    "list_type": "een lijst",
    "tuple_type": "een lijst",
    "set_type": "een lijst",
    "frozen_set_type": "een lijst",
    "dict_type": "een groep sleutels",
    "model_type": "een groep sleutels",
    "model_attributes_type": "een groep sleutels",
    "dataclass_type": "een groep sleutels",
    "mapping_type": "een groep sleutels",
    "int_type": "een heel getal",
    "int_parsing": "een heel getal",
    "int_parsing_size": "een heel getal",
    "int_from_float": "een heel getal",
    "float_type": "een getal",
    "float_parsing": "een getal",
    "decimal_type": "een getal",
    "decimal_parsing": "een getal",
    "bool_type": "ja of nee",
    "bool_parsing": "ja of nee",
}
"""What belongs at a place, by the type of pydantic's error."""

_SHAPE_HINTS = {
    "een lijst": "Begin elk onderdeel op een nieuwe regel met een streepje en een spatie (- ).",
    "een groep sleutels": "Schrijf op de regels eronder sleutels met een waarde, twee spaties verder.",
    "een heel getal": "Typ alleen cijfers, zonder punt of komma.",
    "een getal": "Typ cijfers, met een punt als decimaalteken.",
    "ja of nee": "Typ ja of nee.",
}


def _missing(path: KeyPath, owners: list[type[BaseModel]]) -> _Said:
    key = str(path[-1]) if path else ""
    described = _description(owners[-1], key) if owners else ""
    place = f" in “{_group(path)}”" if _group(path) else ""
    return (
        Code.MISSING_KEY,
        f"De sleutel “{key}” ontbreekt{place}.",
        f"Voeg toe: {key}: … ({described})" if described else f"Voeg toe: {key}: …",
    )


def _unknown(path: KeyPath, owners: list[type[BaseModel]]) -> _Said:
    key = str(path[-1]) if path else ""
    known = _keys(owners[-1]) if owners else []
    place = f" in “{_group(path)}”" if _group(path) else ""
    hint = did_you_mean(key.lower(), known) or _listing("Hier kunnen staan", known)
    return Code.UNKNOWN_KEY, f"De sleutel “{key}” is hier onbekend{place}.", hint


def _wrong_shape(path: KeyPath, expected: str, given: object) -> _Said:
    found = _found(given)
    code = Code.EMPTY_TEXT if given is None and expected == "tekst" else Code.WRONG_TYPE
    subject = _subject(path)
    hint = _SHAPE_HINTS.get(expected, "")
    if expected == "tekst" and isinstance(given, Mapping):
        hint = "Staat er een dubbele punt met een spatie in de tekst? Zet de tekst tussen aanhalingstekens."
    elif expected == "tekst" and isinstance(given, list):
        hint = "Begint de tekst met een [ of een streepje? Zet de tekst tussen aanhalingstekens."
    return code, f"Bij {subject} hoort {expected} te staan, maar er staat {found}.", hint


def _wrong_choice(path: KeyPath, expected: str, given: object) -> _Said:
    choices = re.findall(r"'([^']*)'", expected)
    subject = _subject(path)
    if given is None or isinstance(given, list | Mapping):
        message = f"Bij {subject} hoort één van de vaste woorden te staan, maar er staat {_found(given)}."
        return Code.WRONG_CHOICE, message, _listing("Kies uit", choices)
    near = did_you_mean(str(given).lower(), choices)
    listing = _listing("Kies uit", choices)
    hint = f"{near} {listing}" if near else listing
    return Code.WRONG_CHOICE, f"“{given}” kan niet bij {subject}.", hint


def _too_short(path: KeyPath, context: Mapping[str, Any]) -> _Said:
    least, actual = int(context.get("min_length", 1)), context.get("actual_length")
    subject = _subject(path)
    if least == 1:
        return Code.WRONG_LENGTH, f"De lijst bij {subject} is leeg; er hoort minstens één onderdeel in.", ""
    message = f"De lijst bij {subject} heeft {actual} onderdelen; het moeten er minstens {least} zijn."
    return Code.WRONG_LENGTH, message, ""


def _too_long(path: KeyPath, context: Mapping[str, Any]) -> _Said:
    most, actual = context.get("max_length"), context.get("actual_length")
    found = f"{actual} onderdelen" if actual is not None else "te veel onderdelen"
    message = f"De lijst bij {_subject(path)} heeft {found}; het mogen er hoogstens {most} zijn."
    return Code.WRONG_LENGTH, message, ""


def _text_too_short(path: KeyPath, context: Mapping[str, Any]) -> _Said:
    message = f"De tekst bij {_subject(path)} is te kort: minstens {context.get('min_length')} tekens."
    return Code.INVALID_VALUE, message, ""


def _text_too_long(path: KeyPath, context: Mapping[str, Any]) -> _Said:
    message = f"De tekst bij {_subject(path)} is te lang: hoogstens {context.get('max_length')} tekens."
    return Code.INVALID_VALUE, message, ""


def _bound(words: str, key: str) -> Callable[[KeyPath, Mapping[str, Any]], _Said]:
    def say(path: KeyPath, context: Mapping[str, Any]) -> _Said:
        message = f"Het getal bij {_subject(path)} moet {words} {context.get(key)} zijn."
        return Code.INVALID_VALUE, message, ""

    return say


def _pattern(path: KeyPath, _context: Mapping[str, Any]) -> _Said:
    message = f"De waarde bij {_subject(path)} heeft niet de vorm die hier hoort."
    return Code.INVALID_VALUE, message, "Kijk in de beschrijving van deze sleutel welke vorm hier hoort."


_MEASURES: dict[str, Callable[[KeyPath, Mapping[str, Any]], _Said]] = {
    "too_short": _too_short,
    "too_long": _too_long,
    "string_too_short": _text_too_short,
    "string_too_long": _text_too_long,
    "greater_than": _bound("groter dan", "gt"),
    "greater_than_equal": _bound("minstens", "ge"),
    "less_than": _bound("kleiner dan", "lt"),
    "less_than_equal": _bound("hoogstens", "le"),
    "string_pattern_mismatch": _pattern,
}


def _invalid(path: KeyPath, error: ErrorDetails) -> _Said:
    # A plain ValueError of a validator arrives as "Value error, …"; its own words are the message.
    own = error["msg"].removeprefix("Value error, ") if error["type"] == "value_error" else ""
    return Code.INVALID_VALUE, own or f"De waarde bij {_subject(path)} kan hier niet.", ""


_MOST_QUOTED = 40
"""Characters of what was typed that a message repeats."""


def _found(given: object) -> str:
    if given is None:
        return "niets"
    if isinstance(given, Mapping):
        return "een groep sleutels"
    if isinstance(given, list):
        return "een lijst"
    typed = str(given)
    return f"“{typed if len(typed) <= _MOST_QUOTED else typed[:_MOST_QUOTED].rstrip() + '…'}”"


def _subject(path: KeyPath) -> str:
    """Name the place for a reader: the nearest key, with the number of the entry when it is in a list."""
    if not path:
        return "dit bestand"
    last = path[-1]
    if isinstance(last, str):
        return f"“{last}”"
    key = next((part for part in reversed(path) if isinstance(part, str)), None)
    return f"onderdeel {last + 1} van “{key}”" if key else f"onderdeel {last + 1}"


def _group(path: KeyPath) -> str:
    """Name the group in which a key stands: ``kansen, onderdeel 2``; nothing at the top of the file."""
    parts = [part if isinstance(part, str) else f"onderdeel {part + 1}" for part in path[:-1]]
    return ", ".join(parts[-2:])


def _listing(lead: str, words: Iterable[str]) -> str:
    listed = ", ".join(words)
    return f"{lead}: {listed}." if listed else ""


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _description(model: type[BaseModel], key: str) -> str:
    for name, field in model.model_fields.items():
        if key in {name, field.alias}:
            return (field.description or "").rstrip(".")
    return ""
