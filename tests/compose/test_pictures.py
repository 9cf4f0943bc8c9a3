"""Pictures of writers: inside the project, printable in both formats, with a size in mm."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from pipeline.compose.pictures import load_picture
from pipeline.diagnostics import Code
from pipeline.document import nodes as n
from tests.compose.rendered import found, markdown, outline

FOLDER = "content/brieven/b"


def put(root: Path, name: str, data: bytes) -> Path:
    path = root / FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def raster(kind: str, dpi: tuple[int, int] | None = None, mode: str = "RGB") -> bytes:
    buffer = io.BytesIO()
    options = {"dpi": dpi} if dpi else {}
    Image.new(mode, (300, 150)).save(buffer, kind, **options)
    return buffer.getvalue()


FOREIGN = "brengt een ander bestand of een eigen lettertype mee"


def svg(inside: str = "", attributes: str = 'width="120mm" height="4cm"') -> bytes:
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {space} {attributes}>{inside}</svg>".encode()


def size(picture: n.Picture | None) -> tuple[float, float]:
    assert picture
    return round(picture.width, 2), round(picture.height, 2)


@pytest.mark.parametrize(
    ("name", "data", "kind", "expected"),
    [
        ("a.png", raster("PNG"), "png", (79.38, 39.69)),
        ("a.png", raster("PNG", (300, 300)), "png", (25.4, 12.7)),
        ("a.jpg", raster("JPEG", (150, 150)), "jpeg", (50.8, 25.4)),
        ("a.svg", svg(), "svg", (120, 40)),
        ("a.svg", svg(attributes='viewBox="0 0 96 48"'), "svg", (25.4, 12.7)),
        ("a.svg", svg(attributes='viewBox="0 0 2 1" width="1in"'), "svg", (25.4, 12.7)),
        ("a.svg", svg(attributes='viewBox="0 0 2 1" height="72pt"'), "svg", (50.8, 25.4)),
        ("a.svg", svg(attributes='width="96" height="96px"'), "svg", (25.4, 25.4)),
    ],
)
def test_a_picture_has_the_size_of_its_file(
    name: str, data: bytes, kind: str, expected: tuple[float, float], tmp_path: Path
) -> None:
    put(tmp_path, name, data)
    loaded = load_picture(tmp_path, FOLDER, name, None, None)
    assert loaded.picture
    assert (loaded.picture.format, loaded.picture.data) == (kind, data)
    assert size(loaded.picture) == expected


def test_a_width_scales_and_a_wide_picture_fits_the_text(tmp_path: Path) -> None:
    put(tmp_path, "a.svg", svg())
    assert size(load_picture(tmp_path, FOLDER, "a.svg", 60, 140).picture) == (60, 20)
    assert size(load_picture(tmp_path, FOLDER, "a.svg", None, 90).picture) == (90, 30)
    assert size(load_picture(tmp_path, FOLDER, "a.svg", None, 140).picture) == (120, 40)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"geen afbeelding", "is geen PNG, JPEG of SVG, of is beschadigd"),
        (b"", "is geen PNG, JPEG of SVG, of is beschadigd"),
        (raster("GIF"), "is geen PNG, JPEG of SVG, of is beschadigd"),
        (raster("PNG")[:60], "is geen PNG, JPEG of SVG, of is beschadigd"),
        (raster("JPEG", mode="CMYK"), "heeft de kleuren van een drukpers (CMYK)"),
        (b"<svg", "is geen goede SVG"),
        (b"<html/>", "is geen SVG"),
        (svg(attributes=""), "heeft geen afmetingen"),
        (svg("<script>x</script>"), "bevat <script>"),
        (svg("<foreignObject/>"), "bevat <foreignObject>"),
        (svg('<rect onclick="x()"/>'), "bevat een script"),
        (svg('<image xlink:href="https://a.nl/b.png"/>'), "verwijst naar iets buiten de afbeelding"),
        (svg('<use href="ander.svg#a"/>'), "verwijst naar iets buiten de afbeelding"),
        (svg('<rect fill="url(https://a.nl)"/>'), "verwijst naar iets buiten de afbeelding"),
        (svg("<style>@import 'a.css'</style>"), "verwijst naar iets buiten de afbeelding"),
        (svg('<image xlink:href=" DATA:image/png;base64,AA"/>'), FOREIGN),
        (svg('<rect style="fill:url( data:image/svg+xml,a#b)"/>'), FOREIGN),
        (svg("<style>@Font-Face{src:local(Arial)}</style>"), FOREIGN),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "heeft een DTD met entiteiten"),
    ],
)
def test_a_picture_that_cannot_be_used(data: bytes, reason: str, tmp_path: Path) -> None:
    put(tmp_path, "a.svg", data)
    loaded = load_picture(tmp_path, FOLDER, "a.svg", None, None)
    assert loaded.picture is None
    assert loaded.code is Code.PICTURE_INVALID
    assert loaded.message == f"De afbeelding “a.svg” {reason}."


@pytest.mark.parametrize(
    "path",
    ["../../../../buiten.png", "/etc/passwd", "https://a.nl/b.png", "C:\\b.png", "~/b.png", "sluip.png"],
)
def test_a_picture_outside_the_project_is_refused(path: str, tmp_path: Path) -> None:
    root = tmp_path / "project"
    put(root, "binnen.png", raster("PNG"))
    (tmp_path / "buiten.png").write_bytes(raster("PNG"))
    (root / FOLDER / "sluip.png").symlink_to(tmp_path / "buiten.png")
    _, diagnostics = markdown(root, f"![x](<{path}>)")
    assert [line[:10] for line in found(diagnostics)] == ["KAM602 0:0"]


def test_a_missing_picture_is_found_at_its_line(tmp_path: Path) -> None:
    _, diagnostics = markdown(tmp_path, "Eerst.\n\n![Een kaart](kaart.png)")
    assert found(diagnostics) == ["KAM601 2:0 De afbeelding “kaart.png” bestaat niet."]


def test_a_picture_alone_in_a_paragraph_is_a_figure(tmp_path: Path) -> None:
    put(tmp_path, "kaart.svg", svg())
    text = 'Eerst.\n\n![Kaart van de regio](kaart.svg "De regio in beeld"){#kaart breedte=60}'
    shown, diagnostics = markdown(tmp_path, text)
    assert diagnostics == ()
    assert outline(shown[1:]) == "figuur #kaart 60x20 'Kaart van de regio' 2:0\n  'De regio in beeld' 2:0\n"


def test_a_picture_without_alternative_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "a.svg", svg())
    _, diagnostics = markdown(tmp_path, "![](a.svg)")
    assert [line[:10] for line in found(diagnostics)] == ["KAM604 0:0"]


def test_a_broken_picture_is_found_at_its_line(tmp_path: Path) -> None:
    put(tmp_path, "a.png", b"geen afbeelding")
    _, diagnostics = markdown(tmp_path, "Eerst.\n\n![x](a.png)")
    assert [line[:10] for line in found(diagnostics)] == ["KAM603 2:0"]


def test_an_unknown_setting_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "a.svg", svg())
    _, diagnostics = markdown(tmp_path, "![x](a.svg){rood}")
    assert found(diagnostics) == ["KAM403 0:0 “rood” kan niet na een afbeelding."]
