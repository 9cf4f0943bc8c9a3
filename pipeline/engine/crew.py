"""Tasks done side by side by any executor, each with a result of its own or a word on why there is none."""

from __future__ import annotations

import os
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from pipeline.engine.faults import Fault
from pipeline.engine.interrupts import undisturbed
from pipeline.engine.workers import Prepare, ProcessExecutor, quiet_libraries

Result = TypeVar("Result")
Began = Callable[[int], None]
"""Hears which task begins, by its index."""

_DIED = "het proces is twee keer onverwacht gestopt"


@dataclass(frozen=True, slots=True)
class Lost:
    """A task without a result: the name of the exception, or a few words when its process died."""

    kind: str
    details: str = ""
    died: bool = False
    """Whether its process died."""

    def fault(self, document: str) -> Fault:
        """Return what is told when the task was work on this document."""
        return Fault(document, self.kind, self.details, of_machine=self.died)


@dataclass(frozen=True, slots=True)
class Crew:
    """Whoever does tasks: ``at_once`` of them side by side, on any executor of ``concurrent.futures``.

    An executor that works on other machines needs the program and the house style at the same paths there;
    everything else travels with the tasks and their results.
    """

    executor: Executor
    at_once: int

    def run(
        self,
        tasks: Sequence[Callable[[], Result]],
        began: Began,
        begun: Mapping[int, Future[Result | Lost]] | None = None,
    ) -> Iterator[tuple[int, Result | Lost]]:
        """Start tasks in their order, and yield what each gave as soon as it is done, with its index.

        A task that takes its process down with it is tried once more, after all others; then it is lost.
        ``begun`` holds those that were begun before.
        """
        running = {future: index for index, future in begun.items()} if begun else {}
        waiting = deque(index for index in range(len(tasks)) if index not in running.values())
        again: set[int] = set()
        for index in running.values():
            began(index)
        while waiting or running:
            while waiting and len(running) < self.at_once:
                index = waiting.popleft()
                if index not in again:
                    began(index)
                running[self.begin(tasks[index])] = index
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in sorted(done, key=running.__getitem__):
                index = running.pop(future)
                error = future.exception()
                if isinstance(error, BrokenExecutor) and index not in again:
                    again.add(index)
                    waiting.append(index)
                else:
                    yield index, future.result() if error is None else _lost(error)

    def begin(self, task: Callable[[], Result]) -> Future[Result | Lost]:
        """Start a task, or let it wait for its turn; what it gives is asked for later."""
        try:
            return self.executor.submit(_outcome, task)
        except BrokenExecutor as error:
            refused: Future[Result | Lost] = Future()
            refused.set_exception(error)
            return refused


@contextmanager
def open_crew(jobs: int, prepare: Prepare | None = None, early: int = 0) -> Generator[Crew]:
    """Give work to so many processes of this machine; however the block ends, they are stopped at once.

    ``prepare`` is what each process does before its first task. ``early`` of them start when the block
    begins, so that this goes on beside what else is done. One job needs no process beside this one.
    """
    if jobs == 1:
        quiet_libraries()
        yield Crew(_Here(), 1)
        return
    executor = ProcessExecutor(jobs, prepare, early=early)
    try:
        yield Crew(executor, jobs)
    finally:
        with undisturbed():
            executor.stop()


def default_jobs() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Here(Executor):
    """Does each task at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do a task, and return its outcome."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def _outcome(task: Callable[[], Result]) -> Result | Lost:
    """Do a task where it is sent to: exceptions need not survive the way back."""
    try:
        return task()
    except Exception as error:
        return _lost(error)


def _lost(error: BaseException) -> Lost:
    died = isinstance(error, BrokenExecutor)
    kind = _DIED if died else type(error).__name__
    return Lost(kind, "".join(traceback.format_exception(error)), died)
