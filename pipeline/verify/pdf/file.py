"""A finished PDF as the rest of the verification sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.verify.passages import Reading
from pipeline.verify.pdf.marks import PageContent
from pipeline.verify.pdf.structure import Element


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline. ``level`` counts from 1; ``page`` from 1, 0 when it leads nowhere."""

    title: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation on a page: its kind ("Link"), web address, text for who does not see it, and its sides.

    ``target`` is the page of this document to which it leads, counted from 1; 0 when it leads to none.
    ``x``, ``y``, ``width`` and ``height`` are in mm from the top left corner.
    """

    page: int
    kind: str
    uri: str
    target: int
    contents: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the file. ``relationship`` says what it is to the document ("Source")."""

    name: str
    relationship: str
    data: bytes


@dataclass(frozen=True, slots=True)
class PdfFile:
    """All that was read. ``root`` is ``None`` and ``reading`` empty when the file has no structure.

    ``info`` has the keys of the information dictionary without slash; ``annotations`` stand by the key with
    which elements of the structure refer to them.
    """

    pages: tuple[PageContent, ...]
    root: Element | None
    reading: Reading
    info: Mapping[str, str]
    xmp: str
    outline: tuple[Bookmark, ...]
    language: str
    shows_title: bool
    attachments: tuple[Attachment, ...]
    annotations: Mapping[int, Annotation] = field(default_factory=dict[int, Annotation])
