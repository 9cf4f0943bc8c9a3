"""Days, periods and parliamentary years, as writers type them."""

from __future__ import annotations

import datetime
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from pipeline.content.source import YamlText
from pipeline.content.values import DayDate, Period, Vergaderjaar, prinsjesdag, vergaderjaar_of
from pipeline.content.values.dates import format_day, parse_day, read_date
from pipeline.content.values.periods import parse_period, read_period
from pipeline.content.values.vergaderjaar import parse_vergaderjaar
from pipeline.diagnostics import Source

YEARS = st.dates(date(1800, 1, 1), date(2199, 12, 31))


def refused_day(text: object) -> tuple[str, str]:
    with pytest.raises(PydanticCustomError) as caught:
        read_date(text)
    context = caught.value.context or {}
    return context["message"], context["hint"]


def refused_period(text: object) -> tuple[str, str]:
    with pytest.raises(PydanticCustomError) as caught:
        read_period(text)
    context = caught.value.context or {}
    assert context["code"] in {"INVALID_PERIOD", "EMPTY_TEXT", "WRONG_TYPE"}
    return context["message"], context["hint"]


class TestDays:
    @pytest.mark.parametrize("typed", ["2026-12-18", "18 december 2026", " 18  december 2026 "])
    def test_both_forms_are_read(self, typed: str) -> None:
        source = Source("brief.yaml", ("datum",))
        read = read_date(YamlText(typed, source))
        assert (read.value, str(read), read.source) == (date(2026, 12, 18), "18 december 2026", source)

    @given(YEARS)
    def test_a_printed_day_can_be_typed_again(self, day: datetime.date) -> None:
        assert parse_day(format_day(day)) == day
        assert parse_day(day.isoformat()) == day

    @pytest.mark.parametrize(
        ("typed", "hint"),
        [
            ("01-07-2026", "Schrijf: 2026-07-01 of 1 juli 2026"),
            ("18/12/2026", "Schrijf: 2026-12-18 of 18 december 2026"),
            ("1.7.26", "Schrijf: 2026-07-01 of 1 juli 2026"),
            ("2026-7-1", "Schrijf: 2026-07-01 of 1 juli 2026"),
            ("2026/07/01", "Schrijf: 2026-07-01 of 1 juli 2026"),
            ("01 juli 2026", "Schrijf: 1 juli 2026"),
            ("18 December 2026", "Schrijf: 18 december 2026"),
            ("18 dec. 2026", "Schrijf: 18 december 2026"),
            ("18 dec 2026", "Schrijf: 18 december 2026"),
            ("18 decmber 2026", "Bedoelde u “18 december 2026”?"),
            ("1 augustsu 2026", "Bedoelde u “1 augustus 2026”?"),
            ("1 march 2026", "Bedoelde u “1 maart 2026”?"),
            ("31 april 2026", "De laatste dag is 30 april 2026."),
            ("2026-02-29", "De laatste dag is 28 februari 2026."),
        ],
    )
    def test_other_days_are_refused_with_what_to_type(self, typed: str, hint: str) -> None:
        assert refused_day(typed)[1] == hint

    @pytest.mark.parametrize(
        "typed",
        [
            "morgen",
            "2026-13-01",
            "2026-00-10",
            "99-99-2026",
            "18 december",
            "0026-12-18",
            "1 xyz 2026",
            "2026",
        ],
    )
    def test_what_is_no_day_is_refused(self, typed: str) -> None:
        assert all(refused_day(typed))

    @pytest.mark.parametrize(
        ("typed", "word"), [(None, "niets"), ("", "leeg"), (["x"], "lijst"), ({}, "groep")]
    )
    def test_another_kind_of_value_is_refused(self, typed: object, word: str) -> None:
        assert word in refused_day(typed)[0]

    def test_days_sort_by_the_calendar_and_ignore_their_place(self) -> None:
        first, second = DayDate(date(2026, 1, 2), Source("z")), DayDate(date(2026, 1, 3), Source("a"))
        assert sorted([second, first]) == [first, second]
        assert first == DayDate(date(2026, 1, 2))


class TestPeriods:
    @pytest.mark.parametrize(
        ("typed", "first", "last", "printed"),
        [
            ("18 december 2026", date(2026, 12, 18), date(2026, 12, 18), "18 december 2026"),
            ("2026-12-18", date(2026, 12, 18), date(2026, 12, 18), "18 december 2026"),
            ("juni 2027", date(2027, 6, 1), date(2027, 6, 30), "juni 2027"),
            ("2027-06", date(2027, 6, 1), date(2027, 6, 30), "juni 2027"),
            ("februari 2028", date(2028, 2, 1), date(2028, 2, 29), "februari 2028"),
            ("Q2 2027", date(2027, 4, 1), date(2027, 6, 30), "tweede kwartaal 2027"),
            ("2027-Q2", date(2027, 4, 1), date(2027, 6, 30), "tweede kwartaal 2027"),
            ("2e kwartaal 2027", date(2027, 4, 1), date(2027, 6, 30), "tweede kwartaal 2027"),
            ("vierde kwartaal van 2027", date(2027, 10, 1), date(2027, 12, 31), "vierde kwartaal 2027"),
            ("2027", date(2027, 1, 1), date(2027, 12, 31), "2027"),
            ("begin 2026", date(2026, 1, 1), date(2026, 3, 31), "begin 2026"),
            ("medio 2026", date(2026, 4, 1), date(2026, 9, 30), "medio 2026"),
            ("eind 2026", date(2026, 10, 1), date(2026, 12, 31), "eind 2026"),
        ],
    )
    def test_every_form_is_read(self, typed: str, first: date, last: date, printed: str) -> None:
        period = parse_period(typed)
        assert (period.first, period.last, str(period)) == (first, last, printed)
        assert parse_period(str(period)) == period

    def test_periods_sort_by_the_day_on_which_they_end(self) -> None:
        typed = ["2027", "1 mei 2027", "Q2 2027", "eind 2026", "juni 2027", "eind 2027"]
        ordered = [str(period) for period in sorted(parse_period(text) for text in typed)]
        assert ordered == [
            "eind 2026", "1 mei 2027", "tweede kwartaal 2027", "juni 2027", "2027", "eind 2027",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("typed", "hint"),
        [
            ("Q5 2027", "Een jaar heeft vier kwartalen: Q1 2027 tot en met Q4 2027."),
            ("vijfde kwartaal 2027", "Een jaar heeft vier kwartalen: Q1 2027 tot en met Q4 2027."),
            ("Eind 2026", "Schrijf: eind 2026"),
            ("Juni 2027", "Schrijf: juni 2027"),
            ("jun 2027", "Schrijf: juni 2027"),
            ("junni 2027", "Bedoelde u “juni 2027”?"),
            ("zomer 2027", "Noem een kwartaal of een maand, zoals Q2 2027."),
            ("2027-13", "Eerst het jaar, dan de maand: 2027-06."),
            ("01-07-2026", "Schrijf: 2026-07-01 of 1 juli 2026"),
            ("31 april 2026", "De laatste dag is 30 april 2026."),
            ("0027", "Controleer het jaartal."),
            ("ooit", "Schrijf 18 december 2026, juni 2027, Q2 2027, eind 2026 of 2027."),
            ("eind juni 2027", "Schrijf 18 december 2026, juni 2027, Q2 2027, eind 2026 of 2027."),
        ],
    )
    def test_other_forms_are_refused_with_what_to_type(self, typed: str, hint: str) -> None:
        assert refused_period(typed)[1] == hint

    def test_the_place_is_kept(self) -> None:
        source = Source("agenda.yaml", ("afspraken", 0, "gereed"))
        assert read_period(YamlText("2027", source)).source == source
        assert read_period("2027") == Period(date(2027, 1, 1), date(2027, 12, 31), "2027")


class TestVergaderjaar:
    @pytest.mark.parametrize(
        ("day", "year"),
        [
            (date(2026, 9, 1), "2025/26"),
            (date(2026, 9, 14), "2025/26"),
            (date(2026, 9, 15), "2026/27"),
            (date(2026, 12, 18), "2026/27"),
            (date(2027, 1, 1), "2026/27"),
            (date(1999, 10, 1), "1999/2000"),
            (date(2009, 1, 1), "2008/09"),
        ],
    )
    def test_it_begins_on_the_third_tuesday_of_september(self, day: date, year: str) -> None:
        assert str(vergaderjaar_of(day)) == year

    @given(st.integers(1815, 2199))
    def test_prinsjesdag_is_a_tuesday_from_the_15th_to_the_21st(self, year: int) -> None:
        day = prinsjesdag(year)
        assert (day.month, day.weekday()) == (9, 1)
        assert 15 <= day.day <= 21

    @given(st.integers(1815, 2199).map(Vergaderjaar))
    def test_a_printed_year_can_be_read_again(self, year: Vergaderjaar) -> None:
        assert parse_vergaderjaar(str(year)) == year == parse_vergaderjaar(year.digits)

    @pytest.mark.parametrize("typed", ["2025/27", "2025/25", "2025-2027", "2025", "20252027", "1999/01"])
    def test_years_that_do_not_follow_each_other_are_refused(self, typed: str) -> None:
        assert isinstance(parse_vergaderjaar(typed), str)
