"""Which pair of standards a PDF follows; the renderer makes it, the verification asks for it."""

from __future__ import annotations

from typing import Literal, get_args

PdfStandard = Literal["ua-1", "ua-2"]
"""``ua-1``: PDF/UA-1 and PDF/A-3a (PDF 1.7) at the same time. ``ua-2``: PDF/UA-2 and PDF/A-4f (PDF 2.0)."""

PDF_STANDARDS: tuple[PdfStandard, ...] = get_args(PdfStandard)
