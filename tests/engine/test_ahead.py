from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from pipeline.compose.documents import Composed
from pipeline.compose.folders import TemplateFolders
from pipeline.content.project import Project
from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Diagnostic
from pipeline.diagnostics.recalling import Recall
from pipeline.engine.ahead import Ahead
from pipeline.engine.build import build
from pipeline.engine.cache import CACHE, Cache
from pipeline.engine.crew import Crew, open_crew
from pipeline.engine.makers import Makers
from pipeline.engine.making import Order
from pipeline.engine.manifest import FORMATS
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import make_plan
from pipeline.engine.task import BuildReport, Shard, Task
from pipeline.house_style import HouseStyle
from tests import projects as p
from tests.engine.fakes import (
    ANNEX,
    COMPOSE_ERROR,
    LETTER,
    MAKERS,
    PROCESS_DIES,
    RIVIERENLAND,
    SHARED_ERROR,
    ZEELAND,
    Recorder,
    build_in,
    compose,
    error_in,
    files_below,
    made,
    rivierenland_is,
    zeeland_is,
)

ALL = {RIVIERENLAND, ZEELAND, LETTER, ANNEX}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return p.write_project(tmp_path)


class Threads(ThreadPoolExecutor):
    """Two threads, and what was told to whoever keeps count: which documents are begun, and when."""

    def __init__(self, told: list[str]) -> None:
        super().__init__(2)
        self.told = told

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        match args:
            case (partial(args=(Order() as order, *_)),):
                self.told.append(f"begonnen: {order.document.id}")
            case _:
                raise AssertionError(args)
        return super().submit(fn, *args, **kwargs)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def threads(told: list[str]) -> Iterator[Crew]:
    with Threads(told) as executor:
        yield Crew(executor, 2)


def task_in(root: Path, *ids: str, cache: Cache | None = None, shard: Shard | None = None) -> Task:
    return Task(FORMATS, "ua-1", root / "build", "build", ids, cache=cache, shard=shard)


def build_ahead(task: Task, crew: Crew, makers: Makers = MAKERS) -> BuildReport:
    ahead, root = Ahead(task, makers, crew), task.folder.parent
    plan = make_plan(resolve_places(root), makers, task.strict, task.cache, ahead.consider)
    return build(plan, ahead, Recorder())


def composing(told: list[str]) -> Makers:
    """Return makers that tell what is composed, and when language is judged."""

    def composed(
        request: DocumentRequest, project: Project, style: HouseStyle, folders: TemplateFolders
    ) -> Composed:
        told.append(f"samengesteld: {request.id}")
        return compose(request, project, style, folders)

    def language(*_: object) -> tuple[Diagnostic, ...]:
        told.append("taal")
        return ()

    return replace(MAKERS, compose=composed, language=language)


def faulty_texts(_project: Project, _recall: Recall) -> tuple[Diagnostic, ...]:
    """Find an error that nobody knew of when the documents were composed."""
    return (error_in(p.AGENDA, "titel"),)


def without_time(report: BuildReport) -> BuildReport:
    return replace(report, outcomes=tuple(replace(each, seconds=0.0) for each in report.outcomes))


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in files_below(folder)}


def test_as_many_documents_as_can_be_made_at_once_are_begun_as_soon_as_they_are_composed(
    root: Path, threads: Crew, told: list[str]
) -> None:
    assert made(build_ahead(task_in(root), threads, composing(told))) == ALL
    assert told == [
        f"samengesteld: {RIVIERENLAND}",
        f"begonnen: {RIVIERENLAND}",
        f"samengesteld: {ZEELAND}",
        f"begonnen: {ZEELAND}",
        *(each for each in told if each in {f"samengesteld: {LETTER}", f"samengesteld: {ANNEX}"}),
        "taal",
        *(each for each in told if each in {f"begonnen: {LETTER}", f"begonnen: {ANNEX}"}),
    ]


def test_files_and_report_are_those_of_a_build_that_read_everything_first(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = p.write_project(tmp_path_factory.mktemp("eerst-lezen"))
    with open_crew(2) as crew:
        report = build_ahead(task_in(root), crew)
    assert without_time(report) == without_time(build_in(other))
    assert contents(root / "build") == contents(other / "build")


def test_one_process_reads_everything_before_it_makes_anything(root: Path, told: list[str]) -> None:
    with Threads(told) as executor:
        assert made(build_ahead(task_in(root), Crew(executor, 1), composing(told))) == ALL
    assert [each.startswith("begonnen") for each in told].index(True) > told.index("taal")


@pytest.mark.parametrize("ids", [(LETTER,), (LETTER, ANNEX)])
def test_only_documents_that_are_asked_for_are_begun(
    root: Path, threads: Crew, told: list[str], ids: tuple[str, ...]
) -> None:
    build_ahead(task_in(root, *ids), threads)
    assert sorted(told) == sorted(f"begonnen: {each}" for each in ids)


def test_a_share_is_known_only_when_everything_has_been_read(
    root: Path, threads: Crew, told: list[str]
) -> None:
    made_here = made(build_ahead(task_in(root, shard=Shard(1, 2)), threads, composing(told)))
    assert told.index("taal") < min(told.index(f"begonnen: {each}") for each in made_here)
    assert {each for each in told if each.startswith("begonnen")} == {
        f"begonnen: {each}" for each in made_here
    }


def test_what_earlier_runs_made_is_not_begun_and_what_has_changed_is(
    root: Path, threads: Crew, told: list[str]
) -> None:
    task = task_in(root, cache=Cache(root / CACHE))
    build_ahead(task, threads)
    zeeland_is("anders")(root)
    told.clear()
    build_ahead(task, threads)
    assert told == [f"begonnen: {ZEELAND}"]


@pytest.mark.parametrize("word", [COMPOSE_ERROR, SHARED_ERROR])
def test_a_document_with_an_error_of_its_own_is_not_begun(
    root: Path, threads: Crew, told: list[str], word: str
) -> None:
    zeeland_is(word)(root)
    build_ahead(task_in(root), threads)
    assert f"begonnen: {ZEELAND}" not in told


def test_a_document_that_turns_out_to_be_faulty_is_begun_in_vain_and_its_files_go(
    root: Path, threads: Crew, told: list[str]
) -> None:
    build_in(root)
    zeeland_is("anders")(root)
    report = build_ahead(task_in(root), threads, replace(MAKERS, texts=faulty_texts))
    assert f"begonnen: {ZEELAND}" in told
    assert ZEELAND not in made(report)
    assert any(finding.is_error for finding in report.findings)
    assert not [name for name in files_below(root / "build") if "zeeland" in name]


def test_a_document_that_was_read_again_is_made_of_what_stands_there_now(
    root: Path, threads: Crew, told: list[str]
) -> None:
    changes = [zeeland_is("nieuw")]

    def language(*_: object) -> tuple[Diagnostic, ...]:
        while changes:
            changes.pop()(root)
        return ()

    report = build_ahead(task_in(root), threads, replace(MAKERS, language=language))
    assert made(report) == ALL
    assert told.count(f"begonnen: {ZEELAND}") == 2
    assert any(data.startswith(b"PDF Zeeland nieuw") for data in contents(root / "build").values())


def test_a_document_whose_process_dies_while_others_are_read_is_the_only_one_lost(root: Path) -> None:
    rivierenland_is(PROCESS_DIES)(root)
    with open_crew(2) as crew:
        report = build_ahead(task_in(root), crew)
    assert made(report) == ALL - {RIVIERENLAND}
    [fault] = report.faults
    assert fault.document == RIVIERENLAND
    assert fault.of_machine
