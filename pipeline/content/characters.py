"""Bytes become text: UTF-8 only, and without characters that no document can print."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.diagnostics import Code, Diagnostic, Location, Related

REPLACEMENT = "\ufffd"

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufffd-\uffff\ue000-\uf8ff"
    "\ud800-\udfff\U000f0000-\U0010ffff]"
)
_LINE_SEPARATORS = {"\x85", "\u2028", "\u2029"}
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They turn the direction of reading, so that a line says something else than it shows, to who reviews it."""
_SYMBOL_FONT = range(0xF020, 0xF100)
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?:[ \n]|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The text of a file, with line feeds only and without BOM; ``None`` when it cannot be read at all."""

    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, file: str) -> DecodedText:
    """Read the bytes of a YAML file.

    A character that cannot be printed is reported and replaced by one that can, so that columns stay right
    and the rest of the file can be checked as well. Marks of a git merge conflict stop the reading: what
    stands between them is not what anyone meant to write.
    """
    if finding := _other_encoding(data, file):
        return DecodedText(None, (finding,))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return DecodedText(None, (_invalid_byte(data, error.start, file),))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if finding := _merge_conflict(text, file):
        return DecodedText(None, (finding,))
    return _without_unprintable(text, file)


def unprintable(text: str) -> str | None:
    """Return the first character that no document can print, or ``None``."""
    found = _UNPRINTABLE.search(text)
    return found.group() if found else None


def turning(text: str) -> str | None:
    """Return a character that turns the direction of reading, or ``None``."""
    return min(_DIRECTION.intersection(text), default=None)


def character_problem(char: str) -> tuple[Code, str, str]:
    """Say what is wrong with a character: code, message and hint."""
    name = f"U+{ord(char):04X}"
    if ord(char) in _SYMBOL_FONT:
        return (
            Code.CHARACTER,
            f"Het teken {name} komt uit een symboollettertype van Word en kan niet worden afgedrukt.",
            "Was het een opsommingsteken? Begin de regel dan met een streepje en een spatie (- ).",
        )
    if char == REPLACEMENT:
        message = f"Hier is een teken verloren gegaan: er staat {REPLACEMENT} ({name})."
        return Code.CHARACTER, message, "Typ het teken dat hier hoort, bijvoorbeeld ë of €."
    if 0xE000 <= ord(char) <= 0xF8FF or ord(char) >= 0xF0000:
        message = f"Het teken {name} is van één bepaald lettertype en kan niet worden afgedrukt."
        return Code.CHARACTER, message, "Typ een gewoon teken, of gebruik een afbeelding."
    if char in _LINE_SEPARATORS:
        return (
            Code.YAML_CONTROL_CHARACTER,
            f"Hier staat een onzichtbaar regeleinde ({name}), meegekomen bij het plakken.",
            "Verwijder het en typ een spatie, of begin met Enter een nieuwe regel.",
        )
    if char in _DIRECTION:
        message = f"Hier staat een onzichtbaar teken dat de leesrichting verandert ({name})."
        return Code.YAML_CONTROL_CHARACTER, message, "Verwijder het; typ de woorden eromheen opnieuw."
    if char == "\ufeff":
        message = f"Midden in het bestand staat een onzichtbaar teken ({name}, een byte order mark)."
        return Code.YAML_CONTROL_CHARACTER, message, "Verwijder het; typ de woorden eromheen opnieuw."
    message = f"Hier staat een onzichtbaar stuurteken ({name})."
    if char == "\x0b":
        return Code.YAML_CONTROL_CHARACTER, message, "Het is een zacht regeleinde uit Word: typ een spatie."
    return Code.YAML_CONTROL_CHARACTER, message, "Verwijder het; typ de woorden eromheen opnieuw."


def _without_unprintable(text: str, file: str) -> DecodedText:
    findings: list[Diagnostic] = []
    for line, column, char in _unprintable_places(text):
        code, message, hint = character_problem(char)
        findings.append(Diagnostic(code, message, Location(file, line, column, 1), hint))
    if not findings:
        return DecodedText(text)
    clean = _UNPRINTABLE.sub(lambda found: " " if found.group() in _LINE_SEPARATORS else REPLACEMENT, text)
    return DecodedText(clean, tuple(findings))


def _unprintable_places(text: str) -> list[tuple[int, int, str]]:
    """Return line, column and character, once per line for each character."""
    if not _UNPRINTABLE.search(text):
        return []
    places: list[tuple[int, int, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        seen: set[str] = set()
        for found in _UNPRINTABLE.finditer(line):
            if found.group() not in seen:
                seen.add(found.group())
                places.append((number, found.start() + 1, found.group()))
    return places


def _other_encoding(data: bytes, file: str) -> Diagnostic | None:
    marks = (b"\xff\xfe", b"\xfe\xff")
    # In UTF-16 and UTF-32 nearly every letter of a Dutch text has a zero byte beside it.
    looks_wide = data.count(0, 0, 200) * 3 >= len(data[:200]) > 1
    if not data.startswith(marks) and not looks_wide:
        return None
    return Diagnostic(
        Code.YAML_ENCODING,
        "Dit bestand is opgeslagen als UTF-16 of UTF-32; alleen UTF-8 kan worden gelezen.",
        Location(file),
        "Sla het bestand opnieuw op en kies de codering UTF-8.",
    )


def _invalid_byte(data: bytes, start: int, file: str) -> Diagnostic:
    before = data[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8-sig" if line_start == 0 else "utf-8")) + 1
    location = Location(file, before.count(b"\n") + 1, column, 1)
    meant = data[start : start + 1].decode("cp1252", "replace")
    guess = f" Bedoeld is misschien “{meant}”." if meant.isprintable() and meant != REPLACEMENT else ""
    return Diagnostic(
        Code.YAML_ENCODING,
        f"Het bestand is geen UTF-8: byte 0x{data[start]:02X} kan hier niet staan.{guess}",
        location,
        "Sla het bestand opnieuw op met de codering UTF-8 en kijk daarna de letters met accenten na.",
    )


def _merge_conflict(text: str, file: str) -> Diagnostic | None:
    marks = list(_CONFLICT.finditer(text))
    if not marks:
        return None
    places = [Location(file, text.count("\n", 0, mark.start()) + 1, 1, 7) for mark in marks]
    starts = [place for mark, place in zip(marks, places, strict=True) if mark.group().startswith("<")]
    return Diagnostic(
        Code.YAML_MERGE_CONFLICT,
        f"Hier staat “{marks[0].group().strip()}”: een samenvoeging van git is niet afgemaakt.",
        places[0],
        "Kies welke van de twee teksten blijft en verwijder de regels met <<<<<<<, ======= en >>>>>>>.",
        tuple(Related("hier staat er nog een", place) for place in starts if place != places[0]),
    )
