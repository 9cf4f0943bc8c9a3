"""A picture of lines as a picture of dots, for readers that do not show SVG."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pypdfium2
import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from pipeline.document.nodes import Picture
from pipeline.house_style import HouseStyle

_DPI = 300
_POINTS_PER_INCH = 72
_TRANSPARENT = (255, 255, 255, 0)
_PICTURE = "document:picture.svg"
_NO_SYSTEM_FONTS = Path(__file__).with_name("fontconfig.xml")


def rasterise(picture: Picture, style: HouseStyle) -> bytes:
    """Return an SVG picture as PNG at 300 dots per inch of its printed size, in the house style's letters.

    Nothing outside the picture and the house style's fonts is read; what it asks for beyond them is left out.
    """
    fonts = _font_files(style)
    markup = (
        f"<style>{_font_faces(style)}"
        f"@page {{ size: {picture.width}mm {picture.height}mm; margin: 0 }}"
        f"body {{ margin: 0; font-family: '{style.fonts.family}' }}"
        f"img {{ display: block; width: {picture.width}mm; height: {picture.height}mm }}</style>"
        f'<img src="{_PICTURE}" alt="">'
    )
    # Fontconfig reads its settings when a configuration is made.
    os.environ["FONTCONFIG_FILE"] = str(_NO_SYSTEM_FONTS)
    html = weasyprint.HTML(string=markup, url_fetcher=_OwnSources(picture, fonts))
    pdf = html.write_pdf(font_config=FontConfiguration())
    # pypdfium2 declares a whole number for the scale, but takes any.
    page: Any = pypdfium2.PdfDocument(pdf)[0]
    image: Any = page.render(scale=_DPI / _POINTS_PER_INCH, fill_color=_TRANSPARENT).to_pil()
    written = io.BytesIO()
    image.save(written, "PNG", dpi=(_DPI, _DPI))
    return written.getvalue()


class _OwnSources(URLFetcher):
    """Gives the picture and the fonts at their exact addresses, and refuses every other."""

    def __init__(self, picture: Picture, fonts: dict[str, Path]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._picture = picture
        self._fonts = fonts

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 (its signature)
        """Return the bytes of a known address; raise ``ValueError`` for any other."""
        if url == _PICTURE:
            return URLFetcherResponse(url, self._picture.data, {"Content-Type": "image/svg+xml"})
        if url in self._fonts:
            return URLFetcherResponse(url, self._fonts[url].read_bytes())
        raise ValueError(f"address outside the picture: {url}")


def _font_files(style: HouseStyle) -> dict[str, Path]:
    """Return the font files of the house style by the address that the markup uses."""
    fonts = style.fonts
    faces = (fonts.regular, fonts.bold, fonts.italic, fonts.bold_italic)
    return {f"document:{face.path}": style.folder / face.path for face in faces}


def _font_faces(style: HouseStyle) -> str:
    fonts = style.fonts
    faces = (
        (fonts.regular, "normal", "normal"),
        (fonts.bold, "bold", "normal"),
        (fonts.italic, "normal", "italic"),
        (fonts.bold_italic, "bold", "italic"),
    )
    return "".join(
        f"@font-face {{ font-family: '{fonts.family}'; font-weight: {weight}; font-style: {slope};"
        f" src: url('document:{face.path}') }}"
        for face, weight, slope in faces
    )
