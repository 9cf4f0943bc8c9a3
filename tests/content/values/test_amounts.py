"""Money is whole euros, counted exactly, and printed as Dutch letters do."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from pipeline.content.source import YamlText
from pipeline.content.values import Amount, format_millions, is_exact_in_millions, sum_amounts
from pipeline.content.values.amounts import format_euros, parse_amount
from pipeline.diagnostics import Source


class Middelen(BaseModel):
    rijk: Amount


def plain(text: object) -> str:
    return str(text).replace("\u00a0", " ")


def refused(text: str) -> tuple[str, str]:
    with pytest.raises(PydanticCustomError) as caught:
        parse_amount(text)
    context = caught.value.context or {}
    assert context["code"] == "INVALID_AMOUNT"
    return context["message"], context["hint"]


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("22500000", 22_500_000, 22_500_000),
        ("0", 0, 0),
        ("22,5 miljoen", 22_500_000, 22_500_000),
        ("1,2 miljard", 1_200_000_000, 1_200_000_000),
        ("30 miljoen", 30_000_000, 30_000_000),
        ("0,5 miljoen", 500_000, 500_000),
        ("10-15 miljoen", 10_000_000, 15_000_000),
        ("10 – 15 miljoen", 10_000_000, 15_000_000),
        ("10 tot 15 miljoen", 10_000_000, 15_000_000),
        ("900 miljoen tot 1,2 miljard", 900_000_000, 1_200_000_000),
        ("250000-500000", 250_000, 500_000),
    ],
)
def test_what_writers_type_is_read_in_euros(typed: str, low: int, high: int) -> None:
    assert parse_amount(typed) == Amount(low, high)


@pytest.mark.parametrize("typed", ["p.m.", "pm", "PM", "P.M."])
def test_pro_memorie_is_no_amount(typed: str) -> None:
    amount = parse_amount(typed)
    assert amount.is_pm
    assert str(amount) == "p.m."


@pytest.mark.parametrize(
    ("typed", "proposal"),
    [
        ("1.250", "1250"),
        ("1.250.000", "1250000"),
        ("€1.250.000", "1250000"),
        ("€ 1.250,-", "1250"),
        ("€ 1.250,00", "1250"),
        ("1 250 000", "1250000"),
        ("22.5 miljoen", "22,5 miljoen"),
        ("€ 3,1 miljard", "3,1 miljard"),
        ("12 mln", "12 miljoen"),
        ("12 mln.", "12 miljoen"),
        ("2 mld", "2 miljard"),
        ("12miljoen", "12 miljoen"),
        ("30 Miljoen", "30 miljoen"),
        ("€ 10-15 miljoen", "10-15 miljoen"),
        ("500 euro", "500"),
    ],
)
def test_other_notations_are_refused_with_what_to_type(typed: str, proposal: str) -> None:
    assert refused(typed)[1] == f"Schrijf: {proposal}"


@pytest.mark.parametrize("typed", ["veel", "1e6", "022", "10 tot", "5 duizend", "€", "1,5,2 miljoen", "NaN"])
def test_what_is_no_amount_gets_the_forms(typed: str) -> None:
    assert refused(typed)[1] == "Schrijf 22500000, 22,5 miljoen, 10-15 miljoen of p.m."


@pytest.mark.parametrize("typed", ["-5", "- 5 miljoen", "€ -1.250", "-€ 5", "\N{MINUS SIGN}5"])
def test_a_negative_amount_is_refused_and_the_minus_sign_named(typed: str) -> None:
    assert refused(typed)[1] == "Een bedrag kan hier niet negatief zijn: laat het minteken weg."


def test_a_decimal_comma_without_a_unit_may_mean_two_things_and_is_refused() -> None:
    message, hint = refused("1,250")
    assert "geen heel aantal" in message
    assert hint == "Bedoelde u 1250, of 1,250 miljoen?"


def test_parts_of_a_euro_are_refused() -> None:
    assert "geen heel aantal" in refused("1,2345678 miljoen")[0]


@pytest.mark.parametrize("typed", ["15-10 miljoen", "10-10 miljoen", "900-1 miljard"])
def test_a_range_must_rise(typed: str) -> None:
    assert "niet lager" in refused(typed)[0]


@pytest.mark.parametrize(
    ("euros", "printed", "rounded"),
    [
        (0, "€ 0", False),
        (1250, "€ 1.250", False),
        (999_999, "€ 999.999", False),
        (1_000_000, "€ 1 miljoen", False),
        (22_500_000, "€ 22,5 miljoen", False),
        (1_250_000, "€ 1,25 miljoen", False),
        (1_234_567, "€ 1,23 miljoen", True),
        (3_100_000_000, "€ 3,1 miljard", False),
        (1_234_567_890, "€ 1.234,57 miljoen", True),
    ],
)
def test_amounts_are_printed_as_in_letters(euros: int, printed: str, rounded: bool) -> None:
    assert plain(format_euros(euros)) == printed
    assert " " not in format_euros(euros)
    assert Amount(euros, euros).rounded is rounded


@pytest.mark.parametrize(
    ("low", "high", "printed"),
    [
        (10_000_000, 15_000_000, "€ 10 tot 15 miljoen"),
        (900_000, 1_200_000, "€ 900.000 tot € 1,2 miljoen"),
        (1000, 2000, "€ 1.000 tot 2.000"),
    ],
)
def test_a_range_names_a_shared_unit_once(low: int, high: int, printed: str) -> None:
    assert plain(Amount(low, high)) == printed


class TestSums:
    def test_pro_memorie_stands_apart(self) -> None:
        total = sum_amounts(
            [parse_amount("10 miljoen"), parse_amount("20 miljoen"), *[parse_amount("p.m.")] * 2]
        )
        assert (total.low, total.high, total.pm_count) == (30_000_000, 30_000_000, 2)
        assert plain(total) == "€ 30 miljoen + 2 × p.m."

    def test_ranges_add_up_to_a_range(self) -> None:
        assert (
            plain(sum_amounts([parse_amount("10-15 miljoen"), parse_amount("5 miljoen")]))
            == "€ 15 tot 20 miljoen"
        )

    def test_only_pro_memorie_shows_no_zero(self) -> None:
        assert str(sum_amounts([parse_amount("pm")])) == "p.m."

    def test_nothing_adds_up_to_zero(self) -> None:
        assert plain(sum_amounts([])) == "€ 0"

    def test_a_rounded_part_asks_for_a_note_although_the_total_is_round(self) -> None:
        total = sum_amounts([Amount(1_234_567, 1_234_567), Amount(765_433, 765_433)])
        assert (plain(total), total.rounded) == ("€ 2 miljoen", True)
        assert not sum_amounts([Amount(1_000_000, 1_000_000)]).rounded

    @given(st.lists(st.integers(0, 10**14), max_size=30))
    def test_the_sum_is_exact(self, euros: list[int]) -> None:
        total = sum_amounts(Amount(value, value) for value in euros)
        assert total.low == total.high == sum(euros)


@given(st.integers(0, 10**14))
def test_typed_euros_come_back_unchanged(euros: int) -> None:
    assert parse_amount(str(euros)) == Amount(euros, euros)


@given(st.integers(1, 99_999), st.integers(0, 99))
def test_an_unrounded_printed_amount_can_be_typed_again(millions: int, hundredths: int) -> None:
    euros = millions * 10**6 + hundredths * 10**4
    typed = plain(format_euros(euros)).removeprefix("€ ").replace(".", "")
    assert parse_amount(typed) == Amount(euros, euros)


def test_a_field_keeps_the_place_where_it_was_typed_and_travels() -> None:
    source = Source("agenda.yaml", ("middelen", "rijk"))
    read = Middelen.model_validate({"rijk": YamlText("p.m.", source)})
    assert pickle.loads(pickle.dumps(read)).rijk.source == source
    with pytest.raises(ValidationError, match="maar er staat een lijst"):
        Middelen.model_validate({"rijk": ["1"]})


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("6,5 miljoen", "6,5"),
        ("750000", "0,75"),
        ("1234567", "1,235"),
        ("10-15 miljoen", "10 tot 15"),
        ("p.m.", "p.m."),
        ("1,2 miljard", "1.200"),
    ],
)
def test_a_table_in_millions_prints_numbers_without_unit(typed: str, printed: str) -> None:
    assert format_millions(parse_amount(typed)) == printed


def test_a_sum_in_millions_keeps_unknown_amounts_apart() -> None:
    amounts = [parse_amount(typed) for typed in ("18 miljoen", "p.m.", "p.m.")]
    assert format_millions(sum_amounts(amounts)) == "18 + 2\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}p.m."
    assert is_exact_in_millions(sum_amounts(amounts))
    assert not is_exact_in_millions(parse_amount("1234567"))
