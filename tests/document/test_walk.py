from dataclasses import replace

import pytest

from pipeline.document import nodes as n
from pipeline.document.text import first_source, plain_text
from pipeline.document.walk import change_blocks, document_inlines, iter_blocks
from tests import trees


def shout(inline: n.Inline) -> n.Inline:
    return replace(inline, text=inline.text.upper()) if isinstance(inline, n.Text) else inline


@pytest.mark.parametrize("make", [trees.letter, trees.report, trees.annex, trees.one_page_letter])
def test_a_change_that_changes_nothing_gives_an_equal_tree(make: object) -> None:
    document = make()  # type: ignore[operator]
    assert change_blocks(document.body) == document.body


def test_a_change_reaches_the_text_in_every_kind_of_block() -> None:
    document = trees.report()
    changed = replace(document, body=change_blocks(document.body, inline=shout))
    before = [
        node.text
        for node in document_inlines(replace(document, front=n.TitleBlock(())))
        if isinstance(node, n.Text)
    ]
    after = [
        node.text
        for node in document_inlines(replace(changed, front=n.TitleBlock(())))
        if isinstance(node, n.Text)
    ]
    assert before != after
    assert after == [text.upper() for text in before]


def test_blocks_come_in_reading_order_with_containers_first() -> None:
    inner = trees.paragraph("binnen")
    outer = n.Quote((inner,))
    after = trees.paragraph("na")
    assert list(iter_blocks((outer, after))) == [outer, inner, after]


def test_plain_text_leaves_out_notes_and_keeps_line_breaks() -> None:
    inlines: tuple[n.Inline, ...] = (
        n.Text("Een "),
        n.Strong((n.Text("vet"),)),
        n.Footnote((n.Text("noot"),)),
        n.LineBreak(),
        n.CrossReference("x", "tabel 1"),
    )
    assert plain_text(inlines) == "Een vet\ntabel 1"


def test_the_first_source_looks_inside_other_nodes() -> None:
    sourced = trees.text("hier", "betreft")
    assert first_source((n.Text("sjabloon"), n.Strong((sourced,)))) == sourced.source
    assert first_source((n.Text("sjabloon"),)) is None
