"""WeasyPrint by itself: as its manual calls it, without the program's repairs, caches and settings."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from weasyprint import HTML

from benchmarks.warm import Round, clock


def pdf(page: str, variant: str) -> Round:
    """Lay out an HTML file and write it as a tagged PDF of a variant, in memory."""
    text = Path(page).read_text(encoding="utf-8")

    def work() -> Mapping[str, float]:
        parts: dict[str, float] = {}
        with clock(parts, ""):
            target = BytesIO()
            HTML(string=text, base_url=page).write_pdf(target, pdf_variant=variant, pdf_tags=True)
        assert target.getvalue().startswith(b"%PDF"), "WeasyPrint wrote a PDF"
        return parts

    return work
