"""Names for the pages of a PDF by what is drawn on them: pages with the same name look the same.

A page that was moved keeps its name, so a browser that has its picture needs no other. It is made of the
operators of the page and of every object that they name: fonts, pictures, patterns and states. A font in a
file holds only the letters that the file prints, so a letter that is new there renames all pages.
"""

from __future__ import annotations

import hashlib
import re
from io import BytesIO

from pikepdf import Array, Dictionary, Object, Page, Pdf, Stream

_LENGTH = 24
"""Characters of a name: enough to never meet two equal ones by chance."""

_BOXES = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit")
"""What decides how large a page is and which part of it is seen (ISO 32000-1, 7.7.3.3)."""

_RESOURCE = re.compile(rb"/([A-Za-z0-9_.+-]+)")
_MEANING = re.compile(rb"/ToUnicode \d+ \d+ R")
"""Which letters the glyphs of a font stand for, in the order of the text: it is read and never drawn."""

_REFERENCE = re.compile(rb"\b(\d+) (\d+) R\b")


def page_names(data: bytes) -> tuple[str, ...]:
    """Return a name for each page of a PDF, in their order."""
    with Pdf.open(BytesIO(data)) as pdf:
        naming = _Naming(pdf)
        return tuple(naming.name(page) for page in pdf.pages)


def _operators(page: Page) -> bytes:
    """Return what draws a page: one stream, some in a row, or nothing at all (ISO 32000-1, 7.8.2)."""
    contents = page.obj.get("/Contents", Array())
    streams = [contents] if isinstance(contents, Stream) else list(contents.as_list())
    return b"\n".join(stream.read_bytes() for stream in streams)


class _Naming:
    """Digests of the objects of one PDF, each worked out once."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._digests: dict[tuple[int, int], bytes] = {}

    def name(self, page: Page) -> str:
        boxes = Dictionary({key: page.obj[key] for key in _BOXES if key in page.obj}).unparse(resolved=True)
        resources = {
            name.removeprefix("/").encode(): each
            for kind in page.resources.as_dict().values()
            if isinstance(kind, Dictionary)
            for name, each in kind.as_dict().items()
        }
        # What is drawn is the same whatever the file calls its resources: a page before it may have more.
        drawn = _RESOURCE.sub(
            lambda found: self._digest(resources[found[1]]) if found[1] in resources else found[0],
            _operators(page),
        )
        return hashlib.sha256(boxes + b"\n" + drawn).hexdigest()[:_LENGTH]

    def _digest(self, found: Object) -> bytes:
        """Return the digest of an object with everything that it refers to."""
        key = found.objgen
        if key == (0, 0):
            return self._digest_of_text(found)
        if key not in self._digests:
            # An object that refers to itself, by a way round, stands there for itself by its number.
            self._digests[key] = b"%d %d" % key
            self._digests[key] = self._digest_of_text(found)
        return self._digests[key]

    def _digest_of_text(self, found: Object) -> bytes:
        is_stream = isinstance(found, Stream)
        text = found.stream_dict.unparse(resolved=True) if is_stream else found.unparse(resolved=True)
        drawn = _MEANING.sub(b"", text)
        whole = hashlib.sha256(_REFERENCE.sub(lambda found: self._digest(self._object(found)), drawn))
        if is_stream:
            whole.update(found.read_raw_bytes())
        return whole.hexdigest().encode()

    def _object(self, reference: re.Match[bytes]) -> Object:
        return self._pdf.get_object(int(reference[1]), int(reference[2]))
