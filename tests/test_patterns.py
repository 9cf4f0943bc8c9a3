"""Patterns are read alike by every Python that the program runs on."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pipeline

ROOT = Path(pipeline.__file__).parent
TAKEN_FOR_GOOD = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+|\(\?>")
"""A group that gives nothing back: in Python 3.11.2, that of Debian 12, it ends in the wrong place."""


def patterns(source: str) -> list[str]:
    """Return the texts in a module that hold such a group."""
    texts = (each.value for each in ast.walk(ast.parse(source)) if isinstance(each, ast.Constant))
    written = (text.decode("latin-1") if isinstance(text, bytes) else text for text in texts)
    return [text for text in written if isinstance(text, str) and TAKEN_FOR_GOOD.search(text)]


def test_no_pattern_takes_a_group_for_good() -> None:
    found = {
        file.name: texts
        for file in ROOT.rglob("*.py")
        if (texts := patterns(file.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_such_a_pattern_is_found() -> None:
    assert patterns('P = re.compile(rb"<(?:[0-9A-Fa-f]{2})*+>")') == ["<(?:[0-9A-Fa-f]{2})*+>"]
    assert patterns('P = re.compile(r"(?>a|ab)c")') == ["(?>a|ab)c"]
    assert patterns('P = re.compile(r"[a-z]{1,3}+\\d++")') == []
