"""Freeing the memory of earlier rounds when nobody waits for a page.

A layout is some hundred thousand objects that refer to each other. While one is made, Python would go through
all of them again and again in search of what nobody uses any more, and find nothing.
"""

from __future__ import annotations

import gc
from contextlib import AbstractContextManager
from types import TracebackType

_MOST = 4
"""Rounds of which the leftovers may lie about when there is no quiet moment: some tens of MB each."""


class Leftovers(AbstractContextManager["Leftovers"]):
    """While the block lasts, memory is freed at the moments that are told here, and not in between."""

    def __init__(self) -> None:
        self._rounds = 0

    def __enter__(self) -> Leftovers:
        """Let Python no longer choose the moment."""
        gc.disable()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the moment to Python again."""
        gc.unfreeze()
        gc.enable()

    def begin_round(self) -> None:
        """Free first what too many rounds without a quiet moment have left."""
        if self._rounds >= _MOST:
            self.free()
        self._rounds += 1

    def free(self) -> None:
        """Free what nobody uses any more. What is still there after the first time stays for good."""
        gc.collect()
        self._rounds = 0
        if not gc.get_freeze_count():
            gc.freeze()
