"""Text fields, ids and names."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from pipeline.content.source import YamlText
from pipeline.content.values import PlainText, count_of, join_names, list_joints, sort_key
from pipeline.content.values.ids import propose_id, read_id, read_reference
from pipeline.content.values.text import read_markdown, read_plain_text
from pipeline.diagnostics import Source

SOURCE = Source("regio.yaml", ("titel",))


def refusal(read: object, value: object) -> dict[str, object]:
    assert callable(read)
    with pytest.raises(PydanticCustomError) as caught:
        read(value)
    return caught.value.context or {}


class TestText:
    def test_it_keeps_its_place_through_pickling_and_copying(self) -> None:
        text = read_plain_text(YamlText("Zeeland", SOURCE))
        assert (text, text.source) == ("Zeeland", SOURCE)
        assert pickle.loads(pickle.dumps(text)).source == SOURCE
        assert copy.deepcopy(text).source == SOURCE

    def test_spaces_around_it_go_and_its_place_moves_with_them(self) -> None:
        text = read_plain_text(YamlText("  Zeeland ", SOURCE))
        assert (text, text.source) == ("Zeeland", SOURCE.inside(0, 2))

    def test_accents_are_composed(self) -> None:
        assert read_plain_text("Frysla\u0302n") == "Fryslân"
        assert read_markdown("Frysla\u0302n") == "Fryslân"

    def test_plain_text_may_come_from_elsewhere(self) -> None:
        assert PlainText("[naam]").source is None

    def test_plain_text_is_one_line(self) -> None:
        found = refusal(read_plain_text, "een\ntwee\n")
        assert (found["code"], found["line"]) == ("INVALID_VALUE", 1)
        assert read_plain_text("een\n") == "een"

    def test_markdown_keeps_its_lines_and_the_indentation_of_the_first(self) -> None:
        assert read_markdown("    code\n\n- een\n- twee\n\n") == "    code\n\n- een\n- twee"

    @pytest.mark.parametrize("read", [read_plain_text, read_markdown])
    @pytest.mark.parametrize(
        ("value", "code"),
        [
            ("", "EMPTY_TEXT"),
            (" \n", "EMPTY_TEXT"),
            (None, "EMPTY_TEXT"),
            (["x"], "WRONG_TYPE"),
            ({}, "WRONG_TYPE"),
        ],
    )
    def test_what_is_no_text_is_refused(self, read: object, value: object, code: str) -> None:
        assert refusal(read, value)["code"] == code


class TestIds:
    @pytest.mark.parametrize("typed", ["k", "water", "a2-3", "kans-zoet-water", "a" * 60])
    def test_an_id_keeps_its_place(self, typed: str) -> None:
        for read in (read_id, read_reference):
            found = read(YamlText(typed, SOURCE))
            assert (found, found.source) == (typed, SOURCE)

    @pytest.mark.parametrize(
        ("typed", "proposal"),
        [
            ("Goed Wonen!", "goed-wonen"),
            ("Súdwest_Fryslân", "sudwest-fryslan"),
            ("a--b", "a-b"),
            ("-a-", "a"),
            ("'s-Hertogenbosch", "s-hertogenbosch"),
            ("kans 2.1", "kans-2-1"),
            ("2026 Plannen", "2026-plannen"),
            ("b" * 70, "b" * 60),
        ],
    )
    def test_another_text_is_refused_with_a_proposal(self, typed: str, proposal: str) -> None:
        found = refusal(read_id, typed)
        assert (found["code"], found["hint"]) == ("INVALID_ID", f"Schrijf bijvoorbeeld: {proposal}")

    @given(st.text(max_size=90))
    def test_a_proposal_is_an_id_or_nothing(self, text: str) -> None:
        proposal = propose_id(text)
        assert not proposal or read_id(proposal) == proposal


class TestNames:
    @pytest.mark.parametrize(
        ("names", "joined"),
        [([], ""), (["A"], "A"), (["A", "B"], "A en B"), (["A", "B", "C"], "A, B en C")],
    )
    def test_names_are_joined_with_commas_and_en(self, names: list[str], joined: str) -> None:
        assert join_names(names) == joined

    @pytest.mark.parametrize("count", range(5))
    def test_the_words_around_the_items_join_as_the_names_do(self, count: int) -> None:
        names = [f"naam {number}" for number in range(count)]
        before, *after = list_joints(count)
        assert len(after) == count
        assert before + "".join(map("".join, zip(names, after, strict=True))) == join_names(names)

    def test_one_takes_the_singular_and_all_else_the_plural(self) -> None:
        counted = [count_of(number, "afspraak", "afspraken") for number in (0, 1, 2)]
        assert counted == ["0\u00a0afspraken", "1\u00a0afspraak", "2\u00a0afspraken"]

    def test_names_sort_as_in_a_dutch_register(self) -> None:
        names = ["Zwolle", "Súdwest-Fryslân", "Den Haag", "'s-Hertogenbosch", "Sudwest", "’s-Gravenhage"]
        names += ["Hoorn", "De Bilt", "Ede", "Het Hogeland", "hulst", "Súdhoek", "Delft"]
        assert sorted(names, key=sort_key) == [
            "De Bilt", "Delft", "Ede", "’s-Gravenhage", "Den Haag", "'s-Hertogenbosch", "Het Hogeland",
            "Hoorn", "hulst", "Súdhoek", "Sudwest", "Súdwest-Fryslân", "Zwolle",
        ]  # fmt: skip

    @given(st.lists(st.text(max_size=8), max_size=6))
    def test_the_order_does_not_depend_on_the_order_before(self, names: list[str]) -> None:
        backwards = list(reversed(names))
        assert sorted(names, key=sort_key) == sorted(backwards, key=sort_key)
