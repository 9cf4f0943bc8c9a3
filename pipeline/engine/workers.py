"""Work done side by side, in processes that each import the libraries once."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from pipeline.engine.interrupts import undisturbed

Result = TypeVar("Result")
Began = Callable[[int], None]
"""Hears which task begins, by its index."""

_LIBRARIES = ("weasyprint", "fontTools", "pikepdf", "uvicorn")
_DIED = "het proces is onverwacht gestopt"


@dataclass(frozen=True, slots=True)
class Lost:
    """A task without a result: the name of the exception, or a few words when the process itself died."""

    kind: str
    details: str = ""


def default_jobs() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def open_crew(jobs: int) -> Generator[Crew]:
    """Give work to at most so many processes; however the block ends, they are stopped at once."""
    crew = Crew(jobs)
    try:
        yield crew
    finally:
        with undisturbed():
            crew.dismiss()


class Crew:
    """Processes that take tasks: functions of modules with their arguments, so that they can be sent."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, tuple[_Worker, int]] = {}

    def run(self, tasks: Sequence[Callable[[], Result]], began: Began) -> Iterator[tuple[int, Result | Lost]]:
        """Start tasks in their order, and yield what each gave as soon as it is done, with its index.

        A task that takes its process down with it is lost; the others are still done. One job, or one task,
        needs no process beside this one.
        """
        if self._jobs == 1 or len(tasks) == 1:
            quiet_libraries()
            for index, task in enumerate(tasks):
                began(index)
                yield index, _outcome(task)
            return
        waiting = deque(enumerate(tasks))
        # All of them first: a large task is only taken over once its process has imported everything.
        self._hire(min(self._jobs, len(tasks)))
        while waiting or self._busy:
            while waiting and len(self._busy) < self._jobs:
                self._give(*waiting.popleft(), began)
            ready = wait(list(self._busy))
            for pipe in [each for each in self._busy if each in ready]:
                worker, index = self._busy.pop(pipe)
                answer = worker.answer()
                if answer is None:
                    worker.stop()
                    yield index, Lost(_DIED)
                else:
                    self._idle.append(worker)
                    yield index, answer

    def dismiss(self) -> None:
        """Stop every process, also one in the middle of its task."""
        for worker in (*self._idle, *(worker for worker, _ in self._busy.values())):
            worker.stop()
        self._idle.clear()
        self._busy.clear()

    def _hire(self, number: int) -> None:
        while len(self._idle) < number:
            with undisturbed():
                self._idle.append(_start_worker())

    def _give(self, index: int, task: Callable[[], object], began: Began) -> None:
        self._hire(1)
        worker = self._idle.pop()
        self._busy[worker.pipe] = (worker, index)
        worker.take(task)
        began(index)


@dataclass(frozen=True, slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection

    def take(self, task: Callable[[], object]) -> None:
        try:
            self.pipe.send(task)
        except OSError:
            # The process has gone; that shows when its answer is asked for.
            return

    def answer(self) -> Any:
        """Return the result of the task, ``None`` when the process has gone."""
        try:
            return self.pipe.recv()
        except (EOFError, OSError):
            return None

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _start_worker() -> _Worker:
    # Spawned, not forked: the layout library's threads and caches do not survive a fork.
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there,), daemon=True)
    with deaf_to_interrupts():
        process.start()
    there.close()
    return _Worker(process, here)


def _serve(pipe: Connection) -> None:
    """Do tasks until the main process has no more of them, or is gone."""
    begin_worker()
    while True:
        try:
            outcome = _outcome(pipe.recv())
        except (EOFError, OSError):
            return
        except Exception as error:
            outcome = _lost(error)
        try:
            _reply(pipe, outcome)
        except OSError:
            return


def begin_worker() -> None:
    """Begin a process that works for another: it leaves Ctrl-C and the terminal to that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    quiet_libraries()


def _reply(pipe: Connection, outcome: object) -> None:
    try:
        pipe.send(outcome)
    except OSError:
        raise
    except Exception as error:
        # What cannot be sent is a fault in whoever made it, with a traceback that names it.
        pipe.send(_lost(error))


def _outcome(task: Callable[[], Result]) -> Result | Lost:
    try:
        return task()
    except Exception as error:
        return _lost(error)


def _lost(error: Exception) -> Lost:
    return Lost(type(error).__name__, "".join(traceback.format_exception(error)))


@contextmanager
def deaf_to_interrupts() -> Generator[None]:
    """Let a process that starts now never hear Ctrl-C, which a terminal sends to all: one process decides.

    On Windows a process cannot be born deaf; there it becomes so as soon as it serves.
    """
    if sys.platform == "win32":
        yield
        return
    # Started by itself it would make this process listen again, just before the worker is born.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def quiet_libraries() -> None:
    """Keep the English remarks of libraries off the terminal, unless the program is being mended."""
    if os.environ.get("KAMERWERK_DEBUG") != "1":
        for name in _LIBRARIES:
            logger = logging.getLogger(name)
            logger.addHandler(logging.NullHandler())
            logger.propagate = False
