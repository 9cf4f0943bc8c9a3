"""How far the work is: a bar on a terminal, plain lines in a log."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Generic, TypeVar

import click

from pipeline.cli.printing import console
from pipeline.engine.watching import Watcher

Result = TypeVar("Result")
Tell = Callable[[str, Result], str]
"""Says in one line what became of a piece of work; "" for nothing."""

_SHOWN = 3
"""Pieces of work that are named beside the bar; more do not fit on a line."""


def progress_report(title: str, tell: Tell[Result]) -> AbstractContextManager[Watcher[Result]]:
    """Return a bar on a terminal, and lines elsewhere: a log holds what happened."""
    return _Bar(title) if sys.stdout.isatty() and sys.stderr.isatty() else _Lines(tell)


class _Lines(AbstractContextManager[Watcher[Result]], Generic[Result]):
    """One line for each piece of work that has ended."""

    def __init__(self, tell: Tell[Result]) -> None:
        self._tell = tell

    def __enter__(self) -> Watcher[Result]:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def started(self, total: int) -> None:
        """Say nothing."""

    def began(self, work: str) -> None:
        """Say nothing."""

    def ended(self, work: str, result: Result, /) -> None:
        """Write what became of it."""
        if line := self._tell(work, result):
            click.echo(line)


class _Bar(AbstractContextManager[Watcher[object]]):
    """A bar that names what is running, and goes away at the end."""

    def __init__(self, title: str) -> None:
        # Imported here: a log has no bar.
        from rich.progress import (  # noqa: PLC0415
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
        )

        columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
        self._progress = Progress(*columns, console=console(), transient=True)
        self._title = title
        self._task = self._progress.add_task(title)
        self._running: list[str] = []

    def __enter__(self) -> Watcher[object]:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def started(self, total: int) -> None:
        """Show an empty bar."""
        self._running.clear()
        self._progress.reset(self._task, total=total, description=self._title)

    def began(self, work: str) -> None:
        """Name it beside the bar."""
        self._running.append(work)
        self._name()

    def ended(self, work: str, _result: object, /) -> None:
        """Move the bar on."""
        self._running.remove(work)
        self._progress.advance(self._task)
        self._name()

    def _name(self) -> None:
        names = ", ".join(self._running[:_SHOWN])
        more = f" en nog {len(self._running) - _SHOWN}" if len(self._running) > _SHOWN else ""
        self._progress.update(self._task, description=f"{names}{more}" or self._title)
