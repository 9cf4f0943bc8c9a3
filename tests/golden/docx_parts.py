"""The parts of a Word file: XML as text with one element per line, pictures at a low resolution."""

from __future__ import annotations

import zipfile
from hashlib import sha256
from io import BytesIO

from lxml import etree
from PIL import Image

_XML = (".xml", ".rels", ".svg")
_PICTURES = (".png", ".jpg", ".jpeg")
_LONGEST_SIDE = 400
"""Pixels: enough to see what a picture shows."""


def docx_parts(data: bytes) -> dict[str, str | Image.Image]:
    """Return what each part of the package holds, by the path of its golden file."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return dict(_part(name, package.read(name)) for name in package.namelist())


def _part(name: str, data: bytes) -> tuple[str, str | Image.Image]:
    if name.endswith(_XML):
        return name, _xml_text(data)
    if name.endswith(_PICTURES):
        return name if name.endswith(".png") else f"{name}.png", _small(data)
    return f"{name}.sha256", sha256(data).hexdigest() + "\n"


def _xml_text(data: bytes) -> str:
    """Write XML so that equal content gives equal text: attributes sorted, one element per line.

    Blanks that are to be kept (``xml:space="preserve"``) stay, and so do declarations of namespaces: Word
    needs those that nothing but ``mc:Ignorable`` names.
    """
    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    for element in root.iter(etree.Element):
        attributes = sorted(element.attrib.items())
        element.attrib.clear()
        element.attrib.update(attributes)
    return etree.tostring(root, pretty_print=True, encoding="unicode")


def _small(data: bytes) -> Image.Image:
    with Image.open(BytesIO(data)) as picture:
        whole = picture.convert("RGBA")
    paper = Image.new("RGBA", whole.size, "white")
    seen = Image.alpha_composite(paper, whole).convert("RGB")
    scale = min(1, _LONGEST_SIDE / max(seen.size))
    size = (max(1, round(seen.width * scale)), max(1, round(seen.height * scale)))
    return seen.resize(size, Image.Resampling.BOX)
