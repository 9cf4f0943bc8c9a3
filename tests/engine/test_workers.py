from __future__ import annotations

import os
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import pytest

from pipeline.engine.makers import Makers
from pipeline.engine.workers import ProcessExecutor, TaskError, WorkerDiedError

MEGABYTE = 1024 * 1024


def pid() -> int:
    return os.getpid()


def name_of(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def use(memory: int) -> int:
    assert len(b"x" * memory) == memory
    return os.getpid()


def die() -> None:
    os._exit(1)


def sleep(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def leave_trace(folder: Path) -> None:
    (folder / str(os.getpid())).touch()


def test_the_processes_are_kept_and_no_more_than_asked_for() -> None:
    with ProcessExecutor(2) as executor:
        futures = [executor.submit(sleep, 0.05) for _ in range(8)]
        pids = {future.result() for future in futures}
    assert os.getpid() not in pids
    assert len(pids) <= 2


def test_early_processes_are_prepared_before_there_is_work_and_once(tmp_path: Path) -> None:
    with ProcessExecutor(2, partial(leave_trace, tmp_path), early=2) as executor:
        end = time.monotonic() + 60
        while len(list(tmp_path.iterdir())) < 2:
            assert time.monotonic() < end
            time.sleep(0.01)
        pids = {executor.submit(pid).result() for _ in range(4)}
    assert pids <= {int(trace.name) for trace in tmp_path.iterdir()}
    assert len(list(tmp_path.iterdir())) == 2


def test_without_early_ones_a_process_starts_only_for_work(tmp_path: Path) -> None:
    with ProcessExecutor(2, partial(leave_trace, tmp_path)) as executor:
        time.sleep(0.1)
        assert not list(tmp_path.iterdir())
        executor.submit(pid).result()
        assert len(list(tmp_path.iterdir())) == 1


def test_a_process_that_died_is_replaced() -> None:
    with ProcessExecutor(1, early=1) as executor:
        before = executor.submit(pid).result()
        with pytest.raises(WorkerDiedError):
            executor.submit(die).result()
        assert executor.submit(pid).result() != before


def test_a_process_that_was_killed_while_idle_costs_one_task_only() -> None:
    with ProcessExecutor(1, early=1) as executor:
        os.kill(executor.submit(pid).result(), 9)
        with pytest.raises(WorkerDiedError):
            executor.submit(pid).result()
        assert executor.submit(pid).result()


def test_a_process_that_used_much_memory_is_replaced_after_its_task() -> None:
    with ProcessExecutor(1, worn=256 * MEGABYTE) as executor:
        first = executor.submit(use, MEGABYTE).result()
        worn = executor.submit(use, 300 * MEGABYTE).result()
        after = executor.submit(pid).result()
    assert first == worn
    assert after != worn


def test_what_the_process_that_starts_it_used_does_not_count() -> None:
    own = bytearray(400 * MEGABYTE)
    own[::4096] = b"x" * len(own[::4096])
    with ProcessExecutor(1, worn=300 * MEGABYTE) as executor:
        assert executor.submit(pid).result() == executor.submit(pid).result()
    assert own


def test_a_task_that_asks_for_all_memory_fails_by_itself() -> None:
    with ProcessExecutor(1) as executor:
        with pytest.raises(TaskError, match="MemoryError"):
            executor.submit(use, 5 * 1024 * MEGABYTE).result()
        assert executor.submit(pid).result()


def test_an_exception_of_a_task_harms_no_process(tmp_path: Path) -> None:
    with ProcessExecutor(1) as executor:
        before = executor.submit(pid).result()
        with pytest.raises(TaskError, match="FileNotFoundError") as error:
            executor.submit(name_of, tmp_path / "ontbreekt").result()
        assert "test_workers.py" in error.value.args[1]
        assert executor.submit(pid).result() == before


def leave_a_file() -> str:
    handle, name = tempfile.mkstemp()
    os.close(handle)
    return name


def test_what_a_stopped_process_left_behind_is_cleared_up() -> None:
    executor = ProcessExecutor(1)
    left = Path(executor.submit(leave_a_file).result())
    assert left.is_file()
    executor.stop()
    assert not left.exists()
    assert not left.parent.exists()


def test_stopping_ends_tasks_that_go_on_and_takes_no_others() -> None:
    executor = ProcessExecutor(1, early=1)
    going, waiting = executor.submit(sleep, 60), executor.submit(sleep, 60)
    start = time.monotonic()
    executor.stop()
    assert isinstance(going.exception(30), WorkerDiedError)
    assert time.monotonic() - start < 30
    assert waiting.cancelled()
    with pytest.raises(RuntimeError):
        executor.submit(pid)


def test_shutting_down_lets_the_tasks_that_were_taken_end() -> None:
    executor = ProcessExecutor(1)
    futures = [executor.submit(sleep, 0.05) for _ in range(3)]
    executor.shutdown()
    assert all(future.result() for future in futures)


def rooms_loaded(makers: Makers) -> set[str]:
    """Return the rooms of the program that this process has loaded, once it has its makers."""
    assert makers.pdf, "they came along"
    return {name.split(".")[1] for name in sys.modules if name.startswith("pipeline.")}


def test_a_process_that_makes_documents_loads_nothing_that_reads_content() -> None:
    makers = Makers()
    with ProcessExecutor(1, makers.prepare) as executor:
        loaded = executor.submit(rooms_loaded, makers).result()
    assert {"render", "verify", "engine"} <= loaded
    assert loaded.isdisjoint({"checks", "compose", "language"})
