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


def test_page_break_moves_what_follows_without_an_empty_line() -> None:
    word = in_report(paragraph("Voor."), n.PageBreak(), paragraph("Na."))
    assert word.paragraphs("Normal") == ["Voor.", "Na."]
    assert len(word.find("//w:p[w:r/w:t='Na.']/w:pPr/w:pageBreakBefore")) == 1


def test_page_break_before_a_table_has_a_line_to_hold_it() -> None:
    plain = n.Table((1.0,), (n.Row((n.Cell((paragraph("a"),)),)),))
    word = in_report(paragraph("Voor."), n.PageBreak(), plain)
    assert len(word.find("//w:tbl/preceding-sibling::w:p[1]/w:pPr/w:pageBreakBefore")) == 1


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


def test_of_two_neighbours_only_one_keeps_its_white_space() -> None:
    word = in_letter(paragraph("Tekst."), _heading(1, "Kop"), paragraph("Tekst."))
    assert _spaces(word, "Heading1", "before") == ["0"]
    larger = in_report(paragraph("Tekst."), _heading(2, "Kop"))
    assert larger.values("//w:p[w:r/w:t='Tekst.']/w:pPr/w:spacing/@w:after") == ["0"]
    assert _spaces(larger, "Heading2", "before") == []


def test_text_after_a_table_keeps_its_distance() -> None:
    word = in_letter(amounts_table(), paragraph("Daarna."))
    assert word.values("//w:p[w:r/w:t='Daarna.']/w:pPr/w:spacing/@w:before") == ["240"]


def test_levels_of_a_list_follow_each_other_closely() -> None:
    word = in_letter(nested_list())
    assert _spaces(word, "LijstNiveau1", "after") == ["0"]


def test_paragraph_that_must_stay_with_the_next_does() -> None:
    word = in_report(n.Paragraph((text("Namelijk:"),), keep_with_next=True), nested_list())
    assert len(word.find("//w:p[w:r/w:t='Namelijk:']/w:pPr/w:keepNext")) == 1
