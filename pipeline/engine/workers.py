"""Processes of this machine that do tasks: each imports the libraries once, and none outlives the work."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import pickle
import re
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Generator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import StringIO
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.collecting import collect_rarely
from pipeline.engine.interrupts import undisturbed

if sys.platform != "win32":
    import resource

Prepare = Callable[[], None]
"""What a process does before its first task: a function of a module, so that it can be sent."""

_LIBRARIES = ("weasyprint", "fontTools", "pikepdf", "uvicorn")
_WORN = 512 * 1024 * 1024
"""Bytes of memory that a process may ever have used; past it, another takes its place after the task."""
_MOST = 4 * 1024 * 1024 * 1024
"""Bytes of memory that a task can get at all."""


class WorkerDiedError(BrokenExecutor):
    """The process that did the task has gone; the executor itself goes on with another."""


class TaskError(Exception):
    """A task raised something: the name of that exception, and its traceback as text."""


class ProcessExecutor(Executor):
    """A fixed number of processes behind the interface of ``concurrent.futures``.

    Unlike the standard pool, a process that dies takes only its own task with it, one that has used much
    memory is replaced, and all can be stopped in the middle of their tasks.
    """

    def __init__(
        self, size: int, prepare: Prepare | None = None, *, early: int = 0, worn: int = _WORN
    ) -> None:
        """Take ``size`` processes at most; start ``early`` of them now, the others when there is work.

        ``worn`` is in bytes of memory.
        """
        self._prepare = prepare
        self._worn = worn
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []
        self._everyone: set[_Worker] = set()
        self._stopped = False
        self._scratch = _scratch_folder()
        # One thread for each process: it hands over a task and waits for the answer.
        self._threads = ThreadPoolExecutor(size, "kamerwerk")
        with undisturbed():
            self._idle = [self._hire() for _ in range(min(early, size))]

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Let a process call a function of a module, with arguments that can be sent."""
        return self._threads.submit(self._do, partial(fn, *args, **kwargs))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more tasks; with ``wait`` return when those that were taken are done."""
        self._threads.shutdown(wait, cancel_futures=cancel_futures)
        if wait:
            self.stop()

    def stop(self) -> None:
        """Stop every process, also one in the middle of its task, which then raises ``WorkerDiedError``."""
        with self._lock:
            self._stopped = True
            everyone = list(self._everyone)
        for worker in everyone:
            worker.process.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in everyone:
            worker.stop()
        if self._scratch:
            self._scratch.cleanup()

    def _do(self, task: Callable[[], object]) -> Any:
        order = _packed(task)
        worker = self._take()
        answer = worker.ask(order)
        if answer is None or answer.memory > self._worn:
            self._dismiss(worker)
        else:
            with self._lock:
                self._idle.append(worker)
        if answer is None:
            raise WorkerDiedError
        if answer.error is not None:
            raise answer.error
        return answer.result

    def _take(self) -> _Worker:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return self._hire()

    def _hire(self) -> _Worker:
        with self._lock:
            if self._stopped:
                raise WorkerDiedError
            worker = _start_worker(self._prepare, self._scratch.name if self._scratch else None)
            self._everyone.add(worker)
        return worker

    def _dismiss(self, worker: _Worker) -> None:
        with self._lock:
            self._everyone.discard(worker)
        worker.stop()


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came of a task, and the most bytes of memory that its process ever used."""

    memory: int
    result: object = None
    error: TaskError | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Worker:
    process: BaseProcess
    pipe: Connection

    def ask(self, order: bytes) -> _Answer | None:
        """Return the answer to a task, ``None`` when the process has gone."""
        try:
            self.pipe.send_bytes(order)
            return pickle.loads(self.pipe.recv_bytes())  # noqa: S301 - our own process wrote it
        except (EOFError, OSError):
            return None

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _packed(value: object) -> bytes:
    return bytes(ForkingPickler.dumps(value))


def _scratch_folder() -> TemporaryDirectory[str] | None:
    """Return a folder for the temporary files of all processes: one that is stopped cannot clear up its own.

    ``None`` where there is no room for it; then each document that needs room says so.
    """
    try:
        return TemporaryDirectory(prefix="kamerwerk-", ignore_cleanup_errors=True)
    except OSError:
        return None


def _start_worker(prepare: Prepare | None, scratch: str | None) -> _Worker:
    # Spawned, not forked: the layout library's threads and caches do not survive a fork.
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, prepare, scratch), daemon=True)
    with deaf_to_interrupts():
        process.start()
    there.close()
    return _Worker(process, here)


def _serve(pipe: Connection, prepare: Prepare | None, scratch: str | None) -> None:
    """Do tasks until the main process has no more of them, or is gone."""
    begin_worker()
    _limit_memory()
    tempfile.tempdir = scratch
    if prepare:
        prepare()
        # What is imported stays: the garbage collector need not look through it again and again.
        gc.freeze()
    while True:
        try:
            order = pipe.recv_bytes()
            pipe.send_bytes(_answer(order))
        except (EOFError, OSError):
            return


def _answer(order: bytes) -> bytes:
    """Do a task, and write down what came of it."""
    try:
        result = pickle.loads(order)()  # noqa: S301 - the main process of this run wrote it
        return _packed(_Answer(_most_memory(), result))
    except Exception as error:
        traceback.print_exc(file=(told := StringIO()))
        return _packed(_Answer(_most_memory(), error=TaskError(type(error).__name__, told.getvalue())))


def _most_memory() -> int:
    """Return the most bytes of memory that this process ever used; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    if sys.platform == "linux":
        # What getrusage tells there begins with what the process had that started this one.
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        found = re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
        return int(found[1]) * 1024 if found else 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _limit_memory() -> None:
    """Let a task that asks for ever more fail by itself, before the machine does."""
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        limit = _MOST if hard == resource.RLIM_INFINITY else min(_MOST, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


def begin_worker() -> None:
    """Begin a process that works for another: it leaves Ctrl-C and the terminal to that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_rarely()
    quiet_libraries()


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
