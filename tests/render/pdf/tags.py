"""Looking at the tag tree of a PDF, with the words of each element as its content streams hold them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf


class Tags:
    """The tag tree of a PDF."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.root = self.pdf.Root.StructTreeRoot.K[0]
        self._pages = {page.obj.objgen: index for index, page in enumerate(self.pdf.pages)}
        self._words = [dict(marked_words(page)) for page in self.pdf.pages]

    def all(self, tag: str) -> list[Any]:
        return [element for element in self.walk(self.root) if f"/{tag}" == element.S]

    def walk(self, element: Any) -> list[Any]:
        return [element, *(found for kid in self.kids(element) for found in self.walk(kid))]

    def kids(self, element: Any) -> list[Any]:
        kids = element.get("/K", [])
        return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]

    def names(self, element: Any) -> list[str]:
        return [str(kid.S).removeprefix("/") for kid in self.kids(element)]

    def annotations(self, element: Any) -> list[Any]:
        kids = element.get("/K", [])
        return [kid.Obj for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]

    def words(self, element: Any) -> str:
        """Return all text of an element, in the order of the tree and with the spaces of the file only."""
        return "".join(self._content(element, element))

    def _content(self, element: Any, owner: Any) -> Iterator[str]:
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                yield self._words[self._pages[owner.Pg.objgen]].get(kid, "")
            elif "/MCID" in kid:
                yield self._words[self._pages[kid.Pg.objgen]].get(int(kid.MCID), "")
            elif "/S" in kid:
                yield from self._content(kid, kid)


def marked_words(page: pikepdf.Page) -> Iterator[tuple[int | None, str]]:
    """Yield the words of each piece of marked content; furniture of the page has no number."""
    fonts = {name: _unicode(font) for name, font in page.Resources.Font.items()}
    codes: dict[int, str] = {}
    number: int | None = None
    words = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                properties = operands[-1]
                number = (
                    int(properties.MCID)
                    if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
                    else None
                )
                words = ""
            case "EMC":
                yield number, words
            case "Tf":
                codes = fonts[str(operands[0])]
            case "TJ":
                shown = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                words += "".join(codes[code] for code in _pairs(shown))
            case _:
                pass


def _pairs(shown: bytes) -> Iterator[int]:
    return (int.from_bytes(shown[at : at + 2], "big") for at in range(0, len(shown), 2))


def _unicode(font: Any) -> dict[int, str]:
    table = font.ToUnicode.read_bytes().decode("latin-1")
    sections = re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL)
    pairs = [pair for part in sections for pair in re.findall(r"<(\w+)>\s*<(\w*)>", part)]
    return {int(code, 16): bytes.fromhex(words).decode("utf-16-be") for code, words in pairs}
