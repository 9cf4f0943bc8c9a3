"""What does not fit is an error at its place in the content, and nothing overlaps in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.diagnostics import Code, Diagnostic, Source
from pipeline.document import nodes as n
from tests.render.pdf.measure import render
from tests.trees import figure, letter, letterhead, one_page_letter, report, text


def findings(**head: object) -> tuple[Diagnostic, ...]:
    front = replace(letterhead(), **head)  # type: ignore[arg-type]
    return render(replace(one_page_letter(), front=front)).diagnostics


def address(count: int) -> tuple[tuple[n.Inline, ...], ...]:
    return tuple((text(f"Regel {index}", "geadresseerde", index),) for index in range(count))


def test_sound_documents_have_no_findings() -> None:
    assert render(letter()).diagnostics == ()
    assert render(report()).diagnostics == ()


def test_seven_lines_of_address_fit_and_eight_do_not() -> None:
    assert findings(addressee=address(7)) == ()
    (found,) = findings(addressee=address(8))
    assert found.code is Code.LETTERHEAD_OVERFLOW
    assert found.where == Source("content/voorbeeld.yaml", ("geadresseerde", 0))
    assert "7 regels" in found.message


def test_a_line_of_the_address_that_wraps_counts_twice() -> None:
    wrapping = ((text("Een regel die veel te lang is voor het vak van het adres " * 2, "geadresseerde"),),)
    (found,) = findings(addressee=(*address(6), *wrapping))
    assert found.code is Code.LETTERHEAD_OVERFLOW


@pytest.mark.parametrize("column", ["reference", "follow_up"])
def test_a_reference_column_longer_than_its_box(column: str) -> None:
    group = n.ReferenceGroup(((text("waarde", "kenmerk"),),), label="Kenmerk")
    front = replace(letterhead(), **{column: (group,) * 25})  # type: ignore[arg-type]
    assert not render(replace(letter(), front=replace(front, **{column: (group,) * 20}))).diagnostics  # type: ignore[arg-type]
    (found,) = render(replace(letter(), front=front)).diagnostics
    assert found.code is Code.LETTERHEAD_OVERFLOW
    assert found.where == Source("content/voorbeeld.yaml", ("kenmerk",))


def test_a_classification_and_a_return_address_of_two_lines() -> None:
    found = findings(classification="Zeer lang " * 15, return_address=(text("> Retouradres " * 12),))
    assert [one.code for one in found] == [Code.LETTERHEAD_OVERFLOW] * 2
    assert "Retouradres".lower() in found[0].message
    assert "rubricering" in found[1].message


@pytest.mark.parametrize(("width", "height"), [(150, 20), (100, 250)])
def test_a_figure_larger_than_the_text(width: float, height: float) -> None:
    base = figure()
    large = replace(
        base,
        picture=replace(base.picture, width=width, height=height),
        source=Source("content/voorbeeld.yaml", ("figuur",)),
    )
    (found,) = render(replace(report(chapters=1), body=(large,))).diagnostics
    assert found.code is Code.OVERFLOW
    assert found.where == Source("content/voorbeeld.yaml", ("figuur",))
    assert f"{width:.0f}" in found.message


def test_a_cover_title_that_runs_into_the_colour_block() -> None:
    document = report(chapters=1)
    assert isinstance(document.front, n.Cover)
    title = (text("Een titel van een agenda die maar doorgaat " * 5, "titel"),)
    (found,) = render(replace(document, front=replace(document.front, title=title))).diagnostics
    assert found.code is Code.OVERFLOW
    assert found.where == Source("content/voorbeeld.yaml", ("titel",))


def test_a_long_word_breaks_instead_of_running_out_of_its_column() -> None:
    body = (n.Paragraph((text("https://example.org/" + "x" * 300),)),)
    result = render(replace(one_page_letter(), body=body))
    assert result.diagnostics == ()


WIDE = ("Ministerie van Volkshuisvesting en Ruimtelijke Ordening",)


@pytest.mark.parametrize(
    ("document", "code"), [(one_page_letter(), Code.LETTERHEAD_OVERFLOW), (report(chapters=1), Code.OVERFLOW)]
)
def test_a_wordmark_that_runs_to_the_edge_of_the_page(document: n.Document, code: Code) -> None:
    assert isinstance(document.front, n.Letterhead | n.Cover)
    (found,) = render(replace(document, front=replace(document.front, wordmark=WIDE))).diagnostics
    assert found.code is code
    assert WIDE[0] in found.message


def test_a_reference_column_that_the_page_cuts_off_is_an_error() -> None:
    lines = tuple((n.Text(f"Kopie {number}"),) for number in range(70))
    found = findings(reference=(n.ReferenceGroup(lines, label="Kopie aan"),))
    assert [finding.code for finding in found] == [Code.LETTERHEAD_OVERFLOW]
