"""A small document with a source for each text: what tests of finished files plant differences in."""

from __future__ import annotations

from dataclasses import replace

from pipeline.diagnostics import Source
from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from tests.trees import annex, cell, paragraph, row, signatures, text

FILE = "content/voorbeeld.yaml"


def document() -> n.Document:
    """Return a small document with sources: heading, paragraph with note and link, list, table, terms."""
    words = n.Paragraph(
        (
            text("Rijk en regio spreken af wat de meerwaarde van de agenda is.", "tekst"),
            n.Footnote((text("Eerder gemeld in de zomer.", "noot"),)),
            text(" Zie "),
            n.Link("https://voorbeeld.nl/agenda", (text("de agenda van de regio", "link"),)),
            text(" en "),
            n.Language("fy", (text("it plak foar wenjen", "fries"),)),
            text("."),
        )
    )
    table = n.Table(
        (0.4, 0.3, 0.3),
        (
            row(cell("Rijk", "row"), _cell("€ 10", "rijk"), _cell("€ 11", "later")),
            row(cell("Regio", "row"), _cell("€ 20", "regio"), _cell("€ 21", "daarna")),
        ),
        head=(row(cell("Bron", "column"), cell("2027", "column"), cell("2028", "column")),),
        caption=n.Caption((text("Middelen", "bijschrift"),)),
    )
    points = n.List(
        "letter", (n.ListItem((paragraph("eerst wonen", "a"),)), n.ListItem((paragraph("dan werken", "b"),)))
    )
    body = (
        n.TableOfContents((text("Inhoud"),)),
        n.Heading(1, (text("Aanpak", "kop"),), numbering="decimal"),
        words,
        points,
        table,
        n.DefinitionList((n.Definition((text("Status"),), (paragraph("Concept", "status"),)),)),
        signatures(2),
    )
    return number_document(replace(annex(), body=body))[0]


def _cell(words: str, *path: str) -> n.Cell:
    return n.Cell((paragraph(words, *path),))


def source(*path: str, column: int = 0) -> Source:
    return Source(FILE, path, 0, column)
