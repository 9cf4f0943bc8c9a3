"""When something is ready: a day, a month, a quarter, a part of a year, or a year."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from pipeline.content.values import dates
from pipeline.content.values.errors import value_error
from pipeline.content.values.sourced import source_of, typed_text
from pipeline.diagnostics import Code, Source

_YEAR = re.compile(r"(\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WRITTEN_MONTH = re.compile(r"([^\W\d]+\.?) +(\d{4})")
_PART = re.compile(r"(begin|medio|eind) +(\d{4})")
_QUARTERS = (
    re.compile(r"[Qq](?P<quarter>[1-9]) +(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-[Qq](?P<quarter>[1-9])"),
    re.compile(r"(?P<quarter>[1-9])e kwartaal(?: van)? +(?P<year>\d{4})"),
    re.compile(r"(?P<word>\w+) kwartaal(?: van)? +(?P<year>\d{4})"),
)
_QUARTER_WORDS = ("eerste", "tweede", "derde", "vierde")
_PART_MONTHS = {"begin": (1, 3), "medio": (4, 9), "eind": (10, 12)}
_FORMS = "Schrijf 18 december 2026, juni 2027, Q2 2027, eind 2026 of 2027."


@dataclass(frozen=True, slots=True, eq=True)
class Period:
    """A stretch of days, named as a writer names it.

    It sorts by its last day, because that is when it must be ready; of two with the same last day the longer
    one comes first. ``str()`` gives the Dutch form ("tweede kwartaal 2027").
    """

    first: datetime.date
    last: datetime.date
    words: str
    source: Source | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return self.words

    def __lt__(self, other: Self) -> bool:
        return (self.last, self.first) < (other.last, other.first)

    @classmethod
    def __get_pydantic_core_schema__(cls, _type: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            read_period, json_schema_input_schema=core_schema.str_schema()
        )


def read_period(value: object) -> Period:
    """Make the value of a field such as ``gereed``."""
    return parse_period(typed_text(value, "een tijdstip").strip(), source_of(value))


def parse_period(text: str, source: Source | None = None) -> Period:
    """Read a moment as writers type it; raises a value error that says what to type instead.

    "Begin" is the first quarter, "eind" the last, "medio" the two between, so that nothing is left out.
    """
    if match := _YEAR.fullmatch(text):
        return _months(int(match[1]), 1, 12, match[1], source)
    if match := _ISO_MONTH.fullmatch(text):
        return _month(int(match[1]), int(match[2]), source)
    if match := _PART.fullmatch(text):
        first, last = _PART_MONTHS[match[1]]
        return _months(int(match[2]), first, last, f"{match[1]} {match[2]}", source)
    for form in _QUARTERS:
        if match := form.fullmatch(text):
            return _quarter(match.groupdict(), text, source)
    if match := _WRITTEN_MONTH.fullmatch(text):
        return _written_month(match[1], match[2], source)
    return _day(text, source)


def _quarter(parts: dict[str, str | Any], text: str, source: Source | None) -> Period:
    year = int(parts["year"])
    word = parts.get("word")
    number = _QUARTER_WORDS.index(word) + 1 if word in _QUARTER_WORDS else int(parts.get("quarter") or 0)
    if not 1 <= number <= 4:
        raise _invalid(
            f"“{text}” is geen kwartaal.", f"Een jaar heeft vier kwartalen: Q1 {year} tot en met Q4 {year}."
        )
    words = f"{_QUARTER_WORDS[number - 1]} kwartaal {year}"
    return _months(year, number * 3 - 2, number * 3, words, source)


def _written_month(name: str, year: str, source: Source | None) -> Period:
    plain = name.lower()
    if plain in _PART_MONTHS:
        raise _invalid(f"“{name}” krijgt hier een kleine letter.", f"Schrijf: {plain} {year}")
    if plain in {"voorjaar", "lente", "zomer", "najaar", "herfst", "winter"}:
        raise _invalid(
            f"“{plain} {year}” is te onbepaald.", f"Noem een kwartaal of een maand, zoals Q2 {year}."
        )
    try:
        number = dates.month_number(name, f"{{}} {year}")
    except PydanticCustomError as error:
        context = error.context or {}
        raise _invalid(str(context.get("message", "")), str(context.get("hint", ""))) from None
    return _month(int(year), number, source)


def _month(year: int, month: int, source: Source | None) -> Period:
    if not 1 <= month <= 12:
        raise _invalid(f"Maand {month} bestaat niet.", "Eerst het jaar, dan de maand: 2027-06.")
    return _months(year, month, month, "", source)


def _months(year: int, first: int, last: int, words: str, source: Source | None) -> Period:
    if not dates.FIRST_YEAR <= year <= dates.LAST_YEAR:
        raise _invalid(f"Het jaar {year} kan niet kloppen.", "Controleer het jaartal.")
    start = datetime.date(year, first, 1)
    named = words or dates.format_day(start).removeprefix("1 ")
    return Period(start, dates.last_day(year, last), named, source)


def _day(text: str, source: Source | None) -> Period:
    try:
        day = dates.parse_day(text)
    except PydanticCustomError as error:
        context = error.context or {}
        message, hint = str(context.get("message", "")), str(context.get("hint", ""))
        known = re.search(r"\d{4}", text) is not None and not message.endswith("is geen datum.")
        raise _invalid(
            message if known else f"“{text}” is geen tijdstip.", hint if known else _FORMS
        ) from None
    return Period(day, day, dates.format_day(day), source)


def _invalid(message: str, hint: str) -> PydanticCustomError:
    return value_error(Code.INVALID_PERIOD, message, hint)
