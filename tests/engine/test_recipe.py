"""The names of stages must change with everything that a stage can reach, and with nothing else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline
from pipeline.engine.recipe import ROOMS, Stage, stage_recipe

ROOT = Path(pipeline.__file__).parent
BEGINNINGS: dict[Stage, str] = {
    "tree": "pipeline.compose.documents",
    "texts": "pipeline.compose.texts",
    "language": "pipeline.language.check",
    "pdf": "pipeline.render.pdf",
    "docx": "pipeline.render.docx",
    "verdict": "pipeline.verify.quick",
}


def file_of(module: str) -> Path | None:
    place = ROOT.parent / module.replace(".", "/")
    return next((each for each in (place / "__init__.py", place.with_suffix(".py")) if each.is_file()), None)


def imported(module: str) -> Iterator[str]:
    """Yield the modules of ours that a module imports, also inside functions."""
    file = file_of(module)
    assert file is not None, module
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("pipeline."):
            yield from (name for each in node.names if file_of(name := f"{node.module}.{each.name}"))
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name.startswith("pipeline."))


def reach(module: str) -> set[str]:
    found, waiting = set[str](), [module]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += imported(here)
    return found


@pytest.mark.parametrize("stage", BEGINNINGS)
def test_everything_that_a_stage_can_reach_counts(stage: Stage) -> None:
    inside = tuple(ROOT / room for room in ROOMS[stage])
    files = {file for module in reach(BEGINNINGS[stage]) if (file := file_of(module))}
    # A package that only holds others has nothing to count.
    outside = {file for file in files if not any(file.is_relative_to(room) for room in inside)}
    assert {file for file in outside if len(ast.parse(file.read_text(encoding="utf-8")).body) > 1} == set()


@pytest.mark.parametrize("stage", BEGINNINGS)
def test_every_room_that_counts_is_reached(stage: Stage) -> None:
    files = {file for module in reach(BEGINNINGS[stage]) if (file := file_of(module))}
    for room in ROOMS[stage]:
        assert any(file.is_relative_to(ROOT / room) for file in files), room


def test_stages_have_names_of_their_own_that_stay() -> None:
    names = {stage: stage_recipe(stage) for stage in ROOMS}
    assert len(set(names.values())) == len(ROOMS)
    assert names == {stage: stage_recipe(stage) for stage in ROOMS}
