"""The HTML that the program hands to WeasyPrint, as files that any other program can read.

It is caught where the layout engine takes it in, so that it is what was really laid out: the last attempt,
with all its style sheets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import weasyprint

from pipeline.document.nodes import Document
from pipeline.document.pdf_standard import PdfStandard
from pipeline.house_style import HouseStyle
from pipeline.render.pdf import render_pdf
from pipeline.render.pdf.fonts import font_faces
from pipeline.render.pdf.page import Page

_PICTURE = re.compile(r"document:(\d+)\.(\w+)")
"""How the program names the pictures of a document."""


def write_html(document: Document, style: HouseStyle, folder: Path, standard: PdfStandard = "ua-1") -> Path:
    """Write the page, its style sheet inside it and its pictures beside it; return the HTML file."""
    with _listening() as heard:
        render_pdf(document, style, standard)
    css = f"{font_faces(style)}\n{heard.css}"
    text = heard.page.replace("</head>", f'<meta charset="utf-8"><style>{css}</style></head>', 1)
    for name in sorted({found[0] for found in _PICTURE.finditer(text)}):
        (folder / _file_name(name)).write_bytes(heard.fetch(name))
    file = folder / "document.html"
    file.write_text(_PICTURE.sub(lambda found: _file_name(found[0]), text), encoding="utf-8")
    return file


def _file_name(address: str) -> str:
    return address.replace("document:", "picture-")


@dataclass
class _Heard:
    """What the layout engine was given last."""

    page: str = ""
    css: str = ""
    fetcher: Any = None

    def fetch(self, address: str) -> bytes:
        """Return a picture."""
        return self.fetcher.fetch(address).read()


@contextmanager
def _listening() -> Generator[_Heard]:
    """Note what WeasyPrint is asked to lay out while the block lasts."""
    heard, texts = _Heard(), dict[int, tuple[object, str]]()
    before = Page.__init__, weasyprint.CSS.__init__, weasyprint.HTML.render

    def noting(init: Callable[..., None]) -> Callable[..., None]:
        def noted(self: object, *args: object, **named: Any) -> None:
            # The object is kept along, so that no other gets its identity.
            texts[id(self)] = self, named.get("string") or next((str(each) for each in args), "")
            init(self, *args, **named)

        return noted

    def render(self: Any, *args: Any, **named: Any) -> Any:
        heard.page, heard.fetcher = texts[id(self)][1], self.url_fetcher
        heard.css = "\n".join(texts[id(sheet)][1] for sheet in named["stylesheets"])
        return before[2](self, *args, **named)

    Page.__init__, weasyprint.CSS.__init__ = noting(before[0]), noting(before[1])
    weasyprint.HTML.render = render
    try:
        yield heard
    finally:
        Page.__init__, weasyprint.CSS.__init__, weasyprint.HTML.render = before
