"""Footnotes that Word knows as footnotes."""

from __future__ import annotations

from pipeline.document import nodes as n
from tests.render.docx.word import in_report
from tests.trees import citation, paragraph, text

NOTES = "word/footnotes.xml"


def _note(words: str) -> n.Footnote:
    return n.Footnote((text(words),))


def test_separators_come_first_with_their_own_ids() -> None:
    word = in_report(n.Paragraph((text("Tekst."), _note("Noot."))))
    assert word.values("//w:footnote/@w:id", NOTES) == ["-1", "0", "1"]
    assert word.values("//w:footnote/@w:type", NOTES) == ["separator", "continuationSeparator"]


def test_calls_and_notes_match_wherever_the_calls_stand() -> None:
    listed = n.List("bullet", (n.ListItem((n.Paragraph((text("punt"), _note("In een lijst."))),)),))
    celled = n.Table((1.0,), (n.Row((n.Cell((n.Paragraph((text("cel"), _note("In een cel."))),)),)),))
    headed = n.Heading(1, (text("Kop"), _note("Bij een kop.")))
    word = in_report(headed, listed, celled)
    assert word.values("//w:footnoteReference/@w:id") == ["1", "2", "3"]
    assert word.paragraphs("FootnoteText", NOTES)[2:] == [" Bij een kop.", " In een lijst.", " In een cel."]


def test_two_notes_on_one_word_are_two_notes() -> None:
    word = in_report(n.Paragraph((text("Woord"), _note("Een."), _note("Twee."))))
    assert word.values("//w:footnoteReference/@w:id") == ["1", "2"]


def test_link_in_a_note_is_a_relation_of_the_notes() -> None:
    word = in_report(n.Paragraph((text("Tekst."), citation("Stb. 2011, 35", "https://example.org/stb"))))
    relations = "word/_rels/footnotes.xml.rels"
    used = word.values("//w:hyperlink/@r:id", NOTES)
    assert word.values(f"//rel:Relationship[@Id='{used[0]}']/@Target", relations) == [
        "https://example.org/stb"
    ]
    assert word.values("//w:body//w:hyperlink/@r:id") == []


def test_call_is_raised_without_a_size_of_its_own() -> None:
    word = in_report(n.Paragraph((text("Tekst."), _note("Noot."))))
    used = word.values("//w:r[w:footnoteReference]/w:rPr/w:rStyle/@w:val")[0]
    look = word.find(f"//w:style[@w:styleId='{used}']/w:rPr/*", "word/styles.xml")
    assert [each.attrib.values() for each in look] == [["superscript"]]


def test_number_in_the_note_is_not_raised() -> None:
    word = in_report(n.Paragraph((text("Tekst."), _note("Noot."))))
    used = word.values("//w:r[w:footnoteRef]/w:rPr/w:rStyle/@w:val", NOTES)[0]
    raised = word.values(f"//w:style[@w:styleId='{used}']/w:rPr/w:vertAlign/@w:val", "word/styles.xml")
    assert raised == ["baseline"]


def test_note_begins_with_its_own_mark() -> None:
    word = in_report(n.Paragraph((text("Tekst."), _note("Noot."))))
    assert len(word.find("//w:footnote[@w:id='1']/w:p/w:r[1]/w:footnoteRef", NOTES)) == 1


def test_text_without_notes_has_no_part_for_them() -> None:
    assert NOTES not in in_report(paragraph("Zonder noot.")).files
