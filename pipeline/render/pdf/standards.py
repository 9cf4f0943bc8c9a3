"""The standards that a PDF declares: always one for access and one for archives, in the same file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pipeline.document.pdf_standard import PdfStandard


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a file says that it is. ``revision`` is the year of the standard, "" where it may not be said.

    ``variant`` is the layout engine's name for the archival half. ``archive_level`` is A (accessible) or F
    (with files). ``pdf2`` files have namespaces in the tag tree and no information dictionary.
    """

    variant: str
    access_part: int
    access_revision: str
    archive_part: int
    archive_level: str
    archive_revision: str
    pdf2: bool


DECLARATIONS: Mapping[PdfStandard, Declaration] = MappingProxyType(
    {
        # ISO 14289-1:2014 and ISO 19005-3:2012, both on ISO 32000-1.
        "ua-1": Declaration("pdf/a-3a", 1, "", 3, "A", "", pdf2=False),
        # ISO 14289-2:2024 and ISO 19005-4:2020, both on ISO 32000-2.
        "ua-2": Declaration("pdf/a-4f", 2, "2024", 4, "F", "2020", pdf2=True),
    }
)
