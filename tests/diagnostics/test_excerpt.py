from __future__ import annotations

import pytest

from pipeline.diagnostics import Location
from pipeline.diagnostics.excerpt import excerpt

LINES = ["id: zeeland", "titel: Agenda", "status: klaar"]


def test_the_caret_stands_below_the_place_between_its_neighbours() -> None:
    assert excerpt(LINES, Location("a.yaml", 2, 8)) == [
        "1 | id: zeeland",
        "2 | titel: Agenda",
        "  |        ^",
        "3 | status: klaar",
    ]


def test_a_known_length_is_underlined() -> None:
    assert "  |        ^^^^^^" in excerpt(LINES, Location("a.yaml", 2, 8, length=6))


def test_carets_do_not_run_past_the_line() -> None:
    assert "  |        ^^^^^^" in excerpt(LINES, Location("a.yaml", 2, 8, length=400))


def test_a_place_at_the_end_of_a_line_has_a_caret() -> None:
    assert excerpt(["a:"], Location("a.yaml", 1, 3)) == ["1 | a:", "  |   ^"]


@pytest.mark.parametrize("line", [0, 4])
def test_a_line_that_is_not_there_gives_nothing(line: int) -> None:
    assert excerpt(LINES, Location("a.yaml", line, 1)) == []


def test_line_numbers_are_aligned() -> None:
    lines = ["x"] * 12
    assert excerpt(lines, Location("a.yaml", 9, 1))[0:4] == [" 8 | x", " 9 | x", "   | ^", "10 | x"]


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "x" * 300 + "FOUT" + "y" * 300
    shown, caret = excerpt([line], Location("a.yaml", 1, 301, length=4))
    assert len(shown) <= 100
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "FOUT"


def test_a_wide_character_before_the_place_moves_the_caret() -> None:
    _, caret = excerpt(["日本 x"], Location("a.yaml", 1, 4))
    assert caret == "  |      ^"


def test_an_accent_of_its_own_takes_no_column() -> None:
    _, caret = excerpt(["e\u0301e x"], Location("a.yaml", 1, 5))
    assert caret == "  |    ^"


def test_tabs_and_control_characters_keep_their_column() -> None:
    shown, caret = excerpt(["a\tb\x1bc"], Location("a.yaml", 1, 5))
    assert shown == "1 | a b\ufffdc"
    assert caret == "  |     ^"
