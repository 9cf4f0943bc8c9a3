"""A picture of dots as PNG (ISO/IEC 15948), for drawings: lines and letters on an even ground.

Pillow tries five filters on every row, which helps photographs. A drawing is mostly rows that equal others,
and those compress as well as they are.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_INCHES_PER_METRE = 39.3701
_EIGHT_BITS, _RED_GREEN_BLUE_ALPHA, _UNFILTERED = 8, 6, b"\x00"
_LEVEL = 4
"""Of zlib: the first that finds well what rows have in common, in two thirds of the time of the usual 6."""


def write_png(rows: Iterable[memoryview], size: tuple[int, int], dpi: int) -> bytes:
    """Return a picture as PNG, without loss; a row has four bytes for each dot: red, green, blue, alpha.

    ``size`` is width and height in dots, ``dpi`` how many of them go to the inch.
    """
    header = struct.pack(">IIBBBBB", *size, _EIGHT_BITS, _RED_GREEN_BLUE_ALPHA, 0, 0, 0)
    per_metre = round(dpi * _INCHES_PER_METRE)
    density = struct.pack(">IIB", per_metre, per_metre, 1)
    chunks = ((b"IHDR", header), (b"pHYs", density), (b"IDAT", _compressed(rows)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _compressed(rows: Iterable[memoryview]) -> bytes:
    writer = zlib.compressobj(_LEVEL)
    # Row by row: a whole picture is megabytes, and would be copied to put the filter before each row.
    pieces = [writer.compress(piece) for row in rows for piece in (_UNFILTERED, row)]
    return b"".join((*pieces, writer.flush()))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
