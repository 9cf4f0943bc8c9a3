"""The table of contents as HTML; the layout engine fills in the page numbers."""

from __future__ import annotations

from pipeline.document.nodes import ContentsEntry, TableOfContents
from pipeline.document.text import plain_text
from pipeline.render.pdf.inlines import inlines
from pipeline.render.pdf.markup import element, text


def table_of_contents(block: TableOfContents) -> str:
    """Return the title and a linked line per entry."""
    title = element("h1", inlines(block.title), class_="contents-title", data_label=plain_text(block.title))
    return title + element("x-contents", "\n".join(_entry(entry) for entry in block.entries))


def _entry(entry: ContentsEntry) -> str:
    label, words = "", entry.text
    if "\N{NO-BREAK SPACE}" in entry.number:
        # "Bijlage 1" is wider than the room for a number, so it stands in the line as words do.
        words = f"{entry.number} {entry.text}"
    elif entry.number:
        label = element("x-label", text(entry.number))
    numbered = " numbered" if label else ""
    link = element("a", text(words), href=f"#{entry.target}")
    return element("x-entry", label + element("p", link), class_=f"level{entry.level}{numbered}")
