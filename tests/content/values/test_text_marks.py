"""What cannot stand in a text: template code, and in plain text what would be printed as it was typed."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from pipeline.content.values.text import read_markdown, read_plain_text
from pipeline.content.values.text_marks import template_code

PICTURE = '![Een schema](schema.svg "Bijschrift"){#schema breedte=120}'


def refusal(text: str) -> dict[str, object]:
    with pytest.raises(PydanticCustomError) as caught:
        read_plain_text(text)
    return caught.value.context or {}


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Een {{ naam }} erin", [4]),
        ("{% if x %}a{% endif %}", [0, 11]),
        ("{{ a }}{{ b }}", [0, 7]),
        ("a {# noot #} b", [2]),
        ("a {#noot #} b", [2]),
        ("open {{ naam", [5]),
        ("dicht #} b", [6]),
        (f"{PICTURE} {{{{ x }}}}", [len(PICTURE) + 1]),
    ],
)
def test_each_piece_of_template_code_is_found_once(text: str, at: list[int]) -> None:
    found = list(template_code(text))
    assert [mark.column for mark in found] == at
    assert {mark.code.number for mark in found} == {"KAM401"}


def test_template_code_is_found_on_its_line() -> None:
    (found,) = template_code("Eerste regel.\nTweede {{ x }}.")
    assert (found.line, found.column) == (1, 7)


@pytest.mark.parametrize("text", [PICTURE, "# Kop {#kop-een}", "{tekst}", "[x]{lang=fy}", "100 %}", "{ {"])
def test_braces_of_markdown_are_no_template_code(text: str) -> None:
    assert list(template_code(text)) == []


def test_a_field_of_markdown_keeps_its_text_so_that_all_its_faults_are_found_together() -> None:
    assert read_markdown("Een {{ naam }} en <b>") == "Een {{ naam }} en <b>"


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("Zeeland {{ naam }}", "JINJA_IN_TEXT", 8),
        ("De <b>haven</b>", "HTML_IN_TEXT", 3),
        ("Haven<br/>en kust", "HTML_IN_TEXT", 5),
        ('<a href="x">a</a>', "HTML_IN_TEXT", 0),
        ("Een <!-- noot -->", "HTML_IN_TEXT", 4),
        ("Rijk&nbsp;en regio", "HTML_IN_TEXT", 4),
        ("Rijk &#38; regio", "HTML_IN_TEXT", 5),
        ("Rijk &#x26; regio", "HTML_IN_TEXT", 5),
        ("De haven [@rapport]", "MARKDOWN_NOT_ALLOWED", 9),
        ("Kosten [=middelen.totaal]", "MARKDOWN_NOT_ALLOWED", 7),
        ("Zie [#k-haven]", "MARKDOWN_NOT_ALLOWED", 4),
        ("De haven^[Met de kade.]", "MARKDOWN_NOT_ALLOWED", 8),
        ("De **haven**", "MARKDOWN_NOT_ALLOWED", 3),
        ("[De haven](https://a.nl)", "MARKDOWN_NOT_ALLOWED", 9),
        ("[De haven]{lang=fy}", "MARKDOWN_NOT_ALLOWED", 9),
    ],
)
def test_what_plain_text_would_print_as_typed_is_refused(text: str, code: str, column: int) -> None:
    found = refusal(text)
    assert (found["code"], found["column"]) == (code, column)
    assert "Dit veld is gewone tekst" in str(found["hint"])


@pytest.mark.parametrize(
    "text",
    [
        "[naam]",
        "Rijk & regio",
        "R&D; ook later",
        "minder dan < 5",
        "<5 jaar",
        "a < b en b > a",
        "2 * 3",
        "*",
        "1 # 2",
        "a^2",
        "[bijlage] (1)",
        "agenda/zeeland",
        "https://a.nl/?a=1&copy=2",
    ],
)
def test_plain_signs_are_text(text: str) -> None:
    assert read_plain_text(text) == text
