from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from pipeline.authoring.choices import MEANINGS
from pipeline.authoring.schema import FOLDER, KINDS, MODELS, schema_of
from pipeline.diagnostics.explanations import EXPLANATIONS, InFile
from tests import projects as p
from tests.tools import ROOT

HEADER = "# yaml-language-server: $schema="
FILES = sorted([*(ROOT / "content").rglob("*.yaml"), ROOT / "templates/huisstijl/huisstijl.yaml"])
MINIMAL = sorted((ROOT / "tests/minimal/content").rglob("*.yaml"))
IN_CONTENT = [
    each.example
    for each in EXPLANATIONS.values()
    if isinstance(each.example, InFile) and each.example.file.startswith("content/")
]


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as the editor does: 1.2, in which a day is a text and yes is no boolean."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def kind_of(file: Path) -> str:
    return "voortgang" if file.stem.startswith("voortgang-") else file.stem


def as_json(file: Path) -> Any:
    """Return the values as JSON has them: keys are texts."""
    return json.loads(json.dumps(yaml.load(file.read_text(encoding="utf-8"), EditorLoader)))


def complaints(file: Path) -> list[str]:
    validator = Draft7Validator(json.loads(schema_of(kind_of(file))))
    return [error.message for error in validator.iter_errors(as_json(file))]


def groups(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from groups(value)
    if isinstance(schema, list):
        for value in schema:
            yield from groups(value)


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_in_the_project_is_as_the_program_would_write_it(kind: str) -> None:
    committed = (ROOT / FOLDER / f"{kind}.json").read_text(encoding="utf-8")
    assert committed == schema_of(kind), "ververs haar met make schema"


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_a_schema(kind: str) -> None:
    Draft7Validator.check_schema(json.loads(schema_of(kind)))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_names_its_schema_on_the_first_line(file: Path) -> None:
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith(HEADER)
    assert (file.parent / first.removeprefix(HEADER)).resolve() == ROOT / FOLDER / f"{kind_of(file)}.json"


@pytest.mark.parametrize("file", [*FILES, *MINIMAL], ids=lambda file: str(file.relative_to(ROOT)))
def test_a_schema_accepts_what_the_program_accepts(file: Path) -> None:
    assert complaints(file) == []


@pytest.mark.parametrize("example", IN_CONTENT, ids=lambda example: f"{example.file}-{example.at}")
def test_a_schema_accepts_every_right_example(example: InFile, tmp_path: Path) -> None:
    root = p.write_project(tmp_path)
    if example.at:
        p.replace_key(root, example.file, example.at, example.right.split("\n"))
    else:
        p.write(example.file, f"{example.right}\n")(root)
    assert complaints(root / example.file) == []


@pytest.mark.parametrize(
    ("key", "typed"),
    [("status", "op schema\n    voorbehoud: Ja"), ("status", "gestart\n    voorbehoud: false")]
    + [("titel", typed) for typed in ("2040", "true", "no", "1.5")]
    + [("gereed", typed) for typed in ("2028", "2027-03-01", "Q2 2027")],
)
def test_values_that_yaml_reads_as_something_else_are_accepted(key: str, typed: str, tmp_path: Path) -> None:
    root = p.write_project(tmp_path)
    p.replace_key(
        root,
        p.AGENDA,
        ("afspraken", 0, key),
        [f"    {line.strip()}" for line in f"{key}: {typed}".split("\n")],
    )
    assert complaints(root / p.AGENDA) == []


def test_a_key_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    root = p.write_project(tmp_path, p.edit(p.AGENDA, "    meerwaarde: Samen", "    meerwarde: Samen"))
    assert any("meerwarde" in each for each in complaints(root / p.AGENDA))


@pytest.mark.parametrize("kind", MODELS)
def test_every_key_has_a_title_and_says_what_it_is_for(kind: str) -> None:
    schema = json.loads(schema_of(kind))
    for group in (schema, *schema["$defs"].values()):
        silent = [key for key, value in group["properties"].items() if not value.get("description")]
        assert silent == []
        assert all(value["title"] == value["title"].strip() for value in group["properties"].values())


def test_every_word_to_choose_from_has_a_meaning_and_none_is_left_over() -> None:
    chosen = {
        word
        for kind in MODELS
        for group in groups(json.loads(schema_of(kind)))
        if "markdownEnumDescriptions" in group
        for word in group["enum"]
    }
    assert chosen == set(MEANINGS)
