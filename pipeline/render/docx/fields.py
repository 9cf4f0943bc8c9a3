"""Fields: a code for Word and, ready beside it, the result that a reader sees before anything is updated."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.render.docx.elements import Element
from pipeline.render.docx.oxml import run, text_element, w


def field(code: str, result: str, properties: Sequence[Element] = ()) -> list[Element]:
    """Return the runs of a whole field, from begin to end."""
    return [*field_begin(code), run(properties, text_element(result)), field_end()]


def field_begin(code: str) -> list[Element]:
    """Return the runs up to where the result begins."""
    instruction = Element("w:instrText", {"xml:space": "preserve"}, text=f" {code} ")
    return [_mark("begin"), run((), instruction), _mark("separate")]


def field_end() -> Element:
    """Return the run that closes a field."""
    return _mark("end")


def page_of_pages(current: int, pages: int) -> list[Element]:
    """Return ``Pagina 1 van 3``; Word fills in the numbers of the page it shows (house style 1.4)."""
    return [
        run((), text_element("Pagina ")),
        *field("PAGE", str(current)),
        run((), text_element(" van ")),
        *field("NUMPAGES", str(pages)),
    ]


def _mark(kind: str) -> Element:
    return run((), w("fldChar", fldCharType=kind))
