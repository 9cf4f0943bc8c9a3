"""Words without a space between them stay in their column, with whatever marks and notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.verify.quick import verify_quickly
from pipeline.verify.subject import Subject
from tests.render.pdf.measure import lines, render
from tests.styles import house_style
from tests.trees import annex, paragraph, text
from tests.verify.geometry.planted import made_docx

LONG = "arbeidsongeschiktheidsverzekeringsmaatschappijenoverleg"
Place = Callable[[tuple[n.Inline, ...]], n.Block]


def note() -> n.Footnote:
    return n.Footnote((text("Noot."),))


def strong(words: str) -> n.Strong:
    return n.Strong((text(words),))


def link(words: str) -> n.Link:
    return n.Link("https://voorbeeld.nl/", (text(words),))


def in_narrow_cell(words: tuple[n.Inline, ...]) -> n.Table:
    """A table with the words in the middle, so that what sticks out would stand in another cell."""
    middle = n.Cell((n.Paragraph((text("Zo "), *words)),))
    row = n.Row((n.Cell((paragraph("Voor"),)), middle, n.Cell((paragraph("Na"),))))
    head = n.Row(tuple(n.Cell((paragraph(each),), "column") for each in ("Een", "Twee", "Drie")))
    return n.Table((0.4, 0.15, 0.45), (row,), (head,))


def without_notes(words: tuple[n.Inline, ...]) -> tuple[n.Inline, ...]:
    marked = (
        replace(each, children=without_notes(each.children)) if isinstance(each, n.Strong) else each
        for each in words
    )
    return tuple(each for each in marked if not isinstance(each, n.Footnote))


def in_note(words: tuple[n.Inline, ...]) -> n.Paragraph:
    children = (text("Zie "), *without_notes(words) * 8)
    return n.Paragraph((text("Met een noot"), n.Footnote(children), text(".")))


def in_list(words: tuple[n.Inline, ...]) -> n.List:
    return n.List("bullet", (n.ListItem((in_paragraph(words),)),))


def in_paragraph(words: tuple[n.Inline, ...]) -> n.Paragraph:
    return n.Paragraph((text("Zo "), *words * 8))


def document(*body: n.Block) -> n.Document:
    return number_document(replace(annex(), body=body))[0]


def findings(tree: n.Document) -> list[str]:
    """Return what the proofs find in both files: text in the margin or in another cell, or other words."""
    files = render(tree).data, made_docx(tree, house_style())
    verdict = verify_quickly(Subject(tree, house_style(), "ua-1", *files, "a.pdf", "a.docx"))
    return [finding.message for finding in verdict.findings]


CHAINS: dict[str, tuple[n.Inline, ...]] = {
    "notes": (text("gemeenten"), note(), text("provincies"), note(), text("waterschappen"), note()),
    "spaces before notes": (text("gemeenten "), note(), text("provincies "), note(), text("samen")),
    "more notes than a line can hold": (text("Rijk"), *(note() for _ in range(15))),
    "bold": (text("ideeën"), strong("coördinatie"), text("gemeenten"), strong("provincies")),
    "bold with notes": (n.Strong((text("gemeenten"), note(), text("samen"), note())), text("doen.")),
    "a link in brackets": (text("("), link(LONG), text(").")),
    "a long word with a note": (text(LONG), note(), text(".")),
    "signs that begin no line": (text("gemeenten"), note(), strong("%, en"), text("meer"), note()),
    "bold in a link": (n.Link("https://voorbeeld.nl/", (strong("ideeën"), text(LONG))), text("lang")),
}


@pytest.mark.parametrize("chain", CHAINS.values(), ids=CHAINS)
@pytest.mark.parametrize("place", [in_narrow_cell, in_note, in_list, in_paragraph])
def test_words_without_a_space_between_them_stay_in_their_column(
    place: Place, chain: tuple[n.Inline, ...]
) -> None:
    assert findings(document(place(chain))) == []


PARTS: st.SearchStrategy[n.Inline] = st.one_of(
    st.sampled_from(["gemeenten", "iiiiiii", LONG, "%", "en ", ".", "(", "2030-2035", "a/b"]).map(text),
    st.sampled_from(["provincies", LONG]).map(strong),
    st.sampled_from(["waterschappen", LONG]).map(link),
    st.builds(note),
)


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PARTS, min_size=3, max_size=9))
def test_any_chain_of_words_stays_in_a_narrow_cell(parts: list[n.Inline]) -> None:
    assert findings(document(in_narrow_cell((*parts, text("eind."))))) == []


def shown(*children: n.Inline) -> list[str]:
    """Return the lines of a paragraph of an annex, from what stands below its title."""
    return [line.words.strip() for line in lines(render(document(n.Paragraph(children))).data, 1)[2:]]


def test_a_line_ends_between_two_words_and_never_before_the_call_of_a_note() -> None:
    chain = tuple(each for number in range(30) for each in (text(f"gemeenten{number}"), note()))
    found = shown(text("Zo "), *chain)
    assert any(line.startswith("gemeenten") for line in found[1:])
    starts = {line.split()[0] for line in found if line}
    assert not any(start.isdecimal() for start in starts - {str(number) for number in range(1, 31)})


def test_a_bracket_does_not_stand_alone_before_a_long_word() -> None:
    assert not {"(", ")", ")."} & set(shown(text("Zo "), text("("), link(LONG * 3), text(").")))


def test_words_that_fit_on_the_next_line_are_left_whole() -> None:
    filled = "woord " * 17
    whole = n.Strong((text("gemeenten"), n.Emphasis((text("provincies"),)), text("samen")))
    assert "gemeentenprovinciessamen eind." in "\n".join(shown(text(filled), whole, text(" eind.")))
