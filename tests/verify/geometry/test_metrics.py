"""What the font files of the house style say."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from pipeline.house_style.tokens import TextStyle
from pipeline.verify.geometry.metrics import Face, advance, css_baseline, face, named_face, office_baseline
from tests.styles import house_style

BODY = TextStyle(size=9, leading=12, before=0, after=0)
SMALL = TextStyle(size=6.5, leading=9, before=0, after=0)


@pytest.mark.parametrize(
    ("name", "family", "slant"),
    [
        ("DejaVuSans", "dejavusans", "regular"),
        ("DejaVu-Sans", "dejavusans", "regular"),
        ("DejaVuSans-Bold", "dejavusans", "bold"),
        ("DejaVu-Sans-Italic", "dejavusans", "italic"),
        ("DejaVuSans-Oblique", "dejavusans", "italic"),
        ("DejaVuSans-BoldOblique", "dejavusans", "bold_italic"),
        ("Verdana-BoldItalic", "verdana", "bold_italic"),
        ("LiberationSans", "liberationsans", "regular"),
        ("RijksSansText-Regular", "rijkssanstext", "regular"),
    ],
)
def test_face_is_known_however_a_writer_spells_its_name(name: str, family: str, slant: str) -> None:
    assert named_face(name) == (family, slant)


def test_all_faces_of_the_house_style_are_one_family() -> None:
    style = house_style()
    assert {face(style, slant).family for slant in ("regular", "bold", "italic", "bold_italic")} == {
        "dejavusans"
    }


def test_baseline_lies_where_half_of_the_white_goes_above() -> None:
    letters = face(house_style())
    assert css_baseline(BODY, letters) == pytest.approx(3.2, abs=0.05)
    assert css_baseline(SMALL, letters) == pytest.approx(2.4, abs=0.05)


def test_baseline_follows_the_letters_and_the_leading() -> None:
    high = Face("hoog", 1.0, 0.2, 0.3)
    assert css_baseline(BODY, high) > css_baseline(BODY, face(house_style()))
    wider = BODY.model_copy(update={"leading": 14})
    assert css_baseline(wider, high) - css_baseline(BODY, high) == pytest.approx(1 * 25.4 / 72)


def test_office_puts_four_fifths_of_a_line_above_the_baseline() -> None:
    assert office_baseline(BODY) == pytest.approx(0.8 * 12 * 25.4 / 72)


def test_widths_come_from_the_file_and_bold_is_wider() -> None:
    style = house_style()
    assert advance("1.1", style, bold=True) > advance("1.1", style) > advance("1.", style) > 0
    assert advance("\N{CJK UNIFIED IDEOGRAPH-4E00}", style) > 0


def test_typographic_metrics_count_when_the_font_says_so(tmp_path: Path) -> None:
    style = house_style()
    with TTFont(style.folder / style.fonts.regular.path) as font:
        font["OS/2"].fsSelection |= 1 << 7  # type: ignore[reportAttributeAccessIssue]  # tables have no types
        font["OS/2"].sTypoAscender = 1024  # type: ignore[reportAttributeAccessIssue]
        font.save(tmp_path / "typo.ttf")
    regular = style.fonts.regular.model_copy(update={"path": "typo.ttf"})
    fonts = style.fonts.model_copy(update={"regular": regular})
    own = style.model_copy(update={"fonts": fonts, "folder": tmp_path})
    assert face(own).ascent == pytest.approx(0.5)
