"""Reading templates: only what stands in their folders, and compiled once for each text in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, Template
from jinja2.exceptions import TemplateNotFound
from jinja2.loaders import split_template_path

from pipeline.compose.template_access import TemplateFaultError
from pipeline.gate.files import Barred, take_in
from pipeline.gate.limits import TEMPLATE_BYTES

WrittenElement = tuple[str, str, int]
"""An element that a template writes itself: its name, the template, the line."""

_MOST = 200
"""Compiled templates that are kept; a project has some tens."""


_REASONS = {
    Barred.OUTSIDE: "de koppeling (symlink) wijst naar een plaats buiten het project",
    Barred.CIRCULAR: "de koppeling (symlink) wijst naar zichzelf",
    Barred.NOT_ORDINARY: "het is geen gewoon bestand",
    Barred.TOO_LARGE: f"het is groter dan {TEMPLATE_BYTES // 1_000} kB",
    Barred.UNREADABLE: "het bestand mag niet worden gelezen",
}


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

    All environments that use it must compile in the same way. ``roots`` names the folders, the first that has
    a template first, each with the place that no link in it may lead out of.
    """

    def __init__(self, roots: dict[Path, Path]) -> None:
        super().__init__([str(folder) for folder in roots])
        self._roots = roots

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002 - Jinja's signature
        """Return the text and the path. Raises ``TemplateNotFound`` and ``TemplateFaultError``."""
        pieces = split_template_path(template)
        for folder, root in self._roots.items():
            file = folder.joinpath(*pieces)
            data = take_in(file, root, TEMPLATE_BYTES)
            if isinstance(data, bytes):
                return _text(data, template), str(file), _always
            if data is not Barred.ABSENT:
                raise TemplateFaultError(f"Het sjabloon “{template}” wordt niet gelezen: {_REASONS[data]}.")
        raise TemplateNotFound(template)

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


def _text(data: bytes, template: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        message = f"Het sjabloon “{template}” is geen UTF-8."
        raise TemplateFaultError(message, "Sla het opnieuw op met de codering UTF-8.") from None


def _always() -> bool:
    """Templates do not change while one run works with them."""
    return True
