"""The documents of a project, as the program composes them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.document.nodes import Document
from pipeline.engine.makers import Makers
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import Plan, make_plan
from pipeline.house_style import HouseStyle


@dataclass(frozen=True, slots=True)
class Composed:
    """A tree, and the house style that goes with it."""

    document: Document
    style: HouseStyle


@cache
def planned(project: str) -> Plan:
    """Return everything that a project asks for. Raise ``ValueError`` when anything in it is wrong."""
    plan = make_plan(resolve_places(Path(project)), Makers())
    if plan.findings or plan.faults:
        raise ValueError("\n".join(str(each) for each in (*plan.findings, *plan.faults)))
    return plan


def composed(project: str, identity: str) -> Composed:
    """Return a document of a project."""
    return next(each for each in all_composed(project) if each.document.id == identity)


def all_composed(project: str) -> tuple[Composed, ...]:
    """Return all documents of a project."""
    plan = planned(project)
    assert plan.style, "the house style of the program can be read"
    return tuple(Composed(each.document, plan.style) for each in plan.documents if each.document)
