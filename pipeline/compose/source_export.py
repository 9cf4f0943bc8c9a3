"""The values that a document printed, as one YAML text that travels inside its PDF (``bron.yaml``).

The export holds what the writer typed and nothing around it: no comments, no internal notes, no keys that
this document does not print. Projects with the same values give the same text. Values are the same when their
files, keys and texts are, and when the items of a list stand in the same order; the order of keys, comments,
quotes, indentation and line numbers say nothing.

A value is printed when its words stand in the document or in what the file says about itself, in whatever
form (``2026-12-18`` becomes "18 december 2026"). A value that only decides *which* words a template writes is
not printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import yaml

from pipeline.compose.template_access import HIDDEN_FIELDS
from pipeline.content.source import YamlList, YamlMap, YamlText, YamlValue
from pipeline.diagnostics import Source

_Wanted: TypeAlias = "dict[str | int, _Wanted]"
"""The key paths to keep, as a tree; a path ends where nothing is below it."""
_Kept: TypeAlias = "str | list[_Kept] | dict[str, _Kept]"

_NO_FOLDING = 2**31
"""A width, in characters, at which no line is broken."""
_READ_AS_NEWLINE = frozenset("\x85\u2028\u2029")
"""Line ends that a block of YAML text does not give back as they were (YAML 1.1, 5.4)."""


def export_source(document: str, printed: Iterable[Source], typed: Mapping[str, YamlMap]) -> str:
    """Return the export of the document with this id.

    ``printed`` says where the printed values stand, ``typed`` what each file holds. What is not a single text
    there (a group, a default that nobody typed) is left out.
    """
    wanted: dict[str, _Wanted] = {}
    for source in printed:
        below = wanted.setdefault(source.file, {})
        for key in source.path:
            below = below.setdefault(key, {})
    files = {file: _kept(typed[file], wanted[file]) for file in sorted(wanted) if file in typed}
    return _dump({"document": document, "bestanden": {file: kept for file, kept in files.items() if kept}})


def _kept(value: YamlValue, wanted: _Wanted) -> _Kept | None:
    """Return the part of a value that is wanted, ``None`` when nothing is."""
    match value:
        case YamlText():
            return str(value)
        case YamlMap():
            visible = (key for key in sorted(value) if key in wanted and key not in HIDDEN_FIELDS)
            group = {key: _kept(value[key], wanted[key]) for key in visible}
            return {key: kept for key, kept in group.items() if kept is not None} or None
        case YamlList():
            items = (_kept(item, wanted[index]) for index, item in enumerate(value) if index in wanted)
            return [kept for kept in items if kept is not None] or None
        case None:
            return None


class _Dumper(yaml.SafeDumper):
    """Writes text over more lines as a literal block, and every text so that it is read back as text."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 (the dumper's signature)
        """Indent lists below their key, as writers do."""
        super().increase_indent(flow, False)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if not _READ_AS_NEWLINE.isdisjoint(text):
        style = '"'
    elif "\n" in text:
        style = "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _represent_text)


def _dump(values: Mapping[str, object]) -> str:
    return yaml.dump(
        dict(values),
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=_NO_FOLDING,
    )
