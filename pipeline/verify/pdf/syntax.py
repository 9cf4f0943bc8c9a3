"""The instructions of a content stream and their operands (ISO 32000-1 7.8.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

_HEX = re.compile(rb"<([0-9a-f]*)>")
_PIECE = re.compile(rb"<([0-9a-f]*)>|\(((?:[^\\()]|\\.)*)\)|([-+.0-9]+)", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_PICTURE = pikepdf.ContentStreamInstruction([], pikepdf.Operator("BI"))


@dataclass(frozen=True, slots=True)
class Shown:
    """The strings of one text-showing operator, joined.

    ``before`` is the sum of the adjustments in front of the first string and ``adjusted`` of those after it,
    in thousandths of the type size, to be subtracted.
    """

    codes: bytes
    before: float = 0.0
    adjusted: float = 0.0


def instructions(stream: pikepdf.Object | pikepdf.Page) -> Iterator[tuple[bytes, bytes]]:
    """Return operators with their operands in one fixed spelling; a picture in the stream is just ``BI``.

    pikepdf reads the stream and writes it back one instruction to a line: taking those lines apart is several
    times faster than asking every operand for its value.

    Raise ``pikepdf.PdfError``: the stream cannot be read.
    """
    parsed = [
        _PICTURE if isinstance(each, pikepdf.ContentStreamInlineImage) else each
        for each in pikepdf.parse_content_stream(stream)
    ]
    for line in pikepdf.unparse_content_stream(parsed).split(b"\n"):
        operands, _, operator = line.rpartition(b" ")
        if operator:
            yield operator, operands


def numbers(operands: bytes) -> list[float]:
    """Return numeric operands."""
    return [float(number) for number in operands.split()]


def name(operands: bytes) -> str:
    """Return the last operand as a name with its slash, "" when it is none."""
    last = operands.rpartition(b" ")[2]
    if not last.startswith(b"/"):
        return ""
    return str(pikepdf.Object.parse(last)) if b"#" in last else last.decode("ascii", "replace")


def shown(operands: bytes) -> Shown:
    """Return the strings of ``Tj`` or of the array of ``TJ``."""
    if b"(" not in operands:
        joined = bytes.fromhex(b"".join(_HEX.findall(operands)).decode("ascii"))
        if not operands.startswith(b"["):
            return Shown(joined)
        before = sum(map(float, operands[1 : operands.find(b"<")].split())) if b"<" in operands else 0.0
        return Shown(joined, before, sum(map(float, _HEX.sub(b" ", operands[1:-1]).split())) - before)
    codes: list[bytes] = []
    before = adjusted = 0.0
    for hexadecimal, literal, number in _PIECE.findall(operands):
        if number and codes:
            adjusted += float(number)
        elif number:
            before += float(number)
        else:
            codes.append(_unescaped(literal) or bytes.fromhex(hexadecimal.decode("ascii")))
    return Shown(b"".join(codes), before, adjusted)


def _unescaped(literal: bytes) -> bytes:
    return _ESCAPE.sub(_character, literal) if b"\\" in literal else literal


def _character(escape: re.Match[bytes]) -> bytes:
    code = escape.group(1)
    return bytes([int(code, 8) & 255]) if code.isdigit() else _CONTROLS.get(code, code)
