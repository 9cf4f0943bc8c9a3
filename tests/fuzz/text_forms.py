"""What may stand in each field of Markdown: the templates say so, by the filter with which they print it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

from pipeline.compose.markdown import DEEPEST_HEADING

_TEMPLATES = Path(__file__).parents[2] / "templates"


@dataclass(frozen=True, slots=True)
class TextForm:
    """How many levels of headings a text may have, and whether blocks beside one paragraph, and tables."""

    levels: int
    blocks: bool
    tables: bool = True

    def narrowed(self, other: TextForm) -> TextForm:
        """Return what may stand where both must be met: a field that is printed twice, or two of one name."""
        return TextForm(
            min(self.levels, other.levels), self.blocks and other.blocks, self.tables and other.tables
        )


@cache
def text_forms() -> dict[str, TextForm]:
    """Return the form of each field by its name, over all templates."""
    found: dict[str, TextForm] = {}
    for file in sorted(_TEMPLATES.rglob("*.j2")):
        for name, form in _printed(file.read_text(encoding="utf-8")):
            found[name] = found[name].narrowed(form) if name in found else form
    return found


_CELL = re.compile(r"<t[dh]\b.*?</t[dh]>", re.DOTALL)


def _printed(template: str) -> Iterator[tuple[str, TextForm]]:
    in_cells = {name for cell in _CELL.findall(template) for name in re.findall(r"\.(\w+) \| md\b", cell)}
    for use in Environment(autoescape=True).parse(template).find_all(nodes.Filter):
        if use.name in {"md", "mdi"} and isinstance(use.node, nodes.Getattr):
            level = use.args[0] if use.args else None
            # Without a level a text stands within a list or a cell, where no heading can be.
            levels = DEEPEST_HEADING - level.value + 1 if isinstance(level, nodes.Const) else 0
            name = use.node.attr
            yield name, TextForm(levels, use.name == "md", name not in in_cells)
