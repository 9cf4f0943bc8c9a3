"""The filters that templates have beside Jinja's own; each keeps the origin of what it prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from pipeline.compose import markdown
from pipeline.compose.citations import write_source, write_source_note
from pipeline.compose.origins import first_visible
from pipeline.compose.printing import UNKNOWN, enumerated, printed
from pipeline.compose.rendering import Rendering
from pipeline.compose.template_access import TemplateFaultError, demand, member
from pipeline.compose.template_budget import spend
from pipeline.content.models.gedeeld import Bron
from pipeline.content.values import (
    Amount,
    AmountSum,
    DayDate,
    MarkdownText,
    Period,
    PlainText,
    SourcedText,
    count_of,
    format_millions,
    sort_key,
)

_LEVELS = (1, 2, 3, 4)
_NUMBERINGS = ("none", "decimal", "annex")


def bind(current: Callable[[], Rendering]) -> dict[str, Callable[..., Any]]:
    """Return the filters by name; ``current`` gives the rendering that is going on."""

    def md(value: object, niveau: int = 1, nummering: str = "none") -> Markup:
        if niveau not in _LEVELS or nummering not in _NUMBERINGS:
            raise TemplateFaultError(
                "“md” krijgt een kopniveau van 1 tot en met 4, en een nummering.",
                f"Schrijf: {{{{ veld | md(2) }}}}. De nummering is {', '.join(_NUMBERINGS)}.",
            )
        return markdown.blocks(_markdown(value), current(), niveau, nummering)

    def mdi(value: object) -> Markup:
        return markdown.inline(_markdown(value), current())

    def datum(value: object) -> Markup | None:
        return _printed_kind(value, DayDate, "datum", "een datum", current())

    def periode(value: object) -> Markup | None:
        return _printed_kind(value, (Period, DayDate), "periode", "een tijdstip", current())

    def bedrag(value: object) -> Markup | None:
        return _printed_kind(value, (Amount, AmountSum), "bedrag", "een bedrag", current())

    def miljoenen(value: object) -> Markup:
        if not isinstance(value, Amount | AmountSum):
            raise TemplateFaultError("“miljoenen” werkt alleen op een bedrag.")
        source = value.source if isinstance(value, Amount) else None
        return current().origins.mark(format_millions(value), source)

    def opsomming(values: Iterable[object]) -> Markup:
        return enumerated(_all_printed(values, "opsomming", current()))

    def join(values: Iterable[object], between: str = "") -> Markup:
        joint = printed(between, current().origins)
        return joint.join(_all_printed(values, "join", current(), len(joint)))

    def bronvermelding(value: object) -> Markup:
        if not isinstance(value, Bron):
            raise TemplateFaultError("“bronvermelding” werkt alleen op een bron.")
        return write_source(value, current())

    def noot(value: object) -> Markup:
        if value is not None and not isinstance(value, str):
            raise TemplateFaultError("“noot” werkt alleen op de id van een bron.")
        inside = write_source_note(value, current()) if value else Markup()
        return Markup("<footnote>{}</footnote>").format(inside) if inside else Markup()

    def onbekend(value: object) -> object:
        return UNKNOWN if value is None else value

    return {
        "md": md,
        "mdi": mdi,
        "datum": datum,
        "periode": periode,
        "bedrag": bedrag,
        "miljoenen": miljoenen,
        "opsomming": opsomming,
        "join": join,
        "bronvermelding": bronvermelding,
        "noot": noot,
        "onbekend": onbekend,
        "hoofdletter": capital,
        "sorteer": sort,
    }


def functions() -> dict[str, Callable[..., Any]]:
    """Return the functions that templates can call."""
    return {"aantal": amount_of}


def amount_of(number: object, singular: str, plural: str) -> str:
    """Return ``1 afspraak`` or ``2 afspraken``."""
    demand(number)
    if isinstance(number, bool) or not isinstance(number, int):
        raise TemplateFaultError("“aantal” telt alleen hele getallen.", "Schrijf aantal(lijst | length, …).")
    return count_of(number, singular, plural)


def capital(value: object) -> object:
    """Return text with its first letter as a capital; the origin stays."""
    demand(value)
    if isinstance(value, Markup):
        at = first_visible(value)
        return Markup(value[:at] + value[at : at + 1].upper() + value[at + 1 :])  # noqa: S704 - was safe, stays safe
    if isinstance(value, MarkdownText) or not isinstance(value, str):
        raise TemplateFaultError("“hoofdletter” werkt alleen op een tekst van één regel.")
    raised = value[:1].upper() + value[1:]
    return PlainText(raised, value.source) if isinstance(value, SourcedText) else raised


def sort(values: Iterable[object], attribute: str = "") -> list[object]:
    """Sort as a Dutch register does ('s-Hertogenbosch at the H); ``attribute`` names the key to sort by."""

    def key(value: object) -> tuple[str, str]:
        known, found = member(value, attribute) if attribute else (True, value)
        if not known:
            raise TemplateFaultError(f"“sorteer” vindt geen “{attribute}” in elk onderdeel van de lijst.")
        return sort_key(str(found))

    return sorted(_listed(values, "sorteer"), key=key)


def _markdown(value: object) -> SourcedText:
    demand(value)
    if isinstance(value, MarkdownText | PlainText):
        return value
    if isinstance(value, str) and not isinstance(value, Markup):
        return MarkdownText(value)
    raise TemplateFaultError("“md” en “mdi” werken alleen op een tekstveld.", "Zet er {% if veld %} omheen.")


def _printed_kind(value: object, kinds: Any, name: str, wanted: str, rendering: Rendering) -> Markup | None:
    """Print a value of the right kind; what is not filled in stays so, for ``| onbekend``."""
    demand(value)
    if value is None:
        return None
    if not isinstance(value, kinds):
        raise TemplateFaultError(f"“{name}” werkt alleen op {wanted}.")
    return printed(value, rendering.origins)


def _all_printed(values: object, name: str, rendering: Rendering, between: int = 0) -> list[Markup]:
    """Print each value of a list, with ``between`` characters after each; counted before they are joined."""
    parts: list[Markup] = []
    for value in _listed(values, name):
        part = printed(value, rendering.origins)
        spend(1, len(part) + between)
        parts.append(part)
    return parts


def _listed(values: object, name: str) -> list[object]:
    if isinstance(values, str | Mapping) or not isinstance(values, Iterable):
        raise TemplateFaultError(f"“{name}” werkt alleen op een lijst.")
    return list(values)
