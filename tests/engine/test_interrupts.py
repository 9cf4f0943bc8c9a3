from __future__ import annotations

import signal
import threading

import pytest

from pipeline.engine.interrupts import undisturbed


def test_an_interrupt_comes_after_the_block() -> None:
    steps: list[str] = []

    def work() -> None:
        with undisturbed():
            signal.raise_signal(signal.SIGINT)
            steps.append("afgemaakt")
        steps.append("verder")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert steps == ["afgemaakt"]


def test_without_an_interrupt_nothing_happens_and_the_handler_is_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with undisturbed():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_a_block_in_a_block_lets_the_interrupt_wait_for_the_outer_one() -> None:
    steps: list[str] = []

    def work() -> None:
        with undisturbed():
            with undisturbed():
                signal.raise_signal(signal.SIGINT)
            steps.append("ook het buitenste")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert steps == ["ook het buitenste"]


def test_in_another_thread_the_block_is_simply_done() -> None:
    done: list[bool] = []

    def work() -> None:
        with undisturbed():
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
