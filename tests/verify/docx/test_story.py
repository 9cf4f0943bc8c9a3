"""What a reader meets in a Word file: kinds of passages, words, notes, links and languages."""

from __future__ import annotations

import pytest

from pipeline.verify.passages import Kind, Marked, Passage
from tests.verify.docx.files import by_hand, p, r, style

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + style("Kop2", '<w:outlineLvl w:val="1"/>')
    + style("Kop5", '<w:outlineLvl w:val="4"/>')
    + style("Begrip")
    + style("Bijschrift", name="caption")
    + style("Inhoud1", name="toc 1")
    + style("Verborgen", run="<w:vanish/>", kind="character")
)
TAB = "<w:r><w:tab/></w:r>"
NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def passages(body: str, numbering: str = "") -> tuple[Passage, ...]:
    return by_hand(body, styles=STYLES, numbering=numbering).reading.passages


def words(*content: str) -> str:
    """Return the words of one paragraph."""
    (passage,) = passages(p(*content))
    return passage.words


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def field(words: str, result: str) -> str:
    return mark("begin") + code(words) + mark("separate") + result + mark("end")


# --- kinds ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("named", "kind"), [("", "text"), ("Kop2", "heading2"), ("Kop5", "text"), ("Bijschrift", "caption")]
)
def test_a_paragraph_is_what_its_style_makes_of_it(named: str, kind: Kind) -> None:
    assert passages(p("Woorden", style=named)) == (Passage(kind, "Woorden"),)


def test_a_heading_may_have_its_level_directly() -> None:
    assert passages(p("Kop", properties='<w:outlineLvl w:val="0"/>')) == (Passage("heading1", "Kop"),)


def test_the_number_of_a_heading_belongs_to_its_words() -> None:
    assert passages(p("1.1", TAB, "Kop", style="Kop2")) == (Passage("heading2", "1.1 Kop"),)
    assert passages(p("Kop", style="Kop2", properties=IN_LIST), NUMBERS) == (Passage("heading2", "1. Kop"),)


def test_words_before_a_tab_are_a_label() -> None:
    assert passages(p("Datum", TAB, "18 december")) == (
        Passage("label", "Datum"),
        Passage("text", "18 december"),
    )


def test_only_the_first_tab_parts_a_paragraph() -> None:
    assert passages(p("a", TAB, "b", TAB, "c")) == (Passage("label", "a"), Passage("text", "b c"))


def test_a_term_on_a_line_of_its_own_is_a_label() -> None:
    assert passages(p("Een lang begrip", style="Begrip")) == (Passage("label", "Een lang begrip"),)


def test_a_line_of_the_contents_has_neither_number_nor_page() -> None:
    page = field("PAGEREF kop \\h", r("12"))
    assert passages(p("1.1", TAB, "Aanleiding", TAB, page, style="Inhoud1")) == (
        Passage("entry", "Aanleiding"),
    )
    assert passages(p("Bijlage 1 Bronnen", TAB, page, style="Inhoud1")) == (
        Passage("entry", "Bijlage 1 Bronnen"),
    )


def test_paragraphs_without_words_are_no_passages() -> None:
    assert passages(p() + p("  ") + p("<w:r><w:br/></w:r>")) == ()


# --- words ------------------------------------------------------------------------------------------------


def test_runs_are_joined_and_special_characters_read() -> None:
    special = (
        "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t><w:br/><w:t>d</w:t></w:r>"
    )
    assert words("x ", special) == "x a\u2011b\u00adc\nd"


def test_page_breaks_are_no_words() -> None:
    assert words("a", '<w:r><w:br w:type="page"/><w:lastRenderedPageBreak/></w:r>', "b") == "ab"


def test_spaces_at_the_ends_of_text_are_kept_only_when_word_keeps_them() -> None:
    assert words("<w:r><w:t>een </w:t></w:r>", "<w:r><w:t>twee</w:t></w:r>") == "eentwee"
    assert words("een ", "twee") == "een twee"


def test_symbols_are_characters() -> None:
    assert words('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>') == "\uf0e0"
    assert words('<w:r><w:sym w:char="niets"/></w:r>') == "\N{REPLACEMENT CHARACTER}"


def test_inserted_words_count_and_deleted_words_do_not() -> None:
    inserted = f"<w:ins>{r('nieuw')}</w:ins>"
    deleted = "<w:del><w:r><w:delText>oud</w:delText></w:r></w:del>"
    assert words("Het ", inserted, deleted, " woord") == "Het nieuw woord"


def test_hidden_words_are_not_shown() -> None:
    assert words("a", r("b", "<w:vanish/>"), r("c", '<w:rStyle w:val="Verborgen"/>'), "d") == "ad"


def test_words_that_are_shown_in_capitals_are_capitals() -> None:
    assert words("a", r("é", "<w:caps/>")) == "aÉ"


def test_fields_show_their_results_and_not_their_codes() -> None:
    inner = field("SEQ Tabel", r("3"))
    assert words("Tabel ", field("REF x", inner + r("!")), " toont") == "Tabel 3! toont"
    assert words(f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>') == "7"


def test_a_field_may_reach_over_paragraphs() -> None:
    first = p(mark("begin"), code("TOC"), r("ongezien"))
    found = passages(first + p(mark("separate"), "een") + p("twee", mark("end")) + p("drie"))
    assert [each.words for each in found] == ["een", "twee", "drie"]


def test_words_in_pictures_are_left_out() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('in een vak')}</w:txbxContent></w:pict></w:r>"
    assert words("buiten", box) == "buiten"


def test_content_controls_are_read_through() -> None:
    control = f"<w:sdt><w:sdtContent>{p('a')}</w:sdtContent></w:sdt>"
    inline = f"<w:sdt><w:sdtContent>{r('b')}</w:sdtContent></w:sdt>"
    assert [each.words for each in passages(control + p(inline))] == ["a", "b"]


# --- tables -----------------------------------------------------------------------------------------------


def cell(content: str, shape: str = "") -> str:
    return f"<w:tc><w:tcPr>{shape}</w:tcPr>{content}</w:tc>"


def table(*rows: str, look: str = "") -> str:
    return f"<w:tbl><w:tblPr>{look}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


HEAD = "<w:trPr><w:tblHeader/></w:trPr>"


def test_cells_stand_in_the_columns_of_the_grid() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    found = passages(
        table(HEAD + cell(p("a"), wide) + cell(p("b")), before + cell(p("c")) + cell(p("d") + p("e")))
    )
    assert found == (
        Passage("header", "a", 0),
        Passage("header", "b", 2),
        Passage("cell", "c", 1),
        Passage("cell", "d", 2),
        Passage("cell", "e", 2),
    )


def test_the_lower_parts_of_a_high_cell_are_no_cells() -> None:
    first, lower = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = passages(table(cell(p("hoog"), first) + cell(p("a")), cell(p("weg"), lower) + cell(p("b"))))
    assert [(each.words, each.column) for each in found] == [("hoog", 0), ("a", 1), ("b", 1)]


def test_the_first_column_has_headers_when_the_table_says_so() -> None:
    look = '<w:tblLook w:firstColumn="1"/>'
    assert [each.kind for each in passages(table(cell(p("a")) + cell(p("b")), look=look))] == [
        "header",
        "cell",
    ]


def test_a_row_that_does_not_repeat_has_plain_cells() -> None:
    off = '<w:trPr><w:tblHeader w:val="0"/></w:trPr>'
    assert passages(table(off + cell(p("a")))) == (Passage("cell", "a", 0),)


def test_a_list_in_a_cell_keeps_label_and_cell() -> None:
    found = passages(table(cell(p("a")) + cell(p("x", properties=IN_LIST))), NUMBERS)
    assert found == (Passage("cell", "a", 0), Passage("label", "1."), Passage("cell", "x", 1))


def test_tables_in_cells_have_columns_of_their_own() -> None:
    inner = table(cell(p("c")) + cell(p("d")))
    found = passages(table(cell(p("a")) + cell(inner + p("b"))))
    assert [(each.words, each.column) for each in found] == [("a", 0), ("c", 0), ("d", 1), ("b", 1)]


# --- notes, links, languages ------------------------------------------------------------------------------


def note(number: int, content: str, kind: str = "") -> str:
    marked = f' w:type="{kind}"' if kind else ""
    return f'<w:footnote w:id="{number}"{marked}>{content}</w:footnote>'


def reference(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def test_notes_come_in_the_order_of_their_calls() -> None:
    mark = "<w:r><w:footnoteRef/></w:r>"
    notes = (
        note(-1, p("lijn"), "separator")
        + note(1, p(mark, " eerste"))
        + note(2, p(mark, " tweede") + p("meer"))
    )
    reading = by_hand(p("a", reference(2), " b", reference(1)), footnotes=notes).reading
    assert reading.passages == (Passage("text", "a⟦1⟧ b⟦2⟧"),)
    assert reading.notes == (Passage("note", "tweede\nmeer"), Passage("note", "eerste"))


def test_links_to_addresses_are_told_and_those_inside_are_not() -> None:
    outside = f'<w:hyperlink r:id="rId9">{r("Stb. ")}{r("2011")}</w:hyperlink>'
    inside = f'<w:hyperlink w:anchor="kop">{r("hoofdstuk 1")}</w:hyperlink>'
    in_note = note(1, p('<w:hyperlink r:id="rId9">', r("noot"), "</w:hyperlink>"))
    body = p(outside, inside, outside, reference(1))
    reading = by_hand(body, links={"rId9": "https://voorbeeld.nl"}, footnotes=in_note).reading
    assert reading.links == (
        Marked("https://voorbeeld.nl", "Stb. 2011"),
        Marked("https://voorbeeld.nl", "Stb. 2011"),
        Marked("https://voorbeeld.nl", "noot"),
    )
    assert reading.passages == (Passage("text", "Stb. 2011hoofdstuk 1Stb. 2011⟦1⟧"),)


def in_language(said: str, tag: str) -> str:
    return r(said, f'<w:lang w:val="{tag}"/>')


def languages(*content: str) -> tuple[Marked, ...]:
    return by_hand(p(*content), styles=STYLES).reading.languages


def test_words_in_another_language_are_told() -> None:
    found = languages(
        "zie ", in_language("the ", "en-GB"), in_language("region", "en-GB"), in_language("x", "nl-NL")
    )
    assert found == (Marked("en-GB", "the region"),)


def test_a_new_line_or_a_note_does_not_end_a_passage_in_a_language() -> None:
    line = "<w:r><w:br/></w:r>"
    found = languages(in_language("it", "fy-NL"), line, reference(1), in_language("Ryk", "fy-NL"), line, "en")
    assert found == (Marked("fy-NL", "it\n⟦1⟧Ryk"),)


def test_two_languages_beside_each_other_are_two_passages() -> None:
    found = languages(in_language("it", "fy-NL"), in_language("the", "en"))
    assert found == (Marked("fy-NL", "it"), Marked("en", "the"))
