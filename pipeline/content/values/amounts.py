"""Amounts of money in whole euros: one amount, a range, or p.m. (still unknown)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from pipeline.content.values.errors import value_error
from pipeline.content.values.sourced import source_of, typed_text
from pipeline.diagnostics import Code, Source

NO_BREAK_SPACE = "\u00a0"
_UNITS = {"miljoen": 10**6, "miljard": 10**9}
_NUMBER = r"(?:0|[1-9]\d{0,14})(?:,\d{1,9})?"
_UNIT = r"miljoen|miljard"
_SINGLE = re.compile(rf"({_NUMBER})(?: +({_UNIT}))?")
_RANGE = re.compile(rf"({_NUMBER})(?: +({_UNIT}))?(?: *[-–] *| +tot +)({_NUMBER})(?: +({_UNIT}))?")
_MINUS = re.compile(r"(?:€ *)?[-−–] *(?:€ *)?\d.*")
_PM = re.compile(r"p\.?m\.?", re.IGNORECASE)
_FORMS = "Schrijf 22500000, 22,5 miljoen, 10-15 miljoen of p.m."


@dataclass(frozen=True, slots=True)
class Amount:
    """Euros: ``low`` and ``high`` are equal for one amount, differ for a range, and are ``None`` for p.m."""

    low: int | None
    high: int | None
    source: Source | None = field(default=None, compare=False)

    @property
    def is_pm(self) -> bool:
        """Whether the amount is still unknown ("pro memorie")."""
        return self.low is None

    @property
    def rounded(self) -> bool:
        """Whether ``str()`` shows less than the exact amount."""
        return self.low is not None and self.high is not None and _is_rounded(self.low, self.high)

    def __str__(self) -> str:
        return "p.m." if self.low is None or self.high is None else format_range(self.low, self.high)

    @classmethod
    def __get_pydantic_core_schema__(cls, _type: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            read_amount, json_schema_input_schema=core_schema.str_schema()
        )


@dataclass(frozen=True, slots=True)
class AmountSum:
    """The exact sum of amounts in euros, with the p.m. entries counted apart."""

    low: int
    high: int
    pm_count: int
    amount_count: int
    rounded: bool
    """Whether a printed part or the printed sum shows less than the exact amount: print a rounding note."""

    def __str__(self) -> str:
        pm = _pm_count(self.pm_count) if self.pm_count else ""
        if not self.amount_count and pm:
            return pm
        known = format_range(self.low, self.high)
        return f"{known} + {pm}" if pm else known


def sum_amounts(amounts: Iterable[Amount]) -> AmountSum:
    """Add amounts; nothing is rounded before the sum is made."""
    parts = tuple(amounts)
    known = [(part.low, part.high) for part in parts if part.low is not None and part.high is not None]
    low, high = sum(part[0] for part in known), sum(part[1] for part in known)
    rounded = any(part.rounded for part in parts) or _is_rounded(low, high)
    return AmountSum(low, high, len(parts) - len(known), len(known), rounded)


def format_euros(euros: int) -> str:
    """Write euros as letters do: ``€ 1.250``, ``€ 22,5 miljoen`` (house style 7), with no-break spaces."""
    number, unit = _shown(euros)
    return NO_BREAK_SPACE.join(part for part in ("€", number, unit) if part)


def format_range(low: int, high: int) -> str:
    """Write a range; a shared unit is written once: ``€ 10 tot 15 miljoen``."""
    if low == high:
        return format_euros(low)
    (number, unit), (_, high_unit) = _shown(low), _shown(high)
    first = f"€{NO_BREAK_SPACE}{number}" if unit == high_unit else format_euros(low)
    second = format_euros(high)
    if unit == high_unit:
        second = second.removeprefix(f"€{NO_BREAK_SPACE}")
    return f"{first} tot {second}"


def format_millions(money: Amount | AmountSum) -> str:
    """Write money for a table that names the millions above it: ``6,5``, ``10 tot 15``, ``p.m.``."""
    if isinstance(money, Amount):
        money = sum_amounts([money])
    pm = _pm_count(money.pm_count) if money.pm_count else ""
    if not money.amount_count and pm:
        return pm
    numbers = [_millions(euros) for euros in dict.fromkeys((money.low, money.high))]
    known = " tot ".join(numbers)
    return f"{known} + {pm}" if pm else known


def is_exact_in_millions(money: Amount | AmountSum) -> bool:
    """Whether ``format_millions`` shows the whole amount."""
    return all(euros is None or euros % 1000 == 0 for euros in (money.low, money.high))


def _millions(euros: int) -> str:
    return format_decimal(Decimal(euros) / 10**6, format="#,##0.###", locale="nl")


def _pm_count(count: int) -> str:
    return "p.m." if count == 1 else f"{count}{NO_BREAK_SPACE}×{NO_BREAK_SPACE}p.m."


def read_amount(value: object) -> Amount:
    """Make the value of a field with money."""
    return parse_amount(typed_text(value, "een bedrag").strip(), source_of(value))


def parse_amount(text: str, source: Source | None = None) -> Amount:
    """Read an amount as writers type it; raises a value error that says what to type instead."""
    amount = _parse(text, source)
    if amount is None:
        raise _invalid(f"“{text}” is geen bedrag dat hier kan.", _mend(text))
    return amount


def _parse(text: str, source: Source | None) -> Amount | None:
    if _PM.fullmatch(text):
        return Amount(None, None, source)
    if match := _SINGLE.fullmatch(text):
        euros = _euros(match[1], match[2])
        return Amount(euros, euros, source)
    if match := _RANGE.fullmatch(text):
        low, high = _euros(match[1], match[2] or match[4]), _euros(match[3], match[4])
        if low >= high:
            raise _invalid(
                f"In “{text}” is het eerste bedrag niet lager dan het tweede.",
                "Zet het laagste bedrag voorop.",
            )
        return Amount(low, high, source)
    return None


def _euros(number: str, unit: str | None) -> int:
    exact = Decimal(number.replace(",", ".")) * (_UNITS[unit] if unit else 1)
    if exact != exact.to_integral_value():
        if unit is None:
            raise _invalid(
                f"“{number}” is geen heel aantal euro’s.",
                f"Bedoelde u {number.replace(',', '')}, of {number} miljoen?",
            )
        raise _invalid(
            f"“{number} {unit}” is geen heel aantal euro’s.", "Schrijf minder cijfers achter de komma."
        )
    return int(exact)


def _mend(text: str) -> str:
    """Say what the writer probably has to type; only a proposal that can be read is made."""
    if _MINUS.fullmatch(text):
        return "Een bedrag kan hier niet negatief zijn: laat het minteken weg."
    guess = re.sub(r"€|\beuro'?s?\b|\bEUR\b|,-+$|,=$", "", text).strip()
    guess = re.sub(r"(?<=\d)(?=mi?l|m\b)", " ", guess)
    guess = re.sub(r"\b(?:mln|mio)\b\.?", "miljoen", guess, flags=re.IGNORECASE)
    guess = re.sub(r"\b(?:mld|mrd)\b\.?", "miljard", guess, flags=re.IGNORECASE)
    guess = re.sub(r"(?<=\d)[. ](?=\d{3}(?!\d))", "", guess)
    guess = re.sub(r"(?<=\d)\.(?=\d)", ",", guess)
    guess = re.sub(r"\b[Mm]il(joen|jard)", r"mil\1", guess)
    guess = re.sub(r",0+$", "", guess)
    try:
        readable = _parse(guess, None) is not None
    except PydanticCustomError:
        readable = False
    return f"Schrijf: {guess}" if readable else _FORMS


def _shown(euros: int) -> tuple[str, str]:
    """Return number and unit as printed: whole euros below a million, else at most two decimals."""
    if euros < 10**6:
        return format_decimal(euros, locale="nl"), ""
    if euros >= 10**9 and euros % 10**7 == 0:
        return _decimals(Decimal(euros) / 10**9), "miljard"
    return _decimals(Decimal(euros) / 10**6), "miljoen"


def _decimals(number: Decimal) -> str:
    return format_decimal(number, format="#,##0.##", locale="nl")


def _is_rounded(*amounts: int) -> bool:
    return any(euros >= 10**6 and euros % 10**4 != 0 for euros in amounts)


def _invalid(message: str, hint: str) -> PydanticCustomError:
    return value_error(Code.INVALID_AMOUNT, message, hint)
