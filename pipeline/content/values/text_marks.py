"""What cannot stand in a text: template code, and in plain text whatever would be printed as it was typed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.entities import html5

from pipeline.diagnostics import Code

# A picture's id is written {#schema}, so only {# without an id, or a closed {#…#}, is a Jinja comment.
_TEMPLATE_CODE = re.compile(
    r"(\{\{)(?:.*?\}\})?|(\{%)(?:.*?%\})?|(\{#)(?:[^}\n]*#\}|(?![a-z0-9]))|(#\})",
)
_PLAIN_REFUSED = re.compile(
    r"(?P<tag></?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<mark>\[[@=#]|\^\[|\*\*|\]\((?=https?:|mailto:)|\]\{lang=)"
)


@dataclass(frozen=True, slots=True)
class RefusedMark:
    """Something that cannot stand in a text; ``line`` and ``column`` count from 0 in the text."""

    code: Code
    message: str
    hint: str
    line: int
    column: int


def template_code(text: str) -> Iterator[RefusedMark]:
    """Yield every piece of template code in a text."""
    for found in _TEMPLATE_CODE.finditer(text):
        message = (
            f"In deze tekst staat sjablooncode ({found[found.lastindex or 0]}); "
            "dat kan alleen in een sjabloon."
        )
        hint = "Gebruik [=tekstblok-id] voor een vaste passage of [=kansen.k2.bedrag] voor een waarde."
        yield _mark(text, found.start(), Code.JINJA_IN_TEXT, message, hint)


def refused_in_plain_text(text: str) -> Iterator[RefusedMark]:
    """Yield template code, and HTML and Markdown, which would reach the reader as they stand."""
    for code in template_code(text):
        yield replace(code, hint="Dit veld is gewone tekst: schrijf de woorden zelf.")
    yield from _printed_as_typed(text)


def _printed_as_typed(text: str) -> Iterator[RefusedMark]:
    for found in _PLAIN_REFUSED.finditer(text):
        if found["tag"]:
            message = f"Hier staat HTML ({found[0]}); dat kan niet in een tekstveld."
            hint = "Dit veld is gewone tekst, zonder vet en cursief: haal de HTML weg."
            yield _mark(text, found.start(), Code.HTML_IN_TEXT, message, hint)
        elif found["mark"]:
            message = f"“{found[0]}” is Markdown; dat zou hier zo worden afgedrukt."
            hint = "Dit veld is gewone tekst, zonder opmaak, noten en verwijzingen: haal de tekens weg."
            yield _mark(text, found.start(), Code.MARKDOWN_NOT_ALLOWED, message, hint)
        elif _is_entity(found[0]):
            message = f"“{found[0]}” is HTML; dat kan niet in een tekstveld."
            sign = html.unescape(found[0])
            typed = "een gewone spatie" if not sign.strip() else f"het teken zelf: {sign}"
            hint = f"Dit veld is gewone tekst: typ {typed}"
            yield _mark(text, found.start(), Code.HTML_IN_TEXT, message, hint)


def _is_entity(text: str) -> bool:
    """Tell an entity from words that only look like one: "R&D;"."""
    return text.startswith("&#") or text[1:] in html5


def _mark(text: str, start: int, code: Code, message: str, hint: str) -> RefusedMark:
    before = text[:start]
    return RefusedMark(code, message, hint, before.count("\n"), start - before.rfind("\n") - 1)
