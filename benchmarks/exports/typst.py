"""A document as Typst markup, on the page of the house style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from benchmarks.exports.front import front_lines
from benchmarks.exports.pieces import Run, heading_words
from pipeline.document.nodes import (
    Block,
    Cell,
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
from pipeline.house_style import HouseStyle

_SPECIAL = re.compile(r"([\\#$*_`<>@\[\]\"'~/=+\-.:])")
_NUMBERING = {"decimal": "1.", "letter": "a."}


def write_typst(document: Document, style: HouseStyle, folder: Path) -> Path:
    """Write a document and its pictures below ``folder``, and return the file in Typst."""
    writing = _Writing(folder)
    front = front_lines(document.front)
    parts = [
        _settings(document, style),
        *([f"#title[{writing.run(front.title)}]"] if front.title else []),
        *(writing.run(line) for line in front.lines),
        *writing.blocks(document.body),
    ]
    file = folder / "document.typ"
    file.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return file


def _settings(document: Document, style: HouseStyle) -> str:
    margins, language = style.report.margins, document.metadata.language.partition("-")[0]
    notice, known = _escaped(document.notice), document.metadata
    return (
        f"#set document(title: {_string(known.title)}, author: {_string(known.author)})\n"
        f"#set page(width: {style.page.width}mm, height: {style.page.height}mm, "
        f"margin: (left: {margins.left}mm, right: {margins.right}mm, top: {margins.top}mm, "
        f"bottom: {margins.bottom}mm), header: [{notice}], "
        "footer: context [Pagina #counter(page).display() van #counter(page).final().first()])\n"
        f"#set text(font: {_string(style.fonts.family)}, size: 9pt, lang: {_string(language)})"
    )


@dataclass
class _Writing:
    folder: Path
    pictures: int = 0

    def blocks(self, blocks: tuple[Block, ...]) -> list[str]:
        return [part for block in blocks for part in self.block(block)]

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                label = f" <{block.id}>" if block.id else ""
                brk = "#pagebreak(weak: true)\n" if block.page_break else ""
                yield f"{brk}{'=' * block.level} {self.run(heading_words(block))}{label}"
            case Paragraph():
                yield self.run(block.children)
            case List():
                yield self._list(block)
            case DefinitionList():
                items = (f"terms.item[{self.run(i.term)}][{self._inside(i.blocks)}]" for i in block.items)
                yield f"#terms({', '.join(items)})"
            case Quote():
                yield f"#quote(block: true)[{self._inside(block.blocks)}]"
            case Table():
                yield self._table(block)
            case Figure():
                yield self._figure(block)
            case Signatures():
                for item in block.items:
                    yield self.run(item.capacity)
                    yield self.run(item.name)
            case TableOfContents():
                yield f"#outline(title: [{self.run(block.title)}], depth: {block.depth})"
            case PageBreak():
                yield "#pagebreak()"
            case _:
                assert_never(block)

    def run(self, run: Run) -> str:
        return "".join(self._inline(inline) for inline in run)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text() | CrossReference():
                # A table or figure has its label inside its caption, where a link cannot lead.
                return _escaped(inline.text)
            case LineBreak():
                return "#linebreak()"
            case Strong():
                return f"#strong[{self.run(inline.children)}]"
            case Emphasis():
                return f"#emph[{self.run(inline.children)}]"
            case Language():
                return f"#text(lang: {_string(inline.lang.partition('-')[0])})[{self.run(inline.children)}]"
            case Link():
                return f"#link({_string(inline.href)})[{self.run(inline.children)}]"
            case Footnote():
                return f"#footnote[{self.run(inline.children)}]"
            case _:
                assert_never(inline)

    def _inside(self, blocks: tuple[Block, ...]) -> str:
        return "\n\n".join(self.blocks(blocks))

    def _list(self, block: List) -> str:
        items = ", ".join(f"[{self._inside(item.blocks)}]" for item in block.items)
        if block.kind == "bullet":
            return f"#list({items})"
        return f'#enum(start: {block.start}, numbering: "{_NUMBERING[block.kind]}", {items})'

    def _table(self, table: Table) -> str:
        columns = ", ".join(f"{width * 100:.2f}fr" for width in table.widths)
        parts = [f"columns: ({columns},)"]
        if table.head:
            parts.append(f"table.header({self._rows(table.head)})")
        parts.append(self._rows((*table.body, *table.foot)))
        return f"#figure(table({', '.join(parts)}){self._caption(table, 'Tabel')})"

    def _rows(self, rows: tuple[Row, ...]) -> str:
        return ", ".join(self._cell(cell) for row in rows for cell in row.cells)

    def _cell(self, cell: Cell) -> str:
        inside = self._inside(cell.blocks)
        return f"table.cell(colspan: {cell.colspan}, rowspan: {cell.rowspan}, align: {cell.align})[{inside}]"

    def _figure(self, figure: Figure) -> str:
        self.pictures += 1
        picture = figure.picture
        name = f"picture-{self.pictures}.{picture.format}"
        (self.folder / name).write_bytes(picture.data)
        image = f'image("{name}", width: {picture.width:.1f}mm, alt: {_string(figure.alt)})'
        return f"#figure({image}{self._caption(figure, 'Figuur')})"

    def _caption(self, block: Table | Figure, kind: str) -> str:
        caption = block.caption
        if caption is None:
            return ""
        return f", numbering: none, caption: [{kind} {caption.number} {self.run(caption.children)}]"


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)


def _string(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
