"""Read a picture of a writer: inside the project, of a kind that both formats can print, and whole."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from PIL import Image, ImageFile

from pipeline.compose.svg_safety import danger_in
from pipeline.content.characters import unprintable
from pipeline.diagnostics import Code
from pipeline.document.nodes import Picture
from pipeline.gate.files import Barred, take_in
from pipeline.gate.limits import PICTURE_BYTES, PICTURE_PIXELS, PICTURE_SIDE, SVG_BYTES

MM_PER_INCH = 25.4
CSS_PIXELS_PER_INCH = 96
"""A picture without a size of its own is shown as a browser does (CSS Values and Units 3, 6.2)."""

_LENGTH = re.compile(r"\s*(\d*\.?\d+)\s*(mm|cm|in|pt|pc|px|)\s*")
_MM = {"mm": 1.0, "cm": 10.0, "in": MM_PER_INCH, "pt": MM_PER_INCH / 72, "pc": MM_PER_INCH / 6}
_SVG = "{http://www.w3.org/2000/svg}svg"


@dataclass(frozen=True, slots=True)
class LoadedPicture:
    """The picture, or what is wrong with it."""

    picture: Picture | None
    code: Code = Code.PICTURE_INVALID
    message: str = ""
    hint: str = ""


def load_picture(
    root: Path, folder: str, path: str, width: float | None, max_width: float | None
) -> LoadedPicture:
    """Read a picture by its path from ``folder``, which is a folder below ``root``.

    ``width`` and ``max_width`` are in mm; without ``width`` the picture has the size that its file gives.
    """
    if "://" in path or path.startswith(("/", "~")) or re.match(r"[A-Za-z]:|\\\\", path):
        return _outside(path)
    if char := unprintable(path):
        hint = "Geef het bestand een naam van gewone letters, cijfers en streepjes."
        return _invalid(path, f"heeft een onzichtbaar teken in haar naam (U+{ord(char):04X})", hint)
    data = take_in(root / folder / path, root, PICTURE_BYTES)
    if isinstance(data, Barred):
        return _barred(data, folder, path)
    loaded = _raster(data, path) if not _looks_like_xml(data) else _svg(data, path)
    if loaded.picture is None:
        return loaded
    scaled = _scaled(loaded.picture, width, max_width)
    if not all(0 < side <= PICTURE_SIDE for side in (scaled.width, scaled.height)):
        hint = "Kijk naar de verhouding van breedte en hoogte, of noem een breedte: {breedte=120}."
        return _invalid(path, f"is hoger of breder dan {PICTURE_SIDE} mm", hint)
    return LoadedPicture(scaled)


def _barred(reason: Barred, folder: str, path: str) -> LoadedPicture:
    match reason:
        case Barred.OUTSIDE:
            return _outside(path)
        case Barred.TOO_LARGE:
            most = PICTURE_BYTES // 1_000_000
            return _invalid(path, f"is groter dan {most} MB", "Maak de afbeelding kleiner.")
        case Barred.ABSENT | Barred.NOT_ORDINARY:
            hint = f"Gezocht: {folder}/{path}. Het pad begint bij de map van dit bestand."
            return LoadedPicture(None, Code.PICTURE_MISSING, f"De afbeelding “{path}” bestaat niet.", hint)
        case Barred.CIRCULAR | Barred.UNREADABLE:
            message = f"De afbeelding “{path}” kan niet worden gelezen."
            return LoadedPicture(None, Code.PICTURE_MISSING, message)


def _scaled(picture: Picture, width: float | None, max_width: float | None) -> Picture:
    wanted = width or min(picture.width, max_width or picture.width)
    return Picture(picture.data, picture.format, wanted, picture.height * wanted / picture.width)


def _looks_like_xml(data: bytes) -> bool:
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"


def _load_whole(image: Image.Image) -> None:
    """Read every pixel; a file that ends too early is an error, whatever a library has asked for."""
    patient = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        image.load()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = patient


def _raster(data: bytes, path: str) -> LoadedPicture:
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > PICTURE_PIXELS:
                return _invalid(path, "heeft te veel beeldpunten", "Maak de afbeelding kleiner.")
            if image.mode == "CMYK":
                # PDF/A has no room for these beside the colours of a screen (ISO 19005-3, 6.2.4.3).
                hint = "Bewaar de afbeelding met de kleuren van een beeldscherm (RGB)."
                return _invalid(path, "heeft de kleuren van een drukpers (CMYK)", hint)
            _load_whole(image)
            resolution = image.info.get("dpi", (CSS_PIXELS_PER_INCH, CSS_PIXELS_PER_INCH))
            across, down = (float(dpi) if float(dpi) > 1 else CSS_PIXELS_PER_INCH for dpi in resolution)
            kind = "png" if image.format == "PNG" else "jpeg"
            width, height = image.width * MM_PER_INCH / across, image.height * MM_PER_INCH / down
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return _invalid(path, "is geen PNG, JPEG of SVG, of is beschadigd", "Bewaar de afbeelding als PNG.")
    return LoadedPicture(Picture(data, kind, width, height))


def _svg(data: bytes, path: str) -> LoadedPicture:
    if len(data) > SVG_BYTES:
        return _invalid(path, f"is als SVG groter dan {SVG_BYTES // 1_000_000} MB", "Bewaar hem als PNG.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return _invalid(path, "is geen goede SVG", "Bewaar de afbeelding opnieuw als SVG, of als PNG.")
    if root.tag != _SVG:
        return _invalid(path, "is geen SVG", "Bewaar de afbeelding als SVG, PNG of JPEG.")
    if problem := danger_in(root):
        hint = "Bewaar de afbeelding als PNG, of als gewone SVG zonder verwijzingen, van links naar rechts."
        return _invalid(path, problem, hint)
    size = _svg_size(root)
    if size is None:
        return _invalid(
            path, "heeft geen afmetingen", "Geef het element svg een width en height, of een viewBox."
        )
    return LoadedPicture(Picture(data, "svg", *size))


def _svg_size(root: etree._Element) -> tuple[float, float] | None:
    """Return width and height in mm; the viewBox counts as pixels of CSS."""
    box = [float(part) for part in re.findall(r"-?\d*\.?\d+", root.get("viewBox", ""))]
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        if width and not height:
            return width, width * box[3] / box[2]
        if height and not width:
            return height * box[2] / box[3], height
        if not width or not height:
            return _pixels(box[2]), _pixels(box[3])
    return (width, height) if width and height else None


def _length(value: str) -> float:
    match = _LENGTH.fullmatch(value)
    if match is None:
        return 0.0
    return float(match[1]) * _MM[match[2]] if match[2] in _MM else _pixels(float(match[1]))


def _pixels(count: float) -> float:
    return count * MM_PER_INCH / CSS_PIXELS_PER_INCH


def _outside(path: str) -> LoadedPicture:
    message = f"De afbeelding “{path}” ligt buiten het project."
    hint = "Zet de afbeelding in de map van dit bestand en schrijf alleen de bestandsnaam."
    return LoadedPicture(None, Code.PICTURE_OUTSIDE, message, hint)


def _invalid(path: str, reason: str, hint: str) -> LoadedPicture:
    return LoadedPicture(None, Code.PICTURE_INVALID, f"De afbeelding “{path}” {reason}.", hint)
