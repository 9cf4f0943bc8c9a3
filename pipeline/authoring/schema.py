"""JSON Schema (draft-07) of every kind of YAML file, in the form that editors read.

An editor completes, explains and warns with it while a writer types. What holds the line is the program: the
schema accepts everything that the program accepts, and says early what it would refuse.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, cast

from pydantic import BaseModel
from pydantic.json_schema import PydanticJsonSchemaWarning

from pipeline.authoring.choices import MEANINGS
from pipeline.authoring.snippets import snippet
from pipeline.content.models import gedeeld
from pipeline.content.models.agenda import Agenda
from pipeline.content.models.brief import Brief
from pipeline.content.models.programma import Programma
from pipeline.content.models.regio import Regio
from pipeline.content.models.voortgang import Voortgang
from pipeline.house_style.tokens import HouseStyle

FOLDER = "templates/schema"
"""Where the schemas stand, from the root of the project."""

MODELS: Mapping[str, type[BaseModel]] = {
    "programma": Programma,
    "regio": Regio,
    "agenda": Agenda,
    "voortgang": Voortgang,
    "brief": Brief,
    "afkortingen": gedeeld.Afkortingen,
    "bronnen": gedeeld.Bronnen,
    "departementen": gedeeld.Departementen,
    "moties": gedeeld.Moties,
    "ondertekenaars": gedeeld.Ondertekenaars,
    "partijen": gedeeld.Partijen,
    "tekstblokken": gedeeld.Tekstblokken,
    "toezeggingen": gedeeld.Toezeggingen,
    "trajecten": gedeeld.Trajecten,
    "woordenlijst": gedeeld.Woordenlijst,
}
"""The kinds of file below ``content`` by the name of their schema."""

HOUSE_STYLE = "huisstijl"
KINDS = (*MODELS, HOUSE_STYLE)
"""The names of all schemas."""

Schema = dict[str, Any]

_DIALECT = "http://json-schema.org/draft-07/schema#"
"""The dialect that editors for YAML know."""

_YES_NO = "^(?:[jJ][aA]|[nN][eE][eE]|[tT][rR][uU][eE]|[fF][aA][lL][sS][eE])$"
_TITLES = {"id": "Id", "risicos": "Risico's", "regios": "Regio's", "url": "Webadres"}
_EXAMPLES = {
    "datum": ["2026-12-18", "18 december 2026"],
    "peildatum": ["2026-11-27", "27 november 2026"],
    "gereed": ["Q2 2027", "eind 2027", "maart 2027", "2028"],
    "moment": ["maart 2027", "Q2 2027", "eind 2027"],
    "bedrag": ["22,5 miljoen", "10-15 miljoen", "500000", "p.m."],
    "kamerstuk": ["36800-VII, nr. 97", "Kamerstukken II 2025/26, 36800-VII, nr. 97"],
}
"""What to type, for keys whose values have a form of their own."""


def schema_of(kind: str) -> str:
    """Return the schema of a kind of file as JSON, with a line end."""
    with warnings.catch_warnings():
        # Defaults are shown in the descriptions; an editor has no use for them.
        warnings.simplefilter("ignore", PydanticJsonSchemaWarning)
        made = _tokens() if kind == HOUSE_STYLE else _file(kind, MODELS[kind].model_json_schema())
    return f"{json.dumps(made, ensure_ascii=False, indent=2)}\n"


def _tokens() -> Schema:
    """Return the schema of the house style: its keys are the words of CSS and Word, its values numbers."""
    raw = HouseStyle.model_json_schema()
    for group in (raw, *raw["$defs"].values()):
        group.pop("description", None)
        group.pop("title", None)
        for value in group["properties"].values():
            value.pop("title", None)
    raw["properties"].pop("folder")
    raw["required"].remove("folder")
    words = {
        "title": "huisstijl.yaml",
        "description": "Posities en maten in mm, letters en witruimte in punten.",
    }
    return {"$schema": _DIALECT, **words, **raw}


def _file(kind: str, raw: Schema) -> Schema:
    definitions = cast("Schema", raw.pop("$defs", {}))
    root = _group(raw, definitions)
    root["properties"]["schemaversie"] |= {"enum": [1, "1"], "type": ["integer", "string"]}
    named = {name: _group(definition, definitions) for name, definition in sorted(definitions.items())}
    return {
        "$schema": _DIALECT,
        "title": f"{kind}.yaml",
        **{key: value for key, value in root.items() if key not in ("title", "description")},
        "$defs": named,
    }


def _group(raw: Schema, definitions: Schema) -> Schema:
    """Return the schema of a group of keys; its own words are for who reads the program."""
    properties = cast("dict[str, Schema]", raw["properties"])
    return {
        "type": "object",
        "additionalProperties": False,
        "required": raw.get("required", []),
        "properties": {key: _key(key, value, definitions) for key, value in properties.items()},
    }


def _key(key: str, raw: Schema, definitions: Schema) -> Schema:
    description = str(raw.get("description", ""))
    title = _TITLES.get(key, key.replace("_", " ").capitalize())
    words = {"title": title, "description": description} if description else {"title": title}
    examples = {"examples": _EXAMPLES[key]} if key in _EXAMPLES else {}
    return {**words, **_value(raw, definitions), **examples}


def _value(raw: Schema, definitions: Schema) -> Schema:
    """Return what may stand as a value: YAML reads 2040 and true as no text, and the program takes them."""
    if "anyOf" in raw:
        (only,) = [each for each in raw["anyOf"] if each.get("type") != "null"]
        return _value(only, definitions)
    if "$ref" in raw:
        return {"$ref": raw["$ref"]}
    if "enum" in raw or "const" in raw:
        choices = cast("list[str]", raw.get("enum") or [raw["const"]])
        return {"enum": choices, "markdownEnumDescriptions": [MEANINGS[each] for each in choices]}
    match raw.get("type"):
        case "boolean":
            return _yes_no()
        case "integer":
            return {"type": ["integer", "string"]}
        case "array":
            return _list(raw, definitions)
        case "object":
            value = _value(cast("Schema", raw["additionalProperties"]), definitions)
            return {"type": "object", "minProperties": 1, "additionalProperties": value}
        case _:
            return {"type": ["string", "number", "boolean"]}


def _yes_no() -> Schema:
    words = ["ja", "nee"]
    plain = {"enum": words, "markdownEnumDescriptions": [MEANINGS[each] for each in words]}
    # Also read, and not proposed.
    return {"anyOf": [plain, {"type": "boolean"}, {"type": "string", "pattern": _YES_NO}]}


def _list(raw: Schema, definitions: Schema) -> Schema:
    items = cast("Schema", raw["items"])
    kept = {key: raw[key] for key in ("minItems", "maxItems") if key in raw}
    made: Schema = {"type": "array", **kept, "items": _value(items, definitions)}
    if "$ref" in items:
        name = str(items["$ref"]).rpartition("/")[2]
        made["defaultSnippets"] = [snippet(name, deepcopy(definitions[name]), definitions, in_list=True)]
    return made
