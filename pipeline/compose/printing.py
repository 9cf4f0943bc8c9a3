"""How values of content become text: one place for templates and for ``[=…]`` in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.numbers import format_decimal
from markupsafe import Markup

from pipeline.compose.origins import Origins
from pipeline.compose.template_access import TemplateFaultError
from pipeline.content.values import (
    Amount,
    AmountSum,
    DayDate,
    MarkdownText,
    Period,
    SourcedNumber,
    SourcedText,
    format_day,
    list_joints,
)
from pipeline.diagnostics import Source

UNKNOWN = "onbekend"
"""What a fact prints that nobody knows."""


def words_of(value: object) -> tuple[str, Source | None] | None:
    """Return the printed form of a simple value and its place; ``None`` for what cannot be printed so."""
    match value:
        case MarkdownText() | bool() | None:
            return None
        case SourcedText():
            return str(value), value.source
        case str() | AmountSum():
            return str(value), None
        case Amount() | DayDate() | Period():
            return str(value), value.source
        case date():
            return format_day(value), None
        case SourcedNumber():
            return str(value), value.source
        case int():
            return str(value), None
        case float():
            return format_decimal(value, locale="nl"), None
        case _:
            return None


def printed(value: object, origins: Origins) -> Markup:
    """Return what ``{{ value }}`` writes: safe for XML and with its origin. Raises ``TemplateFaultError``."""
    if isinstance(value, Markup):
        return value
    words = words_of(value)
    if words is not None:
        return origins.mark(*words)
    match value:
        case MarkdownText():
            raise TemplateFaultError(
                "Dit veld bevat Markdown en kan niet zo worden afgedrukt.",
                "Schrijf {{ veld | md }}, of {{ veld | mdi }} binnen een regel of cel.",
            )
        case None:
            raise TemplateFaultError(
                "Deze waarde is niet ingevuld en kan niet worden afgedrukt.",
                "Schrijf {{ waarde | onbekend }}, of zet er {% if waarde %} omheen.",
            )
        case bool():
            raise TemplateFaultError(
                "Ja of nee kan niet worden afgedrukt.", "Schrijf {% if waarde %}ja{% else %}nee{% endif %}."
            )
        case tuple() | list():
            raise TemplateFaultError(
                "Een lijst kan niet in één keer worden afgedrukt.",
                "Schrijf {{ lijst | opsomming }}, of {% for … in lijst %}.",
            )
        case _:
            # Printing forces the failure of a name that does not exist.
            str(value)
            raise TemplateFaultError(
                "Een groep sleutels kan niet worden afgedrukt.", "Noem een sleutel: {{ groep.sleutel }}."
            )


def joined(parts: tuple[object, ...], origins: Origins) -> Markup:
    """Return parts as one text in which each keeps its origin."""
    return Markup("").join(printed(part, origins) for part in parts)


def enumerated(parts: Sequence[Markup]) -> Markup:
    """Return parts with Dutch commas and "en" between them; each may hold any character."""
    before, *joints = (Markup.escape(words) for words in list_joints(len(parts)))
    return before + Markup().join(part + joint for part, joint in zip(parts, joints, strict=True))
