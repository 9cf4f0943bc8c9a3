"""The tag tree of a PDF as text: what a screen reader follows (ISO 32000-1 14.7)."""

from __future__ import annotations

import ctypes
import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

_SAID = ("/Alt", "/ActualText", "/Lang", "/T", "/E", "/ID")
"""Keys of an element that a reader says or uses to find it."""

_NOT_MARKED = -1

_Words = Mapping[tuple[int, int], str]
"""Words by page, counted from 0, and marked-content id."""


def pdf_tags(data: bytes) -> str:
    """Return one line for each element and each piece of its content, indented."""
    words = _marked_words(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        pages: dict[tuple[int, int], int] = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        root: Any = pdf.Root.StructTreeRoot
        return "\n".join(_Writer(words, pages).kids(root, None, 0)) + "\n"


class _Writer:
    """Walks the tree; knows the words of each page."""

    def __init__(self, words: _Words, pages: Mapping[tuple[int, int], int]) -> None:
        self._words, self._pages = words, pages

    def kids(self, parent: Any, page: int | None, depth: int) -> Iterator[str]:
        kids: Any = parent.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else (kids,):
            yield from self._kid(kid, page, depth)

    def _kid(self, kid: Any, page: int | None, depth: int) -> Iterator[str]:
        indent = "  " * depth
        if isinstance(kid, int):
            yield self._content(kid, page, indent)
            return
        page = self._pages[kid.Pg.objgen] if "/Pg" in kid else page
        match kid.get("/Type"):
            case "/MCR":
                yield self._content(int(kid.MCID), page, indent)
            case "/OBJR":
                yield f"{indent}({_annotation(kid.Obj)})"
            case _:
                yield f"{indent}{_element(kid)}"
                yield from self.kids(kid, page, depth + 1)

    def _content(self, marked: int, page: int | None, indent: str) -> str:
        assert page is not None, "marked content belongs to a page (ISO 32000-1 14.7.4.2)"
        return f"{indent}{json.dumps(self._words.get((page, marked), ''), ensure_ascii=False)} p{page + 1}"


def _element(element: Any) -> str:
    said = [f"{key[1:]}={_value(element[key])}" for key in _SAID if key in element]
    attributes = element.get("/A", pikepdf.Array())
    owners = attributes if isinstance(attributes, pikepdf.Array) else (attributes,)
    for owner in owners:
        said += [f"{key[1:]}={_value(value)}" for key, value in sorted(owner.items()) if key != "/O"]
    return " ".join([str(element.S)[1:], *said])


def _value(value: Any) -> str:
    if isinstance(value, pikepdf.Array):
        return f"[{', '.join(map(_value, value))}]"
    return str(value) if isinstance(value, pikepdf.Name) else json.dumps(str(value), ensure_ascii=False)


def _annotation(annotation: Any) -> str:
    if "/A" in annotation and "/URI" in annotation.A:
        return f"{annotation.Subtype} {annotation.A.URI}"
    target = annotation.get("/Dest", "")
    shown = f" {target}" if isinstance(target, pikepdf.String) else ""
    return f"{annotation.Subtype}{shown}"


def _marked_words(data: bytes) -> _Words:
    found: dict[tuple[int, int], str] = {}
    with pypdfium2.PdfDocument(data) as document:
        for index in range(len(document)):
            page = document[index]
            text = page.get_textpage()
            for item in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
                marked = int(pdfium.FPDFPageObj_GetMarkedContentID(item.raw))
                if marked != _NOT_MARKED:
                    found[index, marked] = found.get((index, marked), "") + _words(item, text)
    return found


def _words(item: pypdfium2.PdfObject, text: pypdfium2.PdfTextPage) -> str:
    length = pdfium.FPDFTextObj_GetText(item.raw, text.raw, None, 0)
    room = (pdfium.FPDF_WCHAR * length)()
    pdfium.FPDFTextObj_GetText(item.raw, text.raw, room, length)
    return ctypes.string_at(room, length * 2).decode("utf-16-le").rstrip("\0")
