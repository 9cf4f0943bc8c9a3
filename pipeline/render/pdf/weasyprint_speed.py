"""Functions of WeasyPrint that do the same in less time; ``weasyprint_repairs`` puts them in place.

Each was among the first in a profile of our own documents. Each gives exactly what the engine's own gives,
which is called wherever a value is not one of the common ones; ``docs/snelheid.md`` says what they save.
"""

from __future__ import annotations

import struct
from math import inf
from typing import Any

from weasyprint import css
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES, Dimension
from weasyprint.formatting_structure.boxes import Box, PageBox
from weasyprint.layout import percent
from weasyprint.svg.text import Style
from weasyprint.text import ffi, fonts, line_break
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import FROM_UNITS

_pango: Any = ffi.pango
_gobject: Any = ffi.gobject


_percentage = percent.percentage
_adjust_box_sizing = percent.adjust_box_sizing
_resolve_radii_percentages = percent.resolve_radii_percentages

_OF_WIDTH = (
    *("margin_left", "margin_right", "padding_left", "padding_right"),
    *("width", "min_width", "max_width"),
)
_ABOVE_AND_BELOW = ("margin_top", "margin_bottom", "padding_top", "padding_bottom")
_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """Set the used widths and heights of a box: most are in pixels already, and need no calculation."""
    inside_box = isinstance(containing_block, Box)
    around: Any = containing_block
    width, height = (around.width, around.height) if inside_box else around
    style, used = box.style, vars(box)
    for name in _OF_WIDTH:
        value = style[name]
        in_pixels = value.__class__ is Dimension and value.unit == "px"
        used[name] = value.value if in_pixels else _percentage(value, style, width)
    side = height if isinstance(box, PageBox) else width
    for name in _ABOVE_AND_BELOW:
        value = style[name]
        in_pixels = value.__class__ is Dimension and value.unit == "px"
        used[name] = value.value if in_pixels else _percentage(value, style, side)
    if height == "auto":
        value = style["height"]
        # A percentage of a height that is not known yet, or a calculation, says nothing.
        known = value.__class__ is Dimension and value.unit != "%"
        used["height"] = value.value if known else "auto"
        used["min_height"] = _percentage(style["min_height"], style, 0)
        used["max_height"] = _percentage(style["max_height"], style, inf)
    else:
        for name in ("height", "min_height", "max_height"):
            used[name] = _percentage(style[name], style, height)
    for name in ("min_width", "min_height"):
        if used[name] == "auto":
            used[name] = 0
    collapse = style["border_collapse"] == "collapse"
    for name in _BORDERS:
        if not (collapse and hasattr(box, name)):
            used[name] = style[name]
    if style["box_sizing"] != "content-box":
        _adjust_box_sizing(box, "width")
        _adjust_box_sizing(box, "height")


_is_in_normal_flow = Box.is_in_normal_flow


def is_in_normal_flow(self: Any) -> bool:
    """Whether a box is in normal flow: nearly all are."""
    style = self.style
    if style["float"] == "none" and style["position"] in ("static", "relative"):
        return True
    return _is_in_normal_flow(self)


_begin_computed = css.ComputedStyle.__init__
_begin_anonymous = css.AnonymousStyle.__init__
_missing = css.ComputedStyle.__missing__

_BY_THEMSELVES = frozenset(
    key
    for key in INITIAL_VALUES
    if (key in INHERITED or key not in INITIAL_NOT_COMPUTED)
    and not key.startswith("text_decoration_")
    and key not in ("page", "position", "float", "display")
    and not check_math(INITIAL_VALUES[key])
)
"""Properties that need no calculation when no rule sets them, and that wait for no other."""

_CORNERS = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_OF_EVERY_BOX = {
    key: INITIAL_VALUES[key]
    for key in (
        *(*_OF_WIDTH, *_ABOVE_AND_BELOW, "height", "min_height", "max_height", "box_sizing"),
        *(f"border_{side}_style" for side in ("top", "right", "bottom", "left")),
        *(*_CORNERS, "border_image_source", "mask_border_source", "box_shadow", "box_decoration_break"),
        *("background_color", "background_image", "image_orientation", "appearance", "opacity", "overflow"),
        *("outline_color", "outline_offset", "outline_style", "transform"),
        *("anchor", "bookmark_level", "bookmark_state", "counter_increment", "counter_reset", "counter_set"),
    )
    if key in _BY_THEMSELVES and key not in INHERITED
}
"""What is asked of nearly every box, as it is when no rule sets it."""

_LOGICAL = {
    key: frozenset(logical(block="ttb", inline=direction) for direction in ("ltr", "rtl"))
    for key, logical in PHYSICAL_FUNCTIONS.items()
}
"""The names that a property also has, such as ``margin_block_start`` for ``margin_top``."""

_SET_BY = {
    name: (name, *(key for key, names in _LOGICAL.items() if name in names))
    for name in frozenset().union(*_LOGICAL.values())
}
"""The properties that a rule sets by such a name, with that name itself."""

_NO_CALCULATION = frozenset({str, int, float, type(None), Dimension})
"""Kinds of values that are themselves and nothing to calculate."""


def begin_computed_style(self: Any, parent_style: Any, cascaded: Any, *others: Any) -> None:
    """Begin the style of an element, with what is asked of every box and no rule sets."""
    _begin_computed(self, parent_style, cascaded, *others)
    known = _OF_EVERY_BOX.copy()
    for name in cascaded:
        for key in _SET_BY.get(name, (name,)):
            known.pop(key, None)
    self.update(known)


def begin_anonymous_style(self: Any, parent_style: Any) -> None:
    """Begin the style of a box that no element asked for, with what is asked of every box."""
    _begin_anonymous(self, parent_style)
    self.update(_OF_EVERY_BOX)


def computed_value(self: Any, key: str) -> Any:
    """Return the value of a property that no rule sets: that of the parent, or the initial one."""
    if key not in _BY_THEMSELVES or key in self.cascaded:
        return _missing(self, key)
    if key in _LOGICAL and not _LOGICAL[key].isdisjoint(self.cascaded):
        return _missing(self, key)
    parent = self.parent_style
    if parent is None or key not in INHERITED:
        value = INITIAL_VALUES[key]
    else:
        value = parent[key]
        if value.__class__ not in _NO_CALCULATION and check_math(value):
            return _missing(self, key)
    self[key] = value
    return value


def resolve_radii_percentages(box: Any) -> None:
    """Set the used radii of the corners of a box: nearly all are sharp."""
    style = box.style
    if any(style[name] is not INITIAL_VALUES[name] for name in _CORNERS):
        _resolve_radii_percentages(box)
        return
    box.border_top_left_radius = box.border_top_right_radius = (0, 0)
    box.border_bottom_left_radius = box.border_bottom_right_radius = (0, 0)


_FEATURES = (
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)
_FONT = (
    *("font_style", "font_stretch", "font_weight", "font_size", "lang"),
    *("font_variation_settings", "font_language_override", *_FEATURES),
)


def _font(style: Any) -> tuple[Any, ...]:
    """Return all that decides how letters look."""
    return (tuple(style["font_family"]), *[style[name] for name in _FONT])


def _known(style: Any, what: str) -> dict[Any, Any]:
    """Return what is known of texts in the fonts of one document; it goes away with those fonts."""
    return vars(style.font_config).setdefault(what, {})


_setup = line_break.Layout.setup


def setup(self: Any, style: Any) -> None:
    """Prepare the layout of a text: texts in the same letters share what Pango knows of those."""
    known = _known(style, "letters")
    key = (_font(style), style["font_kerning"], style["direction"])
    if key not in known:
        known[key] = _letters(style)
    letters = known[key]
    if letters is None or style["text_decoration_line"] != "none":
        _setup(self, style)
        return
    context, description, self.language = letters
    self.style = style
    self.first_line_direction = 0
    self.ascent = self.underline_position = self.strikethrough_position = None
    self.layout = ffi.ffi.gc(_pango.pango_layout_new(context), _gobject.g_object_unref)
    _pango.pango_layout_set_auto_dir(self.layout, False)
    _pango.pango_layout_set_font_description(self.layout, description)


def _letters(style: Any) -> tuple[Any, Any, Any] | None:
    """Return what texts in these letters can share; ``None`` for letters that need more than that."""
    features = {name: style[name] for name in ("font_kerning", *_FEATURES)}
    if fonts.font_features(**features) or style["font_language_override"] != "normal" or not style["lang"]:
        return None
    context = ffi.ffi.gc(
        _pango.pango_font_map_create_context(style.font_config.font_map), _gobject.g_object_unref
    )
    _pango.pango_context_set_round_glyph_positions(context, False)
    _pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    name, _ = ffi.unicode_to_char_p(style["lang"])
    language = _pango.pango_language_from_string(name)
    _pango.pango_context_set_language(context, language)
    return context, fonts.get_font_description(style), language


_GLYPH = struct.Struct("=Iiii4x")
"""``PangoGlyphInfo``: the number of a glyph, its width, and how far it is moved right and down."""


def known_letters(font: Any, size: float, glyphs: Any, count: int) -> tuple[str, int]:
    """Return the first letters of a run as they are written, and how many of them were drawn before.

    A letter that was not, or that is moved or drawn as a picture, is for the engine, with all that follow.
    """
    if font.bitmap or font.png or font.svg:
        return "", 0
    known: dict[tuple[int, int], str] = vars(font).setdefault("letters", {}).setdefault(size, {})
    written: list[str] = []
    for glyph, width, right, down in _GLYPH.iter_unpack(ffi.ffi.buffer(glyphs, count * _GLYPH.size)):
        letter = known.get((glyph, width))
        if right or down or (letter is None and not (glyph in font.widths and glyph in font.to_unicode)):
            break
        if letter is None:
            kerning = font.widths[glyph] - width * 1000 * FROM_UNITS / size
            letter = known[glyph, width] = f"{glyph:04x}" + (f">{int(kerning)}<" if kerning else "")
        written.append(letter)
    return "".join(written), len(written)


_strut = line_break.strut


def strut(style: Any) -> tuple[float, float]:
    """Return the height and baseline of an empty line in these letters."""
    known = _known(style, "struts")
    key = (_font(style), style["line_height"])
    if key not in known:
        known[key] = _strut(style)
    return known[key]


_split_first_line = line_break.split_first_line


class _Letter(line_break.Layout):
    """A letter of a drawing that stays laid out: wherever it stands in the drawing, it is the same."""

    def deactivate(self) -> None:
        """Let go of the style only, so that nothing points back to the document."""
        del self.style

    def reactivate(self, style: Any) -> None:
        """Do nothing: it is as it was."""


def split_first_line(
    text: str,
    style: Any,
    context: Any,
    max_width: Any,
    justification_spacing: Any,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Any:
    """Return the first line of a text; a drawing lays out its texts letter by letter, twice each."""
    is_letter = style.__class__ is Style and len(text) == 1 and text.isprintable()
    if context is None or not is_letter:
        return _split_first_line(
            text, style, context, max_width, justification_spacing, is_line_start, minimum
        )
    known = vars(context).setdefault("letters", {})
    key = (text, _font(style), style["direction"])
    if key not in known:
        letter = _Letter(style)
        letter.set_text(text)
        line, resume_at = letter.get_first_line()
        known[key] = line_break.first_line_metrics(line, text, letter, resume_at, True, style)
    return known[key]
