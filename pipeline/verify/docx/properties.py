"""Properties of paragraphs and runs as flat tables, so that one layer can lie over another."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.verify.docx.markup import Element, child, local_name

Layer = Mapping[str, str]
"""Values by ``element.attribute``: ``{"spacing.line": "240", "b.val": "1"}``. Units are those of the file."""

_LISTS = frozenset({"tabs", "pBdr", "sectPr", "rPr", "pPrChange", "rPrChange", "ins", "del"})
"""Children of ``pPr`` and ``rPr`` that are no values of their own."""
_SYNONYMS = {"ind.start": "ind.left", "ind.end": "ind.right"}
_EXCLUDES = {"ind.hanging": "ind.firstLine", "ind.firstLine": "ind.hanging"}


def layer(properties: Element | None) -> dict[str, str]:
    """Return what a ``pPr`` or ``rPr`` says itself. An element without attributes is on: its value is 1."""
    found: dict[str, str] = {}
    if properties is None:
        return found
    for each in properties:
        local = local_name(each)
        if local in _LISTS:
            continue
        if local == "numPr":
            _add_numbering(each, found)
            continue
        if not each.attrib:
            found[f"{local}.val"] = "1"
        for attribute, value in each.attrib.items():
            key = f"{local}.{str(attribute).rpartition('}')[2]}"
            found[_SYNONYMS.get(key, key)] = str(value)
    return found


def _add_numbering(numbering: Element, found: dict[str, str]) -> None:
    for part in ("ilvl", "numId"):
        said = child(numbering, f"w:{part}")
        if said is not None:
            found[f"numPr.{part}"] = next(iter(map(str, said.attrib.values())), "")


def over(lower: Layer, upper: Layer) -> dict[str, str]:
    """Return two layers as one; what the upper says goes first. A hanging indent ends a first-line indent."""
    merged = dict(lower)
    for key, value in upper.items():
        if key in _EXCLUDES:
            merged.pop(_EXCLUDES[key], None)
        merged[key] = value
    return merged
