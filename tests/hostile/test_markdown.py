"""Markdown that is made to take time: a limit, a message at its file, and no more than some seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from pipeline.gate import limits
from tests import projects as p
from tests.compose.rendered import markdown
from tests.hostile.attack import found, text

SECONDS = 5
"""Of this thread: what other threads of the test's process still do is not the reader's."""

SIGNS = limits.TEXT_SIGNS


def filled(piece: str, end: str = "") -> str:
    """Repeat signs as often as one value may hold them; more never reach the parser."""
    times = SIGNS // sum(char in "*_[]<>&`~^!\\{}#" for char in piece + end)
    return piece * times + "a" + end * times


def filled_up(piece: str, before: str = "a", after: str = "b") -> str:
    """Make one value as long as it may be, of signs that count for nothing."""
    return before + piece * (limits.TEXT_CHARACTERS - len(before + after) - 1) + after


WITHIN = {
    "brackets": filled("[", "]"),
    "open brackets": filled("["),
    "open links": filled("[a]("),
    "stars": filled("*", "*"),
    "stars that open": filled("*a **a "),
    "stars that close": filled("**a *b ", "* **"),
    "underscores": filled("_a __a "),
    "quotes": filled(">"),
    "notes in notes": filled("a^[", "]"),
    "notes": filled("a^[noot] "),
    "links": filled("[de regio](https://www.zeeland.nl) "),
    "languages": filled("[", "]{lang=fy}"),
    "entities": filled("&amp;"),
    "headings": filled("# kop\n\n"),
    "elements": filled("<b>"),
    "strikes": filled("~~a "),
    "pictures": filled("![a](b.png)\n\n"),
    "dashes": "- " * 10_000 + "a",
    "lists in lists": "\n".join("  " * depth + "- a" for depth in range(120)),
    "cells": "| a | b |\n| - | - |\n" + "| 1 | 2 |\n" * 1_900,
    "short rows": "|" + " a |" * 50 + "\n|" + " - |" * 50 + "\n" + "b\n" * 90,
    "spaces": filled_up(" "),
    "tabs": filled_up("\t"),
    "spaces after a heading": filled_up(" ", before="# a"),
    "spaces in a cell": filled_up(" ", before="| a |\n| - |\n| b"),
    "spaces before an id": filled_up(" ", before="Tabel: a", after="{#a"),
    "a long word": "a" * limits.WORD_CHARACTERS,
    "paragraphs": "a\n\n" * 900,
}


@pytest.mark.parametrize("attack", WITHIN)
def test_what_is_just_within_the_limits_is_read_in_seconds(tmp_path: Path, attack: str) -> None:
    began = time.thread_time()
    markdown(tmp_path, WITHIN[attack])
    assert time.thread_time() - began < SECONDS


@pytest.mark.parametrize("attack", ["spaces", "tabs", "spaces after a heading"])
def test_white_space_as_long_as_a_value_may_be_is_checked_in_seconds(tmp_path: Path, attack: str) -> None:
    root = p.write_project(tmp_path, text(WITHIN[attack]))
    began = time.thread_time()
    assert found(root) == []
    assert time.thread_time() - began < SECONDS


BEYOND: dict[str, str] = {
    "emphasis in emphasis": "*" * 2 * limits.TEXT_NESTING + "a" + "*" * 2 * limits.TEXT_NESTING,
    "quotes in quotes": "> " * (limits.TEXT_NESTING + 1) + "a",
    "columns": "|" + " a |" * 60 + "\n|" + " - |" * 60 + "\n|" + " b |" * 60,
    "cells": "|" + " a |" * 50 + "\n|" + " - |" * 50 + "\n" + "b\n" * 150,
}


@pytest.mark.parametrize("attack", BEYOND)
def test_what_only_the_parser_can_see_is_refused_at_its_line(tmp_path: Path, attack: str) -> None:
    _, findings = markdown(tmp_path, f"Eerst.\n\n{BEYOND[attack]}")
    assert {finding.code for finding in findings} == {Code.TEXT_LIMIT}
    assert all(finding.where.line >= 2 for finding in findings)


@pytest.mark.parametrize(
    "much",
    ["[" * 100_000, "*a **b " * 50_000, ">" * 100_000, "a^[noot] " * 50_000, "|" + " a |" * 10_000],
    ids=["brackets", "emphasis", "quotes", "notes", "columns"],
)
def test_what_is_far_too_much_is_refused_before_it_is_parsed(tmp_path: Path, much: str) -> None:
    root = p.write_project(tmp_path, text(much))
    assert found(root) == [f"KAM113 {p.REGIO}"]


def passages(count: int, words: Callable[[int], str]) -> p.Change:
    made = "".join(f"  - id: blok-{number}\n    tekst: '{words(number)}'\n" for number in range(count))
    return p.add(p.TEKSTBLOKKEN, made)


def test_passages_that_take_one_another_in_many_times_come_to_an_end(tmp_path: Path) -> None:
    change = passages(9, lambda number: f"[=blok-{number + 1}] " * 9 if number < 8 else "x")
    root = p.write_project(tmp_path, change, text("[=blok-0]"))
    began = time.thread_time()
    assert "KAM416 content/gedeeld/tekstblokken.yaml" in found(root)
    assert time.thread_time() - began < 4 * SECONDS


def test_a_long_chain_of_passages_comes_to_an_end(tmp_path: Path) -> None:
    change = passages(300, lambda number: f"[=blok-{number + 1}]" if number < 299 else "x")
    root = p.write_project(tmp_path, change, text("[=blok-0]"))
    assert found(root) == ["KAM416 content/gedeeld/tekstblokken.yaml"]
