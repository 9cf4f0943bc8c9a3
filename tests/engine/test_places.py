from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from pipeline.engine.places import find_project, is_project, resolve_places, template_links_out
from tests.projects import write_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def test_the_project_is_found_from_a_folder_deep_inside_it(root: Path) -> None:
    assert find_project(root / "content/regios/zeeland") == root.resolve()


def test_the_nearest_project_wins_over_one_around_it(root: Path) -> None:
    inner = write_project(root / "proef")
    assert find_project(inner / "content") == inner.resolve()


def test_there_is_no_project_above_an_empty_folder(tmp_path: Path) -> None:
    assert find_project(tmp_path) is None


def test_a_folder_with_content_but_without_programma_is_a_project_with_an_error(root: Path) -> None:
    (root / "content/programma.yaml").unlink()
    assert is_project(root)
    assert not is_project(root / "content")


def test_the_shipped_house_style_serves_a_project_without_templates(root: Path) -> None:
    places = resolve_places(root)
    assert (places.house_style / "huisstijl.yaml").is_file()
    assert places.house_style_shown == "kamerwerk/templates/huisstijl"
    assert places.templates.project is None
    assert not places.house_style.is_relative_to(root)


def test_the_own_house_style_wins(root: Path) -> None:
    (root / "templates/huisstijl").mkdir(parents=True)
    (root / "templates/huisstijl/huisstijl.yaml").write_text("schemaversie: 1\n", encoding="utf-8")
    places = resolve_places(root)
    assert places.house_style == root / "templates/huisstijl"
    assert places.house_style_shown == "templates/huisstijl"


def test_own_templates_without_house_style_keep_the_shipped_house_style(root: Path) -> None:
    (root / "templates/brief").mkdir(parents=True)
    places = resolve_places(root)
    assert places.templates.project == root / "templates"
    assert places.house_style.parent == places.templates.shipped


def test_a_template_that_links_out_of_the_project_is_an_error(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elders.html").write_text("x", encoding="utf-8")
    (root / "templates/brief").mkdir(parents=True)
    (root / "templates/brief/brief.html").symlink_to(tmp_path / "elders.html")
    (finding,) = template_links_out(root)
    assert finding.code is Code.PICTURE_OUTSIDE
    assert finding.where.file == "templates/brief/brief.html"


def test_a_templates_folder_that_is_a_link_out_is_an_error(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (root / "templates").symlink_to(tmp_path / "elders", target_is_directory=True)
    assert [finding.where.file for finding in template_links_out(root)] == ["templates"]


def test_a_template_that_links_inside_the_project_is_fine(root: Path) -> None:
    (root / "templates").mkdir()
    (root / "templates/programma.yaml").symlink_to(root / "content/programma.yaml")
    assert template_links_out(root) == ()
