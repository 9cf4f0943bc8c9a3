"""Properties stand in the order of the schema, and a drawing declares what it uses."""

from __future__ import annotations

import pytest
from lxml import etree

from pipeline.render.docx.elements import Element, markup_of
from pipeline.render.docx.oxml import drawing, paragraph, paragraph_property, set_paragraph_property, w


def names(made: Element) -> list[str]:
    return [each.name for each in made.children[0].children]


def test_a_property_comes_at_its_place_in_the_schema() -> None:
    made = paragraph("Normal", properties=[w("ind", left=1), w("jc", val="right")])
    for name in ("contextualSpacing", "pageBreakBefore", "keepNext", "spacing"):
        set_paragraph_property(made, name)
    after = ["w:keepNext", "w:pageBreakBefore", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc"]
    assert names(made) == ["w:pStyle", *after]


def test_a_property_that_is_there_keeps_its_other_attributes() -> None:
    made = paragraph("Normal", properties=[w("spacing", before=1, line=2)])
    set_paragraph_property(made, "spacing", before=5, after=6)
    found = paragraph_property(made, "spacing")
    assert found is not None
    assert found.attributes == {"w:before": "5", "w:line": "2", "w:after": "6"}
    assert len(made.children[0].children) == 2


def test_a_bare_paragraph_gets_room_for_properties_before_its_words() -> None:
    made = w("p", w("r"))
    set_paragraph_property(made, "keepNext")
    assert [each.name for each in made.children] == ["w:pPr", "w:r"]
    assert paragraph_property(w("tbl", w("tblPr")), "keepNext") is None


def test_a_drawing_declares_the_prefixes_that_it_uses_and_no_others() -> None:
    markup = markup_of([drawing('<w:drawing><wp:inline><a:blip r:embed="rId1"/></wp:inline></w:drawing>')])
    assert "xmlns:wp=" in markup
    assert "xmlns:a=" in markup
    assert "xmlns:pic=" not in markup
    assert "xmlns:w=" not in markup
    assert 'r:embed="rId1"' in markup


def test_a_drawing_that_is_not_well_formed_is_refused() -> None:
    with pytest.raises(etree.XMLSyntaxError):
        drawing("<w:drawing><wp:inline></w:drawing>")
