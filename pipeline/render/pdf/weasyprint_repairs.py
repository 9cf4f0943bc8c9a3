"""Repairs of three defects in WeasyPrint 70.0: in the place of footnotes, and of their calls.

Each changes one expression of a private function. They are applied only to the version they were written for,
and only when the text of that function is what it was: a new version must be looked at again.
"""

from __future__ import annotations

import inspect
import textwrap
from functools import cache
from types import FunctionType, ModuleType

import weasyprint
from weasyprint import layout
from weasyprint.layout import block, inline

VERSION = "70.0"

# The sums differ by rounding errors far below a pixel; a note that fits exactly must not be sent on.
_COMPARISON = "overflow = last_child_bottom > footnote_area_bottom"
_COMPARISON_REPAIRED = "overflow = last_child_bottom > footnote_area_bottom + 1e-6"

# A note that stands below its call must not leave to make room for a line of the next paragraph.
_EVICTION = "report = not context.in_column and can_break_now and not could_break_before"
_EVICTION_REPAIRED = "report = False"

# A line may end between a full stop and the digit after it, but not when that digit is the call of a note.
_WRAPPING = "elif box.style['white_space'] in ('pre', 'nowrap'):"
_WRAPPING_REPAIRED = (
    "elif box.style['white_space'] in ('pre', 'nowrap') "
    "or (child.element_tag or '').endswith('::footnote-call'):"
)


class RepairError(RuntimeError):
    """WeasyPrint is not the one that these repairs are for."""


@cache
def repair_weasyprint() -> None:
    """Put the repaired functions in place, once per process. Raise ``RepairError`` when they do not fit."""
    if weasyprint.__version__ != VERSION:
        raise RepairError(f"WeasyPrint {weasyprint.__version__}: the repairs are for {VERSION}")
    context = layout.LayoutContext
    context._update_footnote_area = repaired(
        layout, context._update_footnote_area, _COMPARISON, _COMPARISON_REPAIRED
    )
    block._linebox_layout = repaired(block, block._linebox_layout, _EVICTION, _EVICTION_REPAIRED)
    inline.split_inline_box = repaired(inline, inline.split_inline_box, _WRAPPING, _WRAPPING_REPAIRED)


def repaired(module: ModuleType, function: FunctionType, old: str, new: str) -> FunctionType:
    """Return a copy of a function of ``module`` with one expression replaced; it must occur exactly once."""
    source = textwrap.dedent(inspect.getsource(function))
    if source.count(old) != 1:
        raise RepairError(f"{module.__name__}.{function.__name__} no longer holds “{old}” once")
    code = compile(source.replace(old, new), f"<repaired {function.__name__}>", "exec")
    names: dict[str, FunctionType] = {}
    # The source is WeasyPrint's own, checked above; executing it is the only way to change one expression.
    exec(code, vars(module), names)  # noqa: S102
    return names[function.__name__]
