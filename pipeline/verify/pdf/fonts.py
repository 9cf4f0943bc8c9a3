"""What the codes of a font say and how wide they are (ISO 32000-1 9.6 to 9.10)."""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf
from fontTools import agl
from fontTools.encodings import MacRoman, StandardEncoding

from pipeline.verify.errors import UnreadableFileError
from pipeline.verify.pdf.unpacking import Budget

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BEGIN = re.compile(rb"begin(bfchar|bfrange)")
_CMAP_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_WIDEST_RANGE = 0x10000
"""Codes of two bytes are the longest that are read: a longer range is damage."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font as text is shown with it. Widths are in thousandths of the type size."""

    name: str
    wide: bool
    """Whether a code takes two bytes."""
    texts: Mapping[int, str]
    widths: Mapping[int, float]
    default_width: float

    def codes(self, data: bytes) -> array[int]:
        """Return the codes in a string."""
        if not self.wide:
            return array("B", data)
        codes = array("H", data[: len(data) & ~1])
        if sys.byteorder == "little":
            codes.byteswap()
        return codes

    def text(self, codes: array[int]) -> str:
        """Return what codes say; a code that the font does not explain is U+FFFD."""
        texts = self.texts
        try:
            return "".join(map(texts.__getitem__, codes))
        except KeyError:
            return "".join([texts.get(code, _UNKNOWN) for code in codes])

    def width(self, codes: array[int]) -> float:
        """Return the sum of the widths of codes."""
        widths, default = self.widths, self.default_width
        try:
            return sum(map(widths.__getitem__, codes))
        except KeyError:
            return sum(widths.get(code, default) for code in codes)


def read_font(font: pikepdf.Object, budget: Budget) -> Font:
    """Read a font from the resources of a page.

    Raise ``UnreadableFileError``: its codes follow a CMap that is not supported, or it says too much of them.
    """
    if font.get("/Subtype") == "/Type0":
        return _composite(font, budget)
    first = int(font.get("/FirstChar", 0))
    scale = float(font.FontMatrix[0]) * 1000 if font.get("/Subtype") == "/Type3" else 1.0
    descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
    widths = font.get("/Widths", pikepdf.Array())
    budget.take_codes(len(widths))
    return Font(
        name=_name(font.get("/BaseFont", font.get("/Name", ""))),
        wide=False,
        texts=_encoding(font.get("/Encoding"), budget) | _to_unicode(font, budget),
        widths={first + at: float(width) * scale for at, width in enumerate(widths)},
        default_width=float(descriptor.get("/MissingWidth", 0)),
    )


def _composite(font: pikepdf.Object, budget: Budget) -> Font:
    if str(font.get("/Encoding")) not in ("/Identity-H", "/Identity-V"):
        raise UnreadableFileError("een lettertype gebruikt een tekencodering die niet wordt gelezen")
    descendant = font.DescendantFonts[0]
    return Font(
        name=_name(descendant.get("/BaseFont", "")),
        wide=True,
        texts=_to_unicode(font, budget),
        widths=_cid_widths(descendant.get("/W", pikepdf.Array()), budget),
        default_width=float(descendant.get("/DW", 1000)),
    )


def _name(base: object) -> str:
    return _SUBSET.sub("", str(base).removeprefix("/"))


def _cid_widths(table: pikepdf.Object, budget: Budget) -> dict[int, float]:
    """Read ``c [w1 w2 …]`` and ``first last w``."""
    budget.take_codes(len(table))
    entries: list[pikepdf.Object | int | float] = list(table)
    widths: dict[int, float] = {}
    at = 0
    while at + 1 < len(entries):
        first, second = int(entries[at]), entries[at + 1]
        if isinstance(second, pikepdf.Array):
            budget.take_codes(len(second))
            widths |= {first + offset: float(width) for offset, width in enumerate(second)}
            at += 2
        elif at + 2 < len(entries):
            codes = _range(first, int(second))
            budget.take_codes(len(codes))
            widths |= dict.fromkeys(codes, float(entries[at + 2]))
            at += 3
        else:
            break
    return widths


def _range(first: int, last: int) -> range:
    return range(first, min(last, first + _WIDEST_RANGE) + 1)


def _encoding(encoding: pikepdf.Object | None, budget: Budget) -> dict[int, str]:
    """Return the text of one-byte codes by name of encoding and by glyph names that differ from it."""
    if not isinstance(encoding, pikepdf.Dictionary):
        return _base_encoding(str(encoding))
    texts = _base_encoding(str(encoding.get("/BaseEncoding")))
    code = 0
    differences = encoding.get("/Differences", pikepdf.Array())
    budget.take_codes(len(differences))
    for entry in differences:
        if isinstance(entry, pikepdf.Name):
            texts[code] = agl.toUnicode(str(entry).removeprefix("/"))
            code += 1
        else:
            code = int(entry)
    return texts


def _base_encoding(base: str) -> dict[int, str]:
    if base == "/WinAnsiEncoding":
        return {code: bytes([code]).decode("cp1252", "replace") for code in range(32, 256)}
    glyphs = MacRoman.MacRoman if base == "/MacRomanEncoding" else StandardEncoding.StandardEncoding
    return {code: agl.toUnicode(glyph) for code, glyph in enumerate(glyphs) if glyph != ".notdef"}


def _to_unicode(font: pikepdf.Object, budget: Budget) -> dict[int, str]:
    stream = font.get("/ToUnicode")
    if not isinstance(stream, pikepdf.Stream):
        return {}
    texts: dict[int, str] = {}
    for kind, section in _sections(budget.unpack(stream)):
        tokens = _CMAP_TOKEN.findall(section)
        if kind == b"bfchar":
            strings = [text for text, _, _ in tokens]
            budget.take_codes(len(strings))
            texts |= {
                int(code, 16): _utf16(text) for code, text in zip(strings[::2], strings[1::2], strict=False)
            }
        else:
            _read_ranges(tokens, texts, budget)
    return texts


def _sections(table: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the inside of each part of a table that has an end."""
    at = 0
    while (begin := _BEGIN.search(table, at)) and (end := table.find(b"endbf", begin.end())) >= 0:
        yield begin[1], table[begin.end() : end]
        at = end


def _read_ranges(tokens: list[tuple[bytes, bytes, bytes]], texts: dict[int, str], budget: Budget) -> None:
    """Read ``<first> <last> <text>`` and ``<first> <last> [<text> …]`` (ISO 32000-1 9.10.3)."""
    budget.take_codes(len(tokens))
    at = 0
    while at + 2 < len(tokens):
        first, last = int(tokens[at][0], 16), int(tokens[at + 1][0], 16)
        at += 2
        if tokens[at][1]:
            at += 1
            code = first
            while at < len(tokens) and not tokens[at][2]:
                texts[code] = _utf16(tokens[at][0])
                code, at = code + 1, at + 1
        else:
            text, codes = _utf16(tokens[at][0]), _range(first, last)
            budget.take_codes(len(codes) * max(1, len(text)))
            for code in codes:
                texts[code] = text[:-1] + chr(ord(text[-1]) + code - first) if text else ""
        at += 1


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
