"""How paragraphs and runs really look, through defaults, styles, lists and direct formatting."""

from __future__ import annotations

import pytest

from pipeline.verify.docx.markup import name
from pipeline.verify.docx.reading import DocxFile
from pipeline.verify.docx.styles import Shape, Type
from tests.verify.docx.files import by_hand, p, r, style

DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana"/><w:sz w:val="18"/>'
    '<w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)


def shape(file: DocxFile) -> Shape:
    return file.styles.shape(next(file.body.iter(name("w:p"))))


def look(file: DocxFile) -> Type:
    paragraph = next(file.body.iter(name("w:p")))
    return file.styles.type(next(paragraph.iter(name("w:r"))), paragraph)


def test_defaults_hold_where_nothing_else_is_said() -> None:
    file = by_hand(p("x"), styles=DEFAULTS)
    assert look(file) == Type("Verdana", 9, False, False, "", "", "nl-NL", "", False, False)
    found = shape(file)
    assert (found.line, found.line_rule, found.left, found.outline, found.numbering) == (
        240,
        "exact",
        0,
        None,
        None,
    )
    assert file.styles.language == "nl-NL"


def test_without_styles_the_defaults_of_the_standard_hold() -> None:
    file = by_hand(p("x"))
    assert look(file).size == 10
    assert (shape(file).line, shape(file).line_rule) == (240, "auto")


def test_the_default_style_is_that_of_paragraphs_that_name_none_or_one_that_is_not_there() -> None:
    styles = style("Standaard", run='<w:sz w:val="22"/>', default="1")
    assert look(by_hand(p("x"), styles=styles)).size == 11
    assert shape(by_hand(p("x", style="Weg"), styles=styles)).style == "Standaard"


def test_a_style_adds_to_the_one_it_is_based_on() -> None:
    styles = (
        DEFAULTS
        + style("Onder", '<w:spacing w:before="120" w:after="60"/><w:outlineLvl w:val="1"/>', "<w:b/>")
        + style("Boven", '<w:spacing w:after="0"/>', '<w:i/><w:color w:val="154273"/>', based_on="Onder")
    )
    file = by_hand(p("x", style="Boven"), styles=styles)
    found = shape(file)
    assert (found.before, found.after, found.line, found.outline) == (120, 0, 240, 1)
    assert (look(file).bold, look(file).italic, look(file).color) == (True, True, "#154273")


def test_styles_based_on_each_other_in_a_ring_are_read_once() -> None:
    styles = style("Een", run="<w:b/>", based_on="Twee") + style("Twee", run="<w:i/>", based_on="Een")
    found = look(by_hand(p("x", style="Een"), styles=styles))
    assert (found.bold, found.italic) == (True, True)


def test_direct_formatting_goes_first_attribute_by_attribute() -> None:
    styles = style("Stijl", '<w:spacing w:before="120" w:after="60"/><w:ind w:left="283" w:hanging="283"/>')
    direct = '<w:spacing w:before="0"/><w:ind w:firstLine="100"/><w:jc w:val="right"/><w:keepNext/>'
    found = shape(by_hand(p("x", style="Stijl", properties=direct), styles=styles))
    assert (found.before, found.after, found.left, found.first) == (0, 60, 283, 100)
    assert (found.align, found.keep_next) == ("right", True)


def test_start_and_end_are_left_and_right() -> None:
    found = shape(by_hand(p("x", properties='<w:ind w:start="10" w:end="20"/>')))
    assert (found.left, found.right) == (10, 20)


@pytest.mark.parametrize(("said", "bold"), [("<w:b/>", True), ('<w:b w:val="0"/>', False), ("", True)])
def test_a_run_decides_for_itself_what_is_bold(said: str, bold: bool) -> None:
    styles = style("Vet", run="<w:b/>")
    run = r("x", said + "<w:color w:val='000000'/>")
    assert look(by_hand(p(run, style="Vet"), styles=styles)).bold is bold


def test_a_character_style_turns_bold_around_in_a_bold_paragraph() -> None:
    styles = style("Vet", run="<w:b/>") + style("Nadruk", run="<w:b/>", kind="character")
    run = r("x", '<w:rStyle w:val="Nadruk"/>')
    assert not look(by_hand(p(run, style="Vet"), styles=styles)).bold
    assert look(by_hand(p(run), styles=styles)).bold


@pytest.mark.parametrize("color", ["auto", "zzzzzz", "12345", ""])
def test_what_is_no_colour_is_automatic(color: str) -> None:
    assert look(by_hand(p(r("x", f'<w:color w:val="{color}"/>')))).color == ""


def test_raised_hidden_and_capital_letters_are_seen() -> None:
    properties = '<w:caps/><w:vanish/><w:vertAlign w:val="superscript"/>'
    found = look(by_hand(p(r("x", properties))))
    assert (found.raised, found.hidden, found.capitals) == ("superscript", True, True)
    assert look(by_hand(p(r("x", '<w:vertAlign w:val="baseline"/>')))).raised == ""


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
IN_LIST = '<w:numPr><w:numId w:val="1"/></w:numPr>'


def test_a_list_indents_over_the_style_and_under_the_paragraph() -> None:
    styles = style("Stijl", '<w:ind w:left="100"/>')
    found = shape(by_hand(p("x", style="Stijl", properties=IN_LIST), styles=styles, numbering=NUMBERING))
    assert (found.left, found.first, found.numbering) == (720, -360, ("1", 0))
    own = IN_LIST + '<w:ind w:left="283" w:hanging="283"/>'
    found = shape(by_hand(p("x", style="Stijl", properties=own), styles=styles, numbering=NUMBERING))
    assert (found.left, found.first) == (283, -283)


def test_the_indent_of_a_style_lies_over_that_of_its_own_list() -> None:
    styles = style("Lijst", IN_LIST + '<w:ind w:left="283" w:hanging="283"/>')
    found = shape(by_hand(p("x", style="Lijst"), styles=styles, numbering=NUMBERING))
    assert (found.left, found.first, found.numbering) == (283, -283, ("1", 0))


def test_list_zero_takes_a_paragraph_out_of_the_list_of_its_style() -> None:
    styles = style("Lijst", IN_LIST)
    out = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    assert shape(by_hand(p("x", style="Lijst", properties=out), styles=styles)).numbering is None


def test_a_frame_tells_its_place() -> None:
    frame = '<w:framePr w:w="7540" w:h="255" w:hRule="exact" w:hAnchor="page" w:x="1587" w:y="2710"/>'
    found = shape(by_hand(p("x", properties=frame))).frame
    assert found == {"w": "7540", "h": "255", "hRule": "exact", "hAnchor": "page", "x": "1587", "y": "2710"}
    assert shape(by_hand(p("x"))).frame == {}


@pytest.mark.parametrize(("said", "level"), [("0", 0), ("8", 8), ("9", None), ("-1", None), ("x", None)])
def test_an_outline_level_is_0_to_8(said: str, level: int | None) -> None:
    assert shape(by_hand(p("x", properties=f'<w:outlineLvl w:val="{said}"/>'))).outline == level
