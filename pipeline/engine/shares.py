"""Dividing the documents over machines that each make a share: by what they cost, alike on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.document.nodes import Document
from pipeline.document.walk import document_inlines
from pipeline.engine.task import Shard, Task

if TYPE_CHECKING:
    from pipeline.engine.plan import PlannedDocument

_START, _EACH = 0.1, 0.0016
"""Seconds for a document as such and for each piece of text in it: laid out, written and proven.

Measured on letters, annexes and agendas of 3 to 30 pages, where this says within a fifth what each really
takes. Only the proportions count.
"""


def cost(document: Document) -> float:
    """Return about how many seconds it takes to make a document; the same on every machine."""
    return _START + _EACH * sum(1 for _ in document_inlines(document))


def wanted_of(task: Task, documents: Sequence[PlannedDocument]) -> list[PlannedDocument]:
    """Return the documents that a build is to make: those asked for, and of them its share."""
    asked = [planned for planned in documents if not task.ids or planned.request.id in task.ids]
    return share(asked, task.shard) if task.shard else asked


def share(documents: Sequence[PlannedDocument], shard: Shard) -> list[PlannedDocument]:
    """Return the documents of one share, in their order; every document is in one share.

    The dearest is given out first, each to the share that has the least to do. What a cache may hold does not
    count: machines that divide the same work may not have the same cache.
    """
    shares: list[list[PlannedDocument]] = [[] for _ in range(shard.of)]
    loads = [0.0] * shard.of
    for planned in sorted(documents, key=_dearest_first):
        lightest = min(range(shard.of), key=lambda index: (loads[index], len(shares[index])))
        shares[lightest].append(planned)
        loads[lightest] += _cost_of(planned)
    mine = {planned.request.stem for planned in shares[shard.number - 1]}
    return [planned for planned in documents if planned.request.stem in mine]


def _dearest_first(planned: PlannedDocument) -> tuple[float, str]:
    return -_cost_of(planned), planned.request.stem


def _cost_of(planned: PlannedDocument) -> float:
    """Return what it takes to make a document; one with errors is not made."""
    return cost(planned.document) if planned.document else 0.0
