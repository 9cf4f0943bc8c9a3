"""Rounds for the tests of warm contenders."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.warm import Round


def talkative(words: str) -> Round:
    rounds = 0

    def work() -> Mapping[str, float]:
        nonlocal rounds
        rounds += 1
        print(words)
        return {"rondes": rounds}

    return work


def failing() -> Round:
    def work() -> Mapping[str, float]:
        raise ValueError("kan niet")

    return work
