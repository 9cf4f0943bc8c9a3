"""Rows of texts side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.verify.alignment import Step, align, moved_texts


def pairs(read: list[str], source: list[str]) -> list[tuple[list[str], list[str]]]:
    """Return the steps in which something is not the same, as texts."""
    steps = [([read[k] for k in step.read], [source[k] for k in step.source]) for step in align(read, source)]
    return [(here, there) for here, there in steps if here != there]


def test_equal_rows_have_no_differences() -> None:
    assert pairs(["a", "b", "b"], ["a", "b", "b"]) == []


def test_changed_text_belongs_to_its_original() -> None:
    assert pairs(["een", "twee", "drie"], ["een", "twee", "vier"]) == [(["drie"], ["vier"])]


def test_missing_and_surplus_texts_stand_alone() -> None:
    assert pairs(["een", "drie"], ["een", "twee", "drie"]) == [([], ["twee"])]
    assert pairs(["een", "twee", "drie"], ["een", "drie"]) == [(["twee"], [])]


def test_changed_text_beside_a_missing_one_is_recognised() -> None:
    source = ["begin", "dealineaoverwonen", "€1", "dealineaoverwerk", "eind"]
    read = ["begin", "dealineaoverwomen", "dealineaoverwerf", "eind"]
    assert pairs(read, source) == [
        (["dealineaoverwomen"], ["dealineaoverwonen"]),
        ([], ["€1"]),
        (["dealineaoverwerf"], ["dealineaoverwerk"]),
    ]


def test_same_letters_in_other_pieces_are_one_step() -> None:
    assert pairs(["a", "bcde", "f"], ["a", "bc", "de", "f"]) == [(["bcde"], ["bc", "de"])]
    assert pairs(["a", "b", "cde", "f"], ["a", "bc", "de", "f"]) == [(["b", "cde"], ["bc", "de"])]


def test_two_texts_in_each_others_place_are_those_two_and_no_more() -> None:
    source = ["a", "wonen", "b", "werken", "z"]
    for read in (["a", "werken", "b", "wonen", "z"], ["wonen", "a", "b", "werken", "z"]):
        moved = moved_texts(align(read, source), read, source)
        assert len(moved) == 2
        assert all(read[at] == source[place] and moved[at] == place for place, at in moved.items())


def test_a_text_that_went_further_on_is_the_only_one_that_moved() -> None:
    read, source = ["b", "c", "a", "z"], ["a", "b", "c", "z"]
    assert moved_texts(align(read, source), read, source) == {0: 2}


def test_rows_without_anything_in_common_are_aligned_in_little_time() -> None:
    read, source = [f"r{k}" * 20 for k in range(400)], [f"s{k}" * 20 for k in range(500)]
    steps = align(read, source)
    assert sum(len(step.read) for step in steps) == 400
    assert sum(len(step.source) for step in steps) == 500


TEXTS = st.lists(st.sampled_from(["wonen", "werken", "wonenwerken", "reizen", "€1", "€2", ""]), max_size=9)


@given(TEXTS, TEXTS)
def test_every_text_stands_in_exactly_one_step_and_in_order(read: list[str], source: list[str]) -> None:
    steps = align(read, source)
    assert [k for step in steps for k in step.read] == list(range(len(read)))
    assert [k for step in steps for k in step.source] == list(range(len(source)))
    assert all(step.read or step.source for step in steps)


@given(TEXTS)
def test_a_row_beside_itself_is_all_pairs(texts: list[str]) -> None:
    assert align(texts, texts) == [Step(range(k, k + 1), range(k, k + 1)) for k in range(len(texts))]
