"""Totals are the sum of their parts, years are years, and an amount agrees with how it is paid for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel.numbers import format_decimal

from pipeline.checks.wording import quoted
from pipeline.content.models.agenda import Afspraak, Agenda, Middelen, Middelenregel
from pipeline.content.project import Project
from pipeline.content.values import Amount, AmountSum, sum_amounts
from pipeline.diagnostics import Code, Diagnostic, Related

_YEAR = re.compile(r"20\d{2}|2100")
_NO_MONEY = "geen middelen nodig"


def check_money(project: Project) -> Iterator[Diagnostic]:
    """Yield what does not add up in the middelen of each agenda and in those of its afspraken."""
    for dossier in project.regios.values():
        if dossier.agenda:
            yield from _agreements(dossier.agenda)
            if dossier.agenda.middelen:
                yield from _years(dossier.agenda.middelen)
                yield from _lines(dossier.agenda.middelen)
                yield from _total(dossier.agenda.middelen)


def _agreements(agenda: Agenda) -> Iterator[Diagnostic]:
    for afspraak in agenda.afspraken:
        amount = afspraak.middelen.bedrag
        if amount and afspraak.middelen.dekking == _NO_MONEY and _costs(amount):
            yield _contradiction(afspraak, amount)


def _contradiction(afspraak: Afspraak, amount: Amount) -> Diagnostic:
    return Diagnostic(
        Code.FUNDING_CONTRADICTED,
        f"Bij de afspraak {quoted(afspraak.titel)} staat een bedrag ({amount}), "
        f"maar de dekking is {quoted(_NO_MONEY)}.",
        afspraak.middelen.source.child("bedrag"),
        "Haal het bedrag weg, of kies bij “dekking”: gedekt, deels gedekt of ongedekt.",
        (Related("De dekking.", afspraak.middelen.source.child("dekking")),),
    )


def _lines(middelen: Middelen) -> Iterator[Diagnostic]:
    for line in middelen.regels:
        if line.dekking == _NO_MONEY and any(_costs(amount) for amount in line.bedragen.values()):
            yield Diagnostic(
                Code.FUNDING_CONTRADICTED,
                f"De regel {quoted(line.bron)} heeft bedragen, maar de dekking is {quoted(_NO_MONEY)}.",
                line.source.child("dekking"),
                "Kies gedekt, deels gedekt of ongedekt, of haal de regel weg.",
            )


def _costs(amount: Amount) -> bool:
    return amount.is_pm or bool(amount.high)


def _years(middelen: Middelen) -> Iterator[Diagnostic]:
    for line in middelen.regels:
        for year in line.bedragen:
            if not _YEAR.fullmatch(year):
                yield _no_year(line, year)


def _no_year(line: Middelenregel, year: str) -> Diagnostic:
    return Diagnostic(
        Code.INVALID_PERIOD,
        f"{quoted(year)} is geen jaar; bij de regel {quoted(line.bron)} hoort elk bedrag bij één jaar.",
        line.source.child("bedragen", year),
        "Schrijf het jaar met vier cijfers, bijvoorbeeld 2027.",
    )


def _total(middelen: Middelen) -> Iterator[Diagnostic]:
    stated = middelen.totaal
    if stated is None:
        return
    computed = sum_amounts(amount for line in middelen.regels for amount in line.bedragen.values())
    if _agrees(stated, computed):
        return
    place = middelen.source.child("totaal")
    if not middelen.regels:
        message = f"Het totaal is {stated}, maar er staan geen regels die samen dat bedrag vormen."
        yield Diagnostic(Code.SUM_DIFFERS, message, place, "Voeg de regels toe, of haal het totaal weg.")
        return
    yield Diagnostic(
        Code.SUM_DIFFERS,
        f"Het totaal is {_exact(stated)}, terwijl de regels samen {_exact_sum(computed)} zijn.",
        place,
        "Verbeter het totaal of de bedragen, of haal het totaal weg: de som wordt zelf berekend.",
    )


def _agrees(stated: Amount, computed: AmountSum) -> bool:
    """Return whether a total is right; what is p.m. stands apart and does not change the known amounts."""
    if stated.is_pm:
        return computed.amount_count == 0 and computed.pm_count > 0
    return computed.amount_count > 0 and (stated.low, stated.high) == (computed.low, computed.high)


def _exact_sum(computed: AmountSum) -> str:
    pm = f" en {computed.pm_count} keer p.m." if computed.pm_count else ""
    if not computed.amount_count:
        return "alleen p.m."
    return _euros(computed.low, computed.high) + pm


def _exact(amount: Amount) -> str:
    return "p.m." if amount.low is None or amount.high is None else _euros(amount.low, amount.high)


def _euros(low: int, high: int) -> str:
    """Write whole euros: a rounded figure could hide the difference that the message is about."""
    first = f"€\u00a0{format_decimal(low, locale='nl')}"
    return first if low == high else f"{first} tot {format_decimal(high, locale='nl')}"
