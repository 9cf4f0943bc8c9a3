"""Why a document would be made again: what differs between what it was made from and what there is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.diagnostics.source import Source, key_name
from pipeline.engine.ingredients import Ingredients

Kind = Literal["asked", "value", "file", "measure", "tool", "program"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that differs. ``before`` or ``now`` is ``None`` where there is nothing.

    ``where`` is the place of a value in the content, ``name`` what it is called otherwise; ``asked`` is about
    what a build was asked for, its ``name`` in Dutch. ``printed`` says
    that it stands in the document, before or now; what does not can still decide which words a template
    writes.
    """

    kind: Kind
    name: str
    before: str | None
    now: str | None
    where: Source | None = None
    printed: bool = True


def reasons_between(before: Ingredients, now: Ingredients) -> tuple[Reason, ...]:
    """Return everything that differs: values that are printed first, and the program last."""
    values = tuple(_values(before, now))
    return (
        *(reason for reason in values if reason.printed),
        *(reason for reason in values if not reason.printed),
        *_named("file", before.files, now.files),
        *_named("measure", before.style, now.style),
        *_named("program", before.program, now.program),
        *_named("tool", before.tools, now.tools),
    )


def _values(before: Ingredients, now: Ingredients) -> Iterator[Reason]:
    printed = {*before.printed, *now.printed}
    for source in dict.fromkeys((*now.values, *before.values)):
        old, new = before.values.get(source), now.values.get(source)
        if old != new:
            yield Reason("value", key_name(source.path), old, new, source, source in printed)


def _named(kind: Kind, before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Reason]:
    for name in sorted({*before, *now}):
        if before.get(name) != now.get(name):
            yield Reason(kind, name, before.get(name), now.get(name))
