"""Pages with the same name look the same; whatever changes on a page changes its name, and no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.preview.page_names import page_names
from pipeline.preview.pages import page_picture
from pipeline.render.pdf import draft_pdf
from tests.projects import ONE_PAGE_PDF
from tests.render.pdf.measure import house_style
from tests.trees import LOREM, figure, paragraph, report

CHAPTERS = 4
SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="%d" height="9"/></svg>'


def chapter(number: int, *more: n.Block) -> tuple[n.Block, ...]:
    return (n.PageBreak(), paragraph(f"Hoofdstuk {number}. {LOREM * 3}"), *more)


def drawing(width: int) -> n.Figure:
    return replace(figure(), picture=n.Picture(SQUARE % width, "svg", 5, 5))


def draft(*chapters: tuple[n.Block, ...], notice: str = "Voorbeeld") -> bytes:
    # What is new elsewhere adds no letter and no digit to the fonts.
    every_letter = (n.PageBreak(), paragraph("Lang."), *(drawing(width) for width in range(10)))
    body = (paragraph("Begin."), *(block for each in (*chapters, every_letter) for block in each))
    document, _ = number_document(replace(report(), body=body, notice=notice))
    return draft_pdf(document, house_style()).pdf.data


@cache
def plain() -> bytes:
    return draft(*(chapter(number) for number in range(CHAPTERS)))


def changed(*more: n.Block, words: str = "") -> set[int]:
    """Return which pages of the same number of pages get another name when chapter 2 changes."""
    chapters = [chapter(number) for number in range(CHAPTERS)]
    chapters[2] = (n.PageBreak(), paragraph(f"Hoofdstuk 2. {LOREM * 3}{words}"), *more)
    before, after = page_names(plain()), page_names(draft(*chapters))
    assert len(before) == len(after)
    return {index for index, (old, new) in enumerate(zip(before, after, strict=True)) if old != new}


PAGE = 4
"""Where chapter 2 stands, from 0: after the cover and the begin."""
LAST = PAGE + 2
"""The page with pictures, which are numbered anew when there is one before them."""


def test_each_page_has_a_name_of_its_own_and_the_same_document_the_same_names() -> None:
    names = page_names(plain())
    assert len(set(names)) == len(names) == CHAPTERS + 3
    assert page_names(draft(*(chapter(number) for number in range(CHAPTERS)))) == names


def test_a_word_more_renames_its_page_only() -> None:
    assert changed(words="Lang.") == {PAGE}


def test_a_picture_more_renames_its_page_only() -> None:
    assert changed(drawing(5)) == {PAGE, LAST}


def test_another_drawing_of_the_same_size_renames_its_page() -> None:
    one, other = (page_names(draft(chapter(0, drawing(width)), chapter(1))) for width in (5, 6))
    assert [old == new for old, new in zip(one, other, strict=True)] == [True, True, False, True, True]


def test_other_points_in_a_picture_of_the_same_size_rename_its_page() -> None:
    def picture(colour: str) -> n.Figure:
        target = BytesIO()
        Image.new("RGB", (8, 8), colour).save(target, "PNG")
        return replace(figure(), picture=n.Picture(target.getvalue(), "png", 30, 30))

    one, other = (page_names(draft(chapter(0, picture(each)), chapter(1))) for each in ("red", "blue"))
    assert [old == new for old, new in zip(one, other, strict=True)] == [True, True, False, True, True]


def test_what_stands_on_every_page_renames_every_page() -> None:
    other = page_names(draft(*(chapter(number) for number in range(CHAPTERS)), notice="Voorbeelden"))
    assert set(other).isdisjoint(page_names(plain()))


def test_pages_behind_a_new_picture_keep_what_they_draw() -> None:
    """The file numbers its pictures and patterns anew; the pages after it look as they did."""
    names = page_names(draft(chapter(0, drawing(5)), chapter(1), chapter(2)))
    without = page_names(draft(chapter(0), chapter(1), chapter(2)))
    assert [old == new for old, new in zip(names, without, strict=True)] == [
        True,
        True,
        False,
        True,
        True,
        False,
    ]


Spoil = Callable[[pikepdf.Pdf], None]


def _font(pdf: pikepdf.Pdf) -> None:
    """Put another font file behind the same name, as if a house style had other letters."""
    stream = next(
        each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each
    )
    stream.FontFile2.write(stream.FontFile2.read_bytes() + b"\0")


def _box(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.MediaBox = pikepdf.Array([0, 0, 500, 500])


def _turn(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Rotate = 90


def _state(pdf: pikepdf.Pdf) -> None:
    for state in pdf.pages[1].resources.ExtGState.as_dict().values():
        state.ca = 0.5


@pytest.mark.parametrize("spoil", [_font, _box, _turn, _state])
def test_whatever_decides_how_a_page_looks_is_in_its_name(spoil: Spoil) -> None:
    with pikepdf.open(BytesIO(plain())) as pdf:
        spoil(pdf)
        target = BytesIO()
        pdf.save(target)
    assert page_names(target.getvalue())[1] != page_names(plain())[1]


def test_an_empty_page_has_a_name() -> None:
    assert len(page_names(ONE_PAGE_PDF)) == 1


def test_equal_names_are_equal_pictures() -> None:
    one, other = plain(), draft(*(chapter(number, drawing(5)) for number in range(CHAPTERS)))
    of_one, of_other = page_names(one), page_names(other)
    shared = [(of_one.index(name) + 1, of_other.index(name) + 1) for name in of_one if name in of_other]
    assert shared
    for here, there in shared:
        assert page_picture(one, here, 300) == page_picture(other, there, 300)
