"""All repairs of WeasyPrint and its writer pydyf, in one list; ``docs/weasyprint.md`` says why each is there.

A repair changes one expression of a function, and a few functions are replaced by quicker ones. That is done
only to the versions they were written for, and only when the text of the function is what it was: a new
version must be looked at again.
"""

from __future__ import annotations

import hashlib
import inspect
import sys
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import FunctionType, ModuleType
from typing import Any

import pydyf
import weasyprint
from weasyprint import css, layout
from weasyprint.draw import text
from weasyprint.formatting_structure import boxes
from weasyprint.layout import block, inline, percent
from weasyprint.pdf import tags
from weasyprint.text import line_break

from pipeline.render.pdf import weasyprint_speed
from pipeline.render.pdf.last_resort import last_resort
from pipeline.render.svg_text import keep_accents_on_letters

VERSIONS = ((weasyprint, "70.0"), (pydyf, "0.13.0"))


@dataclass(frozen=True, slots=True)
class Repair:
    """One expression of a function that is replaced, and perhaps others.

    ``owner`` is where other code looks the function up; ``ours`` is a function that the new text calls.
    """

    module: ModuleType
    owner: Any
    function: str
    old: str
    new: str
    others: tuple[tuple[str, str], ...] = ()
    ours: Callable[..., Any] | None = None


REPAIRS = (
    # The sums differ by rounding errors far below a pixel; a note that fits exactly must not be sent on.
    # Upstream: compare with a tolerance, as line breaking does.
    Repair(
        layout,
        layout.LayoutContext,
        "_update_footnote_area",
        "overflow = last_child_bottom > footnote_area_bottom",
        "overflow = last_child_bottom > footnote_area_bottom + 1e-6",
    ),
    # A note that stands below its call must not leave to make room for a line of the next paragraph.
    # Upstream: report a note only together with the line of its call.
    Repair(
        block,
        block,
        "_linebox_layout",
        "report = not context.in_column and can_break_now and not could_break_before",
        "report = False",
    ),
    # White above a grid is for mid-page, as that above any block (CSS Fragmentation 3, 5.2).
    # Upstream: take it away at the top of a page for grids and flexible boxes too.
    Repair(
        block,
        block,
        "block_level_layout",
        "containing_block.is_for_root_element or adjoining_margins)",
        "containing_block.is_for_root_element or adjoining_margins or isinstance(box, boxes.GridBox))",
    ),
    # A line may end between a full stop and the digit after it, but not when that digit is a note's call.
    # Upstream: forbid a break before ::footnote-call, as CSS GCPM asks of superscript calls.
    Repair(
        inline,
        inline,
        "split_inline_box",
        "elif box.style['white_space'] in ('pre', 'nowrap'):",
        "elif box.style['white_space'] in ('pre', 'nowrap') "
        "or (child.element_tag or '').endswith('::footnote-call'):",
        # Words without a space between them, each marked up in its own way or with a note, ran out of their
        # column where they were too long together. Upstream: apply overflow-wrap to more boxes than one.
        (
            (
                "if previous_resume_at:",
                "previous_resume_at = previous_resume_at or last_resort(context, box, containing_block, "
                "(initial_position_x, max_x), initial_skip_stack, children, waiting_children, "
                "(index, new_child, child))\n"
                f"{' ' * 20}if previous_resume_at:",
            ),
        ),
        last_resort,
    ),
    # A space at which a line ends is gone after layout; the words on both sides of it remember it.
    # Upstream: keep the space in the text of the line, as hanging white space without width.
    Repair(
        inline,
        inline,
        "split_text_box",
        "box = box.copy_with_text(layout.text)",
        "follows = box.text.encode()[:skip].endswith(b' '); box = box.copy_with_text(layout.text); "
        "box.follows_space = follows; box.precedes_space = text[length:].startswith(b' ')",
    ),
    # A space between two marked-up words is a text of its own, and would not be written at all.
    # Upstream: write white space of a line into the content stream (ISO 32000-1, 14.8.2.5).
    Repair(
        text,
        text,
        "draw_first_line",
        "if not textbox.text.strip():",
        "if not textbox.pango_layout.text.strip('\\n'):",
        # A letter and an accent that the font does not have as one: the letter said nothing, the accent said
        # both, also wherever they stood after that. Now each says its own (ISO 32000-1, 9.10.3).
        # Upstream: divide the text of a cluster over its glyphs.
        (
            (
                "font.to_unicode[glyph_id] = utf8_text[offset+t1:offset+t2].decode()",
                "end = t2 if t2 > t1 else "
                "next((at for at in clusters[i:num_glyphs] if at > t1), glyph_item.item.length); "
                "said = utf8_text[offset+t1:offset+end].decode(); place = list(clusters[0:i]).count(t1); "
                "follows = i+1 < num_glyphs and clusters[i+1] == t1; "
                "font.to_unicode[glyph_id] = said[place:place+1] if follows else said[place:]",
            ),
            # No repair: letters that were drawn before need not be asked again what they are.
            (
                "string += '<'\n        for i, glyph_info in enumerate(glyphs_info[0:num_glyphs]):",
                "known, first = known_letters(font, font_size, glyphs_info, num_glyphs); "
                "string += '<' + known\n"
                "        for i, glyph_info in enumerate(glyphs_info[first:num_glyphs], first):",
            ),
        ),
        ours=weasyprint_speed.known_letters,
    ),
    # Tags must be mended by what HTML made them; an element of the tree remembers its box.
    # Upstream: hand the box or the HTML element to the finisher, or tag notes and split boxes as we do.
    Repair(
        tags,
        tags,
        "_build_box_tree",
        "pdf.add_object(element)",
        "pdf.add_object(element); element.box = box",
    ),
    # Compressed data may end with a carriage return. With the line feed after it that reads as one line end,
    # and the data as one byte too short (ISO 19005-3, 6.1.7.1); a line end of both bytes is never in doubt.
    # Upstream: write both bytes before "endstream".
    Repair(
        pydyf,
        pydyf.Stream,
        "data",
        "b'stream', stream, b'endstream'",
        "b'stream', stream + b'\\r', b'endstream'",
    ),
)


@dataclass(frozen=True, slots=True)
class Quicker:
    """A function that ``ours`` replaces, with the same outcome; ``digest`` is of that function's text."""

    owner: Any
    function: str
    ours: Callable[..., Any]
    digest: str


QUICKER = (
    Quicker(css.ComputedStyle, "__init__", weasyprint_speed.begin_computed_style, "1c8d3e9e4f84ff15"),
    Quicker(css.ComputedStyle, "__missing__", weasyprint_speed.computed_value, "5b34f190d6dc227f"),
    Quicker(css.AnonymousStyle, "__init__", weasyprint_speed.begin_anonymous_style, "74836bd8fae9dabb"),
    Quicker(percent, "resolve_percentages", weasyprint_speed.resolve_percentages, "71673078096fcf87"),
    Quicker(
        percent, "resolve_radii_percentages", weasyprint_speed.resolve_radii_percentages, "4980b3798c671710"
    ),
    Quicker(boxes.Box, "is_in_normal_flow", weasyprint_speed.is_in_normal_flow, "48030cd968cb59be"),
    Quicker(line_break.Layout, "setup", weasyprint_speed.setup, "14d4deae06744b59"),
    Quicker(line_break, "strut", weasyprint_speed.strut, "b57885b70dd08efe"),
    Quicker(line_break, "split_first_line", weasyprint_speed.split_first_line, "39ad1016863ca34d"),
)


class RepairError(RuntimeError):
    """WeasyPrint is not the one that these repairs are for."""


@cache
def repair_weasyprint() -> None:
    """Put the repaired functions in place, once per process. Raise ``RepairError`` when they do not fit."""
    for module, version in VERSIONS:
        if module.__version__ != version:
            raise RepairError(f"{module.__name__} {module.__version__}: the repairs are for {version}")
    keep_accents_on_letters()
    made = [
        repaired(one.module, getattr(one.owner, one.function), one.old, one.new, *one.others)
        for one in REPAIRS
    ]
    replaced = [unchanged(one) for one in QUICKER]
    for one, function in zip(REPAIRS, made, strict=True):
        setattr(one.owner, one.function, function)
        if one.ours:
            setattr(one.module, one.ours.__name__, one.ours)
    for one, function in zip(QUICKER, replaced, strict=True):
        for owner in _owners(one, function):
            setattr(owner, one.function, one.ours)


def repaired(
    module: ModuleType,
    found: FunctionType | property,
    old: str,
    new: str,
    *others: tuple[str, str],
) -> Any:
    """Return a copy of a function or property with expressions replaced; each must occur once."""
    function: Any = found.fget if isinstance(found, property) else found
    source = textwrap.dedent(inspect.getsource(function))
    for was, becomes in ((old, new), *others):
        if source.count(was) != 1:
            raise RepairError(f"{module.__name__}.{function.__name__} no longer holds “{was}” once")
        source = source.replace(was, becomes)
    code = compile(source, f"<repaired {function.__name__}>", "exec")
    names: dict[str, Any] = {}
    # The source is the library's own, checked above; executing it is the only way to change one expression.
    exec(code, vars(module), names)  # noqa: S102
    return names[function.__name__]


def unchanged(quicker: Quicker) -> Any:
    """Return the engine's own function; raise ``RepairError`` when ours was written for another."""
    function = getattr(quicker.owner, quicker.function)
    source = textwrap.dedent(inspect.getsource(function))
    if hashlib.sha256(source.encode()).hexdigest()[:16] != quicker.digest:
        raise RepairError(f"{quicker.function} is not the function that ours replaces")
    return function


def _owners(quicker: Quicker, function: Any) -> list[Any]:
    """Return the class, or every module of the engine that has imported the function."""
    if isinstance(quicker.owner, type):
        return [quicker.owner]
    engine = [module for name, module in sys.modules.items() if name.split(".")[0] == weasyprint.__name__]
    return [module for module in engine if getattr(module, quicker.function, None) is function]
