"""Our own HTML is read as any reader of HTML would read it, and every note keeps its call and number."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5
from weasyprint.html import UA

from pipeline.document.nodes import Document, Letterhead
from pipeline.render.pdf.html import html
from pipeline.render.pdf.page import engine_rules, read_html
from pipeline.render.pdf.writing import Writing
from tests.stress import stress_letter, stress_report
from tests.styles import house_style
from tests.trees import annex, letter, report

PAGE = '<!DOCTYPE html>\n<html lang="nl"><head></head><body><p>{}</p></body></html>'


def as_values(element: Element) -> object:
    inside = [as_values(child) for child in element]
    return element.tag, dict(element.attrib), element.text or "", element.tail or "", inside


def others(page: str) -> Element:
    tree: Any = tinyhtml5.parse(page, namespace_html_elements=False)
    return tree


@pytest.mark.parametrize("document", [stress_letter(), stress_report(), annex(), letter(), report()])
def test_a_document_is_read_as_others_read_it(document: Document) -> None:
    writing = Writing(house_style(), document.id, isinstance(document.front, Letterhead))
    page = html(writing, document, frozenset())
    assert as_values(read_html(page)) == as_values(others(page))


@pytest.mark.parametrize(
    "content",
    [
        "a<br>b",
        '<img src="x" alt="&quot;&#x27;&lt;&gt;&amp;lt;">',
        "&amp;amp; &lt;p&gt;",
        "a\r\nb\rc",
        "é\u00a0€ \U0001f600",
    ],
)
def test_signs_are_read_as_others_read_them(content: str) -> None:
    page = PAGE.format(content)
    assert as_values(read_html(page)) == as_values(others(page))


@pytest.mark.parametrize("content", ["a < b", "<P>a", "<a href=x>b</a>", "<!-- a -->", "<script src='x'>"])
def test_html_that_we_do_not_write_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match="not our HTML"):
        read_html(PAGE.format(content))


def test_rules_of_the_engine_for_parts_of_any_element_are_for_notes_only() -> None:
    ours = engine_rules()
    assert re.findall(r"^(\S*)::([\w-]+)", UA, re.MULTILINE).count(("", "marker")) == 1
    assert not re.search(r"^::", ours, re.MULTILINE)
    assert re.findall(r"^x-note::([\w-]+)", ours, re.MULTILINE) == ["footnote-call", "footnote-marker"]


def test_all_other_rules_of_the_engine_are_kept() -> None:
    kept = set(engine_rules().splitlines())
    assert {line for line in UA.splitlines() if not line.startswith("::")} <= kept
