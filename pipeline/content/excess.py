"""What is too much for one value: reading it would take very long, or no page could hold it."""

from __future__ import annotations

import re

from pipeline.diagnostics import Code
from pipeline.gate import limits

_SIGN = re.compile(r"[*_\[\]<>&`~^!\\{}#]")
_LONG_WORD = re.compile(rf"\S{{{limits.WORD_CHARACTERS + 1}}}")
_COMBINING = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_STACKED = re.compile(f"[{_COMBINING}]{{{limits.MARKS_ON_A_LETTER + 1}}}")
_SHOWN = 30


def excess_of(text: str) -> tuple[Code, str, str] | None:
    """Say why a value is too much: code, message and hint; ``None`` when it is not."""
    if len(text) > limits.TEXT_CHARACTERS:
        most = _count(limits.TEXT_CHARACTERS)
        message = f"Deze waarde telt {_count(len(text))} tekens; het maximum is {most}."
        return Code.YAML_TOO_LARGE, message, "Verdeel de tekst over meer velden, of kort hem in."
    if text.count("\n") >= limits.TEXT_LINES:
        message = f"Deze waarde heeft meer dan {_count(limits.TEXT_LINES)} regels."
        return Code.YAML_TOO_LARGE, message, "Verdeel de tekst over meer velden, of kort hem in."
    if len(_SIGN.findall(text)) > limits.TEXT_SIGNS:
        message = f"In deze tekst staan meer dan {_count(limits.TEXT_SIGNS)} tekens voor opmaak (* en [)."
        return Code.TEXT_LIMIT, message, "Verdeel de tekst over meer velden, of gebruik minder opmaak."
    if word := _LONG_WORD.search(text):
        most = _count(limits.WORD_CHARACTERS)
        message = f"Het woord dat begint met “{word[0][:_SHOWN]}” is langer dan {most} letters."
        return Code.TEXT_LIMIT, message, "Is er een spatie weggevallen? Zet die terug."
    if _STACKED.search(text):
        message = f"Op één letter staan hier meer dan {limits.MARKS_ON_A_LETTER} losse accenten."
        return Code.TEXT_LIMIT, message, "Typ de letter opnieuw, met hoogstens één accent."
    return None


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")
