"""Beginning with documents while others are still being read: whoever makes them need not wait for that."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial

from pipeline.content.requests import DocumentRequest
from pipeline.document.nodes import Document
from pipeline.engine.crew import Crew, Lost
from pipeline.engine.makers import Makers
from pipeline.engine.making import Made, Order, make_document, order_of, stages_of
from pipeline.engine.task import Task
from pipeline.house_style import HouseStyle


@dataclass(frozen=True, slots=True)
class Ahead:
    """The orders of one build, and the documents that were begun before all were read.

    What comes of those counts only when the plan holds the very tree that they are made from. Reading goes
    on meanwhile, and ends before the first of them does: which are begun changes no file and no finding.
    """

    task: Task
    makers: Makers
    crew: Crew
    _orders: dict[str, Order] = field(default_factory=dict[str, Order])
    _begun: dict[str, Future[Made | Lost]] = field(default_factory=dict[str, "Future[Made | Lost]"])

    def consider(self, request: DocumentRequest, document: Document, style: HouseStyle) -> None:
        """Begin with a document if it is asked for, nobody made it before, and somebody has nothing to do."""
        # One process reads and makes. What is in a share, is known when everything has been read.
        if self.crew.at_once == 1 or len(self._begun) == self.crew.at_once or self.task.shard:
            return
        if self.task.ids and request.id not in self.task.ids:
            return
        order = self.order(request, document, style)
        if not stages_of(order, self.makers).holds_pdf(order.standard):
            self._begun[request.id] = self.crew.begin(self.task_of(order))

    def order(self, request: DocumentRequest, document: Document, style: HouseStyle) -> Order:
        """Return the order to make a document; one that was read again has another tree."""
        order = self._orders.get(request.id)
        if order is None or order.document is not document:
            order = self._orders[request.id] = order_of(self.task, request, document, style)
            # Read again: what was begun is of an earlier state of the files.
            self._begun.pop(request.id, None)
        return order

    def task_of(self, order: Order) -> Callable[[], Made]:
        """Return the making of a document, which can be sent to a process."""
        return partial(make_document, order, self.makers)

    def begun(self, order: Order) -> Future[Made | Lost] | None:
        """Return what was begun of a document, ``None`` when nothing was."""
        return self._begun.get(order.document.id)
