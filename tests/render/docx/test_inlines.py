"""Runs: look, language, links, references, special characters."""

from __future__ import annotations

from pipeline.document import nodes as n
from tests.render.docx.word import Word, in_report, words
from tests.trees import paragraph, text


def _run(word: Word, shown: str) -> str:
    return f"//w:r[w:t='{shown}']/w:rPr"


def test_strong_and_emphasis_add_up() -> None:
    word = in_report(n.Paragraph((n.Strong((text("vet "), n.Emphasis((text("en schuin"),)))),)))
    assert word.find(f"{_run(word, 'en schuin')}/w:b")
    assert word.find(f"{_run(word, 'en schuin')}/w:i")
    assert word.find(f"{_run(word, 'vet ')}/w:i") == []


def test_passage_in_another_language_has_language_and_country() -> None:
    passages = tuple(n.Language(lang, (text(lang),)) for lang in ("fy", "en", "nds", "pt-BR"))
    word = in_report(n.Paragraph(passages))
    assert word.values("//w:body//w:r/w:rPr/w:lang/@w:val") == ["fy-NL", "en-GB", "nds", "pt-BR"]


def test_web_address_is_an_external_relation_of_the_text() -> None:
    word = in_report(n.Paragraph((n.Link("https://example.org/?a=1&b=2", (text("hier"),)),)))
    relation = word.values("//w:hyperlink/@r:id")[0]
    path = f"//rel:Relationship[@Id='{relation}']"
    assert word.values(f"{path}/@Target", "word/_rels/document.xml.rels") == ["https://example.org/?a=1&b=2"]
    assert word.values(f"{path}/@TargetMode", "word/_rels/document.xml.rels") == ["External"]


def test_cross_reference_shows_its_words_and_leads_to_its_target() -> None:
    heading = n.Heading(1, (text("Aanpak"),), id="aanpak", numbering="decimal")
    word = in_report(heading, n.Paragraph((text("Zie "), n.CrossReference("aanpak"))))
    assert word.paragraphs("Normal") == ["Zie hoofdstuk\N{NO-BREAK SPACE}1"]
    assert word.values("//w:hyperlink/@w:anchor") == word.values("//w:bookmarkStart/@w:name")


def test_line_break_stays_in_the_paragraph() -> None:
    word = in_report(n.Paragraph((text("een"), n.LineBreak(), text("twee"))))
    assert word.paragraphs("Normal") == ["een\ntwee"]


def test_special_hyphens_become_word_s_own() -> None:
    word = in_report(paragraph("A\u2011weg en woord\u00addeel"))
    run = word.find("//w:p[w:pPr/w:pStyle/@w:val='Normal']/w:r")[0]
    assert [child.tag.split("}")[1] for child in run] == ["t", "noBreakHyphen", "t", "softHyphen", "t"]


def test_spaces_at_the_edges_and_non_breaking_spaces_survive() -> None:
    word = in_report(n.Paragraph((text(" nr.\N{NO-BREAK SPACE}4 "), n.Strong((text(" en meer"),)))))
    found = word.find("//w:p[w:pPr/w:pStyle/@w:val='Normal']")
    assert words(found[0]) == " nr.\N{NO-BREAK SPACE}4  en meer"


def test_empty_text_leaves_no_empty_run() -> None:
    word = in_report(n.Paragraph((text(""), text("woord"))))
    assert len(word.find("//w:p[w:pPr/w:pStyle/@w:val='Normal']/w:r")) == 1
