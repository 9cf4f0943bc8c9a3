"""Beside its models a project keeps what was typed, in other forms than a model prints."""

from __future__ import annotations

from pathlib import Path

from pipeline.content.project import read_project
from pipeline.content.source import YamlMap
from tests import projects as p


def typed(root: Path, *changes: p.Change) -> dict[str, YamlMap]:
    project, _ = read_project(p.write_project(root, *changes))
    return dict(project.typed)


def test_values_are_kept_by_file_as_they_were_typed(tmp_path: Path) -> None:
    found = typed(tmp_path, p.edit(p.BRIEF, "datum: 2026-12-18", "datum: 18 december 2026"))
    assert set(found) == set(p.MINIMAL)
    assert found[p.BRIEF]["datum"] == "18 december 2026"


def test_a_file_with_a_wrong_value_is_kept_and_one_that_cannot_be_read_is_not(tmp_path: Path) -> None:
    wrong = p.edit(p.BRIEF, "datum: 2026-12-18", "datum: gisteren")
    found = typed(tmp_path, wrong, p.spoil(p.AGENDA))
    assert found[p.BRIEF]["datum"] == "gisteren"
    assert p.AGENDA not in found
