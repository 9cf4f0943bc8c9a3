"""What a template may ask of the machine: rounds, calls, characters and numbers are counted while it runs.

A project may have templates of its own, written by others. Jinja's sandbox keeps them away from Python; this
keeps them from going on without end and from filling the memory. What is counted does not depend on the
machine, so a template that ends here ends everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Any

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame, operators
from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from pipeline.compose.template_access import TemplateFaultError, demand
from pipeline.gate.limits import TEMPLATE_CHARACTERS, TEMPLATE_NUMBER, TEMPLATE_STEPS

_SCANNED_IN_A_STEP = 100
"""Characters or entries that are looked through in the time of one step."""
_GREATEST_POWER = 64


class TemplateLimitError(TemplateRuntimeError):
    """A template asks more than it may; ``sentence`` says of what, in Dutch."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(slots=True)
class _Budget:
    steps: int = 0
    characters: int = 0


_CURRENT: ContextVar[_Budget] = ContextVar("budget")


@contextmanager
def fresh_budget() -> Generator[None]:
    """Let the templates that run inside begin to count from nothing."""
    token = _CURRENT.set(_Budget())
    try:
        yield
    finally:
        _CURRENT.reset(token)


def spend(steps: int, characters: int = 0) -> None:
    """Count what a template does. Raises ``TemplateLimitError``."""
    budget = _CURRENT.get()
    budget.steps += steps
    budget.characters += characters
    if budget.steps > TEMPLATE_STEPS:
        raise TemplateLimitError("Dit sjabloon doet te veel: een lus of een macro houdt niet op.")
    if budget.characters > TEMPLATE_CHARACTERS:
        raise TemplateLimitError("Dit sjabloon schrijft te veel tekst.")


def counted(values: object) -> object:
    """Return what a template goes through; each entry counts."""
    if isinstance(values, Sized):
        spend(1 + len(values))
        return values
    return _one_by_one(values) if isinstance(values, Iterator) else values


def budgeted(function: Callable[..., Any], cost: int = 1) -> Callable[..., Any]:
    """Return a filter or test that counts what it gets and gives, and ``cost`` steps for each call."""
    first = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def run(*given: Any, **named: Any) -> Any:
        # A number may be a length: batch(1000000) makes lists of that length.
        lengths = (abs(each) for each in (*given[first + 1 :], *named.values()) if isinstance(each, int))
        spend(cost + sum(lengths))
        found = function(*given[:first], counted(given[first]), *given[first + 1 :], **named)
        if isinstance(found, str):
            spend(0, len(found))
        return found

    return run


class BudgetedEnvironment(SandboxedEnvironment):
    """Jinja's sandbox, with counting."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def count_written(self, characters: int) -> None:
        """Count words that stand in the template itself, each time that they are written."""
        spend(1, characters)

    def counted(self, values: object) -> object:
        """Return what a loop goes through, counted."""
        return counted(values)

    def weighed(self, value: object) -> object:
        """Return a value that is compared: a long one takes longer."""
        if isinstance(value, Sized):
            spend(1 + len(value) // _SCANNED_IN_A_STEP)
        return value

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - Jinja's signature: a template may name its own arguments self
        """Call a macro, a method of a value or a function."""
        __self.weighed(getattr(__obj, "__self__", None))
        spend(1)
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon with numbers of a reasonable size, and join lists with +."""
        demand(left)
        demand(right)
        if operator == "+" and (isinstance(left, str) or isinstance(right, str)):
            return self.join_printed((left, right))
        if operator == "+" and isinstance(left, list | tuple) and isinstance(right, list | tuple):
            spend(len(left) + len(right))
        elif isinstance(left, str | list | tuple | dict) or isinstance(right, str | list | tuple | dict):
            raise TemplateFaultError(f"Met {operator} kan een sjabloon alleen getallen verwerken.")
        elif operator == "**" and right > _GREATEST_POWER:
            raise TemplateLimitError("Dit sjabloon rekent met te grote getallen.")
        try:
            found = super().call_binop(context, operator, left, right)
        except TypeError:
            verb = "opgeteld" if operator == "+" else "berekend"
            raise TemplateFaultError(f"Deze twee waarden kunnen niet worden {verb} met {operator}.") from None
        if isinstance(found, int) and abs(found) > TEMPLATE_NUMBER:
            raise TemplateLimitError("Dit sjabloon rekent met te grote getallen.")
        return found

    def join_printed(self, parts: tuple[object, ...]) -> Markup:
        """Return the parts of ``a ~ b`` as one text; who prints texts says how."""
        raise NotImplementedError

    def _load_template(self, name: object, globals: Any) -> Template:
        spend(1)
        if not isinstance(name, str):
            raise TemplateFaultError(
                "De naam van een sjabloon is een tekst.", 'Schrijf: {% include "map/naam" %}'
            )
        return super()._load_template(name, globals)


class CountingGenerator(CodeGenerator):
    """Compiles a template so that loops, comparisons and its own words are counted."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: D102, N802 - Jinja's naming
        counting = nodes.EnvironmentAttribute("counted", lineno=node.lineno)
        node.iter = nodes.Call(counting, [node.iter], [], None, None, lineno=node.lineno)
        super().visit_For(node, frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: D102, N802
        own = sum(len(each.data) for each in node.nodes if isinstance(each, nodes.TemplateData))
        self.writeline(f"environment.count_written({own})", node)
        super().visit_Output(node, frame)

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: D102, N802
        self.write("(environment.weighed(")
        self.visit(node.expr, frame)
        self.write(")")
        for operand in node.ops:
            self.visit(operand, frame)
        self.write(")")

    def visit_Operand(self, node: nodes.Operand, frame: Frame) -> None:  # noqa: D102, N802
        self.write(f" {operators[node.op]} environment.weighed(")
        self.visit(node.expr, frame)
        self.write(")")


def _one_by_one(values: Iterator[object]) -> Iterator[object]:
    for value in values:
        spend(1)
        yield value
