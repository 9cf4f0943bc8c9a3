"""The instructions of a content stream and their operands (ISO 32000-1 7.8.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pikepdf

_PIECE = re.compile(rb"<([0-9A-Fa-f]*)>|\(((?:[^\\()]|\\.)*)\)|([-+.0-9]+)", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_PICTURE = pikepdf.ContentStreamInstruction([], pikepdf.Operator("BI"))

# Only single letters are taken for good here (`\d++`): with a group, Python 3.11.2 ends in the wrong place.
_NUMBER = rb"[-+]?+(?:\d++\.?+\d*+|\.\d++)"
_NAME = rb"/[^\x00-\x20\x7f-\xff#%()<>\[\]{}/]++"
_STRING = rb"<(?:[0-9A-Fa-f]{2})*>"
_ARRAY = rb"\[(?: |" + _STRING + rb"|" + _NUMBER + rb"(?=[ <\]]))*\]"
_PROPERTIES = rb"<<(?: *+" + _NAME + rb" *+(?:" + _NAME + rb"|(?<= )" + _NUMBER + rb"(?=[ />])))* *+>>"
_OPERAND = rb"(?:" + rb"|".join((_NUMBER, _NAME, _PROPERTIES, _STRING, _ARRAY)) + rb")"
_OPERATOR = rb"(?!BI)[A-Za-z]{1,3}+\*?+|['\"]"
_PLAIN = re.compile(
    rb"(" + _OPERAND + rb"(?: " + _OPERAND + rb"){0,7}|) ?+(?<![^ ])(" + _OPERATOR + rb")(?: ++|$)"
)
"""One instruction in the spelling that our own files have: nothing that a string or comment could hide.

It has eight operands at most: a search through numbers without an operator begins anew at each of them.
"""


def instructions(stream: pikepdf.Object | pikepdf.Page) -> Iterable[tuple[bytes, bytes]]:
    """Return operators with their operands, one space between them; a picture in the stream is just ``BI``.

    A stream of which every byte is in the plain spelling is taken apart here. Any other is read by pikepdf,
    which knows what its bytes mean, and written in a fixed spelling: several times faster than asking every
    operand for its value, and ten times slower than the plain way.

    Raise ``pikepdf.PdfError``: the stream cannot be read.
    """
    plain = plain_instructions(stream)
    return _rewritten(stream) if plain is None else plain


def plain_instructions(stream: pikepdf.Object | pikepdf.Page) -> Iterable[tuple[bytes, bytes]] | None:
    """Return the instructions of a stream that has only plain ones, ``None`` for any other."""
    content = stream.obj.get("/Contents") if isinstance(stream, pikepdf.Page) else stream
    if not isinstance(content, pikepdf.Stream):
        return None
    # Around each instruction stands what none of them took: "" everywhere when all is plain.
    pieces = _PLAIN.split(content.read_bytes().replace(b"\n", b" "))
    return None if any(pieces[::3]) else zip(pieces[2::3], pieces[1::3], strict=True)


def _rewritten(stream: pikepdf.Object | pikepdf.Page) -> Iterator[tuple[bytes, bytes]]:
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
    return list(map(float, operands.split()))


def name(operands: bytes) -> str:
    """Return the last operand as a name with its slash, "" when it is none."""
    last = operands.rpartition(b" ")[2]
    if not last.startswith(b"/"):
        return ""
    return str(pikepdf.Object.parse(last)) if b"#" in last else last.decode("ascii", "replace")


def shown(operands: bytes) -> tuple[bytes, float, float]:
    """Return the strings of ``Tj`` or of the array of ``TJ``, joined, and the sums of their adjustments.

    The first sum is that in front of the first string, the second that after it, in thousandths of the type
    size, to be subtracted.
    """
    if b"(" not in operands:
        # Most letters follow each other without adjustment. What is left stands between the angle brackets
        # of strings and around those, in turn.
        between, *pieces = operands.strip(b"[]").replace(b">0<", b"").replace(b">", b"<").split(b"<")
        joined = bytes.fromhex(b"".join(pieces[::2]).decode("ascii"))
        return joined, _total(between), _total(b" ".join(pieces[1::2]))
    codes: list[bytes] = []
    before = adjusted = 0.0
    for hexadecimal, literal, number in _PIECE.findall(operands):
        if number and codes:
            adjusted += float(number)
        elif number:
            before += float(number)
        else:
            codes.append(_unescaped(literal) or bytes.fromhex(hexadecimal.decode("ascii")))
    return b"".join(codes), before, adjusted


def _total(adjustments: bytes) -> float:
    return sum(map(float, adjustments.split())) if adjustments else 0.0


def _unescaped(literal: bytes) -> bytes:
    return _ESCAPE.sub(_character, literal) if b"\\" in literal else literal


def _character(escape: re.Match[bytes]) -> bytes:
    code = escape.group(1)
    return bytes([int(code, 8) & 255]) if code.isdigit() else _CONTROLS.get(code, code)
