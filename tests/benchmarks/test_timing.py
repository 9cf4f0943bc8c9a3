from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.contenders import Command, Warm
from benchmarks.timing import Absent, ContenderError, Findings, Sample, race, total


class Counting:
    """Takes one second more each time, and fails when it is told to."""

    def __init__(self, name: str, order: list[str], fails_at: int = 0) -> None:
        self.name, self.order, self.fails_at = name, order, fails_at
        self.runs = 0
        self.closed = False

    def run(self) -> Mapping[str, float]:
        self.runs += 1
        self.order.append(self.name)
        if self.runs == self.fails_at:
            raise ContenderError("het lukt niet")
        return {"": float(self.runs), "deel": 10.0}

    def close(self) -> None:
        self.closed = True


def test_a_sample_tells_its_median_smallest_and_quartiles() -> None:
    sample = Sample((5, 1, 3, 2, 4))
    assert (sample.median, sample.least, sample.spread) == (3, 1, (2, 4))
    assert Sample((7,)).spread == (7, 7)


def test_a_total_adds_up_round_by_round() -> None:
    assert total((Sample((1, 2, 3)), Sample((10, 20)))).values == (11, 22)


def test_contenders_work_in_turn_and_warming_up_does_not_count() -> None:
    order: list[str] = []
    found = race((Counting("a", order), Counting("b", order)), rounds=2, warm_ups=1)
    assert order == ["a", "b"] * 3
    assert found.samples["a"].values == (2, 3)
    assert found.samples["b/deel"].values == (10, 10)


def test_who_fails_is_out_with_the_reason_and_the_others_go_on() -> None:
    order: list[str] = []
    failing, sound = Counting("a", order, fails_at=2), Counting("b", order)
    found = race((failing, sound), rounds=2, warm_ups=1)
    assert found.missing == {"a": "het lukt niet"}
    assert set(found.samples) == {"b", "b/deel"}
    assert failing.closed
    assert sound.closed


def test_who_is_absent_is_told_with_the_reason() -> None:
    assert race([Absent("typst", "Typst staat er niet op")], rounds=1).missing == {
        "typst": "Typst staat er niet op"
    }


def test_a_command_is_timed_as_a_process_and_must_make_its_file(tmp_path: Path) -> None:
    made = tmp_path / "uit.txt"
    write = (sys.executable, "-c", f"open({str(made)!r}, 'w').write('x')")
    assert 0 < Command("schrijven", [write], tmp_path, [made]).run()[""] < 60
    with pytest.raises(ContenderError, match=r"uit\.txt is niet gemaakt"):
        Command("niets", [(sys.executable, "-c", "")], tmp_path, [made]).run()


def test_a_command_that_fails_says_what_it_said(tmp_path: Path) -> None:
    line = (sys.executable, "-c", "raise SystemExit('geen lettertype')")
    with pytest.raises(ContenderError, match="geen lettertype"):
        Command("mislukt", [line], tmp_path).run()


def test_a_warm_process_measures_its_own_parts_and_keeps_what_libraries_print_apart() -> None:
    contender = Warm("warm", "tests.benchmarks.warm_rounds:talkative", words="hallo")
    try:
        assert [contender.run()["rondes"] for _ in range(2)] == [1, 2]
    finally:
        contender.close()


def test_a_warm_process_that_stops_says_why() -> None:
    contender = Warm("warm", "tests.benchmarks.warm_rounds:failing")
    try:
        with pytest.raises(ContenderError, match="ValueError: kan niet"):
            contender.run()
    finally:
        contender.close()


def test_what_is_measured_again_takes_the_place_of_what_was_and_the_rest_stays() -> None:
    one, two = Sample((1.0,)), Sample((2.0,))
    earlier = Findings({"a/x": one, "b": one, "c": one}, {"d": "ontbrak", "e": "ontbreekt"})
    found = Findings({"b": two, "d/x": two}, {"a": "nu niet"}).over(earlier)
    assert found.samples == {"b": two, "c": one, "d/x": two}
    assert found.missing == {"a": "nu niet", "e": "ontbreekt"}
