"""Reading templates: a template of which the text has not changed is not compiled again in this process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, Template

WrittenElement = tuple[str, str, int]
"""An element that a template writes itself: its name, the template, the line."""

_MOST = 200
"""Compiled templates that are kept; a project has some tens."""


class ElementCollector(Protocol):
    """An environment that notes the elements of each template that it reads."""

    written: list[WrittenElement]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """What came of the text of one file."""

    name: str
    source: str
    code: CodeType
    written: tuple[WrittenElement, ...]


_COMPILED: dict[str, _Compiled] = {}
"""The last of each file, by its path: the text decides whether it still holds, and never its date."""


class TemplateLoader(FileSystemLoader):
    """Reads each template anew for each environment, and compiles only what is new.

    All environments that use it must compile in the same way.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__([str(folder) for folder in folders])

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:
        """Return a template that is the environment's own, with the elements that it writes noted there."""
        source, file, uptodate = self.get_source(environment, name)
        kept = _COMPILED.get(file)
        if kept is None or (kept.name, kept.source) != (name, source):
            kept = _compile(environment, name, source, file)
            _keep(file, kept)
        else:
            _written(environment).extend(kept.written)
        return environment.template_class.from_code(environment, kept.code, globals or {}, uptodate)


def _compile(environment: Environment, name: str, source: str, file: str) -> _Compiled:
    written = _written(environment)
    earlier = len(written)
    code = environment.compile(source, name, file)
    return _Compiled(name, source, code, tuple(written[earlier:]))


def _keep(file: str, compiled: _Compiled) -> None:
    _COMPILED.pop(file, None)
    while len(_COMPILED) >= _MOST:
        del _COMPILED[next(iter(_COMPILED))]
    _COMPILED[file] = compiled


def _written(environment: Any) -> list[WrittenElement]:
    collector: ElementCollector = environment
    return collector.written
