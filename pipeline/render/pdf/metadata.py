"""What the PDF says about itself."""

from __future__ import annotations

import hashlib

from pipeline.document.metadata import Metadata
from pipeline.house_style import HouseStyle
from pipeline.render.pdf.markup import element, text, void
from pipeline.render.pdf.resources import Pictures

GENERATOR = "kamerwerk"


def head_elements(metadata: Metadata) -> str:
    """Return title and meta elements; the layout engine copies them to the information dictionary and to XMP.

    Both dates are the document's own, at midnight UTC: the moment of building must not show in the file.
    """
    moment = f"{metadata.date.isoformat()}T00:00:00Z"
    named = {
        "author": metadata.author,
        "description": metadata.description,
        "keywords": ", ".join(metadata.keywords),
        "generator": GENERATOR,
        "dcterms.created": moment,
        "dcterms.modified": moment,
    }
    metas = "".join(void("meta", name=name, content=content) for name, content in named.items() if content)
    return void("meta", charset="utf-8") + element("title", text(metadata.title)) + metas


def file_identifier(html: str, pictures: Pictures, style: HouseStyle) -> bytes:
    """Return the identifier in the PDF's trailer: the same for the same document, another for any other.

    The house style counts with its measures and the hashes of its fonts, not with the folder where it lies.
    """
    digest = hashlib.sha256(html.encode())
    digest.update(style.model_dump_json().encode())
    for url, picture in pictures.by_url.items():
        digest.update(url.encode() + picture.data)
    return digest.hexdigest()[:32].encode()
