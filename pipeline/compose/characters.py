"""Check that every character of a finished document can be printed in the house style's own letters.

A character that a font lacks would come from another font, or not at all, and differently in Word and PDF.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from pipeline.compose.origins import REPLACEMENT
from pipeline.compose.template_errors import TEMPLATE_ROOT
from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.document.nodes import (
    Cover,
    CrossReference,
    Document,
    Figure,
    Heading,
    Letterhead,
    Table,
    Text,
)
from pipeline.document.walk import document_inlines, iter_blocks
from pipeline.gate.failures import is_failure
from pipeline.house_style import HouseStyle

_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Unicode's classes of characters that nobody sees: control, format, unassigned, private, separators."""

_UNSEEN_MARKS = re.compile("[\u034f\ufe00-\ufe0f]")
"""The joiner of graphemes and variation selectors: nothing to see, though Unicode counts them as marks."""

_HEBREW_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
"""They stand below a letter that runs from right to left; who reads a PDF finds them before that letter."""

_FROM_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
"""Unicode's classes of letters and figures that change the order of what stands beside them on a line."""

_ABOVE = 230
"""The class of marks above a letter. Loose marks of a lower class are drawn before those of a higher one."""

_AROUND_LETTERS = re.compile("[\u0e01-\u0e3a\u0e40-\u0eff]")
"""Thai and Lao: their vowels and tones are drawn around a letter, and by themselves around a circle."""

_TIED = re.compile("[\ufb00-\ufb06]")
"""Letters tied into one sign. A PDF draws the plain letters so too, and cannot say which were typed."""

_SYMBOL_FONT = range(0xF000, 0xF100)
_HINTS = {
    REPLACEMENT: "Hier stond een teken dat niet in een document kan; typ het opnieuw.",
    "\t": "Gebruik een spatie in plaats van een tab.",
    "\u00ad": "Haal het onzichtbare afbreekstreepje weg; woorden worden vanzelf afgebroken.",
    "\u200b": "Haal de onzichtbare spatie weg.",
    "\ufeff": "Haal het onzichtbare teken weg.",
}


def check_characters(document: Document, style: HouseStyle) -> tuple[Diagnostic, ...]:
    """Return a finding for each character that is invisible or that a face of the house style lacks.

    All four faces must have it, because any text can become bold in a heading or italic in a note.
    """
    printable = _printable(style)
    ordinary = set[str]()
    found: dict[tuple[str, Source | None, str], Diagnostic] = {}
    for text, source in _texts(document):
        ordinary.update(char for char in set(text) - ordinary if _is_ordinary(char, printable))
        if ordinary.issuperset(text):
            continue
        for column, char in enumerate(text):
            if char in ordinary:
                continue
            where = source.inside(0, column) if source else Location(TEMPLATE_ROOT)
            if not _is_sound(char, printable):
                # A line break inside a label is white space, and nothing that a writer typed.
                found.setdefault((char, source, text), _finding(char, text, where))
            elif not text[max(0, column - 1) : column].strip():
                found.setdefault((char, source, text), _loose_mark(char, where))
    return tuple(found.values())


def _is_ordinary(char: str, printable: frozenset[int]) -> bool:
    """Whether a character is sound wherever it stands, as nearly all are."""
    return _is_sound(char, printable) and not _is_mark(char)


def _is_sound(char: str, printable: frozenset[int]) -> bool:
    return ord(char) in printable and not _is_unseen(char) and not _is_read_otherwise(char)


def _is_unseen(char: str) -> bool:
    return (
        unicodedata.category(char) in _INVISIBLE
        or char == REPLACEMENT
        or _UNSEEN_MARKS.match(char) is not None
    )


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _loose_mark(char: str, where: Source | Location) -> Diagnostic:
    """Tell of a mark without a letter: it would be drawn on a circle that nobody typed."""
    message = f"Hier staat een los accent (U+{ord(char):04X}), zonder letter ervoor."
    return Diagnostic(Code.CHARACTER, message, where, "Zet het achter een letter, of haal het weg.")


def _is_read_otherwise(char: str) -> bool:
    """Whether who reads the PDF would find a character elsewhere than it was typed, or others instead."""
    return (
        _is_of_another_order(char) or _HEBREW_POINTS.match(char) is not None or _TIED.match(char) is not None
    )


def _is_of_another_order(char: str) -> bool:
    return (
        unicodedata.bidirectional(char) in _FROM_RIGHT_TO_LEFT
        or 0 < unicodedata.combining(char) < _ABOVE
        or _AROUND_LETTERS.match(char) is not None
    )


def _finding(char: str, text: str, where: Source | Location) -> Diagnostic:
    shown = f"U+{ord(char):04X}"
    if unicodedata.category(char) in _INVISIBLE or _UNSEEN_MARKS.match(char):
        message = f"Hier staat een onzichtbaar teken ({shown}) dat niet kan worden afgedrukt."
    elif _HEBREW_POINTS.match(char):
        message = f"Hier staat een Hebreeuws klinkerteken ({shown}); dat komt in een PDF niet op zijn plaats."
    elif _TIED.match(char):
        message = f"Hier staan letters als één teken (“{char}”, {shown}); dat komt vaak uit een PDF."
    elif _is_of_another_order(char):
        message = f"Het teken “{char}” ({shown}) komt in een PDF niet op zijn plaats."
    else:
        message = f"Het teken “{char}” ({shown}) staat niet in het lettertype van de huisstijl."
    if isinstance(where, Location):
        message += f" Het staat in: “{text.strip()[:40]}”."
    return Diagnostic(Code.CHARACTER, message, where, _hint(char))


def _hint(char: str) -> str:
    if char in _HINTS:
        return _HINTS[char]
    if ord(char) in _SYMBOL_FONT:
        return "Dit is een teken uit Word: typ een streepje en een spatie voor een opsomming."
    if unicodedata.category(char) in _INVISIBLE or _UNSEEN_MARKS.match(char):
        return "Haal het teken weg: typ het woord opnieuw."
    if _HEBREW_POINTS.match(char):
        return "Schrijf het woord zonder klinkertekens, of met gewone letters."
    if _TIED.match(char):
        return f"Typ de letters los: {unicodedata.normalize('NFKC', char)}."
    return "Schrijf het met gewone letters, of in woorden."


def _texts(document: Document) -> Iterator[tuple[str, Source | None]]:
    """Yield every text of a document with its place, when it has one."""
    for inline in document_inlines(document):
        if isinstance(inline, Text | CrossReference):
            yield inline.text, inline.source
    for block in iter_blocks(document.body):
        match block:
            case Figure():
                yield block.alt, block.source
            case Table():
                yield block.summary, block.source
            case Heading():
                yield block.label, block.source
            case _:
                pass
    match document.front:
        case Letterhead():
            yield document.front.classification, None
            yield from ((field.label, None) for field in document.front.fields)
            groups = (*document.front.reference, *document.front.follow_up)
            yield from ((group.label, None) for group in groups)
            yield from ((line, None) for line in document.front.wordmark)
        case Cover():
            yield from ((line, None) for line in document.front.wordmark)
        case _:
            pass
    yield document.watermark, None
    yield document.notice, None


def _printable(style: HouseStyle) -> frozenset[int]:
    fonts = style.fonts
    files = (fonts.regular, fonts.bold, fonts.italic, fonts.bold_italic)
    faces = [_code_points(style.folder / file.path, file.sha256) for file in files]
    return faces[0].intersection(*faces[1:])


@cache
def _code_points(path: Path, _sha256: str) -> frozenset[int]:
    """Return what a font file can print; the hash makes a changed file a new question."""
    try:
        with TTFont(path, lazy=True) as font:
            return frozenset(font.getBestCmap() or {})
    except (OSError, TTLibError) as error:
        if isinstance(error, OSError) and is_failure(error):
            raise
        # The house style itself reports a font that is missing or broken.
        return frozenset()
