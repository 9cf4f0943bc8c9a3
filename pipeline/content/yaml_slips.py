"""Values that YAML reads otherwise than a writer meant, although the file is well formed."""

from __future__ import annotations

import re

from pipeline.content.scalar_lines import Place
from pipeline.diagnostics import Code, Diagnostic, Location

_COMMENT = re.compile(r"[ \t]+(#[^\s#]\S*)")
_CURLY = re.compile("[“„‘‚][^“”„‘’‚]+[”’]")


def tell_slip(file: str, lines: list[str], value: str, start: Place, end: Place) -> Diagnostic | None:
    """Return a warning about a value without quotes, or ``None``; places count from 0.

    A # with no space after it cuts the value off, and real comments have that space. Curly quotes around a
    whole value come from Word, where YAML wants straight ones: they would be printed.
    """
    cut = _COMMENT.match(lines[end.line], end.column) if end.line < len(lines) else None
    if cut:
        message = f"“{cut[1]}” en wat erop volgt, is voor YAML commentaar en wordt niet afgedrukt."
        hint = "Hoort het bij de tekst? Zet de hele waarde tussen aanhalingstekens."
        where = Location(file, end.line + 1, cut.start(1) + 1, len(cut[1]))
        return Diagnostic(Code.YAML_COMMENT, message, where, hint)
    if _CURLY.fullmatch(value):
        message = "Deze gekrulde aanhalingstekens horen voor YAML bij de tekst en worden afgedrukt."
        hint = f"Haal ze weg, of bedoelde u: '{value[1:-1]}'"
        where = Location(file, start.line + 1, start.column + 1, len(value))
        return Diagnostic(Code.YAML_CURLY_QUOTES, message, where, hint)
    return None
