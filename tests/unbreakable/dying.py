"""Real makers that kill the process they work in, in the middle of their work: some times, or each time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType, MappingProxyType
from typing import Any, Literal

from pipeline.engine.makers import Makers

Step = Literal["pdf", "docx", "verify"]
MIDDLE = MappingProxyType({"pdf": 150_000, "docx": 5_000, "verify": 20_000})
"""Calls of functions after which each step is about half done for one letter."""


@dataclass(frozen=True, slots=True)
class Dying:
    """A real maker whose process is killed in the middle, as long as it has died fewer than ``times`` times.

    ``deaths`` is the file in which each death is noted, just before it comes.
    """

    maker: Callable[..., Any]
    middle: int
    deaths: Path
    times: int

    def __call__(self, *arguments: Any) -> Any:
        assert multiprocessing.parent_process(), "only a process that works for another may die"
        if died(self.deaths) == self.times:
            return self.maker(*arguments)
        with self._death_is_near():
            return self.maker(*arguments)

    @contextmanager
    def _death_is_near(self) -> Generator[None]:
        left = self.middle

        def hear(_frame: FrameType, event: str, _argument: object) -> None:
            nonlocal left
            left -= event == "call"
            if left == 0:
                with self.deaths.open("a", encoding="utf-8") as file:
                    file.write(f"{os.getpid()}\n")
                os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(hear)
        try:
            yield
        finally:
            sys.setprofile(None)


def dying_makers(step: Step, deaths: Path, times: int) -> Makers:
    """Return the real makers, of which one step kills its process so many times."""
    whole = Makers()
    return replace(whole, **{step: Dying(getattr(whole, step), MIDDLE[step], deaths, times)})


def died(deaths: Path) -> int:
    """Return how many processes have died."""
    return len(deaths.read_text(encoding="utf-8").splitlines()) if deaths.exists() else 0
