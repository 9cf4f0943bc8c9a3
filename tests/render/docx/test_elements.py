"""What is written is what another reader of XML reads, whatever stands in it."""

from __future__ import annotations

import pytest
from lxml import etree

from pipeline.render.docx.elements import Drawn, Element, markup_of

AWKWARD = (
    "a < b & c > d",
    "zij zegt “ja” en 'nee' en \"misschien\"",
    "]]>",
    "&amp;",
    " twee  spaties ",
    "é\u2011ö",
)


def read(element: Element) -> etree._Element:
    return etree.fromstring(markup_of([element]))


@pytest.mark.parametrize("words", [*AWKWARD, "regel\neinde\r en\ttab"])
def test_text_and_attributes_are_read_as_they_were_given(words: str) -> None:
    found = read(Element("kop", {"naam": words}, [Element("tekst", {}, text=words)]))
    assert found.get("naam") == words
    assert found.findtext("tekst") == words


def test_children_and_attributes_keep_their_order() -> None:
    made = Element("rij", {"b": "1", "a": "2"}, [Element("x", {})])
    made.append(Element("y", {}))
    made.extend([Element("z", {}), Element("x", {"nummer": "2"})])
    assert markup_of([made]) == '<rij b="1" a="2"><x/><y/><z/><x nummer="2"/></rij>'


def test_the_first_child_of_a_name_is_found_and_none_deeper() -> None:
    made = Element("a", {}, [Element("b", {}, [Element("c", {})]), Element("b", {"laatste": "ja"})])
    found = made.find("b")
    assert found is made.children[0]
    assert made.find("c") is None
    assert [each.name for each in made.iter("c")] == ["c"]
    assert len(list(made.iter("b"))) == 2


def test_a_drawing_is_written_as_it_is() -> None:
    assert markup_of([Element("r", {}, [Drawn("lijn", "<lijn x='1'/>")])]) == "<r><lijn x='1'/></r>"
