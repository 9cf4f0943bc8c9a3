"""Finished PDFs in which one thing is made wrong on purpose."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

_MAPPED = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")
_CODE_BYTES = 2
"""The fonts of these files have codes of two bytes (Identity-H)."""


def with_character(data: bytes, words: str, index: int, new: str) -> bytes:
    """Return the PDF in which the character at ``index`` of a line with these words is shown as another.

    ``words`` must stand in one line, and the letters of that line must have the new character.
    """

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            instructions = list(pikepdf.parse_content_stream(page))
            font: dict[bytes, str] = {}
            for place, instruction in enumerate(instructions):
                operator, operands = str(instruction.operator), instruction.operands
                if operator == "Tf":
                    font = _characters(page.resources.Font[str(operands[0])])
                if operator not in ("TJ", "Tj"):
                    continue
                parts = list(operands[0]) if operator == "TJ" else [operands[0]]
                found = _replaced(parts, font, words, index, new)
                if found is None:
                    continue
                instructions[place] = pikepdf.ContentStreamInstruction(
                    [pikepdf.Array(found)], pikepdf.Operator("TJ")
                )
                page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
                return
        raise AssertionError(f"“{words}” staat niet in één regel")

    return _changed(data, change)


def with_mapping(data: bytes, old: str, new: str) -> bytes:
    """Return the PDF whose fonts say of each glyph of ``old`` that it is ``new``; it looks the same."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            for font in page.resources.Font.values():
                table = font.ToUnicode.read_bytes()
                wrong = re.sub(rb"(?<=> )<%s>" % _hex(old), b"<%s>" % _hex(new), table)
                font.ToUnicode = pdf.make_stream(wrong)

    return _changed(data, change)


def with_swapped(data: bytes, tag: str, first: int, second: int) -> bytes:
    """Return the PDF whose structure tree has two elements of a type in each other's place."""

    def change(pdf: pikepdf.Pdf) -> None:
        elements = list(_elements(pdf.Root.StructTreeRoot, tag))
        (one, place), (other, there) = elements[first], elements[second]
        one[place], other[there] = other[there], one[place]

    return _changed(data, change)


def without(data: bytes, tag: str, index: int) -> bytes:
    """Return the PDF whose structure tree lacks an element; what it held is still seen on the page."""

    def change(pdf: pikepdf.Pdf) -> None:
        kids, place = list(_elements(pdf.Root.StructTreeRoot, tag))[index]
        del kids[place]

    return _changed(data, change)


def with_tag(data: bytes, tag: str, index: int, new: str) -> bytes:
    """Return the PDF of which one element is said to be something else."""

    def change(pdf: pikepdf.Pdf) -> None:
        kids, place = list(_elements(pdf.Root.StructTreeRoot, tag))[index]
        kids[place].S = pikepdf.Name(f"/{new}")

    return _changed(data, change)


def with_address(data: bytes, old: str, new: str) -> bytes:
    """Return the PDF in which links to an address go to another."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            for link in page.obj.get("/Annots", ()):
                if str(link.get("/A", {}).get("/URI", "")) == old:
                    link.A.URI = pikepdf.String(new)

    return _changed(data, change)


def _changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        written = io.BytesIO()
        pdf.save(written)
    assert written.getvalue() != data
    return written.getvalue()


def _characters(font: Any) -> dict[bytes, str]:
    """Return the characters of a font by code."""
    found = _MAPPED.findall(font.ToUnicode.read_bytes())
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(to.decode()).decode("utf-16-be") for code, to in found
    }


def _replaced(parts: list[Any], font: dict[bytes, str], words: str, index: int, new: str) -> list[Any] | None:
    """Return the operand of TJ with another code at a place, ``None`` when the words are not in it."""
    codes: list[tuple[int, int, str]] = []
    for number, part in enumerate(parts):
        if isinstance(part, pikepdf.String):
            raw = bytes(part)
            codes += [
                (number, at, font.get(raw[at : at + _CODE_BYTES], "?"))
                for at in range(0, len(raw), _CODE_BYTES)
            ]
    line = "".join(char for _, _, char in codes)
    if words not in line:
        return None
    # Every code here stands for one character, so places in the line are places among the codes.
    assert len(line) == len(codes)
    number, at, _ = codes[line.index(words) + index]
    code = next(code for code, char in font.items() if char == new)
    raw = bytes(parts[number])
    parts[number] = pikepdf.String(raw[:at] + code + raw[at + _CODE_BYTES :])
    return parts


def _elements(node: Any, tag: str) -> Iterator[tuple[Any, int]]:
    """Yield each element of a type in reading order: the kids that it is one of, and its place among them."""
    kids = node.get("/K", pikepdf.Array())
    if not isinstance(kids, pikepdf.Array):
        kids = node.K = pikepdf.Array([kids])
    for place, kid in enumerate(kids):
        if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid:
            continue
        if str(kid.S) == f"/{tag}":
            yield kids, place
        yield from _elements(kid, tag)


def _hex(char: str) -> bytes:
    return char.encode("utf-16-be").hex().encode()
