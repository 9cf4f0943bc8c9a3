"""Where a block stands, as far as its paragraphs must know it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.document.nodes import Alignment, Block
from pipeline.render.docx.elements import Element
from pipeline.render.docx.oxml import w
from pipeline.render.docx.story import Story
from pipeline.render.docx.styles import indent


@dataclass(frozen=True, slots=True)
class Place:
    """The surroundings of a block: measures in mm.

    ``style`` is the style of its plain paragraphs; ``left`` and ``right`` are indents that lists, quotes and
    definitions around it ask for; ``width`` is what tables and figures may take; ``depth`` counts the lists
    around it; ``keep_next`` keeps each paragraph with what follows (head rows of a table).
    """

    width: float
    style: str = "Normal"
    left: float = 0
    right: float = 0
    depth: int = 0
    align: Alignment = "left"
    in_table: bool = False
    keep_next: bool = False

    def properties(self, *, keep_next: bool = False, number: Element | None = None) -> list[Element]:
        """Return the properties of a plain paragraph here, in the order of the schema."""
        found: list[Element] = []
        if keep_next or self.keep_next:
            found.append(w("keepNext"))
        if number is not None:
            found.append(number)
        if self.left or self.right:
            found.append(indent(self.left, self.right))
        if self.align != "left":
            found.append(w("jc", val=self.align))
        return found


WriteBlocks = Callable[[tuple[Block, ...], Story, Place], list[Element]]
"""How containers write what they hold, without knowing each kind of block."""
