"""Figures: lines for those who can show them, dots for the others, words for all."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from pipeline.document import nodes as n
from pipeline.render.docx.raster import rasterise
from tests.render.docx.word import in_letter, in_report
from tests.styles import house_style
from tests.trees import figure, paragraph


def _svg(markup: str, width: float = 40, height: float = 10) -> n.Picture:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">{markup}</svg>'
    return n.Picture(data.encode(), "svg", width, height)


def test_svg_comes_with_dots_at_300_to_the_inch() -> None:
    word = in_report(figure())
    png = [data for name, data in word.files.items() if name.endswith(".png")]
    with Image.open(io.BytesIO(png[0])) as image:
        assert image.size == pytest.approx((120 / 25.4 * 300, 20 / 25.4 * 300), abs=2)
        assert image.getchannel("A").getpixel((0, 0)) == 0
    assert figure().picture.data in word.files.values()
    assert len(word.find("//asvg:svgBlip")) == 1


def test_alternative_text_is_given_and_the_size_is_that_of_the_tree() -> None:
    word = in_report(figure())
    assert word.values("//wp:inline/wp:docPr/@descr") == [figure().alt]
    assert word.values("//wp:inline/wp:extent/@cx") == ["4320000"]


def test_caption_stands_below_and_the_picture_stays_with_it() -> None:
    word = in_report(figure())
    assert word.styles()[-2:] == ["Figuur", "Caption"]
    assert word.paragraphs("Caption") == ["Figuur\N{NO-BREAK SPACE}1 Mijlpalen"]
    assert len(word.find("//w:p[w:pPr/w:pStyle/@w:val='Figuur']/w:pPr/w:keepNext")) == 1


def test_figure_wider_than_its_column_is_made_to_fit() -> None:
    wide = replace(figure(), picture=_svg("", 266, 20))
    word = in_letter(wide)
    assert word.values("//wp:inline/wp:extent/@cx") == [str(133 * 36000)]
    assert word.values("//wp:inline/wp:extent/@cy") == ["360000"]


def test_same_picture_twice_is_stored_once() -> None:
    word = in_report(figure(), paragraph("Tussen."), replace(figure(), id="nog-een"))
    assert len([name for name in word.files if name.endswith(".svg")]) == 1
    assert len([name for name in word.files if name.endswith(".png")]) == 1


def test_dots_are_the_same_every_time() -> None:
    picture = figure().picture
    assert rasterise(picture, house_style()) == rasterise(picture, house_style())


def test_picture_cannot_fetch_anything() -> None:
    outside = _svg('<image href="file:///etc/hostname" width="40" height="10"/><rect width="5" height="5"/>')
    plain = _svg('<rect width="5" height="5"/>')
    assert rasterise(outside, house_style()) == rasterise(plain, house_style())
