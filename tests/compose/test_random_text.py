"""Whatever is typed: nothing is raised, and plain words come through."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.diagnostics import Diagnostic, Source
from pipeline.document.text import plain_text
from pipeline.document.walk import block_inlines, iter_blocks
from tests.compose.rendered import markdown

SYNTAX = st.text(alphabet="ab #*_-+.)>|[](){}^@=!\\`~<&;:'\"/\n\t 1{}lang=fy€…", max_size=80)
WORDS = st.lists(st.sampled_from(["regio", "Rijk", "kans", "samen", "2026", "één"]), min_size=1, max_size=12)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give all examples one folder: a folder for each would be most of the work."""
    return tmp_path_factory.mktemp("tekst")


def read(root: Path, text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    shown, diagnostics = markdown(root, text)
    runs = (run for block in iter_blocks(shown) for run in block_inlines(block))
    return " ".join(plain_text(run) for run in runs), diagnostics


@settings(deadline=None, max_examples=300)
@given(SYNTAX | st.text(max_size=40))
@example("> " * 60 + "diep")
@example("- " * 60 + "diep")
@example("[" * 200)
@example("**" * 100)
@example("^[" * 50 + "]" * 50)
def test_nothing_is_raised_and_every_finding_has_its_place_in_the_field(root: Path, text: str) -> None:
    _, diagnostics = read(root, text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for each in diagnostics:
        assert isinstance(each.where, Source)
        assert each.where.line < len(lines)
        assert each.where.column <= len(lines[each.where.line])
        assert not each.code.number.startswith("KAM5")


@settings(deadline=None, max_examples=100)
@given(st.lists(WORDS, min_size=1, max_size=4), st.sampled_from(["\n", "\n\n", "\n\n- ", "\n\n> "]))
def test_plain_words_survive(root: Path, paragraphs: list[list[str]], between: str) -> None:
    text = between.join(" ".join(each) for each in paragraphs)
    shown, diagnostics = read(root, text)
    assert diagnostics == ()
    assert shown.replace("\u00a0", " ").split() == [word for each in paragraphs for word in each]


@settings(deadline=None, max_examples=200)
@given(SYNTAX)
def test_what_is_not_printed_is_reported(root: Path, text: str) -> None:
    shown, diagnostics = read(root, text)
    letters = [char for char in text if char in "b€"]
    if not any(each.is_error for each in diagnostics) and "(" not in text:
        assert [char for char in shown if char in "b€"] == letters
