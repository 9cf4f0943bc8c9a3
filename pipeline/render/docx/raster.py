"""A picture of lines as a picture of dots, for readers that do not show SVG."""

from __future__ import annotations

import base64
import io
from typing import Any

import pypdfium2
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from pipeline.document.nodes import Picture
from pipeline.house_style import HouseStyle

_DPI = 300
_POINTS_PER_INCH = 72
_TRANSPARENT = (255, 255, 255, 0)


def rasterise(picture: Picture, style: HouseStyle) -> bytes:
    """Return an SVG picture as PNG at 300 dots per inch of its printed size, in the house style's letters.

    Nothing outside the picture and the house style's fonts is read.
    """
    source = _encoded(picture.data)
    markup = (
        f"<style>{_font_faces(style)}"
        f"@page {{ size: {picture.width}mm {picture.height}mm; margin: 0 }}"
        f"body {{ margin: 0; font-family: '{style.fonts.family}' }}"
        f"img {{ display: block; width: {picture.width}mm; height: {picture.height}mm }}</style>"
        f'<img src="data:image/svg+xml;base64,{source}" alt="">'
    )
    html = weasyprint.HTML(string=markup, url_fetcher=_OwnSources())
    pdf = html.write_pdf(font_config=FontConfiguration())
    # pypdfium2 declares a whole number for the scale, but takes any.
    page: Any = pypdfium2.PdfDocument(pdf)[0]
    image: Any = page.render(scale=_DPI / _POINTS_PER_INCH, fill_color=_TRANSPARENT).to_pil()
    written = io.BytesIO()
    image.save(written, "PNG", dpi=(_DPI, _DPI))
    return written.getvalue()


class _OwnSources(weasyprint.urls.URLFetcher):
    """Gives what is in the page itself and refuses every address."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",))


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
        f" src: url(data:font/ttf;base64,{_encoded((style.folder / face.path).read_bytes())}) }}"
        for face, weight, slope in faces
    )


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()
