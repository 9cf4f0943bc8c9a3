"""Noticing that a writer has saved something."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import awatch

_FOLDERS = ("content", "templates")
_STEP = 20
"""Milliseconds without another change after which the change is told: editors write a file in steps."""
_LONGEST = 200
"""Milliseconds that changes are gathered at most."""


async def changes(root: Path) -> AsyncIterator[None]:
    """Yield each time that content or templates of a project have changed, soon after they were saved."""
    folders = [root / name for name in _FOLDERS if (root / name).is_dir()]
    async for _ in awatch(*folders, step=_STEP, debounce=_LONGEST):
        yield
