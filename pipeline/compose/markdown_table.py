"""A table in Markdown, written as vocabulary: header row, sums, alignment of numbers."""

from __future__ import annotations

import re

from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

from pipeline.compose.accessibility import HEADER_HINT, missing_header
from pipeline.compose.markdown_field import MarkdownField, block_place
from pipeline.compose.markdown_inline import write_inline
from pipeline.compose.markdown_places import LABEL_ID, SPANS
from pipeline.compose.table_sums import check_sums
from pipeline.diagnostics import Code

_ALIGN = re.compile(r"text-align:(\w+)")
_NUMBER = re.compile(
    r"[-–+]?(?:€\s*)?[-–+]?\d[\d.]*(?:,\d+)?(?:\s*(?:%|miljoen|miljard))?|p\.m\.|[-–]", re.IGNORECASE
)


def write_table(node: SyntaxTreeNode, caption: SyntaxTreeNode | None, field: MarkdownField) -> Markup:
    """Return the table; the last row is a row of sums when its first cell is bold from end to end."""
    head, *bodies = node.children
    rows = [row for body in bodies for row in body.children]
    _check_widths(node, rows, field)
    check_sums(rows, field)
    _check_header(node, head.children[0], field)
    aligns = _alignments(head.children[0], rows)
    sums = rows[-1:] if rows and _is_sum(rows[-1]) else []
    data = rows[: len(rows) - len(sums)]
    parts = [_part("thead", head.children, aligns, field), _part("tbody", data, aligns, field)]
    parts.append(_part("tfoot", sums, aligns, field))
    identity = caption.meta.get(LABEL_ID, "") if caption else ""
    title = (
        Markup("<caption>{}</caption>").format(write_inline(caption.children[0], field)) if caption else ""
    )
    return Markup('<table id="{}"{}>{}{}</table>').format(
        identity, field.origin(block_place(node)), title, Markup().join(parts)
    )


def _check_header(table: SyntaxTreeNode, header: SyntaxTreeNode, field: MarkdownField) -> None:
    if wrong := missing_header([cell.children[0].content for cell in header.children]):
        field.report(Code.TABLE_NO_HEADER, wrong, block_place(table), HEADER_HINT)


def _part(name: str, rows: list[SyntaxTreeNode], aligns: list[str], field: MarkdownField) -> Markup:
    if not rows:
        return Markup()
    inside = Markup("\n").join(_row(row, aligns, field) for row in rows)
    return Markup("<{0}>{1}</{0}>\n").format(name, inside)


def _row(row: SyntaxTreeNode, aligns: list[str], field: MarkdownField) -> Markup:
    cells = [
        Markup('<{0} align="{1}">{2}</{0}>').format(cell.type, align, write_inline(cell.children[0], field))
        for cell, align in zip(row.children, aligns, strict=True)
    ]
    return Markup("<tr>{}</tr>").format(Markup().join(cells))


def _alignments(header: SyntaxTreeNode, rows: list[SyntaxTreeNode]) -> list[str]:
    """Return what the writer asked for with colons; a column of numbers stands right by itself."""
    aligns: list[str] = []
    for index, cell in enumerate(header.children):
        asked = _ALIGN.search(str(cell.attrs.get("style", "")))
        words = [row.children[index].children[0].content.strip(" *") for row in rows]
        filled = [word for word in words if word]
        numbers = bool(filled) and all(_NUMBER.fullmatch(word) for word in filled)
        aligns.append(asked[1] if asked else "right" if numbers else "left")
    return aligns


def _is_sum(row: SyntaxTreeNode) -> bool:
    parts = [part for part in row.children[0].children[0].children if part.type != "text" or part.content]
    return len(parts) == 1 and parts[0].type == "strong"


def _check_widths(table: SyntaxTreeNode, rows: list[SyntaxTreeNode], field: MarkdownField) -> None:
    """Report rows with more cells than the header: their last cells would not be printed."""
    columns = len(table.children[0].children[0].children)
    for row in rows:
        number = (row.map or (0, 0))[0]
        spans: list[tuple[int, int]] = row.meta.get(SPANS, [])
        if len(spans) > columns:
            message = f"Deze rij heeft {len(spans)} cellen; de tabel heeft {columns} kolommen."
            field.report(
                Code.MARKDOWN_NOT_ALLOWED,
                message,
                (number, spans[columns][0]),
                "Schrijf een | in de tekst als \\|.",
            )
