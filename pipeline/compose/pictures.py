"""Read a picture of a writer: inside the project, of a kind that both formats can print, and whole."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from PIL import Image, ImageFile

from pipeline.diagnostics import Code
from pipeline.document.nodes import Picture

MM_PER_INCH = 25.4
CSS_PIXELS_PER_INCH = 96
"""A picture without a size of its own is shown as a browser does (CSS Values and Units 3, 6.2)."""

MAX_PIXELS = 50_000_000
MAX_BYTES = 20_000_000
"""Larger pictures make files that cannot be mailed."""

_LENGTH = re.compile(r"\s*(\d*\.?\d+)\s*(mm|cm|in|pt|pc|px|)\s*")
_MM = {"mm": 1.0, "cm": 10.0, "in": MM_PER_INCH, "pt": MM_PER_INCH / 72, "pc": MM_PER_INCH / 6}
_EXTERNAL = re.compile(r"url\(\s*['\"]?(?!#|['\"]?data:)|@import", re.IGNORECASE)
_ACTIVE = frozenset({"script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler"})
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
    found = root / folder / path
    try:
        resolved = found.resolve()
        if not resolved.is_relative_to(root.resolve()):
            return _outside(path)
        if not resolved.is_file():
            hint = f"Gezocht: {folder}/{path}. Het pad begint bij de map van dit bestand."
            return LoadedPicture(None, Code.PICTURE_MISSING, f"De afbeelding “{path}” bestaat niet.", hint)
        if resolved.stat().st_size > MAX_BYTES:
            return _invalid(path, f"is groter dan {MAX_BYTES // 1_000_000} MB", "Maak de afbeelding kleiner.")
        data = resolved.read_bytes()
    except (OSError, RuntimeError, ValueError):
        message = f"De afbeelding “{path}” kan niet worden gelezen."
        return LoadedPicture(None, Code.PICTURE_MISSING, message)
    loaded = _raster(data, path) if not _looks_like_xml(data) else _svg(data, path)
    if loaded.picture is None:
        return loaded
    return LoadedPicture(_scaled(loaded.picture, width, max_width))


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
            if image.width * image.height > MAX_PIXELS:
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
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return _invalid(path, "is geen goede SVG", "Bewaar de afbeelding opnieuw als SVG, of als PNG.")
    if b"<!DOCTYPE" in data and b"<!ENTITY" in data:
        return _invalid(path, "heeft een DTD met entiteiten", "Bewaar de afbeelding als gewone SVG.")
    if root.tag != _SVG:
        return _invalid(path, "is geen SVG", "Bewaar de afbeelding als SVG, PNG of JPEG.")
    if problem := _active_content(root):
        return _invalid(path, problem, "Bewaar de afbeelding als gewone SVG, zonder scripts en verwijzingen.")
    size = _svg_size(root)
    if size is None:
        return _invalid(
            path, "heeft geen afmetingen", "Geef het element svg een width en height, of een viewBox."
        )
    return LoadedPicture(Picture(data, "svg", *size))


def _active_content(root: etree._Element) -> str:
    """Return why an SVG is more than a picture; "" when it is not."""
    for element in root.iter():
        if isinstance(element, etree._Comment | etree._ProcessingInstruction):
            continue
        name = etree.QName(element).localname
        if name in _ACTIVE:
            return f"bevat <{name}>"
        for key, value in element.attrib.items():
            local = etree.QName(key).localname
            if local.lower().startswith("on"):
                return "bevat een script"
            if local == "href" and not str(value).startswith(("#", "data:image/")):
                return "verwijst naar iets buiten de afbeelding"
            if _EXTERNAL.search(str(value)):
                return "verwijst naar iets buiten de afbeelding"
        if name == "style" and _EXTERNAL.search(element.text or ""):
            return "verwijst naar iets buiten de afbeelding"
    return ""


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
