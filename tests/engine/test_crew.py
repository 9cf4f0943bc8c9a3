from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from pipeline.engine.crew import Crew, Lost, default_jobs, open_crew


def double(number: int) -> int:
    return 2 * number


def stumble(number: int) -> int:
    raise ArithmeticError(number)


def die() -> int:
    os._exit(1)


def die_once(traces: Path) -> int:
    """Take the process down the first time, and give the number of times in all the second time."""
    with traces.open("a", encoding="utf-8") as file:
        file.write("x")
    if len(traces.read_text(encoding="utf-8")) == 1:
        os._exit(1)
    return len(traces.read_text(encoding="utf-8"))


def unsendable() -> object:
    return lambda: 0


def sleep_a_minute() -> int:
    time.sleep(60)
    return 0


def ignore(index: int) -> None:
    """Hear that a task begins."""


def run(*tasks: Callable[[], object], jobs: int) -> dict[int, object]:
    with open_crew(jobs) as crew:
        return dict(crew.run(tasks, ignore))


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
    assert "test_crew.py" in lost.details
    assert results[1] == 2


def test_a_task_that_kills_its_process_each_time_is_the_only_one_lost() -> None:
    results = run(partial(double, 1), die, partial(double, 2), partial(double, 3), jobs=2)
    lost = results.pop(1)
    assert isinstance(lost, Lost)
    assert lost.kind == "het proces is twee keer onverwacht gestopt"
    assert results == {0: 2, 2: 4, 3: 6}


def test_a_task_whose_process_dies_is_tried_once_more_after_all_others(tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    tasks = [partial(die_once, tmp_path / "sporen"), *(partial(double, number) for number in range(1, 5))]
    with open_crew(2) as crew:
        for index, result in crew.run(tasks, lambda index: told.append(("began", index))):
            assert result == 2 * (index or 1)
            told.append(("ended", index))
    assert told.index(("ended", 0)) > max(told.index(("began", index)) for index in range(1, 5))
    assert told.count(("began", 0)) == 1


def test_a_result_that_cannot_be_sent_is_a_lost_task() -> None:
    results = run(unsendable, partial(double, 1), jobs=2)
    lost = results[0]
    assert isinstance(lost, Lost)
    assert lost.details
    assert results[1] == 2


def test_a_task_that_cannot_be_sent_is_lost_and_harms_no_process() -> None:
    results = run(lambda: 0, partial(double, 1), partial(double, 2), jobs=2)
    assert isinstance(results.pop(0), Lost)
    assert results == {1: 2, 2: 4}


def test_work_that_is_broken_off_leaves_no_process_behind() -> None:
    start = time.monotonic()
    before = set(multiprocessing.active_children())
    with open_crew(2) as crew:
        for _ in crew.run([partial(double, 1), sleep_a_minute], ignore):
            assert set(multiprocessing.active_children()) - before
            break
    assert set(multiprocessing.active_children()) == before
    assert time.monotonic() - start < 30


def test_any_standard_executor_can_do_the_work() -> None:
    tasks = [partial(double, 1), partial(stumble, 3), partial(double, 2)]
    spawn = multiprocessing.get_context("spawn")
    for executor in (ThreadPoolExecutor(2), ProcessPoolExecutor(2, mp_context=spawn)):
        with executor:
            results = dict(Crew(executor, 2).run(tasks, ignore))
        assert isinstance(lost := results.pop(1), Lost)
        assert lost.kind == "ArithmeticError"
        assert results == {0: 2, 2: 4}


def test_an_executor_that_is_broken_for_good_loses_its_tasks_and_does_not_hang() -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        results = dict(Crew(executor, 2).run([die, partial(double, 1)], ignore))
    assert set(results) == {0, 1}
    assert isinstance(results[0], Lost)


def test_there_is_at_least_one_core() -> None:
    assert default_jobs() >= 1
