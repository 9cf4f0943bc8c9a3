"""Templates: find them, run them in a sandbox, and say what is wrong with them in their own lines.

Jinja2 writes the vocabulary of ``vocabulary.py`` as XML. What it prints keeps its origin (``origins.py``),
and every element that a template writes itself remembers its template and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from jinja2 import nodes, pass_context
from jinja2.compiler import Frame
from jinja2.exceptions import TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.filters import FILTERS
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from jinja2.sandbox import safe_range
from jinja2.tests import TESTS
from jinja2.utils import Namespace
from markupsafe import Markup

from pipeline.compose import printing, template_filters
from pipeline.compose.folders import TemplateFolders
from pipeline.compose.origins import Origins
from pipeline.compose.rendering import Rendering
from pipeline.compose.scope import RegisteredPicture, TextScope
from pipeline.compose.template_access import Missing, member
from pipeline.compose.template_budget import (
    BudgetedEnvironment,
    CountingGenerator,
    budgeted,
    fresh_budget,
    spend,
)
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

_COSTS = {"md": 100, "mdi": 100}
"""Steps for a call of a filter that does far more than the others."""


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
            with fresh_budget():
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
    written = printing.printed(value, _CURRENT.get().origins)
    spend(0, len(written))
    return written


class _Environment(BudgetedEnvironment):
    """Jinja2 with a closed set of filters, no way into Python, and no text without origin."""

    def __init__(self, folders: TemplateFolders) -> None:
        super().__init__(
            autoescape=True,
            undefined=Missing,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=[_TagPlaces],
            finalize=_finalize,
            loader=TemplateLoader(folders.roots()),
        )
        self.code_generator_class = _Generator
        self.written: list[WrittenElement] = []
        """Each element that a template read so far writes itself."""
        self.globals = {"range": safe_range, "namespace": Namespace}
        kept = {name: FILTERS[name] for name in _KEPT_FILTERS}
        own = template_filters.bind(_CURRENT.get)
        self.filters = {name: budgeted(each, _COSTS.get(name, 1)) for name, each in (kept | own).items()}
        self.tests = {name: budgeted(each) for name, each in TESTS.items()}
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

    def join_printed(self, parts: tuple[object, ...]) -> Markup:
        """Return the parts of ``a ~ b`` as one text in which each keeps its origin."""
        joined = printing.joined(parts, _CURRENT.get().origins)
        spend(1, len(joined))
        return joined


class _Generator(CountingGenerator):
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
        try:
            for token in stream:
                if token.type != "data":
                    yield token
                    continue
                marked = self._with_places(token.value, stream.name or "", token.lineno)
                yield Token(token.lineno, "data", marked)
        except ValueError:
            # Python makes no number of so many digits.
            raise TemplateSyntaxError("number too long", stream.current.lineno, stream.name) from None

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
