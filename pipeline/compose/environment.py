"""Templates: find them, run them in a sandbox, and say what is wrong with them in their own lines.

Jinja2 writes the vocabulary of ``vocabulary.py`` as XML. What it prints keeps its origin (``origins.py``),
and every element that a template writes itself remembers its template and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.filters import FILTERS
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment, safe_range
from jinja2.utils import Namespace

from pipeline.compose import printing, template_filters
from pipeline.compose.origins import Origins
from pipeline.compose.rendering import Rendering
from pipeline.compose.scope import RegisteredPicture, TextScope
from pipeline.compose.template_access import Missing, TemplateFaultError, demand, member
from pipeline.compose.template_errors import explain_failure, template_location
from pipeline.compose.template_loader import TemplateLoader, WrittenElement
from pipeline.compose.vocabulary_elements import ELEMENTS, PLACE, unknown_element
from pipeline.diagnostics import Diagnostic

_START_TAG = re.compile(r"<!--.*?-->|<([A-Za-z][\w.-]*)", re.DOTALL)

_KEPT_FILTERS = (
    "abs",
    "batch",
    "count",
    "default",
    "dictsort",
    "first",
    "groupby",
    "items",
    "last",
    "length",
    "list",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "reverse",
    "select",
    "selectattr",
    "slice",
    "sum",
    "unique",
)
"""Jinja's own filters that choose and count; those that change text would lose its origin."""


@dataclass(frozen=True, slots=True)
class TemplateFolders:
    """Where templates stand: the project's own (``None``: it has none) win over the shipped ones."""

    project: Path | None
    shipped: Path

    def search_path(self) -> tuple[Path, ...]:
        """Return the folders in the order in which they are searched."""
        return (self.project, self.shipped) if self.project else (self.shipped,)


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a template wrote, "" when it failed. ``html`` holds marks that only ``origins`` can read."""

    name: str
    """Path of the template below the templates folder."""
    html: str
    origins: Origins
    diagnostics: tuple[Diagnostic, ...] = ()
    pictures: Mapping[str, RegisteredPicture] = field(
        default_factory=lambda: MappingProxyType(dict[str, RegisteredPicture]())
    )

    @property
    def failed(self) -> bool:
        """Whether nothing came out of the template."""
        return not self.html


class Templates:
    """The templates of a project; one instance serves any number of renderings."""

    def __init__(self, folders: TemplateFolders) -> None:
        self._environment = _Environment(folders)

    def render(self, name: str, context: Mapping[str, object], scope: TextScope) -> Rendered:
        """Run a template by its path below the templates folder, such as ``brief/brief.html``.

        Nothing is raised for a fault in a template or in a text: it becomes a diagnostic.
        """
        origins = Origins()
        earlier = len(scope.record.diagnostics)
        token = _CURRENT.set(Rendering(name, origins, scope))
        html = ""
        try:
            template = self._environment.get_template(name)
            variables = template.new_context(dict(context))
            html = "".join(template.root_render_func(variables))
        except Exception as error:
            scope.record.report(explain_failure(error, name, context, self._environment.list_templates()))
            for finding in self._environment.unknown_elements():
                scope.record.report(finding)
        finally:
            _CURRENT.reset(token)
        found = tuple(scope.record.diagnostics[earlier:])
        return Rendered(name, html, origins, found, MappingProxyType(scope.record.pictures))


_CURRENT: ContextVar[Rendering] = ContextVar("rendering")


@pass_context
def _finalize(_context: Context, value: object) -> object:
    return printing.printed(value, _CURRENT.get().origins)


class _Environment(SandboxedEnvironment):
    """Jinja2 with a closed set of filters, no way into Python, and no text without origin."""

    intercepted_binops = frozenset({"+"})

    def __init__(self, folders: TemplateFolders) -> None:
        super().__init__(
            autoescape=True,
            undefined=Missing,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=[_TagPlaces],
            finalize=_finalize,
            loader=TemplateLoader(folders.search_path()),
        )
        self.code_generator_class = _Generator
        self.written: list[WrittenElement] = []
        """Each element that a template read so far writes itself."""
        self.globals = {"range": safe_range, "namespace": Namespace}
        self.filters = {name: FILTERS[name] for name in _KEPT_FILTERS}
        self.filters |= template_filters.bind(_CURRENT.get)
        self.globals |= template_filters.functions()

    def unknown_elements(self) -> Iterator[Diagnostic]:
        """Yield elements that no document has: where a template fails, its vocabulary is never read."""
        for element, template, line in self.written:
            if element not in ELEMENTS:
                yield unknown_element(element, template_location(template, line))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a declared member, or the value that fails when it is used."""
        allowed, value = member(obj, attribute)
        return value if allowed else self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an element by number or key, or a declared member."""
        if isinstance(argument, str):
            return self.getattr(obj, str(argument))
        try:
            return obj[argument]
        except (TypeError, LookupError):
            return self.undefined(obj=obj, name=str(argument))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Add numbers and lists as always; join texts with their origins."""
        demand(left)
        demand(right)
        if operator == "+" and (isinstance(left, str) or isinstance(right, str)):
            return self.join_printed((left, right))
        try:
            return super().call_binop(context, operator, left, right)
        except TypeError:
            raise TemplateFaultError("Deze twee waarden kunnen niet worden opgeteld met +.") from None

    def join_printed(self, parts: tuple[object, ...]) -> object:
        """Return the parts of ``a ~ b`` as one text in which each keeps its origin."""
        return printing.joined(parts, _CURRENT.get().origins)


class _Generator(CodeGenerator):
    """Compiles ``a ~ b`` to a joining that keeps origins."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's naming
        self.write("environment.join_printed((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _TagPlaces(Extension):
    """Writes template and line into every start tag that stands literally in a template."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            if token.type != "data":
                yield token
                continue
            yield Token(token.lineno, "data", self._with_places(token.value, stream.name or "", token.lineno))

    def _with_places(self, data: str, name: str, first_line: int) -> str:
        assert isinstance(self.environment, _Environment), "only our own environment has this extension"
        written = self.environment.written

        def add(match: re.Match[str]) -> str:
            if match[1] is None:
                return match[0]
            line = first_line + data.count("\n", 0, match.start())
            written.append((match[1], name, line))
            return f'{match[0]} {PLACE}="{name}:{line}"'

        return _START_TAG.sub(add, data)
