"""A picture of lines as a picture of dots, for readers that do not show SVG."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pypdfium2
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from pipeline.document.nodes import Picture
from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import Fonts
from pipeline.render.docx.png import write_png
from pipeline.render.svg_text import keep_accents_on_letters

_DPI = 300
_POINTS_PER_INCH = 72
_TRANSPARENT = (255, 255, 255, 0)
_PICTURE = "document:picture.svg"
_SVG = "image/svg+xml"
_FONT = "font/ttf"
_NO_SYSTEM_FONTS = Path(__file__).with_name("fontconfig.xml")


def rasterise(picture: Picture, style: HouseStyle) -> bytes:
    """Return an SVG picture as PNG at 300 dots per inch of its printed size, in the house style's letters.

    Nothing outside the picture and the house style's fonts is read; what it asks for beyond them is left out.
    """
    keep_accents_on_letters()
    markup = (
        f"<style>@page {{ size: {picture.width}mm {picture.height}mm; margin: 0 }}"
        f"body {{ margin: 0; font-family: '{style.fonts.family}' }}"
        f"img {{ display: block; width: {picture.width}mm; height: {picture.height}mm }}</style>"
        f'<img src="{_PICTURE}" alt="">'
    )
    letters = _letters(style.fonts.family, _faces(style.fonts), style.folder)
    html = HTML(string=markup, url_fetcher=_OwnSources({_PICTURE: picture.data}, _SVG))
    pdf = html.write_pdf(font_config=letters.fonts, stylesheets=[letters.faces])
    # pypdfium2 declares a whole number for the scale, but takes any.
    page: Any = pypdfium2.PdfDocument(pdf)[0]
    dots: Any = page.render(scale=_DPI / _POINTS_PER_INCH, fill_color=_TRANSPARENT, rev_byteorder=True)
    whole, length = memoryview(dots.buffer).cast("B"), dots.width * 4
    rows = (whole[start : start + length] for start in range(0, dots.height * dots.stride, dots.stride))
    return write_png(rows, (dots.width, dots.height), _DPI)


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a house style, ready for use in any picture."""

    fonts: FontConfiguration
    faces: CSS


_Face = tuple[str, str, str, str]
"""Path from the folder of the house style, checksum, weight and slope."""


def _faces(fonts: Fonts) -> tuple[_Face, ...]:
    return (
        (fonts.regular.path, fonts.regular.sha256, "normal", "normal"),
        (fonts.bold.path, fonts.bold.sha256, "bold", "normal"),
        (fonts.italic.path, fonts.italic.sha256, "normal", "italic"),
        (fonts.bold_italic.path, fonts.bold_italic.sha256, "bold", "italic"),
    )


@lru_cache(maxsize=2)
def _letters(family: str, faces: tuple[_Face, ...], folder: Path) -> _Letters:
    """Read the fonts of a house style, once for all pictures."""
    files = {f"document:{path}": (folder / path).read_bytes() for path, *_ in faces}
    rules = "".join(
        f"@font-face {{ font-family: '{family}'; font-weight: {weight}; font-style: {slope};"
        f" src: url('document:{path}') }}"
        for path, _, weight, slope in faces
    )
    # Fontconfig reads its settings when a configuration is made.
    os.environ["FONTCONFIG_FILE"] = str(_NO_SYSTEM_FONTS)
    known = FontConfiguration()
    return _Letters(known, CSS(string=rules, font_config=known, url_fetcher=_OwnSources(files, _FONT)))


class _OwnSources(URLFetcher):
    """Gives what it has at its exact address, and refuses every other."""

    def __init__(self, known: Mapping[str, bytes], kind: str) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._known = known
        self._kind = kind

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 (its signature)
        """Return the bytes of a known address; raise ``ValueError`` for any other."""
        if url not in self._known:
            raise ValueError(f"address outside the picture: {url}")
        return URLFetcherResponse(url, self._known[url], {"Content-Type": self._kind})
