from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable
from functools import partial

import pytest

from pipeline.engine.workers import Lost, default_jobs, open_crew


def double(number: int) -> int:
    return 2 * number


def stumble(number: int) -> int:
    raise ArithmeticError(number)


def die() -> int:
    os._exit(1)


def unsendable() -> object:
    return lambda: 0


def sleep_a_minute() -> int:
    time.sleep(60)
    return 0


def run(*tasks: Callable[[], object], jobs: int) -> dict[int, object]:
    with open_crew(jobs) as crew:
        return dict(crew.run(tasks, lambda index: None))


@pytest.mark.parametrize("jobs", [1, 2, 9])
def test_every_task_gives_its_own_result(jobs: int) -> None:
    assert run(*(partial(double, number) for number in range(5)), jobs=jobs) == {0: 0, 1: 2, 2: 4, 3: 6, 4: 8}


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_task_tells_that_it_begins_before_it_gives_a_result(jobs: int) -> None:
    told: list[tuple[str, int]] = []
    tasks = [partial(double, number) for number in range(4)]
    with open_crew(jobs) as crew:
        for index, _ in crew.run(tasks, lambda index: told.append(("began", index))):
            told.append(("ended", index))
    assert [index for word, index in told if word == "began"] == [0, 1, 2, 3]
    assert all(told.index(("began", index)) < told.index(("ended", index)) for index in range(4))


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_is_a_lost_task_with_its_traceback(jobs: int) -> None:
    results = run(partial(stumble, 3), partial(double, 1), jobs=jobs)
    lost = results[0]
    assert isinstance(lost, Lost)
    assert lost.kind == "ArithmeticError"
    assert "test_workers.py" in lost.details
    assert results[1] == 2


def test_a_task_that_kills_its_process_is_the_only_one_lost() -> None:
    results = run(partial(double, 1), die, partial(double, 2), partial(double, 3), jobs=2)
    assert isinstance(results.pop(1), Lost)
    assert results == {0: 2, 2: 4, 3: 6}


def test_a_result_that_cannot_be_sent_is_a_lost_task() -> None:
    results = run(unsendable, partial(double, 1), jobs=2)
    lost = results[0]
    assert isinstance(lost, Lost)
    assert lost.details
    assert results[1] == 2


def test_work_that_is_broken_off_leaves_no_process_behind() -> None:
    start = time.monotonic()
    before = set(multiprocessing.active_children())
    with open_crew(2) as crew:
        for _ in crew.run([partial(double, 1), sleep_a_minute], lambda index: None):
            assert set(multiprocessing.active_children()) - before
            break
    assert set(multiprocessing.active_children()) == before
    assert time.monotonic() - start < 30


def test_there_is_at_least_one_core() -> None:
    assert default_jobs() >= 1
