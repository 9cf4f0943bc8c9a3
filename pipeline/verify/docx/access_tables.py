"""Whether who listens to a table can follow it: header rows that repeat, row headers, a description."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Source
from pipeline.document.nodes import Document, Signatures, Table
from pipeline.document.text import first_source, plain_text
from pipeline.document.walk import iter_blocks
from pipeline.verify.docx.markup import Element, child, is_true, name, value
from pipeline.verify.docx.reading import DocxFile
from pipeline.verify.docx.tables import TableRow, rows
from pipeline.verify.docx.words import WordReader
from pipeline.verify.passages import without_calls

_PARAGRAPH = name("w:p")


def table_faults(file: DocxFile, document: Document) -> Iterator[tuple[str, Source | None]]:
    """Yield a sentence for each fault, and the source of the table.

    Tables that only put signatures beside each other hold no data and have no header cells.
    """
    told = [block for block in iter_blocks(document.body) if isinstance(block, Table)]
    signed = _signed(document)
    found = [table for table in file.body.iter(name("w:tbl")) if not signed.issuperset(_texts(table, file))]
    if len(found) != len(told):
        yield f"Het Word-bestand heeft {len(found)} tabellen in plaats van {len(told)}.", None
        return
    for table, node in zip(found, told, strict=True):
        for message in _faults(table, node):
            yield message, _source(node)


def _faults(table: Element, node: Table) -> Iterator[str]:
    shown = f"Tabel {node.caption.number}" if node.caption and node.caption.number else "Een tabel"
    properties = child(table, "w:tblPr")
    found = tuple(rows(table))
    heads = _leading(found)
    if heads != len(node.head):
        asked = len(node.head)
        yield f"{shown} heeft in het Word-bestand {heads} kopregels die herhalen in plaats van {asked}."
    if sum(row.repeats for row in found) > heads:
        yield f"{shown} heeft in het Word-bestand een kopregel onder gewone regels."
    first_column = is_true(value(child(properties, "w:tblLook"), "w:firstColumn", absent="0"))
    if first_column != _has_row_headers(node):
        yield f"{shown} zegt in het Word-bestand niet goed of de eerste kolom kopcellen heeft."
    if not heads and not first_column:
        yield f"{shown} heeft in het Word-bestand geen kopcellen."
    if value(child(properties, "w:tblDescription")) != node.summary:
        yield f"{shown} heeft in het Word-bestand een andere beschrijving dan in de bron."


def _leading(found: tuple[TableRow, ...]) -> int:
    """Return how many rows repeat: only those at the top do so (ISO/IEC 29500-1 17.4.78)."""
    return next((index for index, row in enumerate(found) if not row.repeats), len(found))


def _has_row_headers(node: Table) -> bool:
    firsts = [row.cells[0] for row in node.body if row.cells]
    return bool(firsts) and all(cell.header == "row" for cell in firsts)


def _signed(document: Document) -> set[str]:
    """Return the words of the signatures."""
    blocks = (block for block in iter_blocks(document.body) if isinstance(block, Signatures))
    items = [item for block in blocks for item in block.items]
    return {_flat(plain_text(words)) for item in items for words in (item.capacity, item.name)} | {""}


def _texts(table: Element, file: DocxFile) -> Iterator[str]:
    reader = WordReader(file.styles, {}, [])
    for paragraph in table.iter(_PARAGRAPH):
        yield _flat(without_calls("".join(piece.words for piece in reader.pieces(paragraph))))


def _flat(words: str) -> str:
    return "".join(words.split())


def _source(node: Table) -> Source | None:
    words = [node.caption.children] if node.caption else []
    return node.source or next((source for each in words if (source := first_source(each))), None)
