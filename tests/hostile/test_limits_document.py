"""SECURITY.md names every limit with the number that the program uses."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from pipeline.diagnostics import Code
from pipeline.gate import limits

TEXT = (Path(__file__).parents[2] / "SECURITY.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (?!wat \|)[^|]+ \| ([\d.]+)(?: \w+)? \| ?(KAM\d+)? ?\|$", TEXT, re.MULTILINE)


def test_the_document_names_each_limit_with_its_number() -> None:
    used = Counter(value for name, value in vars(limits).items() if name.isupper())
    assert Counter(int(number.replace(".", "")) for number, _ in ROWS) == used


def test_the_document_names_only_codes_that_exist() -> None:
    named = set(re.findall(r"KAM\d+", TEXT))
    assert named <= {code.number for code in Code}


def test_the_readme_leads_to_the_document() -> None:
    assert "(SECURITY.md)" in (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
