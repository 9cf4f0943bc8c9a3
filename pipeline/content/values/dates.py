"""Dates of one day, typed as ``2026-12-18`` or as ``18 december 2026``."""

from __future__ import annotations

import datetime
import difflib
import re
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated

from babel.dates import format_date, get_month_names
from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from pipeline.content.values.errors import value_error
from pipeline.content.values.sourced import source_of, typed_text
from pipeline.diagnostics import Code, Source

FIRST_YEAR = 1800
LAST_YEAR = 2199
"""Years outside these are typing errors in this kind of document."""

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LOOSE_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})")
_WRITTEN = re.compile(r"(\d{1,2}) +([^\W\d]+\.?) +(\d{4})")
_FORMS = "Schrijf een datum als 2026-12-18 of als 18 december 2026."


@dataclass(frozen=True, slots=True, order=True)
class DayDate:
    """One day. It sorts by date; ``str()`` gives the Dutch form ("18 december 2026")."""

    value: datetime.date
    source: Source | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return format_day(self.value)


def format_day(day: datetime.date) -> str:
    """Write a date as Dutch letters do: ``1 juli 2026`` (house style 7: no leading zero, lower case)."""
    return format_date(day, "d MMMM y", locale="nl")


@cache
def month_numbers() -> dict[str, int]:
    """Return the Dutch names of the months with their numbers from 1."""
    return {name: number for number, name in get_month_names("wide", locale="nl").items()}


def read_date(value: object) -> DayDate:
    """Make the value of a date field."""
    return DayDate(parse_day(typed_text(value, "een datum").strip()), source_of(value))


def parse_day(text: str) -> datetime.date:
    """Read a date as writers type it; raises a value error that says what to type instead."""
    if match := _ISO.fullmatch(text):
        return make_day(int(match[1]), int(match[2]), int(match[3]))
    if match := _WRITTEN.fullmatch(text):
        number = month_number(match[2], f"{int(match[1])} {{}} {match[3]}")
        if match[1].startswith("0"):
            raise _invalid(
                "Een datum in woorden krijgt geen nul ervoor.",
                f"Schrijf: {int(match[1])} {match[2]} {match[3]}",
            )
        return make_day(int(match[3]), number, int(match[1]))
    if match := _LOOSE_ISO.fullmatch(text):
        raise _not_a_form(text, match[1], match[2], match[3])
    if match := _NUMERIC.fullmatch(text):
        year = match[3] if len(match[3]) == 4 else f"20{match[3]}"
        raise _not_a_form(text, year, match[2], match[1])
    raise _invalid(f"“{text}” is geen datum.", _FORMS)


def make_day(year: int, month: int, day: int) -> datetime.date:
    """Return a day of the calendar; raises a value error that says why the day does not exist."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _invalid(f"Het jaar {year:04d} kan niet kloppen.", "Controleer het jaartal.")
    if not 1 <= month <= 12:
        raise _invalid(
            f"Maand {month} bestaat niet.", "Eerst het jaar, dan de maand, dan de dag: 2026-12-18."
        )
    days = _days_in(year, month)
    if not 1 <= day <= days:
        name = format_date(datetime.date(year, month, 1), "MMMM y", locale="nl")
        raise _invalid(f"{day} {name} bestaat niet.", f"De laatste dag is {days} {name}.")
    return datetime.date(year, month, day)


def month_number(name: str, pattern: str) -> int:
    """Return the number of a Dutch month.

    ``pattern`` is the whole value with ``{}`` for the month; the hint shows it with the right name.
    """
    months = month_numbers()
    if name in months:
        return months[name]
    plain = name.lower().rstrip(".")
    if plain in months:
        raise _invalid("De naam van een maand krijgt een kleine letter.", f"Schrijf: {pattern.format(plain)}")
    for month in months:
        if len(plain) >= 3 and month.startswith(plain):
            raise _invalid(f"Schrijf de maand voluit: {month}.", f"Schrijf: {pattern.format(month)}")
    near = difflib.get_close_matches(plain, months, n=1, cutoff=0.5)
    hint = f"Bedoelde u “{pattern.format(near[0])}”?" if near else _FORMS
    raise _invalid(f"“{name}” is geen maand.", hint)


def last_day(year: int, month: int) -> datetime.date:
    """Return the last day of a month."""
    return datetime.date(year, month, _days_in(year, month))


def _days_in(year: int, month: int) -> int:
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (following - datetime.timedelta(days=1)).day


def _not_a_form(text: str, year: str, month: str, day: str) -> PydanticCustomError:
    try:
        meant = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return _invalid(f"“{text}” is geen datum die hier kan.", _FORMS)
    return _invalid(
        f"Schrijf de datum niet als “{text}”: zo is onzeker wat de dag is en wat de maand.",
        f"Schrijf: {meant.isoformat()} of {format_day(meant)}",
    )


def _invalid(message: str, hint: str) -> PydanticCustomError:
    return value_error(Code.INVALID_DATE, message, hint)


Date = Annotated[DayDate, PlainValidator(read_date, json_schema_input_type=str)]
"""The annotation for a field with a date."""
