"""List definitions: one per kind of list, and a fresh count for each numbered list of the document."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.document.nodes import ListKind
from pipeline.render.docx.elements import Element
from pipeline.render.docx.oxml import mm_twips, w

LIST_STYLES = (
    ("LijstNiveau1", "Lijst niveau 1"),
    ("LijstNiveau2", "Lijst niveau 2"),
    ("LijstNiveau3", "Lijst niveau 3"),
)
"""Id and name of the paragraph styles of lists, by depth (house style 1.0); deeper lists use the last."""

_LEVELS = 9
_KINDS: tuple[ListKind, ...] = ("bullet", "decimal", "letter")
_BULLET = "•"
_FORMATS = {"decimal": "decimal", "letter": "lowerLetter"}


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a document: ``elements`` are what their part holds, ``indent`` is a level's step, mm."""

    indent: float
    elements: list[Element] = field(default_factory=list[Element])
    _counts: list[int] = field(default_factory=lambda: [0])

    def define(self) -> None:
        """Write the definition of each kind of list, and the one instance that all bulleted lists share."""
        for number, kind in enumerate(_KINDS):
            self.elements.append(self._definition(number, kind))
        self._instance("bullet")

    def instance(self, kind: ListKind, level: int, start: int) -> int:
        """Return the number of a list: one for all bulleted lists, a new one from ``start`` for others."""
        if kind == "bullet":
            return 1
        return self._instance(kind, w("lvlOverride", w("startOverride", val=start), ilvl=level))

    def _instance(self, kind: ListKind, override: Element | None = None) -> int:
        self._counts[0] += 1
        number = self._counts[0]
        self.elements.append(w("num", w("abstractNumId", val=_KINDS.index(kind)), override, numId=number))
        return number

    def _definition(self, number: int, kind: ListKind) -> Element:
        levels = (self._level(kind, level) for level in range(_LEVELS))
        return w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=number)

    def _level(self, kind: ListKind, level: int) -> Element:
        bullet = kind == "bullet"
        shown = _BULLET if bullet else f"%{level + 1}."
        linked = bullet and level < len(LIST_STYLES)
        place = w("ind", left=mm_twips(self.indent * (level + 1)), hanging=mm_twips(self.indent))
        return w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=_FORMATS.get(kind, "bullet")),
            w("pStyle", val=LIST_STYLES[level][0]) if linked else None,
            w("lvlText", val=shown),
            w("lvlJc", val="left"),
            w("pPr", place),
            ilvl=level,
        )


def list_level(depth: int) -> int:
    """Return the level that Word has for a depth of nesting, counted from 0."""
    return min(depth, _LEVELS - 1)


def list_style(depth: int) -> str:
    """Return the id of the paragraph style for a depth of nesting, counted from 0."""
    return LIST_STYLES[min(depth, len(LIST_STYLES) - 1)][0]
