"""docxtpl: a template in Word with fields and loops, filled with the words of a letter.

It has no footnotes: notes stand at the end. The template is read anew each round, because filling changes it.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument

from benchmarks.exports.front import front_lines
from benchmarks.exports.pieces import Run, cell_runs, heading_words
from benchmarks.project import composed
from benchmarks.warm import Round, clock
from pipeline.document.nodes import (
    Block,
    Document,
    Footnote,
    Heading,
    List,
    Paragraph,
    Row,
    Table,
)
from pipeline.document.text import plain_text
from pipeline.document.walk import block_inlines, child_blocks, document_inlines

_STYLES = (*(f"Heading {level}" for level in (1, 2, 3, 4)), "Normal", "List Bullet", "List Number", "Caption")


def document(project: str, identity: str, scratch: str) -> Round:
    """Fill a template with the words of a document."""
    # Another's package, which need not be there for the rest of the benchmarks.
    docxtpl: Any = importlib.import_module("docxtpl")
    words = words_of(composed(project, identity).document)
    template = write_template(Path(scratch) / "template.docx")

    def work() -> Mapping[str, float]:
        parts: dict[str, float] = {}
        with clock(parts, ""):
            target, filled = BytesIO(), docxtpl.DocxTemplate(template)
            filled.render(words, autoescape=True)
            filled.save(target)
        assert target.getvalue().startswith(b"PK"), "docxtpl wrote a package"
        return parts

    return work


def words_of(tree: Document) -> dict[str, Any]:
    """Return the words of a document as the template asks for them."""
    front = front_lines(tree.front)
    lines = [plain_text(line) for line in ((front.title,) if front.title else ()) + front.lines]
    notes = (each for each in document_inlines(tree) if isinstance(each, Footnote))
    return {
        "lines": lines,
        "blocks": list(_blocks(tree.body)),
        "notes": [f"{note.number} {plain_text(note.children)}" for note in notes],
    }


def write_template(file: Path) -> Path:
    """Write the template: its styles are Word's, its loops go over lines, blocks, rows and notes."""
    word = docx.Document()
    _loop(word, "line in lines", lambda: word.add_paragraph("{{ line }}"))
    _loop(word, "block in blocks", lambda: _write_choices(word))
    _loop(word, "note in notes", lambda: word.add_paragraph("{{ note }}"))
    word.save(str(file))
    return file


def _loop(word: WordDocument, over: str, write: Callable[[], object]) -> None:
    word.add_paragraph(f"{{%p for {over} %}}")
    write()
    word.add_paragraph("{%p endfor %}")


def _write_choices(word: WordDocument) -> None:
    for style in _STYLES:
        word.add_paragraph(f"{{%p if block.kind == '{style}' %}}")
        word.add_paragraph("{{ block.words }}", style=style)
        word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p if block.kind == 'table' %}")
    table = word.add_table(rows=3, cols=3, style="Table Grid")
    table.cell(0, 0).text = "{%tr for row in block.rows %}"
    for index, words in enumerate(("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}")):
        table.cell(1, index).text = words
    table.cell(2, 0).text = "{%tr endfor %}"
    word.add_paragraph("{%p endif %}")


def _blocks(blocks: tuple[Block, ...], style: str = "Normal") -> Iterator[dict[str, Any]]:
    for block in blocks:
        match block:
            case Heading():
                yield _said(f"Heading {block.level}", heading_words(block))
            case Paragraph():
                yield _said(style, block.children)
            case Table():
                for run in block_inlines(block):
                    yield _said("Caption", run)
                rows = (*block.head, *block.body, *block.foot)
                yield {"kind": "table", "rows": [_cells(row) for row in rows]}
            case List():
                for item in block.items:
                    yield from _blocks(
                        item.blocks, "List Bullet" if block.kind == "bullet" else "List Number"
                    )
            case _:
                for run in block_inlines(block):
                    yield _said(style, run)
                for inner in child_blocks(block):
                    yield from _blocks(inner, style)


def _said(style: str, run: Run) -> dict[str, Any]:
    return {"kind": style, "words": plain_text(run)}


def _cells(row: Row) -> list[str]:
    return [" ".join(plain_text(run) for run in cell_runs(cell)) for cell in row.cells]
