"""What is known of a document before its content is read; it costs no time to load."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DocumentKind = Literal["agenda", "brief", "bijlage"]


@dataclass(frozen=True, slots=True)
class DocumentRequest:
    """A document that must exist."""

    id: str
    """``agenda/zeeland``, ``brief/2026-12-voortgang``, ``bijlage/2026-12-voortgang-stand-van-zaken``."""
    kind: DocumentKind
    title: str
    status: str
    stem: str
    """Path below the build folder, without suffix; the Word file and the PDF share it."""
    folder: str
    """Name of the folder under ``regios`` or ``brieven``."""
    files: tuple[str, ...]
    """The YAML files whose errors make this document faulty."""
    addressee: int = 0
    """Which of the letter's addressees, counted from 0."""
    bijlage: str = ""
    """Id of the annex in the letter."""
