"""What a plan is made from, kept between runs: trees, and the findings in texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, is_dataclass
from functools import cached_property
from typing import Any, Literal

from pipeline.compose.documents import Composed
from pipeline.diagnostics.recalling import Find, Findings
from pipeline.document import nodes
from pipeline.document.metadata import Metadata, Property
from pipeline.engine.cache import Cache, key_of
from pipeline.engine.inputs import Inputs
from pipeline.engine.records import RecordError, dumps, loads

Kind = Literal["tree", "findings"]
KINDS: tuple[type[Any], ...] = (
    *(each for each in vars(nodes).values() if isinstance(each, type) and is_dataclass(each)),
    *(Metadata, Property, Composed),
)
"""All that a tree can be made of."""


@dataclass(frozen=True)
class Shelf:
    """Results by the name of all that they were made from: those of earlier runs, and the new ones of this.

    A template or picture can change between the moment that it gets its name and the moment that it is read.
    So what is new is kept only when somebody has looked again: ``inputs`` is still what stands in the files.
    """

    cache: Cache
    inputs: Inputs
    _fresh: dict[tuple[Kind, str], object] = field(default_factory=dict[tuple[Kind, str], object])

    def get(self, kind: Kind, key: str) -> Any | None:
        """Return a result of an earlier run."""
        entry = self.cache.get(kind, key)
        try:
            return loads(entry, *KINDS) if entry else None
        except RecordError:
            return None

    def add(self, kind: Kind, key: str, made: object) -> None:
        """Lay a new result ready."""
        self._fresh[kind, key] = made

    def keep(self) -> None:
        """Keep the new results for later runs."""
        for (kind, key), made in self._fresh.items():
            self.cache.put(kind, key, dumps(made))

    @cached_property
    def aside(self) -> str:
        """Return a name for the templates and pictures."""
        return key_of(*(f"{digest} {name}" for name, digest in self.inputs.aside.items()))


@dataclass(frozen=True, slots=True)
class Memory:
    """Remembers findings on a shelf. ``how`` names everything beside the content that they come from."""

    shelf: Shelf
    how: str
    values: Mapping[str, str]
    """A name for the values of each file that could be read."""
    broken: frozenset[str]

    def __call__(self, files: Iterable[str], aside: Iterable[str], find: Find) -> Findings:
        """Return what ``find`` returns, also when an earlier run called it."""
        named = (f"{name} {name in self.broken} {self.values.get(name, '')}" for name in sorted(files))
        key = key_of(self.how, key_of(*named), *aside)
        found = self.shelf.get("findings", key)
        if found is None:
            found = find()
            self.shelf.add("findings", key, found)
        return found
