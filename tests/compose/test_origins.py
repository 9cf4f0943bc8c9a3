"""Marks carry sources through text and attributes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.origins import Origins, Piece, first_visible, without_marks
from pipeline.diagnostics import Source

ONE = Source("a.yaml", ("een",))
TWO = Source("b.yaml", ("twee",), 3, 4)


def test_marked_text_keeps_its_source() -> None:
    origins = Origins()
    text = f"voor {origins.mark('een', ONE)} en {origins.mark('twee', TWO)} na"
    assert origins.split(text) == (
        Piece("voor ", None),
        Piece("een", ONE),
        Piece(" en ", None),
        Piece("twee", TWO),
        Piece(" na", None),
    )
    assert without_marks(text) == "voor een en twee na"


def test_a_mark_inside_another_wins_and_the_outer_goes_on_where_it_was() -> None:
    origins = Origins()
    inner = origins.mark("B", TWO)
    outer = origins.mark("A|C", ONE).replace("|", inner)
    assert origins.split(outer) == (Piece("A", ONE), Piece("B", TWO), Piece("C", ONE.inside(0, 1)))


def test_text_is_made_safe_for_xml() -> None:
    assert without_marks(Origins().mark("<b> & \"c\" 'd'\x01\ufffe", ONE)) == (
        "&lt;b&gt; &amp; &#34;c&#34; &#39;d&#39;\ufffd\ufffd"
    )


def test_content_cannot_forge_a_mark() -> None:
    origins = Origins()
    forged = str(origins.mark("echt", ONE))
    assert origins.split(str(origins.mark(forged, TWO)))[0].source == TWO
    assert "\ufffd" in origins.mark(forged, TWO)


@pytest.mark.parametrize("number", ["", "-1", "7", "x", "²"])
def test_an_unknown_entry_has_no_source(number: str) -> None:
    assert Origins().source(number) is None


def test_the_first_visible_character_stands_after_marks() -> None:
    origins = Origins()
    marked = origins.mark("woord", ONE)
    assert marked[first_visible(marked)] == "w"
    assert first_visible("") == 0


@given(st.text())
def test_any_text_comes_back_with_its_source(text: str) -> None:
    origins = Origins()
    pieces = origins.split(str(origins.mark("x", ONE)) + text)
    assert pieces[0] == Piece("x", ONE)
