"""Pictures that are made to fill the memory, to draw without end or to run something are refused."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from pipeline.compose.pictures import load_picture
from pipeline.diagnostics import Code


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *extra: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + b"".join(extra)
        + chunk(b"IDAT", zlib.compress(b"\0" * 9))
        + chunk(b"IEND", b"")
    )


def svg(inside: str, attributes: str = 'viewBox="0 0 9 9"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def other(kind: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (9, 9)).save(buffer, kind)
    return buffer.getvalue()


BOMB = zlib.compress(b"\0" * 200_000_000)
USES = "".join(
    f'<g id="g{n}">{f"<use href=&quot;#g{n + 1}&quot;/>".replace("&quot;", chr(34)) * 10}</g>'
    for n in range(9)
)
PATTERNS = "".join(
    f'<pattern id="p{n}">{f"<rect fill={chr(34)}url(#p{n + 1}){chr(34)}/>" * 10}</pattern>' for n in range(9)
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 9}">' for n in range(1, 12))

ATTACKS = {
    "very many dots": png(60_000, 60_000),
    "dots beyond counting": png(2**31 - 1, 2**31 - 1),
    "a text that unpacks": png(3, 3, chunk(b"zTXt", b"a\0\0" + BOMB)),
    "a profile that unpacks": png(3, 3, chunk(b"iCCP", b"a\0\0" + BOMB)),
    "too few bytes": png(3_000, 3_000),
    "another kind": other("GIF"),
    "one more kind": other("WEBP"),
    "entities that repeat": b'<!DOCTYPE svg [<!ENTITY l0 "ha">'
    + LAUGHS.encode()
    + b"]>"
    + svg("<text>&l11;</text>"),
    "an entity from a file": b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    + svg("<text>&a;</text>"),
    "uses of uses": svg(USES),
    "patterns in patterns": svg(PATTERNS + '<rect fill="url(#p0)"/>'),
    "a part that shows itself": svg('<g id="a"><use href="#a"/></g>'),
    "groups in groups": svg("<g>" * 200 + "</g>" * 200),
    "very many parts": svg("<g/>" * 30_000),
    "a style sheet": b'<?xml-stylesheet href="a.css"?>' + svg(""),
    "a foreign object": svg("<foreignObject/>"),
    "a script": svg("<script>1</script>"),
    "a picture inside": svg('<image href="data:image/svg+xml,&lt;svg/&gt;"/>'),
    "a colour from a file inside": svg('<rect fill="url(data:image/svg+xml;base64,AAAA#a)"/>'),
    "a font inside": svg("<style>@font-face{font-family:a;src:url( 'data:font/ttf;base64,AAAA')}</style>"),
    "a font of the machine": svg("<style>@font-face{font-family:a;src:local(Arial)}</style>"),
    "a height without end": svg("", 'width="1mm" height="100000mm"'),
    "a size of 400 digits": svg("", f'viewBox="0 0 {"9" * 400} 1"'),
    "a heavy drawing": svg(" " * 3_000_000),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_hostile_picture_is_refused(tmp_path: Path, attack: str) -> None:
    (tmp_path / "a.png").write_bytes(ATTACKS[attack])
    loaded = load_picture(tmp_path, "", "a.png", None, 140)
    assert (loaded.picture, loaded.code) == (None, Code.PICTURE_INVALID), loaded


OWN_PARTS = [
    '<defs><g id="a"><rect/></g></defs><use href="#a"/><use href="#a"/>',
    *(f"""<pattern id="a"/><rect fill="url({part})"/>""" for part in ("#a", " #a ", "'#a'", " '#a' ")),
    """<pattern id="a"/><style>rect{fill:url("#a")}</style><rect/>""",
    '<rect aria-label="data: 2026"/>',
]


@pytest.mark.parametrize("inside", OWN_PARTS)
def test_a_drawing_that_uses_its_own_parts_is_a_picture(tmp_path: Path, inside: str) -> None:
    (tmp_path / "a.svg").write_bytes(svg(inside))
    assert load_picture(tmp_path, "", "a.svg", None, 140).picture
