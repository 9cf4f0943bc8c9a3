"""What PDF/UA-2 asks beyond PDF/UA-1 (ISO 14289-2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from pipeline.document import nodes as n
from pipeline.render.pdf import render_pdf
from tests.render.pdf.measure import house_style
from tests.render.pdf.tags import Tags
from tests.stress import stress_letter
from tests.trees import annex, letter, report

PDF2 = "http://iso.org/pdf2/ssn"


def tagged(document: n.Document) -> Tags:
    return Tags(render_pdf(document, house_style(), "ua-2").data)


def test_elements_name_the_namespace_that_knows_them() -> None:
    tags = tagged(report())
    spaces = {
        str(found.S).removeprefix("/"): str(found.NS.NS) if "/NS" in found else ""
        for found in tags.walk(tags.root)
    }
    without = {tag for tag, space in spaces.items() if not space}
    assert without == {"TOC", "TOCI", "BlockQuote"}
    assert {space for space in spaces.values() if space} == {PDF2}
    assert {"Note", "Reference"}.isdisjoint(spaces)
    assert {"Title", "Strong", "FENote"} <= spaces.keys()


def test_a_note_and_its_call_point_at_each_other() -> None:
    tags = tagged(stress_letter())
    notes = tags.all("FENote")
    assert len(notes) >= 30
    for note in notes:
        (call,) = note.Ref
        assert call.Ref[0].ID == note.ID
        assert str(note.A.NoteType) == "/Footnote"
        siblings = tags.kids(note.P)
        assert siblings[siblings.index(note) - 1] == call


def test_a_line_of_the_contents_points_at_its_heading() -> None:
    tags = tagged(report())
    for entry in tags.all("TOCI"):
        heading = tags.words(entry.Ref[0]).split()
        assert str(entry.Ref[0].S) in ("/H1", "/H2")
        assert "".join(heading) in "".join(tags.words(entry).split())


def test_a_caption_is_the_last_of_its_figure() -> None:
    tags = tagged(stress_letter())
    figures = tags.all("Figure")
    assert [tags.names(found) for found in figures] == [["Caption"]] * 2
    assert tags.words(tags.kids(figures[1])[0]).startswith("Figuur\N{NO-BREAK SPACE}2 Nog een figuur")


def test_every_list_with_labels_says_how_it_counts() -> None:
    tags = tagged(letter())
    assert {str(found.A.ListNumbering) for found in tags.all("L")} == {"/Disc", "/LowerAlpha", "/Description"}


@pytest.mark.parametrize("tree", [report, letter, annex, stress_letter], ids=lambda tree: tree.__name__)
def test_bookmarks_and_links_lead_to_elements(tree: Callable[[], n.Document]) -> None:
    tags = tagged(tree())
    items = list(_bookmarks(tags.pdf.Root.Outlines))
    assert items
    for item in items:
        assert "/Dest" not in item
        target = item.A.SD[0]
        assert tags.words(target).startswith(str(item.Title).split()[0])
    places = {
        str(name): place
        for name, place in zip(*(list(_names(tags.pdf))[start::2] for start in (0, 1)), strict=True)
    }
    links = [
        annotation
        for link in tags.all("Link")
        for annotation in tags.annotations(link)
        if "/Dest" in annotation
    ]
    for link in links:
        assert places[str(link.Dest)].SD[0].S in (
            "/H1",
            "/H2",
            "/H3",
            "/H4",
            "/Table",
            "/Figure",
            "/NonStruct",
        )


def _bookmarks(parent: Any) -> list[Any]:
    found: list[Any] = []
    item = parent.get("/First")
    while item is not None:
        found += [item, *_bookmarks(item)]
        item = item.get("/Next")
    return found


def _names(pdf: pikepdf.Pdf) -> list[Any]:
    return list(pdf.Root.Names.Dests.Names) if "/Dests" in pdf.Root.Names else []
