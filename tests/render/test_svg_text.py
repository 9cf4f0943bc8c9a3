"""An accent in the text of an SVG picture stands on its letter, in both formats."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
from PIL import Image

from pipeline.document import nodes as n
from pipeline.render.docx.raster import rasterise
from tests.render.pdf.measure import render
from tests.styles import house_style
from tests.trees import annex, figure

LETTER = "ℎ\N{COMBINING VERTICAL TILDE}"


def drawn(words: str) -> n.Picture:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10" width="40mm" height="10mm">'
        f'<text x="2" y="6" font-family="DejaVu Sans" font-size="4">{words}</text></svg>'
    )
    return n.Picture(svg.encode(), "svg", 40, 10)


def test_every_glyph_of_a_picture_stands_for_what_was_typed() -> None:
    data = render(replace(annex(), body=(replace(figure(), picture=drawn(f"e {LETTER} en")),))).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        maps = [
            each["/ToUnicode"].read_bytes()
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each
        ]
    assert any(b"<033e>" in each or b"<210e033e>" in each for each in maps)
    assert not any(b"> <>" in each for each in maps), "a glyph that nobody typed"


def test_dots_show_an_accent_above_its_letter_and_not_after_it() -> None:
    assert right_edge(f"{LETTER}x") == right_edge("ℎx")


def right_edge(words: str) -> int:
    with Image.open(io.BytesIO(rasterise(drawn(words), house_style()))) as image:
        box = image.getchannel("A").getbbox()
    assert box
    return box[2]
