from __future__ import annotations

from pathlib import Path

from pipeline.diagnostics import Code
from pipeline.diagnostics.explanations.chapters import chapters
from pipeline.diagnostics.explanations.handbook import codes_page

PAGE = Path(__file__).parents[2] / "docs/handboek/meldingen.md"


def test_every_code_stands_in_one_chapter_by_number() -> None:
    listed = [code.number for _, codes in chapters() for code in codes]
    assert listed == sorted(code.number for code in Code)


def test_the_page_in_the_handbook_is_as_the_program_would_write_it() -> None:
    assert PAGE.read_text(encoding="utf-8") == codes_page(), "ververs haar met make handbook"
