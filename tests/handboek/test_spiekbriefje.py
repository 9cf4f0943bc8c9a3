"""Every example of the cheat sheet can be typed in a letter, and gives no finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.engine.places import resolve_places
from pipeline.engine.plan import make_plan
from pipeline.engine.readers import Readers
from tests import projects as p
from tests.tools import ROOT

PAGE = (ROOT / "docs/handboek/spiekbriefje.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^## ([^\n]+)\n\n```markdown\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE)


def test_every_block_of_markdown_is_tried() -> None:
    assert len(EXAMPLES) == PAGE.count("```markdown")


@pytest.mark.parametrize(("title", "example"), EXAMPLES, ids=[title for title, _ in EXAMPLES])
def test_an_example_gives_no_finding(title: str, example: str, tmp_path: Path) -> None:
    lines = "".join(f"  {line}\n" if line else "\n" for line in example.splitlines())
    change = p.edit(p.BRIEF, "vervolg: In 2027 volgt een nieuwe brief.\n", f"vervolg: |\n{lines}")
    plan = make_plan(resolve_places(p.write_project(tmp_path, change)), Readers())
    assert [(finding.code.number, finding.message) for finding in plan.findings] == []
    assert all(planned.document for planned in plan.documents)
