"""python-docx by itself: the same text in its own standard template, as its manual calls it.

It has no footnotes, contents list or letterhead: notes stand at the end, and a drawing that it cannot place
is only named. So it does less than the program does.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import assert_never

import docx
from docx.document import Document as WordDocument
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from benchmarks.exports.front import front_lines
from benchmarks.exports.pieces import Run, cell_runs, heading_words
from benchmarks.project import composed
from benchmarks.warm import Round, clock
from pipeline.document.nodes import (
    Block,
    CrossReference,
    DefinitionList,
    Document,
    Emphasis,
    Figure,
    Footnote,
    Heading,
    Inline,
    Language,
    LineBreak,
    Link,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Signatures,
    Strong,
    Table,
    TableOfContents,
    Text,
)


def document(project: str, identity: str) -> Round:
    """Write the words of a document."""
    tree = composed(project, identity).document

    def work() -> Mapping[str, float]:
        parts: dict[str, float] = {}
        with clock(parts, ""):
            data = write(tree)
        assert data.startswith(b"PK"), "python-docx wrote a package"
        return parts

    return work


def write(tree: Document) -> bytes:
    """Return the bytes of a Word file with the words of a tree."""
    writing = _Writing(docx.Document())
    front = front_lines(tree.front)
    if front.title:
        writing.paragraph(front.title, "Title")
    for line in front.lines:
        writing.paragraph(line)
    writing.blocks(tree.body)
    for note in writing.notes:
        writing.paragraph(note)
    target = BytesIO()
    writing.word.save(target)
    return target.getvalue()


class _Writing:
    def __init__(self, word: WordDocument) -> None:
        self.word = word
        self.notes: list[Run] = []

    def paragraph(self, run: Run, style: str | None = None) -> None:
        self._run(self.word.add_paragraph(style=style), run)

    def blocks(self, blocks: tuple[Block, ...], style: str | None = None) -> None:
        for block in blocks:
            self._block(block, style)

    def _block(self, block: Block, style: str | None) -> None:
        match block:
            case Heading():
                self.paragraph(heading_words(block), f"Heading {block.level}")
            case Paragraph():
                self.paragraph(block.children, style)
            case List():
                for item in block.items:
                    self.blocks(item.blocks, "List Bullet" if block.kind == "bullet" else "List Number")
            case DefinitionList():
                for item in block.items:
                    self.paragraph(item.term)
                    self.blocks(item.blocks)
            case Quote():
                self.blocks(block.blocks, "Quote")
            case Table():
                self._table(block)
            case Figure():
                self.paragraph((Text(block.alt),))
                if block.caption:
                    words = (Text(f"Figuur {block.caption.number} "), *block.caption.children)
                    self.paragraph(words, "Caption")
            case Signatures():
                for item in block.items:
                    self.paragraph(item.capacity)
                    self.paragraph(item.name)
            case TableOfContents():
                self.paragraph(block.title)
                for entry in block.entries:
                    self.paragraph((Text(f"{entry.number} {entry.text}"),))
            case PageBreak():
                self.word.add_page_break()
            case _:
                assert_never(block)

    def _table(self, table: Table) -> None:
        if table.caption:
            words = (Text(f"Tabel {table.caption.number} "), *table.caption.children)
            self.paragraph(words, "Caption")
        rows = (*table.head, *table.body, *table.foot)
        grid = self.word.add_table(rows=len(rows), cols=len(table.widths), style="Table Grid")
        for row, line in zip(rows, grid.rows, strict=True):
            self._row(row, line.cells)

    def _row(self, row: Row, places: tuple[_Cell, ...]) -> None:
        column = 0
        for cell in row.cells:
            first, *rest = cell_runs(cell) or ((),)
            self._run(places[column].paragraphs[0], first)
            for run in rest:
                self._run(places[column].add_paragraph(), run)
            column += cell.colspan

    def _run(self, target: WordParagraph, run: Run, *, bold: bool = False, italic: bool = False) -> None:
        for inline in run:
            self._inline(target, inline, bold=bold, italic=italic)

    def _inline(self, target: WordParagraph, inline: Inline, *, bold: bool, italic: bool) -> None:
        match inline:
            case Text() | CrossReference():
                words = target.add_run(inline.text)
                if bold:
                    words.bold = True
                if italic:
                    words.italic = True
            case LineBreak():
                target.add_run().add_break()
            case Strong():
                self._run(target, inline.children, bold=True, italic=italic)
            case Emphasis():
                self._run(target, inline.children, bold=bold, italic=True)
            case Language() | Link():
                self._run(target, inline.children, bold=bold, italic=italic)
            case Footnote():
                target.add_run(str(inline.number)).font.superscript = True
                self.notes.append((Text(f"{inline.number} "), *inline.children))
            case _:
                assert_never(inline)
