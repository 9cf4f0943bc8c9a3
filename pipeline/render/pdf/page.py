"""Our HTML as the layout engine takes it: read quickly, and with a style sheet of the engine that fits it.

The engine reads HTML with a parser for all that stands on the web, and gives every element six styles for
markers and notes that only few can have. Ours is well-formed, and only notes have such things.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from xml.etree.ElementTree import Element, TreeBuilder

from cssselect2 import ElementWrapper
from weasyprint import CSS, HTML
from weasyprint.html import UA
from weasyprint.urls import URLFetcher

from pipeline.render.pdf.footnotes import NOTE

_PIECE = re.compile(r'<(/?)([a-z][a-z0-9-]*)((?: [a-z-]+="[^"]*")*)>|([^<]+)')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_VOID = frozenset({"br", "col", "img"})
"""Elements without content and without an end tag."""

_FOR_NOTES = ("::footnote-call", "::footnote-marker")


class Page(HTML):
    """One document, ready to be laid out."""

    def __init__(self, html: str, fetcher: URLFetcher) -> None:
        # The engine's own constructor would parse the text; these are all the attributes that it sets.
        self.etree_element = read_html(html)
        self.wrapper_element = ElementWrapper.from_html_root(self.etree_element, content_language=None)
        self.base_url = None
        self.url_fetcher = fetcher
        self.media_type = "print"

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:  # noqa: ARG002 (the engine's signature; we have no forms)
        return [_engine_sheet()]


def read_html(html: str) -> Element:
    """Return the elements of HTML that this package wrote; raise ``ValueError`` for any other."""
    builder, end = TreeBuilder(), len("<!DOCTYPE html>\n")
    for piece in _PIECE.finditer(html, end):
        closing, name, attributes, words = piece.groups()
        if piece.start() != end:
            break
        end = piece.end()
        if words is not None:
            builder.data(_plain(words))
        elif closing:
            builder.end(name)
        else:
            builder.start(name, {key: _plain(value) for key, value in _ATTRIBUTE.findall(attributes)})
            if name in _VOID:
                builder.end(name)
    if end != len(html):
        raise ValueError(f"not our HTML: {html[end : end + 40]}")
    return builder.close()


def _plain(escaped: str) -> str:
    words = unescape(escaped) if "&" in escaped else escaped
    # As every reader of HTML does with line ends.
    return words.replace("\r\n", "\n").replace("\r", "\n") if "\r" in words else words


def engine_rules() -> str:
    """Return the engine's own style sheet, with its rules for the parts of any element kept to notes."""
    return "\n".join(_kept_to_notes(line) for line in UA.splitlines())


@cache
def _engine_sheet() -> CSS:
    return CSS(string=engine_rules())


def _kept_to_notes(line: str) -> str:
    if not line.startswith("::"):
        return line
    return NOTE + line if line.startswith(_FOR_NOTES) else ""
