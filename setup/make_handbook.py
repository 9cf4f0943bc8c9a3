"""Write the pages of the handbook that are made from the program: ``make handbook``."""

from __future__ import annotations

from pathlib import Path

from pipeline.diagnostics.explanations.handbook import codes_page

HANDBOOK = Path(__file__).parents[1] / "docs/handboek"

if __name__ == "__main__":
    (HANDBOOK / "meldingen.md").write_text(codes_page(), encoding="utf-8", newline="\n")
