"""The pages of a finished file, taken apart: blocks with their own place, lines of text, and the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from pipeline.diagnostics import Location, Source
from pipeline.document.nodes import Document
from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import TextStyle
from pipeline.verify.geometry.alignment import align
from pipeline.verify.geometry.blocks import Block, blocks_on
from pipeline.verify.geometry.lines import FoundBlock, Line, find_block, lines_of
from pipeline.verify.geometry.metrics import face
from pipeline.verify.geometry.reading_order import stretches
from pipeline.verify.geometry.words import Words, compact
from pipeline.verify.pdf.file import PdfFile
from pipeline.verify.pdf.marks import PageContent, Run
from pipeline.verify.subject import Subject


@dataclass(frozen=True, slots=True)
class Ruler:
    """How a file is measured.

    ``tolerance`` is in mm. ``baseline`` returns how far the baseline lies below the top of a line, mm:
    programs differ in that. ``shown`` is how messages name the file.
    """

    document: Document
    style: HouseStyle
    tolerance: float
    baseline: Callable[[TextStyle], float]
    shown: str

    def where(self, source: Source | None) -> Source | Location:
        """Return the source of words, or the file when the template wrote them."""
        return source or Location(self.shown)

    def top(self, line: Line) -> float:
        """Return the top of a line, mm."""
        return line.baseline - self.baseline(line.words.text)


@dataclass(frozen=True, slots=True)
class Sheets:
    """What stands on the pages. ``absent`` are blocks that should be on a page and are not, with that page.

    ``lines`` are of the text, in the order of the file. ``others`` are runs that are neither nor furniture:
    text of pictures, in a file that does not say which these are.
    """

    pages: tuple[PageContent, ...]
    blocks: tuple[FoundBlock, ...]
    absent: tuple[tuple[int, Block], ...]
    words: tuple[Words, ...]
    lines: tuple[Line, ...]
    others: tuple[tuple[int, Run], ...]

    def block(self, name: str, page: int = 1) -> FoundBlock | None:
        """Return a block by its name."""
        return next((each for each in self.blocks if (each.block.name, each.page) == (name, page)), None)


def take_apart(file: PdfFile, subject: Subject) -> Sheets:
    """Find on every page the blocks and the lines of a document."""
    document, style, words = subject.document, subject.style, subject.words
    space = face(style).space
    blocks: list[FoundBlock] = []
    absent: list[tuple[int, Block]] = []
    text: list[tuple[int, list[Run]]] = []
    for page in file.pages:
        # The watermark is the only text at an angle; it is drawn letter by letter.
        upright = replace(page, runs=tuple(run for run in page.runs if abs(run.angle) < 1))
        shown = [compact(run.text) for run in upright.runs]
        taken: set[int] = set()
        for block in blocks_on(document, style, page.number, len(file.pages)):
            found = find_block(upright, shown, block, space)
            if found is None:
                absent.append((page.number, block))
            else:
                blocks.append(found)
                taken.update(found.runs)
        left = [run for at, run in enumerate(upright.runs) if at not in taken and not run.artifact]
        text.append((page.number, left))
    alignment = align(stretches(text, file.root), words)
    lines = tuple(lines_of(alignment.placed, space))
    return Sheets(file.pages, tuple(blocks), tuple(absent), words, lines, alignment.others)
