from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.content.project import read_project
from pipeline.diagnostics import Source
from pipeline.engine.values import file_keys, values_key, values_of
from tests.projects import AGENDA, Change, edit, write_project

TITLE = "titel: Strategische agenda Zeeland"


def key(root: Path) -> str:
    project = read_project(root)[0]
    return values_key(file_keys(project), project)


@pytest.mark.parametrize(
    "change",
    [
        edit(AGENDA, TITLE, f"# opmerking\n{TITLE} # nog een"),
        edit(AGENDA, TITLE, "titel: 'Strategische agenda Zeeland'"),
        edit(AGENDA, TITLE, "titel:    Strategische agenda Zeeland"),
    ],
    ids=["comment", "quotes", "spaces"],
)
def test_what_yaml_does_not_say_changes_nothing(tmp_path: Path, change: Change) -> None:
    root = write_project(tmp_path)
    before = key(root)
    change(root)
    assert key(root) == before


def test_the_order_of_keys_says_nothing(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    before = key(root)
    text = (root / AGENDA).read_text(encoding="utf-8")
    assert text.count(TITLE) == 1
    moved = text.replace(f"{TITLE}\n", "").rstrip() + f"\n{TITLE}\n"
    (root / AGENDA).write_text(moved, encoding="utf-8")
    assert key(root) == before


def test_another_value_gives_another_name(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    before = key(root)
    edit(AGENDA, TITLE, f"{TITLE}s")(root)
    assert key(root) != before


def test_every_text_is_found_by_its_place(tmp_path: Path) -> None:
    project, _ = read_project(write_project(tmp_path))
    assert values_of(project)[Source(AGENDA, ("titel",))] == "Strategische agenda Zeeland"


def test_a_project_of_some_files_has_their_values_only(tmp_path: Path) -> None:
    project, _ = read_project(write_project(tmp_path))
    part = project.only({*project.shared_files, AGENDA})
    assert {source.file for source in values_of(part)} == {*project.shared_files, AGENDA}
    assert set(part.regios) == {"zeeland"}
    assert part.regios["zeeland"].regio is None
    assert part.brieven == {}
