"""Names of bookmarks that Word accepts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.render.docx.bookmarks import Bookmarks
from pipeline.render.docx.oxml import w

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")


@given(st.lists(st.text(min_size=1), unique=True, max_size=20))
def test_names_are_valid_and_unique_whatever_the_ids(identities: list[str]) -> None:
    bookmarks = Bookmarks()
    names = [bookmarks.name(identity) for identity in identities]
    assert all(NAME.fullmatch(name) for name in names)
    assert len({name.lower() for name in names}) == len(identities)


@pytest.mark.parametrize(
    ("identity", "name"),
    [("kans-2", "kans_2"), ("2027", "doel_2027"), ("k1.bedrag", "k1_bedrag"), ("x" * 60, "x" * 40)],
)
def test_name_stays_close_to_the_id(identity: str, name: str) -> None:
    assert Bookmarks().name(identity) == name


def test_ids_that_differ_by_a_sign_get_different_names() -> None:
    bookmarks = Bookmarks()
    assert [bookmarks.name("a-b"), bookmarks.name("a.b"), bookmarks.name("a-b")] == ["a_b", "a_b_2", "a_b"]


def test_content_without_id_gets_no_bookmark() -> None:
    content = [w("r")]
    assert Bookmarks().around("", content) == content


def test_bookmarks_have_their_own_numbers() -> None:
    bookmarks = Bookmarks()
    first, second = bookmarks.around("a", []), bookmarks.around("b", [])
    assert first[0].attributes != second[0].attributes
    assert first[0].attributes["w:id"] == first[-1].attributes["w:id"]
