"""What the PDF says about itself, in the words that all its places share, and the identifier of the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from weasyprint import VERSION

from pipeline.document.metadata import Metadata
from pipeline.house_style import HouseStyle
from pipeline.render.pdf.resources import Pictures

GENERATOR = "kamerwerk"
PRODUCER = f"WeasyPrint {VERSION}"


def keyword_line(metadata: Metadata) -> str:
    """Return the keywords as one string, the same in the information dictionary and in XMP."""
    return ", ".join(metadata.keywords)


def moment(day: date) -> datetime:
    """Return the time stamp of a document: the beginning of its own day, UTC.

    The moment of building must not show in the file.
    """
    return datetime.combine(day, time(), UTC)


def stamp(day: date) -> str:
    """Return that time stamp as W3C writes it."""
    return moment(day).strftime("%Y-%m-%dT%H:%M:%SZ")


def file_identifier(parts: Iterable[bytes], pictures: Pictures, style: HouseStyle) -> bytes:
    """Return the identifier in the PDF's trailer: the same for the same document, another for any other.

    ``parts`` are the HTML and all else that goes into the file. The house style counts with its measures and
    the hashes of its fonts, not with the folder where it lies.
    """
    digest = hashlib.sha256(style.model_dump_json().encode())
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    for url, picture in pictures.by_url.items():
        digest.update(url.encode() + picture.data)
    return digest.hexdigest()[:32].encode()
