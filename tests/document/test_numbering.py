from dataclasses import replace

from pipeline.diagnostics import Code, Source
from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.document.walk import document_inlines, iter_blocks
from tests import trees

NBSP = "\N{NO-BREAK SPACE}"


def document(*blocks: n.Block) -> n.Document:
    return replace(trees.annex(), body=blocks)


def heading(level: int, words: str, **more: object) -> n.Heading:
    return replace(n.Heading(level, (n.Text(words),)), **more)  # type: ignore[arg-type]


def numbered(*blocks: n.Block) -> tuple[n.Block, ...]:
    result, findings = number_document(document(*blocks))
    assert findings == ()
    return result.body


def headings(blocks: tuple[n.Block, ...]) -> list[str]:
    return [block.number for block in blocks if isinstance(block, n.Heading)]


def test_decimal_headings_count_per_level_and_start_again_below_a_new_chapter() -> None:
    levels = (1, 2, 2, 3, 1, 2)
    body = numbered(*(heading(level, "Kop", numbering="decimal") for level in levels))
    assert headings(body) == ["1", "1.1", "1.2", "1.2.1", "2", "2.1"]


def test_a_heading_without_number_takes_none_from_the_others() -> None:
    body = numbered(heading(1, "Colofon"), heading(1, "Samenvatting", numbering="decimal"))
    assert headings(body) == ["", "1"]


def test_annexes_count_apart_from_chapters() -> None:
    body = numbered(
        heading(1, "Hoofdstuk", numbering="decimal"),
        heading(1, "Afkortingen", numbering="annex"),
        heading(1, "Bronnen", numbering="annex"),
    )
    assert headings(body) == ["1", f"Bijlage{NBSP}1", f"Bijlage{NBSP}2"]


def test_tables_and_figures_count_apart_and_only_with_a_caption() -> None:
    bare = replace(trees.amounts_table("kaal"), caption=None)
    body = numbered(trees.amounts_table("een"), bare, trees.figure(), trees.amounts_table("twee"))
    captions = [block.caption for block in body if isinstance(block, n.Table | n.Figure) and block.caption]
    assert [caption.number for caption in captions] == [1, 1, 2]


def test_notes_count_in_reading_order_through_lists_and_cells() -> None:
    note = n.Paragraph((n.Footnote((n.Text("Een bron."),)),))
    inside = n.List("bullet", (n.ListItem((note,)),))
    table = n.Table((1.0,), (n.Row((n.Cell((note,)),)),))
    body = numbered(note, inside, table, note)
    found = [node.number for node in document_inlines(document(*body)) if isinstance(node, n.Footnote)]
    assert found == [1, 2, 3, 4]


def test_a_reference_names_its_target_by_label_number_or_words() -> None:
    targets = (
        heading(1, "Ambitie", id="h", numbering="decimal"),
        heading(2, "Kans 1: haven", id="k", label=f"kans{NBSP}1"),
        heading(2, "Zonder nummer", id="z"),
        heading(1, "Bronnen", id="b", numbering="annex"),
        trees.amounts_table("t"),
        replace(trees.figure(), id="f"),
    )
    references = tuple(n.CrossReference(target) for target in "hkzbtf")
    body = numbered(*targets, n.Paragraph(references))
    texts = [node.text for node in document_inlines(document(*body)) if isinstance(node, n.CrossReference)]
    expected = ["hoofdstuk 1", "kans 1", "Zonder nummer", "bijlage 1", "tabel 1", "figuur 1"]
    assert [text.replace(NBSP, " ") for text in texts] == expected


def test_a_reference_to_a_heading_over_two_lines_stands_on_one() -> None:
    title = n.Heading(1, (n.Text("Wonen"), n.LineBreak(), n.Text("en werken")), id="wonen")
    body = numbered(title, n.Paragraph((n.CrossReference("wonen"),)))
    assert body[1] == n.Paragraph((n.CrossReference("wonen", "Wonen en werken"),))


def test_a_reference_may_stand_before_its_target() -> None:
    body = numbered(n.Paragraph((n.CrossReference("t"),)), trees.amounts_table("t"))
    (paragraph, _) = body
    assert isinstance(paragraph, n.Paragraph)
    assert paragraph.children == (n.CrossReference("t", f"tabel{NBSP}1"),)


def test_a_reference_without_target_is_an_error_at_its_own_place() -> None:
    where = Source("content/brief.yaml", ("tekst",), 3, 7)
    _, findings = number_document(document(n.Paragraph((n.CrossReference("weg", source=where),))))
    assert [(finding.code, finding.where) for finding in findings] == [(Code.UNKNOWN_TARGET, where)]


def test_the_contents_list_holds_headings_to_its_depth_with_their_numbers() -> None:
    body = numbered(
        n.TableOfContents((n.Text("Inhoud"),), depth=2),
        heading(1, "Een", id="a", numbering="decimal"),
        heading(2, "Twee", id="b", numbering="decimal"),
        heading(3, "Drie", id="c", numbering="decimal"),
    )
    contents = body[0]
    assert isinstance(contents, n.TableOfContents)
    assert contents.entries == (n.ContentsEntry("a", 1, "1", "Een"), n.ContentsEntry("b", 2, "1.1", "Twee"))


def test_every_heading_has_an_id_of_its_own_after_numbering() -> None:
    body = numbered(*(heading(1, "Gelijk") for _ in range(3)))
    ids = [block.id for block in iter_blocks(body) if isinstance(block, n.Heading)]
    assert len(set(ids)) == 3
    assert all(ids)


def test_an_id_that_stands_twice_is_an_error_at_the_second() -> None:
    place = Source("content/gedeeld/tekstblokken.yaml", ("tekstblokken", 0, "tekst"), 4, 2)
    _, findings = number_document(
        document(heading(1, "Een", id="doel"), heading(1, "Twee", id="doel", source=place))
    )
    assert [(each.code, each.where) for each in findings] == [(Code.DUPLICATE_ID, place)]
    assert "“doel”" in findings[0].message


def test_a_made_up_id_is_never_one_that_a_writer_gave() -> None:
    body = numbered(heading(1, "Zonder"), heading(1, "Met", id="kop-1"), heading(1, "Ook zonder"))
    assert [block.id for block in body if isinstance(block, n.Heading)] == ["kop-2", "kop-1", "kop-3"]
