"""Places in what LibreOffice makes of the Word file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.document import nodes as n
from pipeline.house_style import HouseStyle
from pipeline.render.pdf import render_pdf
from pipeline.verify.geometry.office import office_geometry
from pipeline.verify.geometry.pages import page_differences
from pipeline.verify.pdf.file import PdfFile
from pipeline.verify.pdf.reading import open_pdf
from tests.styles import house_style
from tests.tools import office_pdf
from tests.verify.geometry.planted import blocks, document, made_docx, messages, moved, subject

Show = Callable[[n.Document, HouseStyle], PdfFile]


@pytest.fixture
def show(tmp_path: Path) -> Show:
    def shown(tree: n.Document, style: HouseStyle) -> PdfFile:
        return open_pdf(office_pdf(made_docx(tree, style), tmp_path))

    return shown


@pytest.mark.parametrize("name", ["letter", "classified", "report"])
def test_places_follow_the_house_style(show: Show, name: str) -> None:
    proof = office_geometry(show(document(name), house_style()), subject(document(name)))
    assert messages(proof) == []
    assert (proof.proof, proof.format) == ("geometry", "docx")
    assert isinstance(proof.figures["grootste afwijking in mm"], float)
    assert proof.figures["grootste afwijking in mm"] < 0.2


@pytest.mark.parametrize(
    ("token", "expected"),
    [("letter.addressee.y", {"De adressering"}), ("letter.paging.x", {"Het paginanummer"})],
)
def test_block_that_stands_elsewhere_is_found(show: Show, token: str, expected: set[str]) -> None:
    tree = document("short")
    assert blocks(office_geometry(show(tree, moved(token, 1.5)), subject(tree))) == expected


def test_pages_of_a_report_are_those_of_the_pdf(show: Show) -> None:
    tree = document("report")
    pdf = open_pdf(render_pdf(tree, house_style()).data)
    assert messages(page_differences(show(tree, house_style()), pdf, subject(tree))) == []
