"""A document as Markdown for Pandoc."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import indent
from typing import assert_never

from benchmarks.exports.front import front_lines
from benchmarks.exports.pieces import Run, cell_runs, heading_words
from pipeline.document.labels import list_label
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
from pipeline.document.text import plain_text

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^$@\"'])")
_LINE_START = re.compile(r"^(\d+|[a-zA-Z])([.)])|^([-+:=])")
_COLUMNS = 100
"""Characters of the line below the head of a table, shared as the widths are."""


def write_markdown(document: Document, folder: Path) -> Path:
    """Write a document and its pictures below ``folder``, and return the file in Markdown."""
    writing = _Writing(folder)
    front = front_lines(document.front)
    parts = [
        f"---\nlang: {document.metadata.language}\ntoc-title: {_contents_title(document)}\n---",
        *([f"# {writing.run(front.title)}"] if front.title else []),
        *(writing.paragraph(line) for line in front.lines),
        *writing.blocks(document.body),
    ]
    file = folder / "document.md"
    file.write_text("\n\n".join((*parts, *writing.notes)) + "\n", encoding="utf-8")
    return file


def _contents_title(document: Document) -> str:
    titles = (plain_text(each.title) for each in document.body if isinstance(each, TableOfContents))
    return next(titles, "")


@dataclass
class _Writing:
    folder: Path
    notes: list[str] = field(default_factory=list[str])
    pictures: int = 0

    def blocks(self, blocks: tuple[Block, ...]) -> list[str]:
        return [part for block in blocks for part in self.block(block)]

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield f"{'#' * block.level} {self.run(heading_words(block))} {{#{block.id}}}"
            case Paragraph():
                yield self.paragraph(block.children)
            case List():
                yield self._list(block)
            case DefinitionList():
                for item in block.items:
                    described = indent("\n\n".join(self.blocks(item.blocks)), "    ").lstrip()
                    yield f"{self.run(item.term)}\n:   {described}"
            case Quote():
                yield indent("\n\n".join(self.blocks(block.blocks)), "> ", lambda _: True)
            case Table():
                yield from self._table(block)
            case Figure():
                yield self._figure(block)
            case Signatures():
                for item in block.items:
                    yield self.paragraph(item.capacity)
                    yield self.paragraph(item.name)
            case TableOfContents() | PageBreak():
                # The list of contents is asked for on the command line; a page break is no text.
                return
            case _:
                assert_never(block)

    def paragraph(self, run: Run) -> str:
        return _LINE_START.sub(
            lambda found: rf"{found[1]}\{found[2]}" if found[1] else rf"\{found[3]}", self.run(run)
        )

    def run(self, run: Run) -> str:
        return "".join(self._inline(inline) for inline in run)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text() | CrossReference():
                # Markdown has no place to lead to inside a table or below a picture.
                return _escaped(inline.text)
            case LineBreak():
                return "\\\n"
            case Strong():
                return f"**{self.run(inline.children)}**"
            case Emphasis():
                return f"*{self.run(inline.children)}*"
            case Language():
                return f"[{self.run(inline.children)}]{{lang={inline.lang}}}"
            case Link():
                return f"[{self.run(inline.children)}](<{inline.href}>)"
            case Footnote():
                self.notes.append(f"[^{inline.number}]: {self.run(inline.children)}")
                return f"[^{inline.number}]"
            case _:
                assert_never(inline)

    def _list(self, block: List) -> str:
        items: list[str] = []
        for number, item in enumerate(block.items, block.start):
            label = "-" if block.kind == "bullet" else list_label(block.kind, number)
            body = indent("\n\n".join(self.blocks(item.blocks)), "    ").lstrip()
            items.append(f"{label:<4}{body}")
        return "\n".join(items)

    def _table(self, table: Table) -> Iterator[str]:
        head, *body = (*table.head, *table.body, *table.foot)
        rule = "|".join("-" * max(3, round(width * _COLUMNS)) for width in table.widths)
        yield "\n".join((self._row(head), f"|{rule}|", *(self._row(row) for row in body)))
        if table.caption:
            yield f": Tabel {table.caption.number} {self.run(table.caption.children)}"

    def _row(self, row: Row) -> str:
        cells: list[str] = []
        for cell in row.cells:
            words = " ".join(self.run(run).replace("\\\n", " ") for run in cell_runs(cell))
            cells += [words, *[""] * (cell.colspan - 1)]
        return f"|{'|'.join(cells)}|"

    def _figure(self, figure: Figure) -> str:
        self.pictures += 1
        name = f"picture-{self.pictures}.{figure.picture.format}"
        (self.folder / name).write_bytes(figure.picture.data)
        caption = figure.caption
        words = f"Figuur {caption.number} {self.run(caption.children)}" if caption else ""
        return f"![{words}]({name}){{width={figure.picture.width:.1f}mm}}"


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)
