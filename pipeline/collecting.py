"""When Python looks for memory that nobody uses any more: not while everything that is made stays in use.

A layout is some hundred thousand objects that all live until its pages are written; the content of a project
and its trees live even longer. Python would go through them again and again while they are made, which takes
a quarter of the time and finds nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

_YOUNGEST = 0
"""The generation of objects that were made since Python last looked."""

_RARELY = 100_000
"""How many objects more than before there must be; Python itself looks after 700."""


def collect_rarely() -> None:
    """Let this process look for unused memory rarely, from its start on: what it loads stays in use."""
    gc.set_threshold(_RARELY)


@contextmanager
def not_collecting() -> Generator[None]:
    """Let the ``with`` block run undisturbed; however it ends, collection is on again if it was on before."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@contextmanager
def collecting_afterwards() -> Generator[None]:
    """Let the ``with`` block run undisturbed, and free what it left behind as soon as it ends.

    Only what the block itself made is looked at, and not what was there before: as long as nobody looks, all
    that is made stays among the youngest. Where collection was off already, that is for who turned it off.
    """
    before = gc.isenabled()
    with not_collecting():
        yield
        if before:
            gc.collect(_YOUNGEST)
