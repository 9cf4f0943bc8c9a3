"""The letters of the document: only from the house style's files, never from the system."""

from __future__ import annotations

import atexit
import os
from functools import lru_cache
from pathlib import Path

from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration

from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import FontFile
from pipeline.render.pdf.resources import OwnResources, Pictures

_SETTINGS = Path(__file__).with_name("fontconfig.xml")


def font_configuration(style: HouseStyle) -> FontConfiguration:
    """Return a configuration that knows the fonts of the house style and no others.

    It is kept for the next document with the same fonts: Pango never gives back what a configuration takes,
    some 200 kB.
    """
    digests = tuple(font.sha256 for font, _, _ in _faces(style))
    return _configuration(font_faces(style), font_urls(style), digests)


@lru_cache(maxsize=2)
def _configuration(faces: str, urls: tuple[str, ...], _digests: tuple[str, ...]) -> FontConfiguration:
    # Fontconfig reads its settings when a configuration is made; the variable stays set because Pango may ask
    # for the default configuration later, and must not find the fonts of the system then.
    os.environ["FONTCONFIG_FILE"] = str(_SETTINGS)
    fonts = FontConfiguration()
    CSS(string=faces, font_config=fonts, url_fetcher=OwnResources(urls, Pictures()))
    return fonts


# A configuration has copies of its fonts in a temporary folder, which goes when nobody holds it any more.
atexit.register(_configuration.cache_clear)


def font_urls(style: HouseStyle) -> tuple[str, ...]:
    """Return the addresses of the four font files, which the renderer may read."""
    return tuple(_url(style, font) for font, _, _ in _faces(style))


def font_faces(style: HouseStyle) -> str:
    """Return the ``@font-face`` rules of the house style's family."""
    return "\n".join(
        f'@font-face {{ font-family: "{style.fonts.family}"; src: url("{_url(style, font)}"); '
        f"font-weight: {weight}; font-style: {slant} }}"
        for font, weight, slant in _faces(style)
    )


def _faces(style: HouseStyle) -> tuple[tuple[FontFile, str, str], ...]:
    fonts = style.fonts
    return (
        (fonts.regular, "normal", "normal"),
        (fonts.bold, "bold", "normal"),
        (fonts.italic, "normal", "italic"),
        (fonts.bold_italic, "bold", "italic"),
    )


def _url(style: HouseStyle, font: FontFile) -> str:
    return (style.folder / font.path).resolve().as_uri()
