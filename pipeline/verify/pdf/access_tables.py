"""Tables and lists in the structure: each once, and each header cell with what it is the header of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.document.nodes import DefinitionList, Document, Letterhead, List, Table
from pipeline.document.walk import iter_blocks
from pipeline.verify.pdf.faults import Fault, Sources
from pipeline.verify.pdf.structure import Element
from pipeline.verify.pdf.words import RunsByContent

_SCOPES = frozenset({"Row", "Column", "Both"})


def table_faults(
    elements: Sequence[Element], runs: RunsByContent, document: Document, sources: Sources
) -> Iterator[Fault]:
    """Return header cells without scope (ISO 14289-1 7.5), and tables and lists that are not whole.

    One that goes on over a page is still one element: who listens hears its length and its place in it.
    """
    blocks = list(iter_blocks(document.body))
    yield from _counted(
        "tabellen", _count(elements, "Table"), sum(isinstance(each, Table) for each in blocks)
    )
    lists = sum(isinstance(each, List | DefinitionList) for each in blocks)
    if isinstance(document.front, Letterhead) and document.front.fields:
        lists += 1
    yield from _counted("lijsten", _count(elements, "L"), lists)
    for element in elements:
        if element.tag == "TH" and element.scope not in _SCOPES:
            words = runs.text(element).strip()
            yield Fault(
                f"De kopcel “{words}” zegt in de PDF niet of zij bij een rij of bij een kolom hoort.",
                sources.of(words),
            )


def _count(elements: Sequence[Element], tag: str) -> int:
    return sum(element.tag == tag for element in elements)


def _counted(what: str, found: int, wanted: int) -> Iterator[Fault]:
    if found != wanted:
        yield Fault(f"De structuur van de PDF heeft {found} {what} in plaats van {wanted}.")
