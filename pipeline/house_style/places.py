"""Where the keys of ``huisstijl.yaml`` stand, and keys that stand there twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from pipeline.diagnostics import KeyPath, Location
from pipeline.gate.limits import STYLE_DEPTH


@dataclass(frozen=True, slots=True)
class KeyPlaces:
    """The place of every key of one file; ``twice`` are the places of keys that were there already."""

    file: str
    found: Mapping[KeyPath, Location]
    twice: tuple[tuple[KeyPath, Location], ...]

    def of(self, path: KeyPath) -> Location:
        """Return where a key stands; for a key that is not there, where its nearest group stands."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.found:
                return self.found[path[:length]]
        return Location(self.file)


def key_places(text: str, file: str) -> KeyPlaces:
    """Find the keys of a YAML text. Raises ``yaml.YAMLError`` as reading it does."""
    found: dict[KeyPath, Location] = {}
    twice: list[tuple[KeyPath, Location]] = []
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    for path, at in _keys(root, (), file) if root else ():
        if path in found:
            twice.append((path, at))
        else:
            found[path] = at
    return KeyPlaces(file, found, tuple(twice))


def excess_in(text: str, file: str) -> Location | None:
    """Return where a YAML text repeats itself by reference or goes too deep. Raises ``yaml.YAMLError``."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > STYLE_DEPTH or isinstance(event, yaml.AliasEvent):
            mark = event.start_mark
            return Location(file, mark.line + 1, mark.column + 1) if mark else Location(file)
    return None


def _keys(node: yaml.Node, above: KeyPath, file: str) -> Iterator[tuple[KeyPath, Location]]:
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        path = (*above, str(key.value))
        mark = key.start_mark
        yield path, Location(file, mark.line + 1, mark.column + 1, len(str(key.value)))
        yield from _keys(value, path, file)
