"""Python's collection of memory rests while a document is made, and is left as it was found."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager

import pytest

from pipeline.collecting import collect_rarely, collecting_afterwards, not_collecting
from pipeline.render.pdf import render_pdf
from tests.styles import house_style
from tests.trees import one_page_letter

BOTH = pytest.mark.parametrize("resting", [collecting_afterwards, not_collecting])
Resting = Callable[[], AbstractContextManager[None]]


@pytest.fixture(autouse=True)
def as_it_was() -> Generator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.enable()
    gc.unfreeze()


class Round:
    """An object that holds itself: only collection frees it."""

    def __init__(self) -> None:
        self.itself = self


@BOTH
def test_collection_rests_inside_and_is_on_again_after(resting: Resting) -> None:
    with resting():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


@BOTH
def test_collection_is_on_again_after_an_error(resting: Resting) -> None:
    with pytest.raises(ZeroDivisionError), resting():
        _ = 1 / 0
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


@BOTH
def test_collection_that_was_off_stays_off(resting: Resting) -> None:
    gc.disable()
    with resting():
        kept = weakref.ref(Round())
    assert not gc.isenabled()
    assert kept() is not None


def test_what_a_process_set_apart_stays_apart() -> None:
    gc.freeze()
    before = gc.get_freeze_count()
    with collecting_afterwards():
        pass
    assert gc.get_freeze_count() == before > 0


def test_what_the_block_left_behind_is_freed_at_its_end() -> None:
    with collecting_afterwards():
        left = weakref.ref(Round())
        assert left() is not None
    assert left() is None


def test_documents_leave_nothing_behind() -> None:
    counts: list[int] = []
    for _ in range(6):
        render_pdf(one_page_letter(), house_style())
        counts.append(len(gc.get_objects()))
    # A layout of one page is some ten thousand objects.
    assert counts[-1] - counts[2] < 500


@pytest.mark.parametrize(("made", "looks"), [(20_000, False), (300_000, True)])
def test_a_process_looks_rarely_and_still_frees_what_it_leaves_behind(made: int, looks: bool) -> None:
    gc.collect()
    collect_rarely()
    first = weakref.ref(Round())
    rounds = [Round() for _ in range(made // 2)]
    rounds += [Round() for _ in range(made // 2)]
    assert (first() is None) is looks
