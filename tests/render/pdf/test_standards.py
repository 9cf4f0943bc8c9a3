"""Every PDF follows its two standards at once (ISO 14289 and ISO 19005)."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest
from PIL import Image

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.document.pdf_standard import PDF_STANDARDS, PdfStandard
from pipeline.render.pdf import render_pdf
from tests.render.pdf.measure import house_style, render
from tests.stress import stress_letter, stress_report
from tests.trees import (
    LOREM,
    annex,
    cell,
    figure,
    letter,
    nested_list,
    one_page_letter,
    paragraph,
    report,
    row,
    text,
)

TREES = (letter, one_page_letter, report, annex, stress_letter, stress_report)
PROFILES = ("ua1", "3a")


def failures(data: bytes, folder: Path) -> list[str]:
    path = folder / "checked.pdf"
    path.write_bytes(data)
    reports = [str(page.validate_pdf(str(path), profile=profile)) for profile in PROFILES]
    return [report for report in reports if "no failures" not in report]


def made(document: n.Document, standard: PdfStandard) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(render_pdf(document, house_style(), standard).data))


@pytest.mark.parametrize("source", ["", "titel: Voorbeeld\n"], ids=["without source", "with source"])
@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree.__name__)
def test_sample_documents_follow_both_standards(
    tree: Callable[[], n.Document], source: str, tmp_path: Path
) -> None:
    assert failures(render(replace(tree(), source_yaml=source)).data, tmp_path) == []


def test_links_with_bold_parts_and_long_tables_follow_both(tmp_path: Path) -> None:
    link = n.Link("https://example.org/", (n.Strong((text("vet"),)), text(" en gewoon " + LOREM)))
    body_rows = tuple(row(cell("a", "row"), n.Cell((paragraph(LOREM), nested_list()))) for _ in range(9))
    table = n.Table(
        (0.5, 0.5), body_rows, (row(cell("Kop", "column"), n.Cell((n.Paragraph((link,)),), "column")),)
    )
    document = number_document(replace(report(), body=(n.Paragraph((link,)), table)))[0]
    assert failures(render(document).data, tmp_path) == []


def picture(mode: str, kind: str) -> bytes:
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize((40, 40)).convert(mode).save(buffer, kind)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("RGB", "png"),
        ("RGBA", "png"),
        ("LA", "png"),
        ("P", "png"),
        ("1", "png"),
        ("RGB", "jpeg"),
        ("L", "jpeg"),
    ],
)
def test_pictures_follow_both(mode: str, kind: n.PictureFormat, tmp_path: Path) -> None:
    drawn = replace(figure(), picture=n.Picture(picture(mode, kind), kind, 40, 40))
    assert failures(render(replace(annex(), body=(drawn,))).data, tmp_path) == []


def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    drawing = n.Picture(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "svg", 9, 9)
    assert failures(render(replace(report(), body=(n.Figure(drawing, ""),))).data, tmp_path) != []


def test_the_second_pair_is_a_pdf_2_without_information_dictionary() -> None:
    first, second = made(letter(), "ua-1"), made(letter(), "ua-2")
    assert first.pdf_version == "1.7"
    assert second.pdf_version == "2.0"
    assert "/Info" in first.trailer
    assert "/Info" not in second.trailer


@pytest.mark.parametrize("standard", PDF_STANDARDS)
def test_each_standard_gives_the_same_bytes_again(standard: PdfStandard) -> None:
    one, other = (render_pdf(letter(), house_style(), standard).data for _ in range(2))
    assert one == other


def test_another_standard_gives_another_identifier() -> None:
    one, other = (bytes(made(letter(), standard).trailer.ID[0]) for standard in PDF_STANDARDS)
    assert one != other


@pytest.mark.parametrize("standard", PDF_STANDARDS)
def test_the_end_of_a_stream_is_never_in_doubt(standard: PdfStandard) -> None:
    """A line feed alone is read together with a carriage return that belongs to the data."""
    data = render_pdf(report(), house_style(), standard).data
    ends = re.findall(rb".(.)\nendstream", data, re.DOTALL)
    assert len(ends) > 10
    assert set(ends) == {b"\r"}
