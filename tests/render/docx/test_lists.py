"""Lists: Word's own numbering, restarts, nesting."""

from __future__ import annotations

from pipeline.document import nodes as n
from tests.render.docx.word import Word, in_report, select, strings
from tests.trees import nested_list, paragraph


def _list(kind: n.ListKind, *items: str, start: int = 1) -> n.List:
    return n.List(kind, tuple(n.ListItem((paragraph(item),)) for item in items), start)


def _numbers(word: Word) -> list[tuple[str, str]]:
    """Level and number of each paragraph of a list."""
    found = word.find("//w:body//w:numPr")
    return [(strings(each, "w:ilvl/@w:val")[0], strings(each, "w:numId/@w:val")[0]) for each in found]


def test_two_numbered_lists_both_begin_at_their_start() -> None:
    word = in_report(_list("decimal", "een", "twee"), paragraph("Tussen."), _list("decimal", "drie", start=3))
    numbers = [number for _, number in _numbers(word)]
    assert numbers[0] == numbers[1] != numbers[2]
    starts = word.values(
        f"//w:num[@w:numId='{numbers[2]}']/w:lvlOverride/w:startOverride/@w:val", "word/numbering.xml"
    )
    assert starts == ["3"]


def test_kinds_have_their_formats() -> None:
    word = in_report(_list("bullet", "a"), _list("decimal", "b"), _list("letter", "c"))
    formats: list[str] = []
    for level, number in _numbers(word):
        kind = word.values(f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val", "word/numbering.xml")[0]
        path = f"//w:abstractNum[@w:abstractNumId='{kind}']/w:lvl[@w:ilvl='{level}']/w:numFmt/@w:val"
        formats += word.values(path, "word/numbering.xml")
    assert formats == ["bullet", "decimal", "lowerLetter"]


def test_nested_list_is_a_level_deeper_with_the_style_of_that_level() -> None:
    word = in_report(nested_list())
    lists = [style for style in word.styles() if style.startswith("Lijst")]
    assert lists == ["LijstNiveau1", "LijstNiveau1", "LijstNiveau2", "LijstNiveau2"]
    assert [level for level, _ in _numbers(word)] == ["0", "0", "1", "1"]


def test_lists_deeper_than_three_keep_the_last_style_and_ten_do_not_exceed_word() -> None:
    inner = _list("bullet", "diepst")
    for _ in range(11):
        inner = n.List("bullet", (n.ListItem((paragraph("laag"), inner)),))
    word = in_report(inner)
    levels = [int(level) for level, _ in _numbers(word)]
    assert max(levels) == 8
    assert set(word.styles()) >= {"LijstNiveau1", "LijstNiveau2", "LijstNiveau3"}


def test_second_paragraph_of_an_item_has_no_bullet_and_stands_under_the_words() -> None:
    item = n.ListItem((paragraph("eerste"), paragraph("tweede")))
    word = in_report(n.List("bullet", (item,)))
    second = word.find("//w:p[w:pPr/w:pStyle/@w:val='Normal']")[0]
    assert select(second, "w:pPr/w:numPr") == []
    assert strings(second, "w:pPr/w:ind/@w:left") == ["283"]


def test_item_that_starts_with_a_list_still_has_its_bullet() -> None:
    word = in_report(n.List("bullet", (n.ListItem((_list("letter", "binnen"),)),)))
    assert [level for level, _ in _numbers(word)] == ["0", "1"]


def test_list_in_a_cell_keeps_the_letters_of_the_table() -> None:
    table = n.Table((1.0,), (n.Row((n.Cell((_list("bullet", "punt"),)),)),))
    word = in_report(table)
    assert word.paragraphs("Tabeltekst") == ["punt"]


def test_numbers_of_two_digits_get_room_in_the_whole_list() -> None:
    word = in_report(_list("decimal", *(f"punt {number}" for number in range(12))))
    indents = set(word.values("//w:p[w:pPr/w:numPr]/w:pPr/w:ind/@w:hanging"))
    assert len(indents) == 1
    assert int(indents.pop()) > 283
