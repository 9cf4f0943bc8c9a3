"""The shipped house style, read once for all tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pipeline.house_style import HouseStyle, load_house_style

ROOT = Path(__file__).parents[1]


@cache
def house_style() -> HouseStyle:
    style, findings = load_house_style(ROOT / "templates" / "huisstijl", "templates/huisstijl")
    assert style is not None, findings
    return style
