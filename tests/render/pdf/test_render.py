"""The PDF as a file: its bytes, its metadata, its fonts and what it may read."""

from __future__ import annotations

import io
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from pipeline.diagnostics import Code, Source
from pipeline.document import nodes as n
from pipeline.house_style import load_house_style
from pipeline.render.pdf import draft_pdf, render_pdf
from pipeline.render.pdf.complaints import LayoutComplaintError, listening
from pipeline.render.pdf.resources import ForbiddenResourceError, OwnResources, Pictures, RefusedError
from tests.render.pdf.measure import house_style, render
from tests.trees import annex, figure, letter, one_page_letter, report

SCRIPT = (
    "import hashlib; from tests.render.pdf.measure import render; from tests.trees import letter; "
    "print(hashlib.sha256(render(letter()).data).hexdigest())"
)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


@pytest.mark.parametrize("tree", [letter, report, annex])
def test_the_same_document_gives_the_same_bytes(tree: Callable[[], n.Document]) -> None:
    assert render(tree()).data == render(tree()).data


def test_another_process_time_zone_and_locale_give_the_same_bytes() -> None:
    def digest(**variables: str) -> str:
        environment = {**os.environ, **variables}
        return subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True
        ).stdout

    assert digest(TZ="Asia/Tokyo", LC_ALL="C", PYTHONHASHSEED="7") == digest(PYTHONHASHSEED="1")


def test_the_folder_of_the_house_style_leaves_no_trace(tmp_path: Path) -> None:
    folder = tmp_path / "elders"
    shutil.copytree(house_style().folder, folder)
    style, _ = load_house_style(folder, "elders")
    assert style is not None
    assert render_pdf(letter(), style).data == render(letter()).data


def test_other_words_give_another_identifier() -> None:
    one, other = (opened(render(tree()).data).trailer.ID[0] for tree in (letter, one_page_letter))
    assert bytes(one) != bytes(other)


def test_metadata_tells_the_document_and_not_the_build() -> None:
    pdf = opened(render(letter()).data)
    assert str(pdf.docinfo["/Title"]) == "Kamerbrief over een voorbeeld"
    assert str(pdf.docinfo["/Author"]) == "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties"
    assert str(pdf.docinfo["/Keywords"]) == "regio, Rijk"
    assert str(pdf.docinfo["/Subject"]) == "Voorbeeld voor de tests."
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261218000000")
    assert str(pdf.docinfo["/ModDate"]).startswith("D:20261218000000")
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


@pytest.mark.parametrize("tree", [letter, report])
def test_only_the_fonts_of_the_house_style_are_used(tree: Callable[[], n.Document]) -> None:
    pdf = opened(render(tree()).data)
    names = {
        str(item.BaseFont).split("+")[-1]
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item
    }
    assert names
    assert all(name.startswith("DejaVu-Sans") for name in names), names


def test_a_character_outside_the_font_does_not_fetch_a_font_of_the_system() -> None:
    body = (n.Paragraph((n.Text("漢字"),)),)
    pdf = opened(render(replace(one_page_letter(), body=body)).data)
    names = {
        str(item.BaseFont).split("+")[-1]
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item
    }
    assert all(name.startswith("DejaVu-Sans") for name in names), names


@pytest.mark.parametrize(
    "url", ["https://example.org/a.png", "file:///etc/passwd", "document:9.svg", "data:,x"]
)
def test_everything_outside_the_document_is_refused(url: str) -> None:
    with pytest.raises(RefusedError):
        OwnResources((), Pictures()).fetch(url)


def test_a_drawing_that_asks_for_a_font_ends_its_own_document_and_not_the_process() -> None:
    style = "<style>@font-face{font-family:a;src:url('data:font/ttf;base64,AAAA')}</style>"
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{style}</svg>'
    asking = replace(figure(), picture=n.Picture(drawing.encode(), "svg", 9, 9))
    with pytest.raises(ForbiddenResourceError):
        render(replace(report(), body=(asking,)))
    with pytest.raises(ForbiddenResourceError):
        draft_pdf(replace(report(), body=(asking,)), house_style())


BROKEN = (
    b"geen afbeelding",
    b'<svg xmlns="http://www.w3.org/2000/svg"><rect',
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    b'<image href="file:///etc/hostname" width="9" height="9"/></svg>',
)


@pytest.mark.parametrize("data", BROKEN)
def test_a_picture_that_is_broken_or_points_outside_is_an_error_of_the_content(data: bytes) -> None:
    source = Source("content/voorbeeld.yaml", ("figuur",))
    broken = replace(figure(), picture=n.Picture(data, "svg", 9, 9), source=source)
    (found,) = render(replace(report(), body=(broken,))).diagnostics
    assert found.code is Code.PICTURE_INVALID
    assert found.where == source


def test_a_picture_without_alternative_is_an_error_of_the_content() -> None:
    (found,) = render(replace(report(), body=(replace(figure(), alt=""),))).diagnostics
    assert found.code is Code.PICTURE_NO_ALT


def test_a_drawing_with_letters_that_the_house_style_lacks_is_an_error_of_the_content() -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">a漢</text></svg>'
    source = Source("content/voorbeeld.yaml", ("figuur",))
    foreign = replace(figure(), picture=n.Picture(drawing.encode(), "svg", 9, 9), source=source)
    (found,) = render(replace(report(), body=(figure(), foreign))).diagnostics
    assert found.code is Code.PICTURE_INVALID
    assert found.where == source
    assert found.message.endswith("tekens in de afbeelding: 漢")


def test_another_complaint_of_the_engine_is_a_fault_of_the_program() -> None:
    with listening() as complaints:
        logging.getLogger("weasyprint").error("Unknown %s", "thing")
    with pytest.raises(LayoutComplaintError, match="Unknown thing"):
        complaints.diagnostics(Pictures())


@pytest.mark.parametrize("tree", [letter, one_page_letter, report, annex])
def test_the_engine_understands_every_rule_of_the_style_sheet(tree: Callable[[], n.Document]) -> None:
    heard: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: heard.append(record.getMessage())
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        render(tree())
    finally:
        logger.removeHandler(handler)
    assert heard == []
