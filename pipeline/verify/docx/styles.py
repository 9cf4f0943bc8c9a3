"""How paragraphs and runs really look: defaults, styles and direct formatting, one over the other.

The order is that of ISO/IEC 29500-1 17.7.2: document defaults, the chain of paragraph styles, the level of a
list, the paragraph itself; for runs the character style and the run itself lie over those. Measures are in
points for type, in twips (twentieths of a point) for everything else, as the file has them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.verify.docx.markup import Element, child, is_true, name, number, value
from pipeline.verify.docx.numbering import Lists
from pipeline.verify.docx.properties import Layer, layer, over

_TOGGLES = ("b", "i", "vanish", "caps")
"""Properties that a character style turns around when the paragraph's style has them too (17.7.3)."""
_HEXADECIMAL = re.compile("[0-9A-Fa-f]{6}")
_HALF_POINTS_DEFAULT = "20"
_LINE_DEFAULT = 240
_BODY_TEXT = 9
"""The outline level that means: no heading (17.3.1.20)."""


@dataclass(frozen=True, slots=True)
class Type:
    """How words look: ``size`` in points, ``color`` as ``#rrggbb`` and "" when it is automatic.

    ``shading`` is the colour behind the words, "" for none. ``language`` is a BCP 47 tag. ``raised`` is
    ``superscript``, ``subscript`` or "".
    """

    font: str
    size: float
    bold: bool
    italic: bool
    color: str
    shading: str
    language: str
    raised: str
    capitals: bool
    hidden: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands. Measures are twips, but under the rule ``auto`` a ``line`` is 240.

    ``first`` is the indent of the first line, negative when it hangs out. ``outline`` is 0 to 8 for headings
    and ``None`` for text. ``numbering`` is the id of the list and the depth in it. ``frame`` are the
    attributes of ``w:framePr``, empty when the paragraph is in no frame.
    """

    style: str
    style_name: str
    line: int
    line_rule: str
    before: int
    after: int
    left: int
    right: int
    first: int
    align: str
    outline: int | None
    numbering: tuple[str, int] | None
    shading: str
    keep_next: bool
    page_break_before: bool
    contextual: bool
    frame: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Style:
    """A style as the file defines it; ``kind`` is ``paragraph``, ``character`` or ``table``."""

    id: str
    kind: str
    name: str
    based_on: str
    paragraph: Layer
    run: Layer


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document, and what they make of its paragraphs and runs."""

    by_id: Mapping[tuple[str, str], Style]
    """By kind and id."""
    default_ids: Mapping[str, str]
    """By kind: the style of what names none."""
    paragraph_defaults: Layer
    run_defaults: Layer
    lists: Lists
    _paragraph_layers: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    _run_layers: dict[tuple[str, str], dict[str, str]] = field(
        default_factory=dict[tuple[str, str], dict[str, str]]
    )
    _shapes: dict[tuple[str, tuple[tuple[str, str], ...]], Shape] = field(
        default_factory=dict[tuple[str, tuple[tuple[str, str], ...]], Shape]
    )
    _types: dict[tuple[str, str, tuple[tuple[str, str], ...]], Type] = field(
        default_factory=dict[tuple[str, str, tuple[tuple[str, str], ...]], Type]
    )
    _shape_of: dict[Element, Shape] = field(default_factory=dict[Element, Shape])
    _type_of: dict[Element, Type] = field(default_factory=dict[Element, Type])
    """What was told of each ``w:p`` and ``w:r``: every proof asks it again, and a file that is read stays."""

    @property
    def language(self) -> str:
        """Return the language of words that say nothing else, "" when the document names none."""
        return self.run_defaults.get("lang.val", "")

    def exists(self, kind: str, identity: str) -> bool:
        """Return whether a style is defined."""
        return (kind, identity) in self.by_id

    def shape(self, paragraph: Element) -> Shape:
        """Return how a ``w:p`` stands."""
        known = self._shape_of.get(paragraph)
        if known is None:
            known = self._shape_of[paragraph] = self._read_shape(paragraph)
        return known

    def _read_shape(self, paragraph: Element) -> Shape:
        direct = layer(child(paragraph, "w:pPr"))
        style = self._known(direct.get("pStyle.val", ""), "paragraph")
        key = (style, tuple(direct.items()))
        if key not in self._shapes:
            merged = over(self._paragraph_layer(style), self._list_layer(direct))
            self._shapes[key] = self._shape(style, over(merged, direct))
        return self._shapes[key]

    def type(self, run: Element | None, paragraph: Element) -> Type:
        """Return how the words of a ``w:r`` in a ``w:p`` look; without a run, those of the style."""
        if run is None:
            return self._read_type(None, paragraph)
        known = self._type_of.get(run)
        if known is None:
            known = self._type_of[run] = self._read_type(run, paragraph)
        return known

    def _read_type(self, run: Element | None, paragraph: Element) -> Type:
        style = self.shape(paragraph).style
        direct = layer(child(run, "w:rPr"))
        character = self._known(direct.get("rStyle.val", ""), "character")
        key = (style, character, tuple(direct.items()))
        if key not in self._types:
            self._types[key] = self._type(style, character, direct)
        return self._types[key]

    def _type(self, style: str, character: str, direct: Layer) -> Type:
        below = self._run_layer("paragraph", style)
        between = self._run_layer("character", character)
        merged = over(over(self.run_defaults, below), between)
        for toggle in _TOGGLES:
            key = f"{toggle}.val"
            if key in below and key in between:
                merged[key] = str(int(is_true(below[key]) != is_true(between[key])))
        return _type(over(merged, direct))

    def _known(self, named: str, kind: str) -> str:
        """Return a style that is named, the usual one when there is none of that name."""
        return named if (kind, named) in self.by_id else self.default_ids.get(kind, "")

    def _paragraph_layer(self, style: str) -> dict[str, str]:
        if style not in self._paragraph_layers:
            merged: dict[str, str] = dict(self.paragraph_defaults)
            for each in self._chain("paragraph", style):
                merged = over(over(merged, self._list_layer(each.paragraph)), each.paragraph)
            self._paragraph_layers[style] = merged
        return self._paragraph_layers[style]

    def _list_layer(self, properties: Layer) -> Layer:
        """Return what a list asks of a paragraph whose properties put it in one."""
        if "numPr.numId" not in properties:
            return {}
        level = self.lists.level(properties["numPr.numId"], number(properties.get("numPr.ilvl", "0")) or 0)
        return level.paragraph if level else {}

    def _run_layer(self, kind: str, style: str) -> dict[str, str]:
        if (kind, style) not in self._run_layers:
            merged: dict[str, str] = {}
            for each in self._chain(kind, style):
                merged = over(merged, each.run)
            self._run_layers[kind, style] = merged
        return self._run_layers[kind, style]

    def _chain(self, kind: str, style: str) -> list[Style]:
        """Return a style and those it is based on, the deepest first. A style in a ring is met once."""
        chain: list[Style] = []
        at = self.by_id.get((kind, style))
        while at is not None and at not in chain:
            chain.append(at)
            at = self.by_id.get((kind, at.based_on))
        return chain[::-1]

    def _shape(self, style: str, merged: Layer) -> Shape:
        def twips(key: str, absent: int = 0) -> int:
            said = number(merged.get(key, ""))
            return absent if said is None else said

        def on(key: str) -> bool:
            return is_true(merged.get(f"{key}.val", "0"))

        known = self.by_id.get(("paragraph", style))
        return Shape(
            style=style,
            style_name=known.name if known else "",
            line=twips("spacing.line", _LINE_DEFAULT),
            line_rule=merged.get("spacing.lineRule", "auto"),
            before=twips("spacing.before"),
            after=twips("spacing.after"),
            left=twips("ind.left"),
            right=twips("ind.right"),
            first=twips("ind.firstLine") - twips("ind.hanging"),
            align=merged.get("jc.val", "left"),
            outline=_outline(twips("outlineLvl.val", _BODY_TEXT)),
            numbering=_numbering(merged),
            shading=read_color(merged.get("shd.fill", "")),
            keep_next=on("keepNext"),
            page_break_before=on("pageBreakBefore"),
            contextual=on("contextualSpacing"),
            frame={key[8:]: text for key, text in merged.items() if key.startswith("framePr.")},
        )


def read_styles(root: Element | None, lists: Lists) -> Styles:
    """Return the styles of a styles part; none when there is no such part."""
    defaults = child(root, "w:docDefaults")
    by_id: dict[tuple[str, str], Style] = {}
    default_ids: dict[str, str] = {}
    for entry in () if root is None else root.findall(name("w:style")):
        style = _style(entry)
        by_id[style.kind, style.id] = style
        if is_true(value(entry, "w:default", absent="0")):
            default_ids[style.kind] = style.id
    return Styles(
        by_id,
        default_ids,
        layer(child(child(defaults, "w:pPrDefault"), "w:pPr")),
        layer(child(child(defaults, "w:rPrDefault"), "w:rPr")),
        lists,
    )


def _style(entry: Element) -> Style:
    return Style(
        id=value(entry, "w:styleId"),
        kind=value(entry, "w:type", absent="paragraph"),
        name=value(child(entry, "w:name")),
        based_on=value(child(entry, "w:basedOn")),
        paragraph=layer(child(entry, "w:pPr")),
        run=layer(child(entry, "w:rPr")),
    )


def _type(merged: Layer) -> Type:
    def on(key: str) -> bool:
        return is_true(merged.get(f"{key}.val", "0"))

    raised = merged.get("vertAlign.val", "")
    return Type(
        font=merged.get("rFonts.ascii", ""),
        size=(number(merged.get("sz.val", _HALF_POINTS_DEFAULT)) or 0) / 2,
        bold=on("b"),
        italic=on("i"),
        color=read_color(merged.get("color.val", "")),
        shading=read_color(merged.get("shd.fill", "")),
        language=merged.get("lang.val", ""),
        raised="" if raised == "baseline" else raised,
        capitals=on("caps"),
        hidden=on("vanish"),
    )


def read_color(hexadecimal: str) -> str:
    """Return ``#rrggbb``; "" for ``auto``, for nothing and for what is no colour."""
    return f"#{hexadecimal.lower()}" if _HEXADECIMAL.fullmatch(hexadecimal) else ""


def _outline(level: int) -> int | None:
    return level if 0 <= level < _BODY_TEXT else None


def _numbering(merged: Layer) -> tuple[str, int] | None:
    """Return list and depth; the list with id 0 takes a paragraph out of any list (17.9.18)."""
    list_id = merged.get("numPr.numId", "0")
    return None if list_id == "0" else (list_id, number(merged.get("numPr.ilvl", "0")) or 0)
