"""The tags of a PDF are what a listener needs (ISO 14289-1)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from tests.render.pdf.measure import render
from tests.trees import LOREM, annex, cell, letter, nested_list, one_page_letter, paragraph, report, row, text

TREES = (letter, one_page_letter, report, annex)


class Tags:
    """The tag tree of a PDF with the text of its elements."""

    def __init__(self, data: bytes, folder: Path) -> None:
        path = folder / "document.pdf"
        path.write_bytes(data)
        self.pdf = pikepdf.open(path)
        self.root = self.pdf.Root.StructTreeRoot.K[0]

    def all(self, tag: str) -> list[Any]:
        return [element for element in self.walk(self.root) if f"/{tag}" == element.S]

    def walk(self, element: Any) -> list[Any]:
        return [element, *(found for kid in self.kids(element) for found in self.walk(kid))]

    def kids(self, element: Any) -> list[Any]:
        kids = element.get("/K", [])
        return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]

    def names(self, element: Any) -> list[str]:
        return [str(kid.S).removeprefix("/") for kid in self.kids(element)]


def validate(data: bytes, folder: Path) -> str:
    path = folder / "checked.pdf"
    path.write_bytes(data)
    return str(page.validate_pdf(str(path), profile="ua1"))


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree.__name__)
def test_sample_documents_are_pdf_ua(tree: Any, tmp_path: Path) -> None:
    assert "no failures" in validate(render(tree()).data, tmp_path)


def test_links_with_bold_parts_and_long_tables_are_pdf_ua(tmp_path: Path) -> None:
    link = n.Link("https://example.org/", (n.Strong((text("vet"),)), text(" en gewoon " + LOREM)))
    body_rows = tuple(row(cell("a", "row"), n.Cell((paragraph(LOREM), nested_list()))) for _ in range(9))
    table = n.Table(
        (0.5, 0.5), body_rows, (row(cell("Kop", "column"), n.Cell((n.Paragraph((link,)),), "column")),)
    )
    document = number_document(replace(report(), body=(n.Paragraph((link,)), table)))[0]
    assert "no failures" in validate(render(document).data, tmp_path)


def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    figure = n.Figure(
        n.Picture(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "svg", 9, 9), ""
    )
    assert "no failures" not in validate(render(replace(report(), body=(figure,))).data, tmp_path)


def test_a_note_is_read_right_behind_its_call(tmp_path: Path) -> None:
    tags = Tags(render(letter()).data, tmp_path)
    (call,) = tags.all("Reference")
    siblings = tags.names(call.P)
    assert siblings[siblings.index("Reference") + 1] == "Note"
    assert str(tags.all("Note")[0].ID) == "noot-1"


def test_a_paragraph_over_two_pages_is_one_element(tmp_path: Path) -> None:
    document = replace(one_page_letter(), body=tuple(paragraph(LOREM * 9) for _ in range(4)))
    result = render(document)
    assert result.pages > 1
    tags = Tags(result.data, tmp_path)
    paragraphs = [found for found in tags.names(tags.root) if found == "P"]
    assert len(paragraphs) == 4


def test_a_table_over_pages_is_one_element_with_one_head(tmp_path: Path) -> None:
    rows = tuple(row(cell("a", "row"), n.Cell((paragraph(LOREM * 3),))) for _ in range(20))
    head = (row(cell("Kop", "column"), cell("Kop", "column")),)
    sums = (row(cell("Totaal", "row"), cell("1")),)
    result = render(replace(annex(), body=(n.Table((0.5, 0.5), rows, head, sums, summary="Twintig rijen."),)))
    assert result.pages > 1
    tags = Tags(result.data, tmp_path)
    (table,) = tags.all("Table")
    assert tags.names(table) == ["THead", "TBody", "TFoot"]
    assert len(tags.all("TR")) == 22
    assert {str(cell_.A.Scope) for cell_ in tags.all("TH")} == {"/Column", "/Row"}
    assert str(table.A.Summary) == "Twintig rijen."


def test_lists_hold_items_with_label_and_body(tmp_path: Path) -> None:
    tags = Tags(render(replace(one_page_letter(), body=(nested_list(),))).data, tmp_path)
    for item in tags.all("LI"):
        assert tags.names(item) == ["Lbl", "LBody"]
    outer = tags.all("L")[1]
    assert tags.names(tags.kids(tags.kids(outer)[1])[1]) == ["P", "L"]


def test_page_furniture_is_no_content(tmp_path: Path) -> None:
    data = render(letter()).data
    tags = Tags(data, tmp_path)
    for sheet in tags.pdf.pages:
        stream = pikepdf.parse_content_stream(sheet)
        marked = {
            int(one.operands[1].MCID)
            for one in stream
            if str(one.operator) == "BDC" and "/MCID" in one.operands[1]
        }
        artifacts = [
            one for one in stream if str(one.operator) == "BDC" and str(one.operands[0]) == "/Artifact"
        ]
        owners = tags.pdf.Root.StructTreeRoot.ParentTree.Nums[2 * int(sheet.StructParents) + 1]
        assert artifacts
        assert all(isinstance(owners[number], pikepdf.Dictionary) for number in marked)


def test_other_languages_are_named(tmp_path: Path) -> None:
    tags = Tags(render(letter()).data, tmp_path)
    assert str(tags.pdf.Root.Lang) == "nl-NL"
    assert [str(found.Lang) for found in tags.walk(tags.root) if "/Lang" in found] == ["en"]


def test_a_figure_has_its_alternative_and_its_place_in_points(tmp_path: Path) -> None:
    tags = Tags(render(report()).data, tmp_path)
    (figure,) = tags.all("Figure")
    assert str(figure.Alt).startswith("Tijdlijn")
    left, bottom, right, top = (float(value) for value in figure.A.BBox)
    assert right - left == pytest.approx(120 * 72 / 25.4, abs=0.1)
    assert top - bottom == pytest.approx(20 * 72 / 25.4, abs=0.1)
    assert 0 < bottom < top < 842


@pytest.mark.parametrize("tree", [letter, report], ids=lambda tree: tree.__name__)
def test_a_logo_is_a_figure_with_its_alternative_and_replaces_the_placeholder(
    tree: Any, tmp_path: Path
) -> None:
    document = tree()
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="13" height="37"><rect width="13" height="37"/></svg>'
    )
    front = replace(document.front, logo=n.Picture(drawing, "svg", 13, 37), logo_alt="Logo van de afzender")
    result = render(replace(document, front=front))
    assert result.diagnostics == ()
    assert "no failures" in validate(result.data, tmp_path)
    tags = Tags(result.data, tmp_path)
    logo = tags.all("Figure")[0]
    assert str(logo.Alt) == "Logo van de afzender"
    assert float(logo.A.BBox[0]) * 25.4 / 72 == pytest.approx(98.5, abs=0.1)
    assert float(logo.A.BBox[3]) * 25.4 / 72 == pytest.approx(297, abs=0.1)
