"""Headings, quotes, page breaks, definitions, and white space between neighbours."""

from __future__ import annotations

from pipeline.document import nodes as n
from tests.render.docx.word import Word, in_letter, in_report, strings
from tests.trees import amounts_table, nested_list, paragraph, text


def _heading(
    level: int, words: str, numbering: n.HeadingNumbering = "none", *, page_break: bool = False
) -> n.Heading:
    return n.Heading(level, (text(words),), numbering=numbering, page_break=page_break)


def _spaces(word: Word, style: str, side: str) -> list[str]:
    return word.values(f"//w:body/w:p[w:pPr/w:pStyle/@w:val='{style}']/w:pPr/w:spacing/@w:{side}")


def test_headings_are_word_s_own_with_the_numbers_of_the_tree() -> None:
    word = in_report(_heading(1, "Aanpak", "decimal"), _heading(2, "Stappen", "decimal"))
    assert word.paragraphs("Heading1") == ["1\tAanpak"]
    assert word.paragraphs("Heading2") == ["1.1\tStappen"]
    assert word.find("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]/w:pPr/w:numPr") == []


def test_annex_and_unnumbered_headings_have_no_column_of_numbers() -> None:
    word = in_report(_heading(1, "Bronnen", "annex"), _heading(1, "Colofon"))
    assert word.paragraphs("Heading1") == ["Bijlage\N{NO-BREAK SPACE}1 Bronnen", "Colofon"]
    assert word.find("//w:p[w:pPr/w:pStyle/@w:val='Heading1']/w:pPr/w:ind") == []


def test_chapter_begins_on_a_new_page() -> None:
    word = in_report(paragraph("Voor."), _heading(1, "Hoofdstuk", "decimal", page_break=True))
    assert len(word.find("//w:p[w:pPr/w:pStyle/@w:val='Heading1']/w:pPr/w:pageBreakBefore")) == 1


def test_what_begins_a_page_has_no_white_above() -> None:
    word = in_report(
        amounts_table(),
        _heading(1, "Hoofdstuk", page_break=True),
        paragraph("Tekst."),
        n.PageBreak(),
        _heading(2, "Deel"),
    )
    assert _spaces(word, "Heading1", "before") == _spaces(word, "Heading2", "before") == ["0"]


def test_first_block_after_the_cover_begins_at_the_head_of_its_page() -> None:
    assert _spaces(in_report(_heading(1, "Colofon"), paragraph("Tekst.")), "Heading1", "before") == ["0"]


def test_chapter_in_the_middle_of_a_page_keeps_the_white_of_its_style() -> None:
    word = in_report(paragraph("Voor."), _heading(1, "Hoofdstuk"))
    assert _spaces(word, "Heading1", "before") == []


def test_page_break_moves_what_follows_without_an_empty_line() -> None:
    word = in_report(paragraph("Voor."), n.PageBreak(), paragraph("Na."))
    assert word.paragraphs("Normal") == ["Voor.", "Na."]
    assert len(word.find("//w:p[w:r/w:t='Na.']/w:pPr/w:pageBreakBefore")) == 1


def test_page_break_before_a_table_has_a_line_to_hold_it() -> None:
    plain = n.Table((1.0,), (n.Row((n.Cell((paragraph("a"),)),)),))
    word = in_report(paragraph("Voor."), n.PageBreak(), plain)
    assert len(word.find("//w:tbl/preceding-sibling::w:p[1]/w:pPr/w:pageBreakBefore")) == 1


def test_two_page_breaks_in_a_row_begin_one_page() -> None:
    word = in_report(paragraph("Voor."), n.PageBreak(), n.PageBreak(), paragraph("Na."))
    assert len(word.find("//w:pageBreakBefore")) == 1
    assert len(word.find("//w:p[w:r/w:t='Na.']/w:pPr/w:pageBreakBefore")) == 1


def test_page_break_at_the_end_makes_no_empty_page() -> None:
    word = in_report(paragraph("Slot."), n.PageBreak())
    assert word.find("//w:pageBreakBefore") == []


def test_break_and_chapter_together_make_one_new_page() -> None:
    word = in_report(paragraph("Voor."), n.PageBreak(), _heading(1, "Hoofdstuk", page_break=True))
    assert len(word.find("//w:pageBreakBefore")) == 1


def test_quote_is_indented_on_both_sides() -> None:
    word = in_report(n.Quote((paragraph("Aangehaald."),)))
    indent = "//w:p[w:pPr/w:pStyle/@w:val='Quote']/w:pPr/w:ind"
    assert word.values(f"{indent}/@w:left") == word.values(f"{indent}/@w:right") == ["283"]


def test_quote_in_a_cell_keeps_the_letters_of_the_table() -> None:
    cell = n.Cell((paragraph("Eerst."), n.Quote((paragraph("Aangehaald."),))))
    word = in_report(n.Table((1.0,), (n.Row((cell,)),)))
    assert word.paragraphs("Tabeltekst") == ["Eerst.", "Aangehaald."]
    assert word.paragraphs("Quote") == []


def test_term_and_description_share_a_line() -> None:
    pair = n.Definition((text("Status"),), (paragraph("Concept"), paragraph("Versie 2")))
    word = in_report(n.DefinitionList((pair,)))
    assert word.paragraphs("Begrip") == ["Status\tConcept"]
    below = word.find("//w:p[w:r/w:t='Versie 2']")[0]
    assert strings(below, "w:pPr/w:ind/@w:left") == ["2551"]


def test_long_term_stands_above_its_description() -> None:
    pair = n.Definition((text("Nationaal Programma Leefbaarheid en Veiligheid"),), (paragraph("Programma"),))
    word = in_report(n.DefinitionList((pair,)))
    assert word.paragraphs("Begrip") == ["Nationaal Programma Leefbaarheid en Veiligheid"]
    assert len(word.find("//w:p[w:pPr/w:pStyle/@w:val='Begrip']/w:pPr/w:keepNext")) == 1


def test_term_without_description_is_a_line_of_its_own() -> None:
    word = in_report(n.DefinitionList((n.Definition((text("Leeg"),), ()),)))
    assert word.paragraphs("Begrip") == ["Leeg"]


def _facts(count: int) -> n.DefinitionList:
    return n.DefinitionList(
        tuple(n.Definition((text(f"Feit {number}"),), (paragraph("Waarde"),)) for number in range(count))
    )


def _kept(word: Word, style: str) -> int:
    return len(word.find(f"//w:body//w:p[w:pPr/w:pStyle/@w:val='{style}']/w:pPr/w:keepNext"))


def test_short_list_of_definitions_stays_whole_and_a_longer_one_may_break() -> None:
    assert _kept(in_report(_facts(10)), "Begrip") == 9
    assert _kept(in_report(_facts(11)), "Begrip") == 0
    assert in_report(_facts(1)).find("//w:style[@w:styleId='Begrip']/w:pPr/w:keepLines", "word/styles.xml")


def test_short_list_of_definitions_stays_with_the_table_above_it() -> None:
    plain = n.Table((1.0,), (n.Row((n.Cell((paragraph("a"),)),)), n.Row((n.Cell((paragraph("b"),)),))))
    assert len(in_report(plain, _facts(2)).find("//w:tbl/w:tr[last()]//w:keepNext")) == 1
    assert in_report(plain, _facts(11)).find("//w:tbl//w:keepNext") == []
    assert in_report(plain, paragraph("Tussen."), _facts(2)).find("//w:tbl//w:keepNext") == []


def test_definitions_follow_each_other_without_white() -> None:
    word = in_report(_facts(2), paragraph("Daarna."))
    assert word.find("//w:style[@w:styleId='Begrip']/w:pPr/w:contextualSpacing", "word/styles.xml")
    assert word.find("//w:body//w:contextualSpacing") == []


def test_of_two_neighbours_only_one_keeps_its_white_space() -> None:
    word = in_letter(paragraph("Tekst."), _heading(1, "Kop"), paragraph("Tekst."))
    assert _spaces(word, "Heading1", "before") == ["0"]
    larger = in_report(paragraph("Tekst."), _heading(2, "Kop"))
    assert larger.values("//w:p[w:r/w:t='Tekst.']/w:pPr/w:spacing/@w:after") == ["0"]
    assert _spaces(larger, "Heading2", "before") == []


def test_text_after_a_table_keeps_its_distance() -> None:
    word = in_letter(amounts_table(), paragraph("Daarna."))
    assert word.values("//w:p[w:r/w:t='Daarna.']/w:pPr/w:spacing/@w:before") == ["240"]


def test_two_lists_in_a_row_have_white_between_them() -> None:
    word = in_letter(nested_list(), nested_list())
    separate = word.find("//w:p[w:pPr/w:contextualSpacing[@w:val='0']]")
    assert len(separate) == 1
    last = word.find("//w:p[w:pPr/w:numPr]")[3]
    assert separate[0].getroottree().getpath(separate[0]) == last.getroottree().getpath(last)
    assert strings(last, "w:pPr/w:spacing/@w:after") == []


def test_nested_lists_in_a_row_belong_to_one_item() -> None:
    inner = n.List("bullet", (n.ListItem((paragraph("punt"),)),))
    word = in_letter(n.List("bullet", (n.ListItem((paragraph("item"), inner, inner)),)))
    assert word.find("//w:body//w:contextualSpacing") == []


def test_list_after_a_table_keeps_its_distance() -> None:
    word = in_report(amounts_table(), nested_list())
    assert _spaces(word, "LijstNiveau1", "before") == ["220"]


def test_tables_in_a_row_are_as_far_apart_as_text_from_a_table() -> None:
    plain = n.Table((1.0,), (n.Row((n.Cell((paragraph("a"),)),)),))
    word = in_report(plain, plain)
    between = word.find("//w:tbl[2]/preceding-sibling::w:p[1]")[0]
    assert strings(between, "w:pPr/w:spacing/@w:*") == ["220", "exact"]


def test_caption_above_a_table_adds_its_white_to_that_of_its_neighbour() -> None:
    assert _spaces(in_letter(paragraph("Tekst."), amounts_table()), "Caption", "before") == ["480"]
    after_table = in_report(amounts_table("een"), amounts_table("twee"))
    assert _spaces(after_table, "Caption", "before")[-1] == "460"


def test_levels_of_a_list_follow_each_other_closely() -> None:
    word = in_letter(nested_list())
    assert _spaces(word, "LijstNiveau1", "after") == ["0"]


def test_paragraph_that_must_stay_with_the_next_does() -> None:
    word = in_report(n.Paragraph((text("Namelijk:"),), keep_with_next=True), nested_list())
    assert len(word.find("//w:p[w:r/w:t='Namelijk:']/w:pPr/w:keepNext")) == 1
