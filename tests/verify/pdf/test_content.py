"""What the interpreter of content streams notes of text, colours, pictures and marked content."""

from __future__ import annotations

import pikepdf
import pytest

from pipeline.verify.errors import UnreadableFileError
from pipeline.verify.pdf.marks import Run, Shape
from pipeline.verify.pdf.reading import open_pdf
from tests.verify.pdf.files import handmade, page_of

MM = 25.4 / 72


def run(content: bytes, **resources: object) -> Run:
    (only,) = page_of(content, {f"/{key}": value for key, value in resources.items()}).runs
    return only


def shapes(content: bytes, **resources: object) -> tuple[Shape, ...]:
    return page_of(content, {f"/{key}": value for key, value in resources.items()}).shapes


def box(shape: Shape) -> tuple[float, float, float, float]:
    """Return left, top, width and height in points."""
    return tuple(round(each / MM, 3) for each in (shape.x, shape.y, shape.width, shape.height))  # type: ignore[return-value]  # four in, four out


def test_a_page_has_its_size_in_mm() -> None:
    page = page_of(b"")
    assert (page.number, page.runs, page.shapes) == (1, (), ())
    assert (page.width, page.height) == pytest.approx((600 * MM, 800 * MM))


def test_the_origin_of_a_page_may_lie_elsewhere() -> None:
    def moved(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.MediaBox = pikepdf.Array([100, 50, 700, 850])
        pdf.pages[0].obj.UserUnit = 2

    page = open_pdf(handmade(b"BT /F1 10 Tf 110 840 Td (a) Tj ET", finish=moved)).pages[0]
    assert (page.width, page.height) == pytest.approx((1200 * MM, 1600 * MM))
    assert (page.runs[0].x, page.runs[0].baseline) == pytest.approx((20 * MM, 20 * MM))
    assert page.runs[0].size == pytest.approx(20)


def test_a_turned_page_is_refused() -> None:
    def turned(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Rotate = 90

    with pytest.raises(UnreadableFileError, match="gedraaid"):
        open_pdf(handmade(b"", finish=turned))


def test_text_has_its_place_width_size_and_font() -> None:
    shown = run(b"BT /F1 10 Tf 1 0 0 1 20 780 Tm (Rijk) Tj ET")
    assert (shown.text, shown.font, shown.color) == ("Rijk", "Proef-Bold", "#000000")
    assert (shown.x, shown.baseline, shown.width) == pytest.approx((20 * MM, 20 * MM, 20 * MM))
    assert (shown.size, shown.angle) == pytest.approx((10, 0))
    assert (shown.mcid, shown.artifact) == (None, False)


def test_text_is_measured_after_all_transformations() -> None:
    shown = run(b"q 2 0 0 -2 0 800 cm BT /F1 10 Tf 1 0 0 -1 15 40 Tm (ab) Tj ET Q")
    assert (shown.x, shown.baseline) == pytest.approx((30 * MM, 80 * MM))
    assert (shown.size, shown.width) == pytest.approx((20, 20 * MM))


def test_turned_text_says_by_how_much() -> None:
    assert run(b"BT /F1 10 Tf 0 1 -1 0 50 50 Tm (a) Tj ET").angle == pytest.approx(90)


@pytest.mark.parametrize(
    ("operators", "places"),
    [
        (b"10 700 Td (a) Tj 5 -12 Td (b) Tj", [(10, 100), (15, 112)]),
        (b"10 700 TD (a) Tj 0 -15 TD (b) Tj T* (c) Tj", [(10, 100), (10, 115), (10, 130)]),
        (b"14 TL 10 700 Td (a) Tj (b) '", [(10, 100), (10, 114)]),
        (b'14 TL 10 700 Td (a) Tj 3 2 (b) "', [(10, 100), (10, 114)]),
        (b"10 700 Td (aa) Tj (b) Tj", [(10, 100), (20, 100)]),
        (b"10 700 Td 4 Ts (a) Tj", [(10, 96)]),
        (b"10 700 Td [-500 (a) 200 (b)] TJ (c) Tj", [(15, 100), (23, 100)]),
        (b"10 700 Td [-500 <61> 200 <62>] TJ (c) Tj", [(15, 100), (23, 100)]),
    ],
)
def test_text_moves_as_its_operators_say(operators: bytes, places: list[tuple[float, float]]) -> None:
    runs = page_of(b"BT /F1 10 Tf " + operators + b" ET").runs
    assert [(round(each.x / MM, 3), round(each.baseline / MM, 3)) for each in runs] == places


@pytest.mark.parametrize(
    ("operators", "width"),
    [
        (b"2 Tc (a b) Tj", 21),
        (b"3 Tw (a b) Tj", 18),
        (b"150 Tz (a b) Tj", 22.5),
        (b"[(a) -100 (b) 50 (c)] TJ", 15.5),
        (b'3 2 (a b) "', 24),
    ],
)
def test_spacing_and_stretching_count_in_the_width(operators: bytes, width: float) -> None:
    assert run(b"BT /F1 10 Tf " + operators + b" ET").width / MM == pytest.approx(width)


def test_word_spacing_leaves_codes_of_two_bytes_alone() -> None:
    assert run(b"BT /F2 10 Tf 3 Tw <00010001> Tj ET").width / MM == pytest.approx(12)


@pytest.mark.parametrize(
    ("operators", "color"),
    [
        (b"0.5 g", "#808080"),
        (b"1 0 0.2 rg", "#ff0033"),
        (b"0 1 1 0.5 k", "#800000"),
        (b"/DeviceRGB cs 0 0 1 sc", "#0000ff"),
        (b"/Profile cs 0 0 1 scn", "#0000ff"),
        (b"/DeviceGray cs", "#000000"),
        (b"/Inkt cs 1 scn", ""),
        (b"/Pattern cs /P1 scn", ""),
        (b"/Pattern cs /P1 scn 1 g", "#ffffff"),
        (b"1 0 0 rg /Half gs", "#ff8080"),
        (b"1 0 0 RG 1 Tr", "#ff0000"),
        (b"1 0 0 rg 3 Tr", ""),
        (b"1 0 0 rg q 0 g Q", "#ff0000"),
    ],
)
def test_text_has_the_colour_that_it_is_painted_in(operators: bytes, color: str) -> None:
    spaces = pikepdf.Dictionary(
        {
            "/Profile": pikepdf.Array([pikepdf.Name.ICCBased]),
            "/Inkt": pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name("/Goud")]),
        }
    )
    states = pikepdf.Dictionary({"/Half": pikepdf.Dictionary({"/ca": 0.5, "/CA": 1})})
    shown = run(operators + b" BT /F1 10 Tf (a) Tj ET", ColorSpace=spaces, ExtGState=states)
    assert shown.color == color


@pytest.mark.parametrize(
    ("operators", "kind", "place", "color"),
    [
        (b"1 0 0 rg 10 700 30 20 re f", "fill", (10, 80, 30, 20), "#ff0000"),
        (b"1 0 0 rg 10 700 m 40 700 l 40 720 l h f*", "fill", (10, 80, 30, 20), "#ff0000"),
        (b"0 0 1 RG 4 w 10 700 m 40 700 l S", "stroke", (10, 98, 30, 4), "#0000ff"),
        (b"0 0 1 RG 4 w 10 700 m 10 720 l s", "stroke", (8, 80, 4, 20), "#0000ff"),
        (b"10 700 m 20 730 40 730 50 700 c f", "fill", (10, 70, 40, 30), "#000000"),
        (b"/Pattern cs /P1 scn 10 700 30 20 re f", "picture", (10, 80, 30, 20), ""),
        (b"20 705 10 10 re W n 10 700 30 20 re f", "fill", (20, 85, 10, 10), "#000000"),
        (b"20 705 10 10 re W n /Verloop sh", "picture", (20, 85, 10, 10), ""),
        (b"q 60 0 0 40 10 700 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q", "picture", (10, 60, 60, 40), ""),
        # The border of a box: the room between two outlines.
        (b"10 700 50 50 re 12 702 46 46 re f*", "stroke", (10, 50, 50, 50), "#000000"),
    ],
)
def test_what_is_painted_has_its_box_and_colour(
    operators: bytes, kind: str, place: tuple[float, ...], color: str
) -> None:
    (painted,) = shapes(operators)
    assert (painted.kind, box(painted), painted.color) == (kind, place, color)


def test_parts_of_a_path_are_shapes_of_their_own() -> None:
    painted = shapes(b"0 0 10 10 re 20 0 10 10 re B")
    assert [(each.kind, box(each)[0]) for each in painted] == [
        ("fill", 0), ("fill", 20), ("stroke", -0.5), ("stroke", 19.5)
    ]  # fmt: skip


def test_what_falls_outside_the_clip_is_not_there() -> None:
    assert shapes(b"0 0 10 10 re W n 20 20 10 10 re f") == ()


def test_a_clip_ends_with_its_graphics_state() -> None:
    assert box(shapes(b"q 0 0 10 10 re W n Q 20 780 10 10 re f")[0]) == (20, 10, 10, 10)


def test_a_form_is_read_with_its_matrix_and_the_fonts_of_the_page() -> None:
    def with_form(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"1 0 0 rg BT /F1 10 Tf (a) Tj ET")
        stream.Subtype, stream.Matrix = pikepdf.Name.Form, pikepdf.Array([2, 0, 0, 2, 5, 5])
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary({"/X": stream})

    content = b"/Artifact BMC q 1 0 0 1 10 10 cm /X Do Q EMC BT /F1 10 Tf (b) Tj ET"
    inside, outside = open_pdf(handmade(content, finish=with_form)).pages[0].runs
    assert (inside.x, inside.size) == pytest.approx((15 * MM, 20))
    assert (inside.color, inside.artifact) == ("#ff0000", True)
    assert (outside.x, outside.color, outside.artifact) == (0, "#000000", False)


def test_a_form_that_holds_itself_is_refused() -> None:
    def with_circle(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"/X Do")
        stream.Subtype = pikepdf.Name.Form
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary({"/X": stream})

    with pytest.raises(UnreadableFileError, match="kring"):
        open_pdf(handmade(b"/X Do", finish=with_circle))


def test_an_image_fills_the_unit_square() -> None:
    def with_image(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"\x00")
        stream.Subtype = pikepdf.Name.Image
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary({"/X": stream})

    content = b"/Figure <</MCID 4>> BDC q 60 0 0 40 10 700 cm /X Do Q EMC"
    (picture,) = open_pdf(handmade(content, finish=with_image)).pages[0].shapes
    assert (picture.kind, box(picture), picture.mcid) == ("picture", (10, 60, 60, 40), 4)


@pytest.mark.parametrize(
    ("before", "mcid", "artifact"),
    [
        (b"/Span <</MCID 7>> BDC", 7, False),
        (b"/P <</Lang (nl) /MCID 7>> BDC", 7, False),
        (b"/P /Eigenschap BDC", 9, False),
        (b"/Span <</MCID 7>> BDC /Span <</MCID 8>> BDC", 8, False),
        (b"/Span <</MCID 7>> BDC /Span BMC", 7, False),
        (b"/Span <</MCID 7>> BDC EMC", None, False),
        (b"/Artifact BMC", None, True),
        (b"/Artifact <</Type /Pagination>> BDC", None, True),
        (b"/Artifact BMC /Span <</MCID 7>> BDC", 7, True),
        (b"EMC", None, False),
    ],
)
def test_text_knows_the_marked_content_around_it(before: bytes, mcid: int | None, artifact: bool) -> None:
    properties = pikepdf.Dictionary({"/Eigenschap": pikepdf.Dictionary({"/MCID": 9})})
    shown = run(before + b" BT /F1 10 Tf (a) Tj ET", Properties=properties)
    assert (shown.mcid, shown.artifact) == (mcid, artifact)


def test_marked_content_with_a_text_of_its_own_says_that_once() -> None:
    content = (
        b"/Span <</MCID 1 /ActualText (afbreken)>> BDC "
        b"BT /F1 10 Tf (af-) Tj (breken) Tj ET EMC BT /F1 10 Tf (d) Tj ET"
    )
    assert [each.text for each in page_of(content).runs] == ["afbreken", "", "d"]


def test_a_text_of_its_own_counts_for_what_is_marked_inside() -> None:
    content = (
        b"/Span <</ActualText (een)>> BDC /Span <</MCID 1>> BDC "
        b"BT /F1 10 Tf (a) Tj ET EMC /Span <</MCID 2>> BDC BT /F1 10 Tf (b) Tj ET EMC EMC"
    )
    assert [(each.text, each.mcid) for each in page_of(content).runs] == [("een", 1), ("", 2)]


def test_a_font_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="lettertype"):
        page_of(b"BT /F9 10 Tf (a) Tj ET")


def test_text_before_any_font_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="zonder lettertype"):
        page_of(b"BT (a) Tj ET")
